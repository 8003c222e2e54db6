// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is to be reminded of, and when: one's own interviews a quarter of an hour before, dates in the morning
// of the day that their reminder names. In a blind role a reminder says the code.
#pragma once

#include "db/deadlines.h"
#include "db/interviews.h"
#include "db/result.h"

#include <QDateTime>
#include <QList>

namespace rolecall::app {

struct Reminder
{
    QString title; ///< "Interview with Ada Example in 15 minutes"
    QString text;  ///< role, time, place
    db::RoleId role{};
    db::InterviewId interview{};
    db::DeadlineId deadline{};
    QDateTime due; ///< UTC
};

/// Those due after `from`, up to and including `to` (UTC), in order. `zone` is the person's own: mornings begin there at
/// nine. Of interviews those with the connection's reviewer on the panel, or with nobody; of dates those owned by
/// the reviewer or by nobody. At most 50.
Result<QList<Reminder>> reminders(db::Connection &connection, const QDateTime &from, const QDateTime &to, const QString &zone);

/// Until when the workspace's person was reminded; none in a new workspace. Not part of the work, so not in the log.
Result<std::optional<QDateTime>> remindedUntil(db::Connection &connection);
Outcome setRemindedUntil(db::Connection &connection, const QDateTime &moment);

} // namespace rolecall::app
