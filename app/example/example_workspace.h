// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace to look around in: an invented observatory hires. Made by the same functions a person's acts call, so it
// also shows what a history looks like.
#pragma once

#include "db/result.h"

#include <QString>

namespace rolecall::app {

/// Makes the example as a new file. Takes a second or so: not for the interface thread. On failure no file is left.
Outcome makeExample(const QString &path);

} // namespace rolecall::app
