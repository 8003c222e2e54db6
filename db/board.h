// SPDX-License-Identifier: GPL-3.0-or-later
// Where a role's applications stand on the board: stage, outcome, and whether they stand there too long.
#pragma once

#include "db/application_lists.h"

#include <QDateTime>

namespace rolecall::db {

struct BoardPlace
{
    ApplicationId application;
    StageId stage;
    QString outcome = {}; ///< hired, rejected, withdrawn; empty: none
    bool late = false; ///< longer in the stage than its target days, and no outcome
};

/// All that match, in the order of the rule. `now` is what "too long" is counted from.
Result<QList<BoardPlace>> boardPlaces(Connection &connection, RoleId role, const ApplicationFilter &filter, const QDateTime &now);
/// Of one; the filter of a board is not asked.
Result<BoardPlace> boardPlace(Connection &connection, ApplicationId application, const QDateTime &now);

/// Whole days between a stored time and now: what "days in stage" means everywhere.
int daysSince(const QString &stored, const QDateTime &now);

} // namespace rolecall::db
