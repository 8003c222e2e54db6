// SPDX-License-Identifier: GPL-3.0-or-later
// One reviewer rates one application: a draft that is stored with every keystroke, and sealed when it is submitted.
// All of it is done as the connection's reviewer. A submitted review refuses changes until it is withdrawn.
#pragma once

#include "app/done.h"
#include "db/reviews.h"

namespace rolecall::app {

/// What a review is made from. The two stand side by side: each counts as one submitted review of its reviewer.
enum class ReviewSource {
    Written,   ///< the documents
    Interview, ///< the score sheet of an interview; only for who sits in one with the applicant
};
QString reviewKind(ReviewSource source);
/// "Bea Panel", or for a score sheet "Bea Panel (interview)": how a review's author is named wherever levels or evidence are shown.
QString reviewerLabel(const QString &name, bool interview);
QString reviewerLabel(const db::Review &review);

/// A level 0 to 3, or none for unrated; `ask` marks it for the interview, beside or without a level.
Result<Done> rate(db::Connection &connection, db::ApplicationId application, db::QualityId quality, std::optional<int> level, bool ask = false,
                  ReviewSource source = ReviewSource::Written);
/// Confirms the reviewer's own level as it stands, though the quality was reworded or moved since: of one quality, or of
/// all of the application's where it is not valid. A submitted review stays submitted, for no level changes.
Result<Done> confirmLevel(db::Connection &connection, db::ApplicationId application, db::QualityId quality = {});
Result<Done> addNoteEvidence(db::Connection &connection, db::ApplicationId application, db::QualityId quality, const QString &note, ReviewSource source = ReviewSource::Written);
/// `evidence` gives quote, document, sha256, page, start and length; its review is found or begun.
Result<Done> addQuoteEvidence(db::Connection &connection, db::ApplicationId application, db::QualityId quality, db::Evidence evidence, ReviewSource source = ReviewSource::Written);
Result<Done> editEvidence(db::Connection &connection, db::ApplicationId application, const db::Evidence &evidence, ReviewSource source = ReviewSource::Written);
Result<Done> removeEvidence(db::Connection &connection, db::ApplicationId application, db::EvidenceId evidence, ReviewSource source = ReviewSource::Written);
/// Seals the review. Unrated qualities stay unrated.
Result<Done> submitReview(db::Connection &connection, db::ApplicationId application, ReviewSource source = ReviewSource::Written);
/// Opens it again as a draft; the log keeps that it was submitted.
Result<Done> withdrawReview(db::Connection &connection, db::ApplicationId application, ReviewSource source = ReviewSource::Written);

/// What one reviewer sees of an application's reviews.
struct ReviewSheet
{
    std::optional<db::Review> own;
    QList<db::Rating> ratings;   ///< own
    QList<db::Evidence> evidence; ///< own
    /// Others have rated, and the reader has to submit a review first (db/independence.h).
    bool panelHidden = false;
    /// The submitted reviews of others, and one's own of the other source; of others none while `panelHidden`.
    struct Other
    {
        db::Review review;
        QList<db::Rating> ratings;
        QList<db::Evidence> evidence;
    };
    QList<Other> others;
    int hiddenOthers = 0; ///< submitted reviews that are not shown yet
    QList<db::AgreedLevel> agreed; ///< none while `panelHidden`
};
Result<ReviewSheet> reviewSheet(db::Connection &connection, db::ApplicationId application, ReviewSource source = ReviewSource::Written);

} // namespace rolecall::app
