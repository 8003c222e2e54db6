// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of many applications at once, in as few statements as possible: what a selection of a hundred thousand needs.
// Functions that write must be called within a ChangeScope. Each returns how many applications it changed.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QStringList>

namespace rolecall::db {

class Connection;

/// Those that stand there already keep the day since they do; of the others it is kept where they stood (db/stage_history.h).
Result<int> setStage(Connection &connection, const QList<ApplicationId> &applications, StageId stage);
/// hired, rejected or withdrawn, with its reason.
Result<int> setOutcome(Connection &connection, const QList<ApplicationId> &applications, const QString &outcome, const QString &reason);
/// The same where there is no outcome yet.
Result<int> setFirstOutcome(Connection &connection, const QList<ApplicationId> &applications, const QString &outcome, const QString &reason);
Result<int> clearOutcome(Connection &connection, const QList<ApplicationId> &applications);
/// Of these, those outside `stage` that are not through the gate as the panel has it, whoever may see that.
Result<QList<ApplicationId>> notThroughGate(Connection &connection, const QList<ApplicationId> &applications, StageId stage);
/// The reasons given so far in a role for an outcome, most frequent first; a dozen at most.
Result<QStringList> outcomeReasons(Connection &connection, RoleId role, const QString &outcome);
/// Beside the tags they have.
Result<int> addTags(Connection &connection, const QList<ApplicationId> &applications, const QStringList &names);

} // namespace rolecall::db
