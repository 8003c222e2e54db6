// SPDX-License-Identifier: GPL-3.0-or-later
// How many applications of a role wait for one reviewer. Counted up to a bound: who has thousands before them is not
// helped by the exact number, and a start of the program would wait for it.
#pragma once

#include "db/id.h"
#include "db/result.h"

namespace rolecall::db {

class Connection;

struct WaitingReviews
{
    int waiting = 0; ///< at most `limit`
    int drafts = 0;  ///< of these, begun
};
Result<WaitingReviews> waitingReviews(Connection &connection, RoleId role, ReviewerId reviewer, int limit);

} // namespace rolecall::db
