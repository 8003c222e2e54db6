// SPDX-License-Identifier: GPL-3.0-or-later
// A role and all that hangs on it, taken away in bulk: rows are kept many to an image, so that a role of a hundred
// thousand applications goes in seconds and comes back whole.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QString>

namespace rolecall::db {

class Connection;

/// What belongs to a role: a logged table, and which of its rows, in SQL with one place for the role's key.
struct RoleTable
{
    QString table;
    QString condition;
};
/// Those that refer to others come before what they refer to; the role itself is last.
const QList<RoleTable> &roleTables();

/// Takes a role away with everything in it. Candidates and documents' contents stay: they belong to the workspace.
/// Within a ChangeScope.
Outcome deleteRole(Connection &connection, RoleId id);

} // namespace rolecall::db
