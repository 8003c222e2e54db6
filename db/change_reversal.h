// SPDX-License-Identifier: GPL-3.0-or-later
// Puts rows back as they were before a change: the one mechanism behind undo and redo.
#pragma once

#include "db/change_log.h"

namespace rolecall::db {

/// Within an open scope (whose capture records the opposite), restores every row of `target`. Returns the tables touched.
Result<QStringList> restoreRows(Connection &connection, ChangeId target, ChangeScope &scope);

} // namespace rolecall::db
