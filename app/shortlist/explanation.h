// SPDX-License-Identifier: GPL-3.0-or-later
// Why somebody stands where they stand: which reviews gave which levels, by which revision of the posting.
#pragma once

#include "app/shortlist/shortlist.h"
#include "db/shortlist_rows.h"

namespace rolecall::app {

/// One reviewer's level, of a submitted review.
struct ReviewedLevel
{
    QString reviewer;
    std::optional<int> level; ///< none: left unrated, or only marked for the interview
    bool ask = false;
    bool reconfirm = false;   ///< rated on an earlier wording
};

struct ExplainedQuality
{
    db::Quality quality;
    qint32 panelLevel = db::unratedLevel; ///< in db::levelUnit
    std::optional<int> agreed;
    QString agreedReason;
    QList<ReviewedLevel> levels;
    std::optional<int> postingRevision; ///< that brought the quality; none: added by hand
};

struct ShortlistExplanation
{
    db::ApplicationId application;
    db::Standing standing;
    QList<ExplainedQuality> qualities; ///< necessary first; without levels while `panelHidden`
    bool panelHidden = false; ///< others have rated, one's own review is to be submitted first; `standing` is empty
    int reviews = 0;       ///< submitted ones, those that are hidden included
    int hiddenReviews = 0; ///< of others, until one's own is submitted (independence)
    std::optional<db::HandPlacement> byHand;
    QString postingFile;   ///< the revision in force; empty where the role has no posting
    int postingRevision = 0;
    QString postingSha256;
};

/// As the connection's reviewer may see it.
Result<ShortlistExplanation> explainShortlist(db::Connection &connection, db::ApplicationId application);

} // namespace rolecall::app
