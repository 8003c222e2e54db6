// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace_menu.h"

#include <QAction>
#include <QMenu>

namespace rolecall::ui {

WorkspaceMenu::WorkspaceMenu(QWidget *parent)
    : QToolButton(parent)
{
    setIcon(lineIcon(Icon::More));
    setToolTip(tr("Workspaces: new, open, copy, close"));
    setAccessibleName(tr("Workspaces"));
    setAutoRaise(true);
    hide();
    connect(this, &QToolButton::clicked, this, &WorkspaceMenu::popUp);
}

void WorkspaceMenu::setActions(const QList<QAction *> &actions, QWidget &window)
{
    m_actions = actions;
    for (QAction *action : actions) {
        if (action)
            window.addAction(action);
    }
    setVisible(!actions.isEmpty());
}

// The menu is made when it is wanted: at the start nobody waits for it.
void WorkspaceMenu::popUp()
{
    auto *menu = new QMenu(window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : std::as_const(m_actions)) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

QList<PaletteEntry> WorkspaceMenu::paletteEntries() const
{
    QList<PaletteEntry> entries;
    for (QAction *action : m_actions) {
        if (action && action->isEnabled() && !action->menu())
            entries.append({action->text(), action->shortcut().toString(QKeySequence::NativeText), Icon::Document, [action] { action->trigger(); }});
    }
    return entries;
}

} // namespace rolecall::ui
