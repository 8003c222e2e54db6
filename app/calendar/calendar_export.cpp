// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calendar/calendar_export.h"

#include "app/agenda/closing.h"
#include "app/blind/identity.h"
#include "app/interviews/interview_cover.h"
#include "db/connection.h"
#include "db/deadlines.h"
#include "db/interviews.h"
#include "db/reviewers.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace rolecall::app {

namespace {

const QString uidEnd = QStringLiteral("@rolecall");

QString tr(const char *text)
{
    return QCoreApplication::translate("CalendarExport", text);
}

QString deadlineSummary(const db::Deadline &deadline)
{
    if (deadline.kind == u"applications_close")
        return tr("Applications close: %1").arg(deadline.roleTitle);
    if (deadline.kind == u"interviews")
        return tr("Interviews: %1").arg(deadline.roleTitle);
    if (deadline.kind == u"start")
        return tr("The work begins: %1").arg(deadline.roleTitle);
    return QStringLiteral("%1: %2").arg(deadline.title.isEmpty() ? tr("Date") : deadline.title, deadline.roleTitle);
}

CalendarEntry entryOf(db::Connection &connection, db::Deadline deadline)
{
    deadline.title = shownTitle(connection, deadline);
    CalendarEntry entry;
    entry.uid = calendarUid(deadline.uuid);
    entry.sequence = deadline.sequence;
    entry.summary = deadlineSummary(deadline);
    entry.description = deadline.sentence;
    entry.category = deadline.roleTitle;
    entry.day = *deadline.date;
    entry.status = deadline.state == u"proposed" ? CalendarEntry::Status::Tentative : CalendarEntry::Status::Confirmed;
    if (deadline.state != u"done")
        entry.alarmDays = deadline.remindDays;
    return entry;
}

CalendarEntry entryOf(db::Connection &connection, const db::Interview &stored)
{
    const db::Interview interview = covered(connection, stored);
    CalendarEntry entry;
    entry.uid = calendarUid(interview.uuid);
    entry.sequence = interview.sequence;
    entry.summary = tr("Interview: %1 (%2)").arg(displayName(connection, interview.application), interview.roleTitle);
    entry.description = interview.stageName;
    entry.place = interview.place;
    entry.link = interview.link;
    entry.category = interview.roleTitle;
    entry.startsAt = interview.startsAt;
    entry.localStart = interview.localStart;
    entry.zone = interview.zone;
    entry.minutes = interview.minutes;
    entry.status = interview.status == u"cancelled" ? CalendarEntry::Status::Cancelled
                   : interview.status == u"confirmed" || interview.status == u"done" ? CalendarEntry::Status::Confirmed
                                                                                      : CalendarEntry::Status::Tentative;
    return entry;
}

Outcome invite(db::Connection &connection, db::InterviewId id, CalendarEntry &entry)
{
    const auto own = db::ownReviewer(connection);
    if (!own)
        return tl::unexpected(own.error());
    const auto panel = db::members(connection, id);
    if (!panel)
        return tl::unexpected(panel.error());
    if (!*own || (*own)->email.value_or(QString()).isEmpty())
        return {};
    for (const db::InterviewMember &member : *panel) {
        if (!member.email.value_or(QString()).isEmpty())
            entry.attendees << CalendarPerson{member.name, *member.email};
    }
    if (!entry.attendees.isEmpty())
        entry.organiser = CalendarPerson{(*own)->name, *(*own)->email};
    return {};
}

} // namespace

QString calendarUid(const QString &uuid)
{
    return uuid + uidEnd;
}

QString uuidOfUid(const QString &uid)
{
    if (!uid.endsWith(uidEnd))
        return {};
    const QString uuid = uid.chopped(uidEnd.size()).toLower();
    return QUuid::fromString(uuid).isNull() ? QString() : uuid;
}

Result<CalendarFile> exportCalendar(db::Connection &connection, const CalendarScope &scope)
{
    const QDateTime stamp = QDateTime::fromString(connection.now(), Qt::ISODateWithMs);
    CalendarFile file;
    QList<CalendarEntry> entries;
    if (scope.interview.isValid()) {
        const auto interview = db::interview(connection, scope.interview);
        if (!interview)
            return tl::unexpected(interview.error());
        entries << entryOf(connection, *interview);
        if (auto outcome = invite(connection, scope.interview, entries.last()); !outcome)
            return tl::unexpected(outcome.error());
    } else if (scope.deadline.isValid()) {
        const auto deadline = db::deadline(connection, scope.deadline);
        if (!deadline)
            return tl::unexpected(deadline.error());
        if (!deadline->date)
            return failure(tr("Writing the calendar"), deadline->title, tr("the date is not exact"), tr("Give it a day first"));
        entries << entryOf(connection, *deadline);
    } else {
        const auto deadlines = db::deadlines(connection, scope.role);
        if (!deadlines)
            return tl::unexpected(deadlines.error());
        for (const db::Deadline &deadline : *deadlines) {
            if (deadline.date)
                entries << entryOf(connection, deadline);
            else
                ++file.withoutDay;
        }
        const auto interviews = db::interviews(connection, scope.role);
        if (!interviews)
            return tl::unexpected(interviews.error());
        for (const db::Interview &interview : *interviews)
            entries << entryOf(connection, interview);
    }
    file.events = int(entries.size());
    file.bytes = writeCalendar(entries, stamp);
    return file;
}

} // namespace rolecall::app
