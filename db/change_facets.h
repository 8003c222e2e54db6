// SPDX-License-Identifier: GPL-3.0-or-later
// What the change log can be filtered by, and what a change touched.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QStringList>

namespace rolecall::db {

class Connection;

/// The kinds and the people that occur in a role's changes, or in all where the role is not valid; in order of name.
struct ChangeFacets
{
    QStringList kinds;
    QList<std::pair<ReviewerId, QString>> reviewers;
};
Result<ChangeFacets> changeFacets(Connection &connection, RoleId role);

/// How many rows of which tables a change touched, most first.
struct TouchedRows
{
    QString table;
    qint64 rows = 0;
};
Result<QList<TouchedRows>> touchedRows(Connection &connection, ChangeId change);

} // namespace rolecall::db
