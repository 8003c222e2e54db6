// SPDX-License-Identifier: GPL-3.0-or-later
// A review with everything in it, and what it says as one short word: two sides that agree have the same.
#pragma once

#include "db/reviews.h"

#include <QHash>
#include <QSet>

namespace rolecall::app {

struct ReviewContent
{
    QList<db::Rating> ratings;
    QList<db::Evidence> evidence;
};
Result<ReviewContent> readReviewContent(db::Connection &connection, db::ReviewId review);

/// The part that concerns some qualities only.
ReviewContent restrictedTo(const ReviewContent &content, const QSet<db::QualityId> &qualities);

/// Whether levels, marks and evidence are the same; order, places in documents and times do not count.
bool saysTheSame(const ReviewContent &one, const ReviewContent &other);

/// The same on both sides of an exchange, and different after any change. `uuids` names the qualities.
QString fingerprint(const db::Review &review, const ReviewContent &content, const QHash<db::QualityId, QString> &uuids);

} // namespace rolecall::app
