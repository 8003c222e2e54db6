// SPDX-License-Identifier: GPL-3.0-or-later
// What a workspace keeps of one person beside their applications' ratings, for showing it whole and for handing it out.
#pragma once

#include "db/documents.h"

#include <QStringList>

namespace rolecall::db {

/// Of the person and of all their applications, in the order they came.
Result<QList<Document>> documentsOf(Connection &connection, CandidateId person);

/// Where the person stands in frozen shortlists.
struct FrozenPlace
{
    ApplicationId application;
    QString shortlist;
    QString frozenAt;
    std::optional<int> rank;
    QString placement; ///< rule, on, off, near_miss
    QString reason;
};
Result<QList<FrozenPlace>> frozenPlaces(Connection &connection, CandidateId person);

/// What reports of imports say of the person.
struct ImportMention
{
    QString fileName;
    QString importedAt;
    QString state;
    QStringList messages;
};
Result<QList<ImportMention>> importMentions(Connection &connection, CandidateId person);

/// Rows of any table that belong to an application, each as a JSON object of its columns: what is kept word for word.
Result<QStringList> recordsOf(Connection &connection, const QString &table, ApplicationId application);

/// Something in the life of a person here, by the change log; the newest first.
struct LoggedAct
{
    QString madeAt;
    QString reviewerName;
    QString kind;
    QString title;
    QString detail;
    ApplicationId application;
    bool undone = false;
};
/// Of the person, of their applications, and of those that were joined into them by a merge.
Result<QList<LoggedAct>> actsOn(Connection &connection, CandidateId person, int limit);

/// A submitted review, and nothing of what is in it.
struct SubmittedReview
{
    ApplicationId application;
    ReviewerId reviewer;
    QString reviewerName;
    QString kind;
    QString submittedAt;
};
Result<QList<SubmittedReview>> submittedReviewsOf(Connection &connection, CandidateId person);

struct InterviewMark
{
    ApplicationId application;
    QString startsAt;
    QString status;
    QString place;
};
Result<QList<InterviewMark>> interviewsOf(Connection &connection, CandidateId person);

} // namespace rolecall::db
