// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command_line/command_line.h"

namespace rolecall::ui {

/// role revise: a newer posting for a role. `role` is the noun's own subcommand.
void addRoleReviseCommand(CLI::App &role, CommandResult &result);

} // namespace rolecall::ui
