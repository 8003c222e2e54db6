// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt Widgets program shows: the floor of bench_start.
#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Quit"), &application, &QApplication::quit);
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    window.resize(1100, 700);
    window.show();
    return QApplication::exec();
}
