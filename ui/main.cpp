// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a list of steps.
#include "ui/application/program.h"
#include "ui/application/settings_file.h"
#include "ui/command_line/command_line.h"

#include <QApplication>

using namespace rolecall;

namespace {

int runWindow(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rolecall"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROLECALL_VERSION));
    ui::SettingsFile settings(ui::SettingsFile::usualPath());
    ui::Theme theme(application, ui::rememberedScheme(settings), ui::rememberedTextScale(settings));
    ui::Program program(settings, theme);
    program.start(QCoreApplication::arguments().value(1));
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments(argv + 1, argv + argc);
    if (ui::isCommandLine(arguments)) {
        QCoreApplication application(argc, argv);
        return ui::runCommandLine(argc, argv);
    }
    return runWindow(argc, argv);
}
