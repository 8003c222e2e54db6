// SPDX-License-Identifier: GPL-3.0-or-later
// The same program without a display, for scripts and for checks: results on standard output, messages on
// standard error, exit status 0, 1 (failed, nothing half done) or 2 (wrong use).
#pragma once

#include "db/result.h"

#include <QStringList>

#include <memory>

class QCoreApplication;

namespace CLI {
class App;
}

namespace rolecall::ui {

/// Whether the arguments (without the program's name) ask for a command rather than for the window.
bool isCommandLine(const QStringList &arguments);

/// The application a command needs: without fonts and windows, but for those that lay out pages. `argc` must outlive it.
std::unique_ptr<QCoreApplication> commandLineApplication(const QStringList &arguments, int &argc, char **argv);

/// Runs one command and returns the process's exit status. Needs a QCoreApplication.
int runCommandLine(int argc, char **argv);

/// What a command's callback leaves behind. It is looked at once, after the command ran.
struct CommandResult
{
    Outcome outcome;
};

// One function per noun, each in a file of its own.
void addPostingCommands(CLI::App &app, CommandResult &result);
void addTableCommands(CLI::App &app, CommandResult &result);
void addMailCommands(CLI::App &app, CommandResult &result);
void addRoleCommands(CLI::App &app, CommandResult &result);
void addApplicantCommands(CLI::App &app, CommandResult &result);
void addShortlistCommands(CLI::App &app, CommandResult &result);
void addFindCommands(CLI::App &app, CommandResult &result);
void addCandidateCommands(CLI::App &app, CommandResult &result);
void addDeadlineCommands(CLI::App &app, CommandResult &result);
void addWorkspaceCommands(CLI::App &app, CommandResult &result);
void addDocumentCommands(CLI::App &app, CommandResult &result);
void addPacketCommands(CLI::App &app, CommandResult &result);

} // namespace rolecall::ui
