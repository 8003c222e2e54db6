// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and interviews of a workspace as a calendar file: one of them, a role's, or all.
#pragma once

#include "app/calendar/calendar_entry.h"
#include "db/id.h"

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

/// The first valid one of these says what goes out; none: everything.
struct CalendarScope
{
    db::InterviewId interview{};
    db::DeadlineId deadline{};
    db::RoleId role{};
};

struct CalendarFile
{
    QByteArray bytes;
    int events = 0;
    int withoutDay = 0; ///< dates that are not exact, and so left out
};

/// In a blind role the code stands for the applicant. What is assessed and asked stays here: an invitation is passed on.
/// One interview is a request to its panel where the connection's reviewer has an address to answer to; everything else
/// is published for information.
Result<CalendarFile> exportCalendar(db::Connection &connection, const CalendarScope &scope);

/// The unique name of an entity in calendars, and back: the UUID; empty where it is another program's.
QString calendarUid(const QString &uuid);
QString uuidOfUid(const QString &uid);

} // namespace rolecall::app
