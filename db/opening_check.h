// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at before a file is worked with: cheap enough for a million applicants. The whole check is damage() in backup.h.
#pragma once

#include "db/result.h"

namespace rolecall::db {

class Connection;

/// What a file is found to be.
enum class FileState {
    Whole,   ///< nothing found by a quick look
    Missing, ///< no such file, or it cannot be read
    Foreign, ///< not a Rolecall workspace
    Newer,   ///< of a newer program
    Damaged  ///< a workspace once: cut, overwritten, or with tables that are not as Rolecall lays them out
};
/// Looks at a file without changing it.
FileState fileState(const QString &path);

/// Recognises what is no workspace, and what is cut short, before SQLite sees it.
Outcome checkHeader(const QString &path);
/// Whether the header alone says: a workspace of a schema version this program knows. A write-ahead log may say otherwise.
bool hasKnownHeader(const QString &path);
/// The header says: a workspace of an older version, which an opening for writing upgrades.
bool hasOlderSchema(const QString &path);
/// Holds the file's layout against what the migrations make, word for word.
Outcome checkLayout(Connection &connection, int version);
/// A workspace of a version this program knows, laid out as that version is.
Outcome checkUsable(Connection &connection);
/// Looks at the layout and at both ends of each table, of a file whose schema is the newest.
Outcome checkTables(Connection &connection);

} // namespace rolecall::db
