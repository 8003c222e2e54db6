// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with dates. Each function is one change; dates that follow from the touched one move along in it.
#pragma once

#include "app/done.h"
#include "db/deadlines.h"

namespace rolecall::app {

/// Fails where the date would follow from itself, or from one of another role. A date with an anchor takes its day from it.
Result<Done> addDeadline(db::Connection &connection, const db::Deadline &deadline);
Result<Done> changeDeadline(db::Connection &connection, const db::Deadline &deadline);
/// proposed, confirmed or done.
Result<Done> setDeadlineState(db::Connection &connection, db::DeadlineId deadline, const QString &state);
Result<Done> removeDeadline(db::Connection &connection, const db::Deadline &deadline);
/// By so many days; a date that followed from another one then stands by itself. Fails for one without a day.
Result<Done> moveDeadline(db::Connection &connection, db::DeadlineId deadline, int days);

/// Puts every date of the role that follows from another one where it belongs. Within a change.
Outcome followAnchors(db::Connection &connection, db::RoleId role);

} // namespace rolecall::app
