// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/agenda.h"

#include "db/connection.h"
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
    return int(std::count_if(dates.begin(), dates.end(), [](const AgendaDate &date) { return date.days.value_or(0) < 0; }));
}

Result<Agenda> agenda(db::Connection &connection, const QDate &today)
{
    Agenda result;
    const auto roles = db::roleSummaries(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    const auto deadlines = db::deadlines(connection, {});
    if (!deadlines)
        return tl::unexpected(deadlines.error());
    result.roles = int(roles->size());
    for (const db::Deadline &deadline : *deadlines) {
        const bool closed = std::any_of(roles->begin(), roles->end(), [&deadline](const db::RoleSummary &summary) { return summary.role.id == deadline.role && summary.role.closedAt; });
        if (deadline.state == u"done" || closed)
            continue;
        result.dates.append({deadline, deadline.date ? std::optional<int>(int(today.daysTo(*deadline.date))) : std::nullopt});
    }
    std::stable_sort(result.dates.begin(), result.dates.end(), [](const AgendaDate &one, const AgendaDate &other) {
        return one.days.has_value() != other.days.has_value() ? one.days.has_value() : one.days.value_or(0) < other.days.value_or(0);
    });
    for (const db::RoleSummary &summary : *roles) {
        if (summary.applicants == 0 || summary.role.closedAt)
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
            result.reviews.append({summary.role.id, summary.role.title, reviews->waiting, reviews->drafts});
    }
    return result;
}

Result<QList<AgendaConfirmation>> toConfirm(db::Connection &connection)
{
    const auto roles = db::roleSummaries(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    QList<AgendaConfirmation> list;
    for (const db::RoleSummary &summary : *roles) {
        if (summary.applicants == 0 || summary.role.closedAt)
            continue;
        const auto counts = db::ownToConfirm(connection, summary.role.id, connection.reviewer());
        if (!counts)
            return tl::unexpected(counts.error());
        if (counts->ratings > 0)
            list.append({summary.role.id, summary.role.title, counts->ratings, counts->applications});
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
