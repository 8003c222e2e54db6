// SPDX-License-Identifier: GPL-3.0-or-later
// Interviews as a panel makes, moves and ends them. Each function is one change.
#pragma once

#include "app/agenda/zoned_time.h"
#include "app/done.h"
#include "db/interviews.h"

namespace rolecall::app {

/// An interview with its people, as it is written down.
struct InterviewPlan
{
    db::Interview interview; ///< application, stage, localStart, zone, minutes, place, link, note
    bool secondOfTwice = false; ///< a time that the clock shows twice: the second
    QList<db::ReviewerId> panel;
    QList<db::Assessment> assessments; ///< of members of the panel and qualities of the role
};

/// As it is stored, with its people.
Result<InterviewPlan> interviewPlan(db::Connection &connection, db::InterviewId id);

/// Makes an interview where its id is not valid, else changes it: at another time it is "moved" until it is confirmed
/// anew, and the answers of calendars are forgotten. Fails without an applicant, for an unknown zone, and where somebody
/// who is not on the interview's panel is to assess.
Result<Done> keepInterview(db::Connection &connection, const InterviewPlan &plan);

/// To another moment, told in the interview's own zone.
Result<Done> moveInterview(db::Connection &connection, db::InterviewId id, const QDateTime &localStart);
/// proposed, confirmed, done or cancelled.
Result<Done> setInterviewStatus(db::Connection &connection, db::InterviewId id, const QString &status);
Result<Done> removeInterview(db::Connection &connection, db::InterviewId id);

/// Adds, rewords or moves a question; one without an id is new and comes last.
Result<Done> keepQuestion(db::Connection &connection, const db::Question &question);
Result<Done> removeQuestion(db::Connection &connection, db::RoleId role, db::QuestionId question);
/// By so many places among its role's questions.
Result<Done> moveQuestion(db::Connection &connection, db::RoleId role, db::QuestionId question, int places);

/// Within a change: the interview gets this moment, and is moved where it had another.
Outcome setTime(db::Connection &connection, db::Interview &interview, const ZonedTime &time);

} // namespace rolecall::app
