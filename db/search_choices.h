// SPDX-License-Identifier: GPL-3.0-or-later
// What a search can be kept to, across the roles of a workspace.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QStringList>

namespace rolecall::db {

class Connection;

struct SearchChoices
{
    QList<std::pair<RoleId, QString>> roles; ///< newest first
    QStringList stages;  ///< by name, in the order in which roles have them
    QStringList tags;
    QStringList sources; ///< at most 200
};
Result<SearchChoices> searchChoices(Connection &connection);

} // namespace rolecall::db
