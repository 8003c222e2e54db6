// SPDX-License-Identifier: GPL-3.0-or-later
// Moving what belongs to one person, or to one application, to another. What a table refers to is read from the schema,
// so that whatever is added later moves too. Functions must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>

namespace rolecall::db {

class Connection;

/// Two applications for the same role, one of each person.
struct ApplicationPair
{
    ApplicationId kept;
    ApplicationId other;
};
Result<QList<ApplicationPair>> applicationsForSameRole(Connection &connection, CandidateId kept, CandidateId other);

/// Everything of `other` that is not in its own row becomes `kept`'s, where `kept` has not its own of the kind; that which
/// can only be once and `kept` has already (a review of the same reviewer, an agreed level of the same quality, a place by
/// hand) must have been seen to before. The row of `other` goes.
Outcome mergeApplication(Connection &connection, ApplicationId kept, ApplicationId other);
/// The same for people, once no two of their applications are for one role.
Outcome mergePerson(Connection &connection, CandidateId kept, CandidateId other);

/// Ratings of qualities that `kept` has not rated, and all evidence, from one review to another; the row of `other` goes.
Outcome mergeReview(Connection &connection, ReviewId kept, ReviewId other);

} // namespace rolecall::db
