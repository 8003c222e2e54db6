// SPDX-License-Identifier: GPL-3.0-or-later
// The dates that were read in a posting become dates of its role, each with its sentence, to be confirmed.
#pragma once

#include "app/posting/posting_draft.h"
#include "db/id.h"
#include "db/result.h"

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

/// Adds those that the role does not have yet. A relative one follows the first exact date of the kind it counts from,
/// else the first of that kind, and has no day until that one has. Within a change.
Outcome addReadDates(db::Connection &connection, db::RoleId role, const RoleDraft &draft);

} // namespace rolecall::app
