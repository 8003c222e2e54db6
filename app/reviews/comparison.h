// SPDX-License-Identifier: GPL-3.0-or-later
// Two to five applicants of a role side by side: what the panel made of each on every quality, and on what evidence.
// Everything is as the connection's reviewer may see it: independence and blind review hold here.
#pragma once

#include "app/reviews/reviewing.h"
#include "app/shortlist/explanation.h"

namespace rolecall::app {

constexpr qsizetype fewestCompared = 2;
constexpr qsizetype mostCompared = 5;

struct ComparedEvidence
{
    QString reviewer;
    QString text;   ///< a note, or a quote; masked where the identity is hidden
    bool quoted = false;
    std::optional<int> page;
};

struct ComparedCell
{
    qint32 panelLevel = db::unratedLevel; ///< in db::levelUnit; unrated while hidden
    QList<ReviewedLevel> levels;          ///< of each reviewer; while hidden one's own alone
    std::optional<int> agreed;
    QString agreedReason;
    bool disputed = false; ///< two reviewers differ by two levels or more, and nothing was agreed
    QList<ComparedEvidence> evidence;     ///< while hidden one's own alone
};

struct ComparedApplicant
{
    db::ApplicationId application;
    QString name; ///< or the code
    bool panelHidden = false;
    int hiddenReviews = 0;
    db::Standing standing; ///< empty while hidden
    QList<ComparedCell> cells; ///< in the order of the qualities
};

struct Comparison
{
    QList<db::Quality> qualities; ///< in force, necessary first
    QList<ComparedApplicant> applicants; ///< in the order given
};

/// The review sheet as it may be looked at: in a blind role the words of its evidence are masked. Not for editing.
Result<ReviewSheet> shownReviewSheet(db::Connection &connection, db::ApplicationId application);

/// One applicant on one quality.
Result<ComparedCell> comparedCell(db::Connection &connection, db::ApplicationId application, db::QualityId quality);

/// Fails with fewer than two or more than five, and where one is not of this role.
Result<Comparison> compareApplicants(db::Connection &connection, db::RoleId role, const QList<db::ApplicationId> &applications);

} // namespace rolecall::app
