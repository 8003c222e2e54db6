// SPDX-License-Identifier: GPL-3.0-or-later
// A window as the program opens it, for scenes over a workspace of their own: the whole side bar, the menu of
// workspaces, all tabs of a role. A scene then puts pages with its own clock in the place of the program's.
#pragma once

#include "app/clock.h"
#include "ui/application/desk.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_settings.h"

#include <QDateTime>

#include <memory>

namespace rolecall::pictures {

/// The entries of the menu of workspaces and the Help page, which the program adds to every window.
void addProgramParts(ui::MainWindow &window);

/// Made before the window that reads it, and gone after.
struct WindowMemory
{
    ui::MemorySettings memory;
};

class FurnishedWindow : private WindowMemory, public ui::MainWindow
{
public:
    FurnishedWindow();

    /// Once, when the workspace is filled; the session outlives unfurnish().
    void furnish(ui::Session &session, ui::Theme &theme, const app::Clock &clock = app::systemClock);
    /// Pages and desk go; for the destructor of who owns the session.
    void unfurnish();

private:
    std::unique_ptr<ui::Desk> m_desk;
};

} // namespace rolecall::pictures
