// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a list of steps.
#include "app/log/event_log.h"
#include "ui/application/program.h"
#include "ui/application/settings_file.h"
#include "ui/command_line/command_line.h"
#include "ui/command_line/output.h"
#include "ui/translations.h"

#include <QApplication>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSysInfo>
#include <csignal>
#include <memory>

using namespace rolecall;

namespace {

constexpr int failed = 1;
constexpr int wrongUse = 2;

/// What stands in the way of a window, said before Qt gives up in its own words; 0 where nothing does.
int checkWindow(const QStringList &arguments)
{
    const QString first = arguments.value(0);
    if (!first.isEmpty() && !first.startsWith(u'-') && !first.endsWith(QLatin1String(".rolecall")) && !QFileInfo::exists(first)) {
        ui::printMessage(QCoreApplication::translate("main", "“%1” is neither a command nor a workspace. rolecall --help lists the commands.").arg(first));
        return wrongUse;
    }
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool choosesPlatform = qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || arguments.contains(QLatin1String("-platform"));
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    if (!hasDisplay && !choosesPlatform) {
        ui::printMessage(QCoreApplication::translate("main", "There is no display to open a window on. The commands work without one: see rolecall --help."));
        return failed;
    }
#else
    Q_UNUSED(hasDisplay)
    Q_UNUSED(choosesPlatform)
#endif
    return 0;
}

int runWindow(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rolecall"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROLECALL_VERSION));
    ui::installTranslations();
    app::EventLog log(app::EventLog::usualPath());
    app::logTo(&log);
    const auto stopLogging = qScopeGuard([] { app::logTo(nullptr); });
    log.write(app::EventLog::Kind::Note, QStringLiteral("Rolecall %1 started: Qt %2, %3, %4").arg(QStringLiteral(ROLECALL_VERSION), QLatin1String(qVersion()), QSysInfo::prettyProductName(), QGuiApplication::platformName()));
    ui::SettingsFile settings(ui::SettingsFile::usualPath());
    ui::Theme theme(application, ui::rememberedScheme(settings), ui::rememberedTextScale(settings));
    ui::Program program(settings, theme);
    program.start(QCoreApplication::arguments().value(1));
    const int status = QApplication::exec();
    log.write(app::EventLog::Kind::Note, QStringLiteral("Ended"));
    return status;
}

} // namespace

int main(int argc, char **argv)
{
#ifdef SIGXFSZ
    // A write beyond the limit on a file's size then fails like one on a full disk, instead of ending the program.
    std::signal(SIGXFSZ, SIG_IGN);
#endif
    const QStringList arguments(argv + 1, argv + argc);
    if (ui::isCommandLine(arguments)) {
        const auto application = ui::commandLineApplication(arguments, argc, argv);
        ui::installTranslations();
        return ui::runCommandLine(argc, argv);
    }
    if (const int status = checkWindow(arguments))
        return status;
    return runWindow(argc, argv);
}
