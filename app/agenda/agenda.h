// SPDX-License-Identifier: GPL-3.0-or-later
// What is next for the person in front of the workspace: dates of all roles, and reviews that wait for them.
#pragma once

#include "db/result.h"
#include "db/roles.h"
#include "db/stages.h"

#include <QDate>
#include <QList>

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

struct AgendaDate
{
    db::Deadline deadline;
    std::optional<int> days; ///< from today; negative: overdue; none without a day
};

/// Beyond this "more than" stands before the count.
constexpr int mostWaiting = 1000;

struct AgendaReview
{
    db::RoleId role;
    QString roleTitle;
    int waiting = 0; ///< undecided applications without a submitted review of this reviewer, counted up to mostWaiting
    int drafts = 0;  ///< of these, begun
};

/// Levels of this reviewer that stand on an earlier wording of a quality.
struct AgendaConfirmation
{
    db::RoleId role;
    QString roleTitle;
    int ratings = 0;
    int applications = 0;
};

struct Agenda
{
    QList<AgendaDate> dates;     ///< not done: the earliest first, those without a day last
    QList<AgendaReview> reviews; ///< roles where nothing waits are left out
    QList<AgendaConfirmation> confirmations; ///< filled by whoever asked for them: see toConfirm()
    int roles = 0;
    int overdue() const;
};

/// Reviews are asked for where the connection's reviewer sits on the panel, and where a role has none.
Result<Agenda> agenda(db::Connection &connection, const QDate &today);

/// What waits for this reviewer's confirmation. Every rating of every open role is looked at, so this is asked for when
/// qualities changed, and not with each keystroke.
Result<QList<AgendaConfirmation>> toConfirm(db::Connection &connection);

/// "today", "tomorrow", "in 3 days", "2 days ago"; beyond two months in whole months, beyond two years in years.
QString relativeDay(int days);

} // namespace rolecall::app
