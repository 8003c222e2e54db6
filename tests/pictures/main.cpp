// SPDX-License-Identifier: GPL-3.0-or-later
// rolecall_pictures [--size WxH] [--text small|large|largest] FOLDER [NAME...]: a PNG of every scene (or those whose
// name contains NAME), light and dark, at 1x and 2x, 1024 x 700 and 1600 x 1000 or the size that is given. One run of
// the program per pixel ratio, as Qt fixes it at its start.
// rolecall_pictures --guide FOLDER: the pictures of the guide inside the program, which is resources/help/pictures.
#include "scene.h"

#include "ui/theme/theme.h"
#include "ui/translations.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPixmap>
#include <QProcess>
#include <QTextStream>

#include <algorithm>
#include <memory>
#include <optional>

using namespace rolecall;

namespace {

bool take(const pictures::Scene &scene, const QSize &size, const QString &file)
{
    const std::unique_ptr<QWidget> window(scene.build());
    window->resize(size);
    window->show();
    QApplication::processEvents();
    if (scene.prepare) {
        scene.prepare(window.get());
        QApplication::processEvents();
    }
    return window->grab().save(file);
}

/// The guide shows these pages, each under the name that its texts use.
int takeGuide(const QDir &folder)
{
    ui::Theme theme(*qApp, ui::ColourScheme::Light);
    QList<pictures::Scene> scenes;
    pictures::addProgramScenes(scenes, theme);
    pictures::addBoardScenes(scenes, theme);
    pictures::addPeopleScenes(scenes, theme);
    pictures::addScheduleScenes(scenes, theme);
    const QHash<QString, QString> names{
        {QStringLiteral("program-posting"), QStringLiteral("posting")},     {QStringLiteral("program-applicants"), QStringLiteral("applicants")},
        {QStringLiteral("program-review-document"), QStringLiteral("review")},     {QStringLiteral("program-matrix"), QStringLiteral("matrix")},
        {QStringLiteral("program-shortlist"), QStringLiteral("shortlist")}, {QStringLiteral("program-import-files"), QStringLiteral("import")},
        {QStringLiteral("program-search"), QStringLiteral("search")},       {QStringLiteral("program-reports-qualities"), QStringLiteral("reports")},
        {QStringLiteral("board"), QStringLiteral("board")},                 {QStringLiteral("people"), QStringLiteral("people")},
        {QStringLiteral("schedule"), QStringLiteral("schedule")},
    };
    qsizetype taken = 0;
    for (const auto scheme : {ui::ColourScheme::Light, ui::ColourScheme::Dark}) {
        theme.setScheme(scheme);
        QApplication::processEvents();
        for (const pictures::Scene &scene : std::as_const(scenes)) {
            const QString name = names.value(scene.name);
            if (name.isEmpty())
                continue;
            const QString file = QStringLiteral("%1-%2.png").arg(name, theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
            taken += take(scene, QSize(1120, 700), folder.filePath(file)) ? 1 : 0;
        }
    }
    return taken == 2 * names.size() ? 0 : 1;
}

/// What a run is asked for beside the names of scenes.
struct Wanted
{
    QList<QSize> sizes{QSize(1024, 700), QSize(1600, 1000)};
    std::optional<ui::TextScale> text; ///< of every scene; else each has its own
};

/// Takes `--name value` out of the arguments.
QString option(QStringList &arguments, const QString &name)
{
    const qsizetype at = arguments.indexOf(name);
    const QString value = at < 0 ? QString() : arguments.value(at + 1);
    if (at >= 0)
        arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
    return value;
}

Wanted readOptions(QStringList &arguments)
{
    Wanted wanted;
    if (const QStringList size = option(arguments, QStringLiteral("--size")).split(u'x'); size.size() == 2)
        wanted.sizes = {QSize(size.first().toInt(), size.last().toInt())};
    const QString text = option(arguments, QStringLiteral("--text"));
    if (!text.isEmpty())
        wanted.text = text == QLatin1String("small") ? ui::TextScale::Small : text == QLatin1String("large") ? ui::TextScale::Large : ui::TextScale::Largest;
    return wanted;
}

int takeAll(const QDir &folder, const QStringList &names, const Wanted &asked)
{
    ui::Theme theme(*qApp, ui::ColourScheme::Light);
    QList<pictures::Scene> scenes;
    pictures::addGalleryScenes(scenes);
    pictures::addFrameScenes(scenes);
    pictures::addProgramScenes(scenes, theme);
    pictures::addApplicationScenes(scenes, theme);
    pictures::addBoardScenes(scenes, theme);
    pictures::addReviewScenes(scenes, theme);
    pictures::addListScenes(scenes, theme);
    pictures::addPeopleScenes(scenes, theme);
    pictures::addScheduleScenes(scenes, theme);
    const QString ratio = QString::number(qApp->devicePixelRatio());
    int failed = 0;
    for (const auto scheme : {ui::ColourScheme::Light, ui::ColourScheme::Dark}) {
        theme.setScheme(scheme);
        QApplication::processEvents();
        for (const QSize &size : asked.sizes) {
            for (const pictures::Scene &scene : std::as_const(scenes)) {
                const bool wanted = names.isEmpty()
                    || std::any_of(names.begin(), names.end(), [&scene](const QString &name) { return scene.name.contains(name); });
                const QString file = QStringLiteral("%1-%2-%3x%4@%5x.png").arg(scene.name, theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"))
                                         .arg(size.width()).arg(size.height()).arg(ratio);
                theme.setTextScale(asked.text.value_or(scene.scale));
                if (wanted && !take(scene, size, folder.filePath(file))) {
                    QTextStream(stderr) << "Cannot write " << file << Qt::endl;
                    ++failed;
                }
            }
        }
    }
    return failed > 0 ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool oneRatio = qEnvironmentVariableIsSet("QT_SCALE_FACTOR");
    QApplication application(argc, argv);
    ui::installTranslations();
    const QString family = qEnvironmentVariable("ROLECALL_PICTURE_FONT");
    if (!family.isEmpty()) {
        QFont font(family);
        font.setPointSizeF(10.5);
        QApplication::setFont(font);
    }
    QStringList arguments = QApplication::arguments().mid(1);
    const bool guide = arguments.value(0) == QLatin1String("--guide");
    if (guide)
        arguments.removeFirst();
    const Wanted asked = readOptions(arguments);
    if (arguments.isEmpty()) {
        QTextStream(stderr) << "Use: rolecall_pictures [--size WxH] [--text small|large|largest] FOLDER [NAME...], or --guide FOLDER" << Qt::endl;
        return 2;
    }
    if (!QDir().mkpath(arguments.first())) {
        QTextStream(stderr) << "Cannot make the folder " << arguments.first() << Qt::endl;
        return 1;
    }
    if (guide)
        return takeGuide(QDir(arguments.first()));
    const QStringList given = QApplication::arguments().mid(1);
    if (oneRatio)
        return takeAll(QDir(arguments.first()), arguments.mid(1), asked);
    int status = 0;
    for (const char *ratio : {"1", "2"}) {
        QProcess again;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::fromLatin1(ratio));
        again.setProcessEnvironment(environment);
        again.setProcessChannelMode(QProcess::ForwardedChannels);
        again.start(QApplication::applicationFilePath(), given);
        again.waitForFinished(-1);
        if (again.exitStatus() != QProcess::NormalExit || again.exitCode() != 0)
            status = 1;
    }
    return status;
}
