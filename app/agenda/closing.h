// SPDX-License-Identifier: GPL-3.0-or-later
// A role stops taking applications when its closing date has passed, whether or not the program ran that day.
// Its applicants go on being reviewed; a late application can still be imported, and is marked as late.
#pragma once

#include "app/done.h"
#include "db/deadlines.h"

namespace rolecall::app {

/// Closes every role whose last exact closing date lies before `today`; each is one change made by the program, not by
/// the connection's reviewer. A role that was closed for that date and opened again stays open.
Result<QList<db::PassedClosing>> closePassedRoles(db::Connection &connection, const QDate &today);

/// By hand, and again open.
Result<Done> closeRole(db::Connection &connection, db::RoleId role);
Result<Done> reopenRole(db::Connection &connection, db::RoleId role);

/// The title of a date as it may be shown: what people wrote about one applicant, without the identity where that is hidden.
QString shownTitle(db::Connection &connection, const db::Deadline &deadline);

/// Whether an application that came on this day (YYYY-MM-DD; none: not known) is late for a role that closed then.
bool isLate(const QString &appliedOn, const std::optional<QDate> &closing);

} // namespace rolecall::app
