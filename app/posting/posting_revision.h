// SPDX-License-Identifier: GPL-3.0-or-later
// What a newer posting makes of a role's qualities: a proposal, each part of it to accept or correct.
#pragma once

#include "app/posting/posting_draft.h"
#include "db/qualities.h"

namespace rolecall::app {

enum class RevisionKind { Unchanged, Reworded, Moved, Split, New, Retired };
/// As in the JSON: "unchanged", "reworded" ...
QString revisionKindName(RevisionKind kind);

/// A quality as the newer posting has it.
struct RevisedQuality
{
    db::Tier tier = db::Tier::Necessary;
    QualityDraft quality;
};

struct QualityRevision
{
    RevisionKind kind = RevisionKind::Unchanged;
    std::optional<db::Quality> from;  ///< none for New
    std::optional<RevisedQuality> to; ///< none for Retired
    bool accepted = true;             ///< refused: the role stays as it is in this point
};

/// The least likeness (see similarity()) of a reworded quality with what it was. Between the two public revisions of one
/// posting that this was tried on, reworded pairs reach 6000 and more, and no two others exceed 2500.
constexpr int rewordedFrom = 4000;
/// The least share of a piece's words that come from the quality that was split.
constexpr int pieceFrom = 7500;
/// Beyond this many qualities on one side, only equal texts are recognised: the comparison is cubic.
constexpr qsizetype mostQualitiesCompared = 300;

/// Pairs what is in force with the newer posting: equal texts first, then splits, then the best assignment of all that
/// remains by likeness. In the posting's order; retired ones last. A quality that was added by hand and is not in the
/// posting stays as it is. A quality that moved and was reworded is Moved; of a split, one entry per piece.
QList<QualityRevision> compareQualities(const QList<db::Quality> &inForce, const RoleDraft &posting);

/// Whether ratings of the one hold for the other: the same tier, text and footnote but for case, white space and marks.
bool meansTheSame(const db::Quality &from, const RevisedQuality &to);

/// Corrections by a person. Both return whether the entries allow it.
/// A retired quality and a new one are the same after all.
bool joinRevisions(QList<QualityRevision> &revisions, qsizetype retired, qsizetype added);
/// A pair is none: the old quality retires, the new one begins without ratings.
bool separateRevision(QList<QualityRevision> &revisions, qsizetype pair);
/// The newer posting means the quality for this tier; its kind follows.
bool setRevisedTier(QList<QualityRevision> &revisions, qsizetype place, db::Tier tier);
/// The newer wording is to be this one.
bool setRevisedText(QList<QualityRevision> &revisions, qsizetype place, const QString &text);

} // namespace rolecall::app
