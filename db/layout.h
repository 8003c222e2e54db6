// SPDX-License-Identifier: GPL-3.0-or-later
// How a workspace's tables are laid out, word for word: a file that differs was made by another program, and is not trusted.
#pragma once

#include "db/result.h"

#include <QStringList>

namespace rolecall::db {

class Connection;

/// The file's schema, an entry a line. FTS5 keeps tables of its own: they count too. Statistics are SQLite's own affair.
Result<QStringList> layout(Connection &connection);
/// SHA-256 of a layout, hexadecimal.
QByteArray layoutDigest(const QStringList &layout);
/// What the newest layout's digest is known to be: a file that has it needs no layout to be worked out beside it, which
/// takes longer than the rest of an opening. A test holds it against ownLayout().
extern const char *const newestLayoutDigest;
/// What the migrations of this program make; worked out in memory, once for the newest version.
Result<QStringList> ownLayout();
Result<QStringList> ownLayout(int version);
/// The tables of the newest layout that keep rows of Rolecall's own: neither full-text indexes nor SQLite's tables.
Result<QStringList> ownTables();
/// The same of any layout.
QStringList tablesOf(const QStringList &layout);

} // namespace rolecall::db
