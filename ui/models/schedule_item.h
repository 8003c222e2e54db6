// SPDX-License-Identifier: GPL-3.0-or-later
// A date or an interview as lists, months and weeks show it.
#pragma once

#include "db/deadlines.h"
#include "db/interviews.h"
#include "db/result.h"
#include "ui/item_roles.h"

#include <QDateTime>
#include <QList>

namespace rolecall::ui {

struct ScheduleItem
{
    qint64 key = 0; ///< different for each: see deadlineKey() and interviewKey()
    std::optional<db::Deadline> deadline;
    std::optional<db::Interview> interview; ///< the one or the other
    QString applicant; ///< as may be shown
    QDateTime here;    ///< on the clock of the reader's own zone; its spec is UTC. Not valid for a whole day or none
    QDate day;         ///< not valid where it is not exact
    int minutes = 0;
    QString title;
    QString detail;
    Mark mark = Mark::None;
    QString markText;
    QString zoneText; ///< "10:00–10:45 Europe/Berlin, 09:00 here"; empty for a day

    bool isOver() const { return interview ? !interview->isOpen() : deadline->state == u"done"; }
};

qint64 deadlineKey(db::DeadlineId id);
qint64 interviewKey(db::InterviewId id);

/// Of one role, or of all where it is not valid: all there is, by day and time, what has no day last.
Result<QList<ScheduleItem>> scheduleItems(db::Connection &connection, db::RoleId role, const QDateTime &now, const QString &zone);
/// Of all roles, those of the days in the span, both ends included.
Result<QList<ScheduleItem>> scheduleItemsBetween(db::Connection &connection, const QDate &first, const QDate &last, const QDateTime &now, const QString &zone);

} // namespace rolecall::ui
