// SPDX-License-Identifier: GPL-3.0-or-later
// What a person once said about the columns of a table, by the set of its columns' names: the next table of the same
// shape is read the same way. A memory rather than an act, so it is not in the change log.
#pragma once

#include "db/result.h"

#include <QStringList>

namespace rolecall::db {

class Connection;

/// FIELD=COLUMN texts; empty where the source is new.
Result<QStringList> importMapping(Connection &connection, const QString &sourceKey);
/// Adds or replaces; an empty list forgets the source.
Outcome storeImportMapping(Connection &connection, const QString &sourceKey, const QStringList &columns);

} // namespace rolecall::db
