// SPDX-License-Identifier: GPL-3.0-or-later
// How a workspace's tables are laid out, word for word: a file that differs was made by another program, and is not trusted.
#pragma once

#include "db/result.h"

#include <QStringList>

namespace rolecall::db {

class Connection;

/// The file's schema, an entry a line. FTS5 keeps tables of its own: they count too. Statistics are SQLite's own affair.
Result<QStringList> layout(Connection &connection);
/// What the migrations of this program make; worked out in memory, once for the newest version.
Result<QStringList> ownLayout();
Result<QStringList> ownLayout(int version);
/// The tables of the newest layout that keep rows of Rolecall's own: neither full-text indexes nor SQLite's tables.
Result<QStringList> ownTables();

} // namespace rolecall::db
