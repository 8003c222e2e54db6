// SPDX-License-Identifier: GPL-3.0-or-later
// What is not right with an interview as it is planned: people in two places at once, times that do not exist, and
// necessary qualities that nobody assesses.
#pragma once

#include "app/interviews/interview_editing.h"
#include "db/qualities.h"

namespace rolecall::app {

struct Clash
{
    db::Interview other;
    QStringList people; ///< of the panel who are in both; empty: the applicant alone
    bool applicant = false; ///< the same person is interviewed in both, whatever the role
    QString otherApplicant; ///< as may be shown
};

struct InterviewChecks
{
    ZonedTime time;
    QString timeText; ///< about a skipped or doubled time; else empty
    QList<Clash> clashes;
    /// Necessary qualities in force that nobody assesses: not here, and in no other interview of this application.
    QList<db::Quality> uncovered;
    bool noPanel = false;
    bool isPast = false;
};

/// For a plan that need not be stored yet. `now` is UTC.
Result<InterviewChecks> checkInterview(db::Connection &connection, const InterviewPlan &plan, const QDateTime &now);

/// Each as one sentence, the gravest first.
QStringList checksInWords(const InterviewChecks &checks);

/// "Necessary qualities that nobody assesses" over a role: by undecided application that has an open interview or one
/// that was held.
struct CoverageGap
{
    db::ApplicationId application;
    QString applicant; ///< as may be shown
    QList<db::Quality> uncovered;
};
Result<QList<CoverageGap>> coverageGaps(db::Connection &connection, db::RoleId role);

} // namespace rolecall::app
