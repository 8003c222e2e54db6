// SPDX-License-Identifier: GPL-3.0-or-later
// Applications that have stood in a stage for longer than it is meant to take.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QDate>
#include <QList>

namespace rolecall::db {

class Connection;

struct LongStay
{
    RoleId role;
    QString roleTitle;
    StageId stage;
    QString stageName;
    int targetDays = 0;
    int applications = 0; ///< undecided ones that stand there longer
    QDate since;          ///< the earliest of them came to the stage on this day (UTC)
};

/// Stages with a target that somebody has overstayed, by role and stage.
Result<QList<LongStay>> longStays(Connection &connection, const QDate &today);

} // namespace rolecall::db
