// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the stored standings against what the ratings say now.
#pragma once

#include "db/id.h"
#include "db/result.h"

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

/// How many applications stand otherwise in the file than their ratings make them; 0 in a sound file.
Result<qint64> standingsThatDiffer(db::Connection &connection);

} // namespace rolecall::app
