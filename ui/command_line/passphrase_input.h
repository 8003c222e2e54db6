// SPDX-License-Identifier: GPL-3.0-or-later
// How a command comes by a passphrase: from a terminal without showing it, or from a file. Never from the arguments, which
// everybody on the computer can read, nor from the environment.
#pragma once

#include "db/result.h"

#include <QByteArray>
#include <string>

namespace CLI {
class App;
}

namespace rolecall::ui {

/// Adds --passphrase-file to a command.
void addPassphraseOption(CLI::App &command, std::string &file);

/// The first line of `file` ("-": standard input, /dev/fd/N: an open descriptor); without one the terminal is asked, twice where
/// it is a new passphrase.
Result<QByteArray> readPassphrase(const std::string &file, bool isNew);

} // namespace rolecall::ui
