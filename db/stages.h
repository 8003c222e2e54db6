// SPDX-License-Identifier: GPL-3.0-or-later
// A role's pipeline and its dates.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

struct Stage
{
    StageId id;
    QString uuid;
    int position = 0;
    QString name;
    QString kind; ///< review, test, interview, offer, hired
    std::optional<int> targetDays = {};
    bool throughGate = false; ///< only who is through the gate enters, unless somebody says why not
};
/// In their order.
Result<QList<Stage>> stages(Connection &connection, RoleId role);
Result<StageId> insertStage(Connection &connection, RoleId role, const Stage &stage);
/// Name, kind, target, condition and position, as given.
Outcome updateStage(Connection &connection, const Stage &stage);
/// Nobody may stand in it any more. Visits to it in the past keep its name.
Outcome deleteStage(Connection &connection, StageId stage);
/// Moves everything that belongs to one stage to another: applications, and interviews held for it. To none (not valid):
/// interviews alone, and it fails where an application stands in the stage.
Outcome emptyStage(Connection &connection, StageId from, StageId to);
/// How many applications stand in each stage of a role, whatever their outcome; a stage without any is left out.
Result<QHash<StageId, int>> stageCounts(Connection &connection, RoleId role);

} // namespace rolecall::db
