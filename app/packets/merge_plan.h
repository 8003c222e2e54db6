// SPDX-License-Identifier: GPL-3.0-or-later
// A returned packet held against the reviews that are here, review by review: for packet_merge.cpp alone.
#pragma once

#include "app/packets/packet_merge.h"
#include "app/packets/returned_packet.h"

namespace rolecall::app {

enum class ReviewState { Added, Updated, Unchanged, Older, Conflict, Gone };

struct PlannedReview
{
    ReturnedReview theirs;
    ReviewState state = ReviewState::Added;
    db::ReviewerId reviewer; ///< here; not valid: not known yet
    bool inAnothersName = false;
    std::optional<db::Review> ours;
    ReviewContent content; ///< ours
    QString key() const;         ///< of its conflict
    QString reviewerKey() const; ///< of the conflict about whose name it is in
};

struct MergePlan
{
    ReturnedPacket packet;
    QList<PlannedReview> reviews;
    QHash<db::QualityId, QString> uuids; ///< of the role's qualities
};
Result<MergePlan> planMerge(db::Connection &ours, const QString &path);

/// The conflict about one quality's change.
QString qualityKey(const QualityDifference &difference);
/// Whether a review says something of this quality that is not here yet.
bool hasNews(const PlannedReview &review, db::QualityId quality);
/// Who a packet's reviewer is here: by UUID, else by name.
Result<std::optional<db::Reviewer>> reviewerHere(db::Connection &ours, const QString &uuid, const QString &name);

} // namespace rolecall::app
