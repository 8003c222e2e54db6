// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/schedule_item.h"

#include "app/agenda/agenda.h"
#include "app/agenda/approximate_date.h"
#include "app/agenda/closing.h"
#include "app/agenda/day_offset.h"
#include "app/agenda/zoned_time.h"
#include "app/blind/identity.h"
#include "app/interviews/interview_cover.h"
#include "ui/models/schedule_words.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ScheduleItem", text);
}

ScheduleItem itemOf(const db::Deadline &deadline, const QString &applicant, const QDate &today, bool withRole, const QHash<db::DeadlineId, QString> &titles)
{
    ScheduleItem item;
    item.key = deadlineKey(deadline.id);
    item.deadline = deadline;
    item.applicant = applicant;
    item.day = deadline.date.value_or(QDate());
    item.title = applicant.isEmpty() ? deadlineTitle(deadline) : QStringLiteral("%1: %2").arg(applicant, deadlineTitle(deadline));
    QStringList details;
    if (withRole)
        details << deadline.roleTitle;
    if (deadline.date)
        details << QLocale().toString(*deadline.date, QLocale::LongFormat);
    else
        details << (deadline.approx ? app::approximateDateInWords(*deadline.approx) : tr("no day yet"));
    if (deadline.anchor)
        details << tr("%1 “%2”").arg(app::offsetInWords(deadline.anchor->offset, deadline.anchor->workingDays), titles.value(deadline.anchor->deadline));
    if (!deadline.ownerName.isEmpty())
        details << deadline.ownerName;
    if (deadline.state == u"proposed")
        details << tr("read in the posting, not confirmed");
    item.detail = details.join(QStringLiteral(" · "));
    const int days = deadline.date ? int(today.daysTo(*deadline.date)) : 0;
    if (deadline.state == u"done") {
        item.mark = Mark::Quiet;
        item.markText = tr("done");
    } else if (!deadline.date) {
        item.mark = Mark::Quiet;
        item.markText = tr("about");
    } else {
        item.mark = days < 0 ? Mark::Bad : days <= app::soonDays ? Mark::Attention : deadline.state == u"proposed" ? Mark::Quiet : Mark::Good;
        item.markText = app::relativeDay(days);
    }
    return item;
}

ScheduleItem itemOf(const db::Interview &interview, const QString &applicant, const QDateTime &now, const QString &zone, bool withRole)
{
    ScheduleItem item;
    item.key = interviewKey(interview.id);
    item.interview = interview;
    item.applicant = applicant;
    item.here = app::localTime(interview.startsAt, zone);
    item.day = item.here.date();
    item.minutes = interview.minutes;
    item.title = tr("Interview: %1").arg(applicant);
    item.zoneText = interviewTime(interview, zone);
    QStringList details;
    if (withRole)
        details << interview.roleTitle;
    details << QLocale().toString(interview.localStart.date(), QLocale::LongFormat) << item.zoneText;
    if (!interview.place.isEmpty())
        details << interview.place;
    item.detail = details.join(QStringLiteral(" · "));
    const bool over = interview.isOpen() && interview.endsAt() < now;
    item.mark = over ? Mark::Bad : interviewMark(interview.status);
    item.markText = over ? tr("over, %1").arg(interviewStatusText(interview.status)) : interviewStatusText(interview.status);
    return item;
}

Result<QList<ScheduleItem>> itemsOf(db::Connection &connection, const Result<QList<db::Deadline>> &deadlines, Result<QList<db::Interview>> interviews, const QDateTime &now, const QString &zone, bool withRole)
{
    if (!deadlines)
        return tl::unexpected(deadlines.error());
    if (!interviews)
        return tl::unexpected(interviews.error());
    app::coverInterviews(connection, *interviews);
    // Names by role, so that a role that is not blind pays nothing for those that are.
    QHash<db::RoleId, QList<db::ApplicationId>> applications;
    QHash<db::DeadlineId, QString> titles;
    for (const db::Deadline &deadline : *deadlines) {
        titles.insert(deadline.id, deadlineTitle(deadline));
        if (deadline.application.isValid())
            applications[deadline.role] << deadline.application;
    }
    for (const db::Interview &interview : std::as_const(*interviews))
        applications[interview.role] << interview.application;
    QHash<db::ApplicationId, QString> names;
    for (auto role = applications.constBegin(); role != applications.constEnd(); ++role) {
        const auto found = app::displayNames(connection, role.key(), role.value());
        if (!found)
            return tl::unexpected(found.error());
        names.insert(*found);
    }
    const QDate today = app::localTime(now, zone).date();
    QList<ScheduleItem> items;
    for (db::Deadline deadline : *deadlines) {
        deadline.title = app::shownTitle(connection, deadline);
        items << itemOf(deadline, names.value(deadline.application), today, withRole, titles);
    }
    for (const db::Interview &interview : std::as_const(*interviews))
        items << itemOf(interview, names.value(interview.application), now, zone, withRole);
    std::stable_sort(items.begin(), items.end(), [](const ScheduleItem &a, const ScheduleItem &b) {
        if (a.day.isValid() != b.day.isValid())
            return a.day.isValid();
        if (a.day != b.day)
            return a.day < b.day;
        return a.here.isValid() != b.here.isValid() ? b.here.isValid() : a.here < b.here;
    });
    return items;
}

} // namespace

qint64 deadlineKey(db::DeadlineId id)
{
    return id.number() * 2;
}

qint64 interviewKey(db::InterviewId id)
{
    return id.number() * 2 + 1;
}

Result<QList<ScheduleItem>> scheduleItems(db::Connection &connection, db::RoleId role, const QDateTime &now, const QString &zone)
{
    return itemsOf(connection, db::deadlines(connection, role), db::interviews(connection, role), now, zone, !role.isValid());
}

Result<QList<ScheduleItem>> scheduleItemsBetween(db::Connection &connection, const QDate &first, const QDate &last, const QDateTime &now, const QString &zone)
{
    // A day's hours differ from zone to zone by less than a day either way; what falls outside is dropped.
    const QDateTime from(first.addDays(-1), QTime(0, 0), Qt::UTC), to(last.addDays(2), QTime(0, 0), Qt::UTC);
    auto items = itemsOf(connection, db::deadlinesBetween(connection, first, last), db::interviewsBetween(connection, from, to), now, zone, true);
    if (items)
        erase_if(*items, [&](const ScheduleItem &item) { return item.day < first || item.day > last; });
    return items;
}

} // namespace rolecall::ui
