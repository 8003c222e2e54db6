// SPDX-License-Identifier: GPL-3.0-or-later
// workspace backup, workspace restore and workspace recover.
#pragma once

namespace CLI {
class App;
}

namespace rolecall::ui {

struct CommandResult;

/// Adds them to the command "workspace".
void addSafetyCommands(CLI::App &workspace, CommandResult &result);

} // namespace rolecall::ui
