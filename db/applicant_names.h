// SPDX-License-Identifier: GPL-3.0-or-later
// The names of everybody who applied for a role: for taking them out of texts about somebody else.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QString>

namespace rolecall::db {

class Connection;

/// At most `limit`.
Result<QList<QString>> applicantNames(Connection &connection, RoleId role, int limit);

} // namespace rolecall::db
