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

/// Those that stand there already keep the day since they do.
Result<int> setStage(Connection &connection, const QList<ApplicationId> &applications, StageId stage);
/// hired, rejected or withdrawn, with its reason.
Result<int> setOutcome(Connection &connection, const QList<ApplicationId> &applications, const QString &outcome, const QString &reason);
Result<int> clearOutcome(Connection &connection, const QList<ApplicationId> &applications);
/// Beside the tags they have.
Result<int> addTags(Connection &connection, const QList<ApplicationId> &applications, const QStringList &names);

} // namespace rolecall::db
