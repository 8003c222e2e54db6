// SPDX-License-Identifier: GPL-3.0-or-later
// Reviews with their ratings and evidence. A review is a draft until it is submitted; a submitted one does not change
// unless it is withdrawn first. Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

struct Review
{
    ReviewId id;
    QString uuid;
    ApplicationId application;
    ReviewerId reviewer;
    QString reviewerName; ///< read only
    QString kind = QStringLiteral("written");
    bool submitted = false;
    int revision = 1;
    QString startedAt;
    std::optional<QString> submittedAt;
};

struct Rating
{
    QualityId quality;
    std::optional<int> level; ///< 0 to 3
    bool ask = false;         ///< at interview
    bool reconfirm = false;   ///< the quality was reworded or moved since it was rated
};

struct Evidence
{
    EvidenceId id;
    QString uuid;
    ReviewId review;
    QualityId quality;
    QString note;
    QString quote;
    DocumentId document;
    QString sha256; ///< of the document's content, where there is a quote
    std::optional<int> page;
    qsizetype start = 0; ///< UTF-16 offset in the document's text
    qsizetype length = 0;
    QString createdAt;
};

Result<std::optional<Review>> findReview(Connection &connection, ApplicationId application, ReviewerId reviewer,
                                         const QString &kind = QStringLiteral("written"));
Result<Review> review(Connection &connection, ReviewId id);
Result<ReviewId> insertReview(Connection &connection, const Review &review);
Outcome updateReview(Connection &connection, const Review &review);
Result<QList<Review>> reviews(Connection &connection, ApplicationId application);

Result<QList<Rating>> ratings(Connection &connection, ReviewId review);
/// Adds or replaces; neither a level nor ask: takes the row away.
Outcome setRating(Connection &connection, ReviewId review, const Rating &rating);

Result<QList<Evidence>> evidence(Connection &connection, ReviewId review);
Result<EvidenceId> insertEvidence(Connection &connection, const Evidence &evidence);
Outcome updateEvidence(Connection &connection, const Evidence &evidence);
Outcome deleteEvidence(Connection &connection, EvidenceId id);

struct AgreedLevel
{
    QualityId quality;
    int level = 0;
    QString reason;
    ReviewerId reviewer; ///< who wrote it down
    QString agreedAt;
};
Result<QList<AgreedLevel>> agreedLevels(Connection &connection, ApplicationId application);
Outcome setAgreedLevel(Connection &connection, ApplicationId application, const AgreedLevel &level);
Outcome removeAgreedLevel(Connection &connection, ApplicationId application, QualityId quality);

/// How far one reviewer has come with a role.
struct ReviewProgress
{
    int applications = 0;
    int drafts = 0;
    int submitted = 0;
};
Result<ReviewProgress> reviewProgress(Connection &connection, RoleId role, ReviewerId reviewer);

} // namespace rolecall::db
