// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the derived standings in step with ratings and qualities. Within the change that touches those.
#pragma once

#include "db/id.h"
#include "db/result.h"

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

Outcome refreshStanding(db::Connection &connection, db::ApplicationId application);
Outcome refreshStandings(db::Connection &connection, db::RoleId role);
/// The same where only weights, thresholds or tiers changed: the levels are taken from the standings as they are, which
/// is several times quicker than gathering every rating, and only what is different is written.
Outcome rankAnew(db::Connection &connection, db::RoleId role);

} // namespace rolecall::app
