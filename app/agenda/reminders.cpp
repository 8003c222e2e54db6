// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/reminders.h"

#include "app/agenda/agenda.h"
#include "app/agenda/closing.h"
#include "app/agenda/zoned_time.h"
#include "app/blind/identity.h"
#include "app/interviews/interview_cover.h"
#include "db/connection.h"
#include "db/reviewers.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rolecall::app {

namespace {

constexpr int minutesBefore = 15;
constexpr int morningHour = 9;
constexpr int longestLead = 60; // days
constexpr qsizetype mostReminders = 50;
const QString untilKey = QStringLiteral("reminded_until");

QString tr(const char *text)
{
    return QCoreApplication::translate("Reminders", text);
}

Outcome addInterviews(db::Connection &connection, const QDateTime &from, const QDateTime &to, const QString &zone, QList<Reminder> &list)
{
    const int lead = minutesBefore * 60;
    auto interviews = db::interviewsBetween(connection, from.addSecs(lead), to.addSecs(lead + 1));
    if (!interviews)
        return tl::unexpected(interviews.error());
    coverInterviews(connection, *interviews);
    for (const db::Interview &interview : std::as_const(*interviews)) {
        const QDateTime due = interview.startsAt.addSecs(-lead);
        if (!interview.isOpen() || due <= from || due > to)
            continue;
        const auto members = db::members(connection, interview.id);
        if (!members)
            return tl::unexpected(members.error());
        const bool mine = members->isEmpty() || std::any_of(members->cbegin(), members->cend(), [&connection](const db::InterviewMember &member) { return member.reviewer == connection.reviewer(); });
        if (!mine)
            continue;
        const QDateTime here = localTime(interview.startsAt, zone);
        QStringList text{interview.roleTitle, clockText(here.time())};
        for (const QString &part : {interview.place, interview.link}) {
            if (!part.isEmpty())
                text << part;
        }
        list << Reminder{tr("Interview with %1 in %2 minutes").arg(displayName(connection, interview.application)).arg(minutesBefore), text.join(QStringLiteral(" · ")), interview.role, interview.id, {}, due};
    }
    return {};
}

Outcome addDates(db::Connection &connection, const QDateTime &from, const QDateTime &to, const QString &zone, QList<Reminder> &list)
{
    const QDate first = localTime(from, zone).date(), last = localTime(to, zone).date();
    const auto deadlines = db::deadlinesBetween(connection, first, last.addDays(longestLead));
    if (!deadlines)
        return tl::unexpected(deadlines.error());
    for (const db::Deadline &deadline : *deadlines) {
        if (!deadline.remindDays || deadline.state == u"done" || (deadline.owner.isValid() && deadline.owner != connection.reviewer()))
            continue;
        const auto morning = zonedTime(QDateTime(deadline.date->addDays(-*deadline.remindDays), QTime(morningHour, 0), Qt::UTC), zone);
        if (!morning || morning->utc <= from || morning->utc > to)
            continue;
        QStringList text{deadline.roleTitle, QLocale().toString(*deadline.date, QLocale::LongFormat)};
        if (deadline.application.isValid())
            text.prepend(displayName(connection, deadline.application));
        list << Reminder{tr("%1: %2").arg(relativeDay(*deadline.remindDays), shownTitle(connection, deadline)), text.join(QStringLiteral(" · ")), deadline.role, {}, deadline.id, morning->utc};
    }
    return {};
}

} // namespace

Result<QList<Reminder>> reminders(db::Connection &connection, const QDateTime &from, const QDateTime &to, const QString &zone)
{
    QList<Reminder> list;
    if (auto outcome = addInterviews(connection, from, to, zone, list); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = addDates(connection, from, to, zone, list); !outcome)
        return tl::unexpected(outcome.error());
    std::stable_sort(list.begin(), list.end(), [](const Reminder &a, const Reminder &b) { return a.due < b.due; });
    return list.mid(0, mostReminders);
}

Result<std::optional<QDateTime>> remindedUntil(db::Connection &connection)
{
    const auto value = db::workspaceInfo(connection, untilKey);
    if (!value)
        return tl::unexpected(value.error());
    const QDateTime moment = QDateTime::fromString(value->value_or(QString()), Qt::ISODateWithMs);
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

Outcome setRemindedUntil(db::Connection &connection, const QDateTime &moment)
{
    return db::setWorkspaceInfo(connection, untilKey, moment.toUTC().toString(Qt::ISODateWithMs));
}

} // namespace rolecall::app
