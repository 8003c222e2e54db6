// SPDX-License-Identifier: GPL-3.0-or-later
// posting read: what is read in a posting, nothing stored.
#include "ui/command_line/command_line.h"

#include <CLI/CLI.hpp>

namespace rolecall::ui {

void addPostingCommands(CLI::App &app, CommandResult &result)
{
    Q_UNUSED(result)
    app.add_subcommand("posting", "Read postings");
}

} // namespace rolecall::ui
