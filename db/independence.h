// SPDX-License-Identifier: GPL-3.0-or-later
// Independence, decided in one place: a member of a role's panel sees nothing of what the panel made of an application
// (gate, score, coverage, levels, evidence of others) before submitting a written review of their own; who interviews the
// applicant sees nobody else's scores before submitting their own score sheet. Somebody who is
// not on the panel and rates nothing, such as a coordinator, sees everything. Where nobody is on the panel, everybody is.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QSet>

namespace rolecall::db {

class Connection;

/// SQL that is true for an application hidden from a reader. `application` and `role` are SQL expressions for the two
/// keys. A reader who is not valid has nothing hidden from them.
QString hiddenCondition(const QString &application, const QString &role, ReviewerId reader);

/// Whether anything in the role (not valid: in any role) can be hidden from the reader: a quick look that answers no where they alone submit reviews.
Result<bool> canHide(Connection &connection, RoleId role, ReviewerId reader);

/// Those of a role. Costs next to nothing where canHide() says no.
Result<QSet<ApplicationId>> hiddenApplications(Connection &connection, RoleId role, ReviewerId reader);
/// Of these, all of one role.
Result<QSet<ApplicationId>> hiddenOf(Connection &connection, RoleId role, const QList<ApplicationId> &applications, ReviewerId reader);
/// Of these, whatever their role: for few.
Result<QSet<ApplicationId>> hiddenAmong(Connection &connection, const QList<ApplicationId> &applications, ReviewerId reader);

} // namespace rolecall::db
