// SPDX-License-Identifier: GPL-3.0-or-later
// One reviewer rates one application: a draft that is stored with every keystroke, and sealed when it is submitted.
// All of it is done as the connection's reviewer. A submitted review refuses changes until it is withdrawn.
#pragma once

#include "app/done.h"
#include "db/reviews.h"

namespace rolecall::app {

/// A level 0 to 3, or none for unrated; `ask` marks it for the interview, beside or without a level.
Result<Done> rate(db::Connection &connection, db::ApplicationId application, db::QualityId quality, std::optional<int> level, bool ask = false);
/// Confirms the reviewer's own level as it stands, though the quality was reworded or moved since: of one quality, or of
/// all of the application's where it is not valid. A submitted review stays submitted, for no level changes.
Result<Done> confirmLevel(db::Connection &connection, db::ApplicationId application, db::QualityId quality = {});
Result<Done> addNoteEvidence(db::Connection &connection, db::ApplicationId application, db::QualityId quality, const QString &note);
/// `evidence` gives quote, document, sha256, page, start and length; its review is found or begun.
Result<Done> addQuoteEvidence(db::Connection &connection, db::ApplicationId application, db::QualityId quality, db::Evidence evidence);
Result<Done> editEvidence(db::Connection &connection, db::ApplicationId application, const db::Evidence &evidence);
Result<Done> removeEvidence(db::Connection &connection, db::ApplicationId application, db::EvidenceId evidence);
/// Seals the review. Unrated qualities stay unrated.
Result<Done> submitReview(db::Connection &connection, db::ApplicationId application);
/// Opens it again as a draft; the log keeps that it was submitted.
Result<Done> withdrawReview(db::Connection &connection, db::ApplicationId application);

/// What one reviewer sees of an application's reviews.
struct ReviewSheet
{
    std::optional<db::Review> own;
    QList<db::Rating> ratings;   ///< own
    QList<db::Evidence> evidence; ///< own
    /// Others have rated, and the reader has to submit a review first (db/independence.h).
    bool panelHidden = false;
    /// The submitted reviews of others; none while `panelHidden`.
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
Result<ReviewSheet> reviewSheet(db::Connection &connection, db::ApplicationId application);

} // namespace rolecall::app
