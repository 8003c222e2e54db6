// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the ratings of a quality whose meaning moved.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QHash>
#include <optional>

namespace rolecall::db {

class Connection;

/// Marks every rating of a quality to be looked at again; the levels stand. Within a ChangeScope.
Outcome markForReconfirmation(Connection &connection, QualityId quality);

/// How many ratings, drafts among them, each of a role's qualities has; one without any is left out. Numbers alone, so
/// nothing of anybody's judgement is told.
Result<QHash<QualityId, int>> ratingCounts(Connection &connection, RoleId role);

/// How many submitted levels of a role stand on an earlier wording, over how many applications.
struct ReconfirmCounts
{
    int ratings = 0;
    int applications = 0;
};
Result<ReconfirmCounts> submittedToConfirm(Connection &connection, RoleId role);
/// The same for one reviewer's own ratings, drafts among them, by role; one without any is left out.
Result<QHash<RoleId, ReconfirmCounts>> ownToConfirm(Connection &connection, ReviewerId reviewer);

/// Confirms one reviewer's levels of an application as they stand: of one quality, or of all where it is not valid.
/// Returns how many were waiting for it. Within a ChangeScope.
Result<int> confirmRatings(Connection &connection, ApplicationId application, ReviewerId reviewer, QualityId quality = {});

} // namespace rolecall::db
