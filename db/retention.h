// SPDX-License-Identifier: GPL-3.0-or-later
// How long data are kept, by outcome and role, and whose time has passed.
// setRetention must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QDate>
#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

struct RetentionRule
{
    RoleId role;     ///< not valid: for all roles that have none of their own
    QString outcome; ///< hired, rejected, withdrawn, undecided
    int months = 0;  ///< after the outcome; undecided: after the last move
};
Result<QList<RetentionRule>> retentionRules(Connection &connection);
/// No months: the rule goes, and data of this kind are kept.
Outcome setRetention(Connection &connection, RoleId role, const QString &outcome, std::optional<int> months);

/// A person of whom nothing is to be kept any longer.
struct DuePerson
{
    CandidateId id;
    QDate since; ///< the day the last period ran out
};
/// Those all of whose applications have a rule and are past it; who has no application has no period either. The longest
/// due first. `limit` below 0: all.
Result<QList<DuePerson>> duePeople(Connection &connection, const QDate &today, int limit = -1);

} // namespace rolecall::db
