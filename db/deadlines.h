// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of a role or of one application, each with the sentence it was read from.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QDate>
#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

/// A date that follows from another one of its role: so many days or working days after it; negative: before it.
struct Anchor
{
    DeadlineId deadline;
    int offset = 0; ///< -3660 to 3660
    bool workingDays = false;

    friend bool operator==(const Anchor &, const Anchor &) = default;
};

struct Deadline
{
    DeadlineId id;
    QString uuid;
    RoleId role;
    QString roleTitle; ///< read only
    QString kind;      ///< applications_close, interviews, start, other
    QString title;
    std::optional<QDate> date;
    std::optional<QString> approx;
    QString sentence;
    QString state = QStringLiteral("proposed"); ///< proposed, confirmed, done
    ApplicationId application{}; ///< valid where it belongs to one applicant alone
    ReviewerId owner{};
    QString ownerName{};         ///< read only
    std::optional<int> remindDays{};  ///< days before the date
    std::optional<Anchor> anchor{};
    int sequence = 0; ///< grows with each change that a calendar has to take over (RFC 5545, 3.8.7.4)
};
Result<DeadlineId> insertDeadline(Connection &connection, const Deadline &deadline);
Outcome updateDeadline(Connection &connection, const Deadline &deadline);
/// Dates that followed from it stay as they are, and follow from nothing any more.
Outcome deleteDeadline(Connection &connection, DeadlineId id);
Result<Deadline> deadline(Connection &connection, DeadlineId id);
/// Of one role, or of all where the id is not valid; dated ones first, in order.
Result<QList<Deadline>> deadlines(Connection &connection, RoleId role);
/// Those of all roles with a day in the span, both ends included, in order.
Result<QList<Deadline>> deadlinesBetween(Connection &connection, const QDate &first, const QDate &last);

/// What is not done yet over all roles: the earliest `limit` of them, those without a day last; and how many there are.
struct OpenDeadlines
{
    QList<Deadline> first;
    int all = 0;
    int overdue = 0; ///< before `today`
    int soon = 0;    ///< from `today` to `soonUntil`
};
Result<OpenDeadlines> openDeadlines(Connection &connection, const QDate &today, const QDate &soonUntil, int limit);

/// A role that still takes applications though the last of its exact closing dates lies before a day.
struct PassedClosing
{
    RoleId role;
    QString title;
    QDate closed; ///< the last day on which one could apply
};
/// Leaves out roles that say "until filled" as well, and those that were closed for that day before and opened again, by
/// undo or by hand: a change of the kind "closing" with the day as its detail.
Result<QList<PassedClosing>> passedClosings(Connection &connection, const QDate &today);
/// The last exact closing date of a role.
Result<std::optional<QDate>> closingDate(Connection &connection, RoleId role);

} // namespace rolecall::db
