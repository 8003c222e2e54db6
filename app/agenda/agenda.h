// SPDX-License-Identifier: GPL-3.0-or-later
// What is next for the person in front of the workspace: dates and interviews of all roles, score sheets and reviews that
// wait for them, and applications that have stood too long in a stage.
#pragma once

#include "db/deadlines.h"
#include "db/interviews.h"
#include "db/long_stays.h"
#include "db/result.h"
#include "db/roles.h"

#include <QDateTime>
#include <QList>

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

struct AgendaDate
{
    db::Deadline deadline;
    std::optional<int> days; ///< from today; negative: overdue; none without a day
    QString applicant{};     ///< as may be shown, where the date belongs to one
};

struct AgendaInterview
{
    db::Interview interview;
    QString applicant;      ///< as may be shown
    QDateTime here;         ///< what the clock of the person's own zone shows; its spec is UTC
    int days = 0;           ///< from today in that zone
    bool over = false;      ///< it has ended, and nobody has said that it was held
    bool mine = false;      ///< the connection's reviewer is on its panel
};

/// Beyond this "more than" stands before the count.
constexpr int mostWaiting = 1000;
/// More dates and interviews than anybody reads in a day are counted, not listed.
constexpr int mostListed = 200;
constexpr int soonDays = 7;

struct AgendaReview
{
    db::RoleId role;
    QString roleTitle;
    int waiting = 0; ///< undecided applications without a submitted review of this reviewer, counted up to mostWaiting
    int drafts = 0;  ///< of these, begun
};

/// What a newer posting asks of this reviewer anew: levels that stand on an earlier wording of a quality, and submitted
/// reviews without a level on a quality that came after them.
struct AgendaConfirmation
{
    db::RoleId role;
    QString roleTitle;
    int ratings = 0;
    int applications = 0; ///< of these
    int lacking = 0;      ///< reviews
    int newQualities = 0;
};

struct Agenda
{
    QList<AgendaDate> dates; ///< not done: the earliest first, those without a day last; at most mostListed
    int allDates = 0;        ///< not done
    int overdueDates = 0;
    int soonDates = 0; ///< from today on, within soonDays
    QList<AgendaInterview> interviews; ///< open ones by time; at most mostListed
    QList<AgendaInterview> scores;     ///< that were held, or should have been: one's own score sheet is missing
    QList<AgendaReview> reviews; ///< roles where nothing waits are left out
    QList<AgendaConfirmation> confirmations; ///< filled by whoever asked for them: see toConfirm()
    QList<db::LongStay> longStays;
    int roles = 0;
    int overdue() const; ///< dates, and interviews that are over
    int soon() const;    ///< dates and interviews of the coming week
    bool isEmpty() const { return dates.isEmpty() && interviews.isEmpty() && scores.isEmpty() && reviews.isEmpty() && confirmations.isEmpty() && longStays.isEmpty(); }
};

/// `now` is UTC, `zone` the person's own: it says which day it is. Reviews are asked for where the connection's reviewer
/// sits on the panel, and where a role has none.
Result<Agenda> agenda(db::Connection &connection, const QDateTime &now, const QString &zone);

/// What waits for this reviewer's confirmation. After a rewording in a large role that is every rating of it, so this is
/// asked for when qualities changed, and not with each keystroke.
Result<QList<AgendaConfirmation>> toConfirm(db::Connection &connection);

/// "today", "tomorrow", "in 3 days", "2 days ago"; beyond two months in whole months, beyond two years in years.
QString relativeDay(int days);

} // namespace rolecall::app
