// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/explanation.h"

#include "app/blind/veil.h"
#include "app/reviews/reviewing.h"
#include "app/shortlist/rule.h"
#include "db/applications.h"
#include "db/connection.h"
#include "db/roles.h"

#include <algorithm>

namespace rolecall::app {

namespace {

ReviewedLevel levelIn(const QList<db::Rating> &ratings, db::QualityId quality, const QString &reviewer)
{
    const auto found = std::find_if(ratings.begin(), ratings.end(), [quality](const db::Rating &rating) { return rating.quality == quality; });
    return found == ratings.end() ? ReviewedLevel{reviewer, {}, false, false} : ReviewedLevel{reviewer, found->level, found->ask, found->reconfirm};
}

} // namespace

Result<ShortlistExplanation> explainShortlist(db::Connection &connection, db::ApplicationId id)
{
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    const auto qualities = db::qualities(connection, application->role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    const auto postings = db::postings(connection, application->role);
    if (!postings)
        return tl::unexpected(postings.error());
    const auto standing = db::standing(connection, id);
    if (!standing)
        return tl::unexpected(standing.error());
    const auto sheet = reviewSheet(connection, id);
    if (!sheet)
        return tl::unexpected(sheet.error());
    const auto placements = db::handPlacements(connection, application->role);
    if (!placements)
        return tl::unexpected(placements.error());

    ShortlistExplanation explained;
    explained.application = id;
    explained.panelHidden = sheet->panelHidden;
    if (!sheet->panelHidden)
        explained.standing = standing->value_or(db::Standing());
    explained.standing.application = id;
    explained.hiddenReviews = sheet->hiddenOthers;
    const bool ownCounts = sheet->own && sheet->own->submitted;
    explained.reviews = int(sheet->others.size()) + sheet->hiddenOthers + (ownCounts ? 1 : 0);
    Veil veil(connection, application->role);
    if (const auto hand = placements->constFind(id); hand != placements->constEnd()) {
        explained.byHand = *hand;
        explained.byHand->reason = veil.text(id, hand->reason);
    }
    if (!postings->isEmpty()) {
        explained.postingFile = postings->first().fileName;
        explained.postingRevision = postings->first().revision;
        explained.postingSha256 = postings->first().sha256;
    }
    const Rule rule = ruleOf(*qualities);
    for (const db::Quality &quality : *qualities) {
        ExplainedQuality line;
        line.quality = quality;
        for (const db::Posting &posting : *postings) {
            if (posting.id == quality.posting)
                line.postingRevision = posting.revision;
        }
        if (!explained.panelHidden) {
            const auto place = std::find_if(rule.begin(), rule.end(), [&quality](const RuleQuality &entry) { return entry.quality == quality.id; }) - rule.begin();
            if (size_t(place) < explained.standing.levels.size())
                line.panelLevel = explained.standing.levels[size_t(place)];
            if (ownCounts)
                line.levels << levelIn(sheet->ratings, quality.id, reviewerLabel(*sheet->own));
            for (const ReviewSheet::Other &other : sheet->others)
                line.levels << levelIn(other.ratings, quality.id, reviewerLabel(other.review));
            for (const db::AgreedLevel &agreed : sheet->agreed) {
                if (agreed.quality == quality.id) {
                    line.agreed = agreed.level;
                    line.agreedReason = veil.text(id, agreed.reason);
                }
            }
        }
        explained.qualities << line;
    }
    return explained;
}

} // namespace rolecall::app
