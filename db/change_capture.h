// SPDX-License-Identifier: GPL-3.0-or-later
// How rows reach the change log and the full-text indexes without any writer having to think of it: temporary triggers
// on each connection that writes. They are made by this program at run time, so none is taken from a file.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QStringList>

namespace rolecall::db {

class Connection;

/// A table whose rows the change log keeps.
struct LoggedTable
{
    QString name;
    QStringList keyColumns;
    QStringList columns; ///< all, in the order of the schema
};

/// The logged tables in an order in which rows can be added (a table comes after those it refers to).
const QStringList &loggedTableNames();
/// Reads a table's columns from the file.
Result<LoggedTable> loggedTable(Connection &connection, const QString &name);

/// Makes the triggers, once per connection.
Outcome startCapture(Connection &connection);
/// Rows touched from now on belong to this change; an invalid id: to none.
Outcome captureInto(Connection &connection, ChangeId change);
/// Takes the triggers away for a bulk load, which logs and indexes by range instead (see bulk_load.h), and puts them back.
Outcome suspendCapture(Connection &connection);
Outcome resumeCapture(Connection &connection);

} // namespace rolecall::db
