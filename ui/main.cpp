// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a list of steps.
#include "ui/command_line/command_line.h"

#include <QApplication>

using namespace rolecall;

int main(int argc, char **argv)
{
    const QStringList arguments(argv + 1, argv + argc);
    if (ui::isCommandLine(arguments)) {
        QCoreApplication application(argc, argv);
        return ui::runCommandLine(argc, argv);
    }
    QApplication application(argc, argv);
    return 0;
}
