// SPDX-License-Identifier: GPL-3.0-or-later
// The button beside the program's name: what a person does with whole workspaces.
#pragma once

#include "ui/shell/command_palette.h"

#include <QToolButton>

namespace rolecall::ui {

class WorkspaceMenu : public QToolButton
{
    Q_OBJECT
public:
    /// Hidden until there is something to do.
    explicit WorkspaceMenu(QWidget *parent = nullptr);

    /// A null action stands for a line. The shortcuts work in the whole of `window`.
    void setActions(const QList<QAction *> &actions, QWidget &window);
    /// What of it can be done now, for the palette. An action that opens a menu is none of them.
    QList<PaletteEntry> paletteEntries() const;

private:
    void popUp();

    QList<QAction *> m_actions;
};

} // namespace rolecall::ui
