// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself on the example workspace, every page of it, on the first of December 2026.
#include "furnished_window.h"
#include "scene.h"

#include "app/example/example_workspace.h"
#include "app/roles/role_editing.h"
#include "app/workspaces.h"
#include "ui/application/desk.h"
#include "ui/pages/help/help_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/posting/role_facts_panel.h"
#include "ui/pages/settings/backup_panel.h"
#include "ui/pages/settings/log_panel.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

void wait(int milliseconds)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < milliseconds;)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

/// One example for the whole run, opened to read, so that no scene changes another.
QString examplePath()
{
    static QTemporaryDir folder;
    static const QString path = [] {
        const QString made = folder.filePath(QStringLiteral("Observatory.rolecall"));
        return app::makeExample(made) ? made : QString();
    }();
    return path;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

/// A heap as people drop it: a table, mail of which one is forwarded, CVs with and without a name, and a damaged file.
QString heapPath()
{
    static QTemporaryDir folder;
    static const QString path = [] {
        const QString heap = folder.filePath(QStringLiteral("Applications in March"));
        QDir().mkpath(heap + QStringLiteral("/Femke Voorbeeld"));
        write(heap + QStringLiteral("/from-the-portal.csv"), "Candidate Name,Primary Email Address,Current Interview Stage,Source,Tags,Resume File\nAsh Sample,ash@example.org,Applied,Website,night,ash.txt\n"
                                                             "Bo Muster,,Applied,,,\n,,Applied,,,\n");
        write(heap + QStringLiteral("/ash.txt"), "Charts and clocks since 2011.\n");
        write(heap + QStringLiteral("/forward.eml"), "From: Rita Recruiter <rita@example.org>\nSubject: Fwd: somebody for you\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n\nLook at her CV, she wrote to una@example.org last week.\n");
        write(heap + QStringLiteral("/inbox.mbox"), "From a Mon Mar  2 10:00:00 2026\nFrom: Tom Small <tom@example.org>\nSubject: Application: Night Operations Coordinator\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n\nDear panel, I apply.\n\n"
                                                    "From b Mon Mar  2 11:00:00 2026\nFrom: noreply@example.org\nSubject: A new applicant\nDate: Mon, 2 Mar 2026 11:00:00 +0100\n\nLog in to see who.\n");
        write(heap + QStringLiteral("/Femke Voorbeeld/CV.txt"), "Femke Voorbeeld\nfemke@example.org\nTel: +31 20 555 0100\nEight years of telescopes\n");
        write(heap + QStringLiteral("/Femke Voorbeeld/letter.txt"), "Dear panel,\nI apply.\nFemke\n");
        write(heap + QStringLiteral("/scan0007.txt"), "Experience\nEducation\n");
        write(heap + QStringLiteral("/CV Gil Ejemplo.pdf"), "%PDF-1.4 and nothing more");
        return heap;
    }();
    return path;
}

/// A role, and nobody in it yet.
QString emptyPath()
{
    static QTemporaryDir folder;
    static const QString path = [] {
        const QString made = folder.filePath(QStringLiteral("Empty.rolecall"));
        auto workspace = app::createWorkspace(made);
        if (workspace)
            static_cast<void>(app::addRolesFromPosting((*workspace)->connection(), "# Librarian\n\n## Necessary qualities\n\n- Reads\n- Writes\n", QStringLiteral("librarian.md")));
        return made;
    }();
    return path;
}

/// Nothing yet: the day after the first start.
QString freshPath()
{
    static QTemporaryDir folder;
    static const QString path = [] {
        const QString made = folder.filePath(QStringLiteral("Fresh.rolecall"));
        return app::createWorkspace(made) ? made : QString();
    }();
    return path;
}

/// A role that is read blind, and nobody in it yet.
QString blindPath()
{
    static QTemporaryDir folder;
    static const QString path = [] {
        const QString made = folder.filePath(QStringLiteral("Blind.rolecall"));
        auto workspace = app::createWorkspace(made);
        if (workspace) {
            const auto added = app::addRolesFromPosting((*workspace)->connection(), "# Librarian\n\n## Necessary qualities\n\n- Reads\n- Writes\n", QStringLiteral("librarian.md"));
            if (added && !added->roles.isEmpty())
                static_cast<void>(app::setBlind((*workspace)->connection(), added->roles.first(), true));
        }
        return made;
    }();
    return path;
}

/// Owns what its window shows.
class ProgramWindow : public MainWindow
{
public:
    ProgramWindow(std::unique_ptr<db::Workspace> workspace, Theme &theme, WindowSettings &own)
        : MainWindow(own)
        , m_session(std::make_unique<Session>(std::move(workspace)))
        , m_desk(std::make_unique<Desk>(*m_session, furnished(), theme))
    {}
    ~ProgramWindow() override
    {
        m_desk.reset();
        m_session.release()->setParent(this); // after the pages
    }

private:
    MainWindow &furnished()
    {
        addProgramParts(*this);
        return *this;
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<Desk> m_desk;
};

WindowSettings &usualSettings()
{
    static MemorySettings memory;
    return memory;
}

QWidget *pageOf(Theme &theme, PageId page, const QVariantMap &arguments, WindowSettings &settings = usualSettings(), const QString &path = examplePath())
{
    auto workspace = app::openWorkspace(path, db::Access::ReadWrite);
    if (!workspace)
        return new QWidget;
    auto *window = new ProgramWindow(std::move(*workspace), theme, settings);
    window->open(page, arguments);
    return window;
}

QWidget *help(Theme &theme, const QString &topic)
{
    return pageOf(theme, PageId::Help, {{topicArgument, topic}});
}

QWidget *rescue(bool sealed)
{
    static MemorySettings settings;
    auto *window = new MainWindow(settings);
    window->registerPage(PageId::Welcome, [sealed] {
        auto *page = new WelcomePage({QStringLiteral("/home/ada/Documents/Observatory.rolecall"), QStringLiteral("/home/ada/Panels/Support 2026.rolecall")});
        if (sealed)
            page->rescue().showSealed(QStringLiteral("/home/ada/Stick/Observatory.rolecall-encrypted"));
        else
            page->rescue().showDamaged(QStringLiteral("/home/ada/Documents/Observatory.rolecall"),
                                       QStringLiteral("Opening the workspace /home/ada/Documents/Observatory.rolecall: the beginning of the file is damaged. Recover it into a new file, or restore a backup."),
                                       {{QStringLiteral("a"), QDateTime({2026, 11, 30}, {17, 12}, Qt::UTC), 5'400'000}, {QStringLiteral("b"), QDateTime({2026, 11, 29}, {9, 3}, Qt::UTC), 5'300'000}});
        return page;
    });
    window->setNavigation({{SideBarEntry::Kind::Page, QStringLiteral("Welcome"), QVariant::fromValue(Place{PageId::Welcome, {}}), {}, Icon::Star, false}});
    window->open(PageId::Welcome);
    return window;
}

/// The backups' section with two backups, or the log's with some lines.
QWidget *settingsSection(Theme &theme, const QString &section)
{
    static QTemporaryDir folder;
    static MemorySettings settings;
    app::BackupRule rule;
    rule.folder = folder.filePath(QStringLiteral("backups"));
    rememberBackupRule(settings, rule);
    if (auto workspace = app::openWorkspace(examplePath(), db::Access::ReadWrite)) {
        for (const int day : {29, 30})
            (void)app::makeBackup((*workspace)->connection(), rule, QDateTime({2026, 11, day}, {17, 12}, Qt::UTC));
    }
    QWidget *window = pageOf(theme, PageId::Settings, {{QStringLiteral("section"), section}}, settings);
    if (auto *log = window->findChild<LogPanel *>(); log && section == QLatin1String("log")) {
        log->showLog(true);
        log->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("2026-12-01T08:59:12Z  note     Rolecall 0.1.0 started: Qt 6.4.2, Debian GNU/Linux 12 (bookworm), xcb\n"
                                                                        "2026-12-01T08:59:13Z  note     Opened a workspace of 1286144 bytes\n2026-12-01T08:59:24Z  note     A backup was made and checked, 1286144 bytes\n"
                                                                        "2026-12-01T09:41:02Z  problem  SQLite reported 13 database or disk is full"));
    }
    return window;
}

QWidget *welcome()
{
    static MemorySettings settings;
    auto *window = new MainWindow(settings);
    window->registerPage(PageId::Welcome, [] { return new WelcomePage({QStringLiteral("/home/ada/Documents/Observatory.rolecall"), QStringLiteral("/home/ada/Panels/Support 2026.rolecall")}); });
    window->setNavigation({{SideBarEntry::Kind::Page, QStringLiteral("Welcome"), QVariant::fromValue(Place{PageId::Welcome, {}}), {}, Icon::Star, false}});
    window->open(PageId::Welcome);
    return window;
}

} // namespace

void addProgramScenes(QList<Scene> &scenes, Theme &theme)
{
    const auto settle = [](QWidget *) { wait(400); };
    const QVariantMap role{{roleArgument, qint64(1)}};
    const auto add = [&](const QString &name, PageId page, const QVariantMap &arguments, TextScale scale = TextScale::Normal) {
        scenes.append({name, [&theme, page, arguments] { return pageOf(theme, page, arguments); }, settle, scale});
    };
    scenes.append({QStringLiteral("program-welcome"), welcome, settle});
    add(QStringLiteral("program-today"), PageId::Today, {});
    add(QStringLiteral("program-today-largest"), PageId::Today, {}, TextScale::Largest);
    for (const PageId page : rolePages())
        add(QStringLiteral("program-%1").arg(pageName(page).toLower()), page, role);
    add(QStringLiteral("program-review-document"), PageId::Review, {{roleArgument, qint64(1)}, {QStringLiteral("application"), qint64(37)}});
    add(QStringLiteral("program-search-empty"), PageId::Search, {});
    const auto searching = [&](const QString &name, const QString &words, TextScale scale = TextScale::Normal) { add(name, PageId::Search, {{QStringLiteral("words"), words}}, scale); };
    searching(QStringLiteral("program-search"), QStringLiteral("python"));
    searching(QStringLiteral("program-search-many"), QStringLiteral("a"));
    searching(QStringLiteral("program-search-nothing"), QStringLiteral("xyzzy"));
    searching(QStringLiteral("program-search-largest"), QStringLiteral("research"), TextScale::Largest);
    for (const QString &report : {QStringLiteral("pipeline"), QStringLiteral("sources"), QStringLiteral("qualities"), QStringLiteral("load")})
        add(QStringLiteral("program-reports-") + report, PageId::Reports, {{roleArgument, qint64(1)}, {QStringLiteral("report"), report}});
    add(QStringLiteral("program-import-reports"), PageId::Import, role);
    add(QStringLiteral("program-import-files"), PageId::Import,
        {{roleArgument, qint64(1)}, {QStringLiteral("files"), QStringList{QStringLiteral(":/example/applicants.csv"), QStringLiteral(":/example/night-applicants.csv")}}});
    scenes.last().prepare = [](QWidget *) { wait(1500); }; // until the import has been tried
    const auto addImport = [&](const QString &name, const QStringList &files, const std::function<void(ImportPage &)> &prepare = {}) {
        scenes.append({name, [&theme, files] { return pageOf(theme, PageId::Import, {{roleArgument, qint64(1)}, {QStringLiteral("files"), files}}); },
                       [prepare](QWidget *window) {
                           wait(1200);
                           if (auto *page = window->findChild<ImportPage *>(); page && prepare)
                               prepare(*page);
                           wait(200);
                       }});
    };
    scenes.append({QStringLiteral("program-import-empty"), [&theme] { return pageOf(theme, PageId::Import, {{roleArgument, qint64(1)}}, usualSettings(), emptyPath()); }, settle});
    for (const PageId page : {PageId::Today, PageId::Search, PageId::People, PageId::Calendar, PageId::Reports, PageId::Import, PageId::Settings})
        scenes.append({QStringLiteral("fresh-%1").arg(pageName(page).toLower()), [&theme, page] { return pageOf(theme, page, {}, usualSettings(), freshPath()); }, settle});
    for (const PageId page : rolePages())
        scenes.append({QStringLiteral("empty-%1").arg(pageName(page).toLower()), [&theme, page, role] { return pageOf(theme, page, role, usualSettings(), emptyPath()); }, settle});
    addImport(QStringLiteral("program-import-heap"), {heapPath()});
    for (const bool table : {true, false}) {
        const QStringList files{table ? heapPath() + QStringLiteral("/from-the-portal.csv") : heapPath()};
        scenes.append({table ? QStringLiteral("program-import-blind-columns") : QStringLiteral("program-import-blind"),
                       [&theme, files] { return pageOf(theme, PageId::Import, {{roleArgument, qint64(1)}, {QStringLiteral("files"), files}}, usualSettings(), blindPath()); }, [](QWidget *) { wait(1400); }});
    }
    scenes.append({QStringLiteral("program-role-blind"), [&theme] { return pageOf(theme, PageId::Posting, {{roleArgument, qint64(1)}}, usualSettings(), blindPath()); },
                   [](QWidget *window) {
                       wait(300);
                       for (auto *tabs : window->findChildren<QTabBar *>()) {
                           if (tabs->count() == 5)
                               tabs->setCurrentIndex(3);
                       }
                       if (auto *panel = window->findChild<RoleFactsPanel *>())
                           panel->findChild<QCheckBox *>()->click(); // why is asked
                       wait(200);
                   }});
    addImport(QStringLiteral("program-import-doubt"), {heapPath() + QStringLiteral("/inbox.mbox"), heapPath() + QStringLiteral("/forward.eml")}, [](ImportPage &page) {
        const QModelIndex doubtful = page.sheet().rows().index(0, ImportRowsModel::PersonColumn);
        page.sheet().rowTable().setCurrentIndex(doubtful);
        page.sheet().rowTable().edit(doubtful);
    });
    addImport(QStringLiteral("program-import-failed"), {heapPath() + QStringLiteral("/CV Gil Ejemplo.pdf"), heapPath() + QStringLiteral("/absent.csv")});
    add(QStringLiteral("program-settings"), PageId::Settings, {});
    scenes.append({QStringLiteral("program-help"), [&theme] { return help(theme, {}); }, settle});
    scenes.append({QStringLiteral("program-help-keys"), [&theme] { return help(theme, QStringLiteral("keys")); }, settle});
    for (const QString &section : {QStringLiteral("backups"), QStringLiteral("log")})
        scenes.append({QStringLiteral("program-settings-") + section, [&theme, section] { return settingsSection(theme, section); }, settle});
    scenes.append({QStringLiteral("program-rescue-damaged"), [] { return rescue(false); }, settle});
    scenes.append({QStringLiteral("program-rescue-encrypted"), [] { return rescue(true); }, settle});
}

} // namespace rolecall::pictures
