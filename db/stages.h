// SPDX-License-Identifier: GPL-3.0-or-later
// A role's pipeline and its dates.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QDate>
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
    std::optional<int> targetDays;
};
Result<QList<Stage>> stages(Connection &connection, RoleId role);
Result<StageId> insertStage(Connection &connection, RoleId role, const Stage &stage);

struct Deadline
{
    DeadlineId id;
    QString uuid;
    RoleId role;
    QString roleTitle; ///< read only
    QString kind;      ///< applications_close, interviews, start, other
    QString title;
    std::optional<QDate> date;
    std::optional<QString> approx;
    QString sentence;
    QString state = QStringLiteral("proposed"); ///< proposed, confirmed, done
};
Result<DeadlineId> insertDeadline(Connection &connection, const Deadline &deadline);
Outcome updateDeadline(Connection &connection, const Deadline &deadline);
Outcome deleteDeadline(Connection &connection, DeadlineId id);
/// Of one role, or of all where the id is not valid; dated ones first, in order.
Result<QList<Deadline>> deadlines(Connection &connection, RoleId role);

} // namespace rolecall::db
