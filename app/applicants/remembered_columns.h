// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says about the columns of a source is remembered for the next table of the same shape.
#pragma once

#include "app/table/column_mapping.h"

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

/// The same for tables with the same columns, in whatever order; empty without a header.
QString columnsKey(const QStringList &header);

/// Applies what is remembered of this source, as far as it fits this role; says so where it changes anything.
Outcome applyRememberedColumns(db::Connection &connection, ColumnMapping &mapping, const QStringList &header);

/// Keeps how `chosen` differs from what is recognised by itself. Within the transaction of the import.
Outcome rememberColumns(db::Connection &connection, const ColumnMapping &recognised, const ColumnMapping &chosen, const QStringList &header);

} // namespace rolecall::app
