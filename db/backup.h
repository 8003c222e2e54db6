// SPDX-License-Identifier: GPL-3.0-or-later
// Copies by SQLite's online backup interface, and the file's own check. Only SQLite has these.
#pragma once

#include "db/result.h"

#include <QStringList>
#include <functional>

namespace rolecall::db {

class Connection;

/// Heard now and then with pages done and in all, the check of the copy included; false ends it.
using BackupProgress = std::function<bool(qint64 done, qint64 total)>;

/// Copies the open workspace, as it is at this moment, to a new file, readable by its owner only, and checks the copy. Others
/// may write meanwhile. A file that is in the way is replaced only after the copy was found whole; nothing half written stays behind.
Outcome backUp(Connection &connection, const QString &toPath, const BackupProgress &progress = {});

/// What the file's own check finds: empty where it is whole. Looks at every page, index and reference.
Result<QStringList> damage(Connection &connection);

} // namespace rolecall::db
