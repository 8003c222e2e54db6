// SPDX-License-Identifier: GPL-3.0-or-later
// What a calendar file that came back would change here: shown first, taken over as one change.
#pragma once

#include "app/calendar/calendar_entry.h"
#include "app/done.h"
#include "db/interviews.h"

namespace rolecall::app {

struct CalendarProposal
{
    db::InterviewId interview{};
    db::DeadlineId deadline{}; ///< the one or the other
    db::RoleId role{};
    QString about;       ///< "Interview with Ada Example, Data Steward": blind, with the code
    QStringList changes; ///< in words: "from 4 January 2022, 10:00 to 5 January 2022, 10:00"
    std::optional<QDateTime> startsAt; ///< UTC
    std::optional<int> minutes;
    std::optional<QDate> day;
    std::optional<QString> status;
    QList<std::pair<db::ReviewerId, QString>> answers;
};

struct CalendarProposals
{
    QList<CalendarProposal> proposals;
    int same = 0;        ///< events that say what is here already
    QStringList refused; ///< each with its reason
};

/// Reads the bytes of an .ics file against the workspace.
Result<CalendarProposals> proposalsFrom(db::Connection &connection, const QByteArray &bytes, const QString &fileName);

/// All of them, as one change. Fails where there is none.
Result<Done> acceptProposals(db::Connection &connection, const QList<CalendarProposal> &proposals);

} // namespace rolecall::app
