// SPDX-License-Identifier: GPL-3.0-or-later
// Through which stages applications went, and when: what reports and timelines are made from. An undone move is not in it.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <functional>
#include <optional>

namespace rolecall::db {

class Connection;

struct StageVisit
{
    ApplicationId application;
    StageId stage;     ///< not valid: the stage is no longer there
    QString stageName; ///< as it is called now; of one that is gone, as it was called
    QString stageKind;
    QString enteredAt; ///< UTC, ISO 8601
    std::optional<QString> leftAt; ///< none: there now
};

/// Oldest first; the last one is where it stands now.
Result<QList<StageVisit>> stageVisits(Connection &connection, ApplicationId application);
/// Of all applications of a role, in no order.
Outcome forEachStageVisit(Connection &connection, RoleId role, const std::function<void(const StageVisit &)> &visit);

} // namespace rolecall::db
