// SPDX-License-Identifier: GPL-3.0-or-later
// Interviews: when and where, who asks whom about which qualities, and the questions a role asks everybody.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QDateTime>
#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

struct Interview
{
    InterviewId id;
    QString uuid;
    ApplicationId application;
    RoleId role;       ///< read only, as the next three
    QString roleTitle;
    bool blind = false;
    QString stageName;
    StageId stage;
    QDateTime startsAt;   ///< UTC
    QDateTime localStart; ///< on the clock of `zone`, to the minute; the spec is UTC, so that nothing is converted
    QString zone;         ///< IANA name
    int minutes = 45;     ///< 1 to 1440
    QString place;
    QString link;
    QString note;
    QString status = QStringLiteral("proposed"); ///< proposed, confirmed, done, cancelled, moved (and not confirmed since)
    int sequence = 0; ///< grows with each change that a calendar has to take over (RFC 5545, 3.8.7.4)

    QDateTime endsAt() const { return startsAt.addSecs(qint64(minutes) * 60); }
    bool isOpen() const { return status != u"done" && status != u"cancelled"; }
};

struct InterviewMember
{
    ReviewerId reviewer;
    QString name;                 ///< read only
    std::optional<QString> email; ///< read only
    std::optional<QString> answer{}; ///< accepted, tentative, declined: as their calendar sent it
};

struct Assessment
{
    QualityId quality;
    ReviewerId reviewer;

    friend bool operator==(const Assessment &, const Assessment &) = default;
};

Result<InterviewId> insertInterview(Connection &connection, const Interview &interview);
Outcome updateInterview(Connection &connection, const Interview &interview);
Outcome deleteInterview(Connection &connection, InterviewId id);
Result<Interview> interview(Connection &connection, InterviewId id);
Result<std::optional<Interview>> interviewByUuid(Connection &connection, const QString &uuid);
/// Of one role, or of all where the id is not valid, by time.
Result<QList<Interview>> interviews(Connection &connection, RoleId role);
Result<QList<Interview>> interviewsOf(Connection &connection, ApplicationId application);
/// Those that begin in the span, the end left out, by time.
Result<QList<Interview>> interviewsBetween(Connection &connection, const QDateTime &from, const QDateTime &to);
/// Proposed, confirmed or moved ones of undecided applications, by time: those that are over and were not ticked off first.
Result<QList<Interview>> openInterviews(Connection &connection, int limit);
/// Interviews that began before `before`, with this reviewer on their panel, who has submitted no score sheet for the applicant.
Result<QList<Interview>> unscoredInterviews(Connection &connection, ReviewerId reviewer, const QDateTime &before, int limit);
/// Open ones whose times overlap the span, the interview `except` left out.
Result<QList<Interview>> interviewsOverlapping(Connection &connection, const QDateTime &from, const QDateTime &to, InterviewId except);

Result<QList<InterviewMember>> members(Connection &connection, InterviewId id);
/// Members keep their answer where they were members before.
Outcome setMembers(Connection &connection, InterviewId id, const QList<ReviewerId> &reviewers);
Outcome setAnswer(Connection &connection, InterviewId id, ReviewerId reviewer, const std::optional<QString> &answer);
/// Their calendars have to answer anew: the time is another one.
Outcome forgetAnswers(Connection &connection, InterviewId id);
Result<QList<Assessment>> assessments(Connection &connection, InterviewId id);
Outcome setAssessments(Connection &connection, InterviewId id, const QList<Assessment> &assessments);
/// Whether the reviewer sits in an interview with this applicant that was not cancelled.
Result<bool> isInterviewing(Connection &connection, ReviewerId reviewer, ApplicationId application);

struct Question
{
    QuestionId id;
    RoleId role;
    QualityId quality{}; ///< not valid: asked of everybody, about no single quality
    int position = 0;
    QString text;
    QString guidance; ///< what a good answer shows
};
Result<QuestionId> insertQuestion(Connection &connection, const Question &question);
Outcome updateQuestion(Connection &connection, const Question &question);
Outcome deleteQuestion(Connection &connection, QuestionId id);
/// In their order.
Result<QList<Question>> questions(Connection &connection, RoleId role);

} // namespace rolecall::db
