// SPDX-License-Identifier: GPL-3.0-or-later
// Who reviews in a workspace, and who sits on a role's panel. Each function is one change.
#pragma once

#include "app/done.h"
#include "db/reviewers.h"

namespace rolecall::app {

/// By name; a new name makes a new reviewer, a retired one comes back. Fails where the name is empty or is on the panel already.
Result<Done> addPanelMember(db::Connection &connection, db::RoleId role, const QString &name);
/// Their reviews stay.
Result<Done> removePanelMember(db::Connection &connection, db::RoleId role, const db::Reviewer &reviewer);

/// Adds somebody to the workspace without a panel, such as a coordinator. Fails where the name is empty or taken.
Result<Done> addReviewer(db::Connection &connection, const QString &name);
/// Off every panel and out of the choices; what they have rated stays and counts. Fails for the person in front of the workspace.
Result<Done> retireReviewer(db::Connection &connection, const db::Reviewer &reviewer);
/// Back among the choices; onto panels they are put again by hand.
Result<Done> restoreReviewer(db::Connection &connection, const db::Reviewer &reviewer);

} // namespace rolecall::app
