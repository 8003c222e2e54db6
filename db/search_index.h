// SPDX-License-Identifier: GPL-3.0-or-later
// Full text over ranges of rows, for bulk loads; single rows are noted by the triggers of change_capture.h.
#pragma once

#include "db/result.h"

#include <QStringList>
#include <QVariantList>

namespace rolecall::db {

class Connection;

/// A full-text index and the columns of the table that it covers.
struct IndexedTable
{
    QString index;
    QString table;
    QStringList columns;
};
const QList<IndexedTable> &indexedTables();

/// Adds rows to their table's full-text index; a table without one is left alone.
Outcome indexRange(Connection &connection, const QString &tableName, qint64 firstId, qint64 lastId);
/// Takes them out again; the rows must still be there.
Outcome unindexRange(Connection &connection, const QString &tableName, qint64 firstId, qint64 lastId);

/// The same for the rows of a condition, in SQL with places for `values`.
Outcome unindexRows(Connection &connection, const QString &tableName, const QString &condition, const QVariantList &values);
/// Makes all indexes anew from their tables.
Outcome rebuildIndexes(Connection &connection);

/// Brings the indexes up to what the triggers noted since the last call. Called before each commit.
Outcome applyIndexQueue(Connection &connection);

/// For erasure, after the rows were deleted and within the same transaction: merges every index into one piece, since a
/// full-text index keeps the words of a deleted row until then. Takes seconds where there are a hundred thousand rows.
Outcome forgetDeleted(Connection &connection);

} // namespace rolecall::db
