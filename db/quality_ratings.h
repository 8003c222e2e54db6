// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the ratings of a quality whose meaning moved.
#pragma once

#include "db/id.h"
#include "db/result.h"

namespace rolecall::db {

class Connection;

/// Marks every rating of a quality to be looked at again; the levels stand. Within a ChangeScope.
Outcome markForReconfirmation(Connection &connection, QualityId quality);

} // namespace rolecall::db
