// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits on a role's panel. Each function is one change.
#pragma once

#include "app/done.h"
#include "db/reviewers.h"

namespace rolecall::app {

/// By name; a new name makes a new reviewer. Fails where the name is empty or is on the panel already.
Result<Done> addPanelMember(db::Connection &connection, db::RoleId role, const QString &name);
/// Their reviews stay.
Result<Done> removePanelMember(db::Connection &connection, db::RoleId role, const db::Reviewer &reviewer);

} // namespace rolecall::app
