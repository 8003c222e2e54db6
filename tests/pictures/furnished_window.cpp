// SPDX-License-Identifier: GPL-3.0-or-later
#include "furnished_window.h"

#include "ui/pages/help/help_page.h"

#include <QAction>

namespace rolecall::pictures {

void addProgramParts(ui::MainWindow &window)
{
    QList<QAction *> actions;
    for (const QString &text : {QStringLiteral("New workspace…"), QStringLiteral("Open the example"), QStringLiteral("Open a workspace…")})
        actions << new QAction(text, &window);
    window.setFileActions(actions);
    window.registerPage(ui::PageId::Help, [] { return new ui::HelpPage; });
}

FurnishedWindow::FurnishedWindow()
    : MainWindow(memory)
{
    addProgramParts(*this);
}

void FurnishedWindow::furnish(ui::Session &session, ui::Theme &theme, const app::Clock &clock)
{
    m_desk = std::make_unique<ui::Desk>(session, *this, theme, clock, [](const QString &, const QString &) {});
}

void FurnishedWindow::unfurnish()
{
    delete takeCentralWidget(); // pages before their session
    m_desk.reset();
}

} // namespace rolecall::pictures
