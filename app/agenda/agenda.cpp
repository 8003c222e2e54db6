// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/agenda.h"

#include "app/agenda/closing.h"
#include "app/agenda/zoned_time.h"
#include "app/blind/identity.h"
#include "app/interviews/interview_cover.h"
#include "db/connection.h"
#include "db/new_qualities.h"
#include "db/quality_ratings.h"
#include "db/reviewers.h"
#include "db/waiting_reviews.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Agenda", text);
}

Result<bool> reviewsFor(db::Connection &connection, db::RoleId role)
{
    const auto panel = db::panel(connection, role);
    if (!panel)
        return tl::unexpected(panel.error());
    return panel->isEmpty() || std::any_of(panel->begin(), panel->end(), [&connection](const db::Reviewer &reviewer) { return reviewer.id == connection.reviewer(); });
}

} // namespace

int Agenda::overdue() const
{
    return overdueDates + int(std::count_if(interviews.begin(), interviews.end(), [](const AgendaInterview &interview) { return interview.over; }));
}

int Agenda::soon() const
{
    return soonDates + int(std::count_if(interviews.begin(), interviews.end(), [](const AgendaInterview &interview) { return !interview.over && interview.days <= soonDays; }));
}

namespace {

Outcome readDates(db::Connection &connection, const QDate &today, Agenda &agenda)
{
    const auto open = db::openDeadlines(connection, today, today.addDays(soonDays), mostListed);
    if (!open)
        return tl::unexpected(open.error());
    agenda.allDates = open->all;
    agenda.overdueDates = open->overdue;
    agenda.soonDates = open->soon;
    for (const db::Deadline &deadline : open->first) {
        AgendaDate date{deadline, deadline.date ? std::optional<int>(int(today.daysTo(*deadline.date))) : std::nullopt};
        if (deadline.application.isValid()) {
            date.applicant = displayName(connection, deadline.application);
            date.deadline.title = shownTitle(connection, deadline);
        }
        agenda.dates.append(date);
    }
    return {};
}

Result<QList<AgendaInterview>> shown(db::Connection &connection, Result<QList<db::Interview>> interviews, const QDateTime &now, const QString &zone)
{
    if (!interviews)
        return tl::unexpected(interviews.error());
    coverInterviews(connection, *interviews);
    const QDate today = localTime(now, zone).date();
    QList<AgendaInterview> list;
    for (const db::Interview &interview : std::as_const(*interviews)) {
        AgendaInterview one;
        one.interview = interview;
        one.applicant = displayName(connection, interview.application);
        one.here = localTime(interview.startsAt, zone);
        one.days = int(today.daysTo(one.here.date()));
        one.over = interview.isOpen() && interview.endsAt() < now;
        const auto mine = db::isInterviewing(connection, connection.reviewer(), interview.application);
        if (!mine)
            return tl::unexpected(mine.error());
        one.mine = *mine;
        list << one;
    }
    return list;
}

Outcome readInterviews(db::Connection &connection, const QDateTime &now, const QString &zone, Agenda &agenda)
{
    auto interviews = shown(connection, db::openInterviews(connection, mostListed), now, zone);
    if (!interviews)
        return tl::unexpected(interviews.error());
    agenda.interviews = std::move(*interviews);
    if (!connection.reviewer().isValid())
        return {};
    auto scores = shown(connection, db::unscoredInterviews(connection, connection.reviewer(), now, mostListed), now, zone);
    if (!scores)
        return tl::unexpected(scores.error());
    agenda.scores = std::move(*scores);
    return {};
}

Outcome readReviews(db::Connection &connection, Agenda &agenda)
{
    const auto roles = db::roleSummaries(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    agenda.roles = int(roles->size());
    for (const db::RoleSummary &summary : *roles) {
        if (summary.applicants == 0)
            continue;
        const auto mine = reviewsFor(connection, summary.role.id);
        if (!mine)
            return tl::unexpected(mine.error());
        if (!*mine)
            continue;
        const auto reviews = db::waitingReviews(connection, summary.role.id, connection.reviewer(), mostWaiting);
        if (!reviews)
            return tl::unexpected(reviews.error());
        if (reviews->waiting > 0)
            agenda.reviews.append({summary.role.id, summary.role.title, reviews->waiting, reviews->drafts});
    }
    return {};
}

} // namespace

Result<Agenda> agenda(db::Connection &connection, const QDateTime &now, const QString &zone)
{
    Agenda result;
    const QDate today = localTime(now, zone).date();
    if (auto outcome = readDates(connection, today, result); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = readInterviews(connection, now, zone, result); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = readReviews(connection, result); !outcome)
        return tl::unexpected(outcome.error());
    auto stays = db::longStays(connection, today);
    if (!stays)
        return tl::unexpected(stays.error());
    result.longStays = std::move(*stays);
    return result;
}

Result<QList<AgendaConfirmation>> toConfirm(db::Connection &connection)
{
    const auto counts = db::ownToConfirm(connection, connection.reviewer());
    if (!counts)
        return tl::unexpected(counts.error());
    QList<AgendaConfirmation> list;
    const auto roles = db::roleSummaries(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    for (const db::RoleSummary &summary : *roles) {
        const auto found = counts->constFind(summary.role.id);
        const db::ReconfirmCounts again = found == counts->cend() ? db::ReconfirmCounts() : *found;
        const auto added = db::newQualities(connection, summary.role.id, connection.reviewer());
        if (!added)
            return tl::unexpected(added.error());
        const auto lacking = db::reviewsLacking(connection, summary.role.id, connection.reviewer(), *added);
        if (!lacking)
            return tl::unexpected(lacking.error());
        if (again.ratings > 0 || *lacking > 0)
            list.append({summary.role.id, summary.role.title, again.ratings, again.applications, *lacking, int(added->size())});
    }
    return list;
}

QString relativeDay(int days)
{
    if (days == 0)
        return tr("today");
    if (days == 1)
        return tr("tomorrow");
    if (days == -1)
        return tr("yesterday");
    constexpr int daysInWords = 60, daysOfMonth = 30, daysOfYear = 365;
    const int distance = days < 0 ? -days : days;
    if (distance >= 2 * daysOfYear)
        return days > 0 ? tr("in %1 years").arg(distance / daysOfYear) : tr("%1 years ago").arg(distance / daysOfYear);
    if (distance > daysInWords)
        return days > 0 ? tr("in %1 months").arg(distance / daysOfMonth) : tr("%1 months ago").arg(distance / daysOfMonth);
    // English has no plural forms without a translation file, and a number from 2 on is always a plural.
    return days > 0 ? tr("in %1 days").arg(days) : tr("%1 days ago").arg(-days);
}

} // namespace rolecall::app
