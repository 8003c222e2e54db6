// SPDX-License-Identifier: GPL-3.0-or-later
// Qualities that came after reviews were submitted: a newer posting asks for more, and who was read before is unrated on it.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QString>

namespace rolecall::db {

class Connection;

struct NewQuality
{
    QualityId quality;
    QString since; ///< UTC, ISO 8601

    friend bool operator==(const NewQuality &, const NewQuality &) = default;
};

/// Qualities in force that were added after this reviewer had submitted a first review of the role, as the change log
/// tells; in the order in which they came. None where nothing was submitted, and none of a role whose one posting was
/// never added to: the pieces of a line that was split by hand are its own.
Result<QList<NewQuality>> newQualities(Connection &connection, RoleId role, ReviewerId reviewer);

/// How many written reviews of undecided applications this reviewer submitted before one of these came, and without a
/// level or mark on it.
Result<int> reviewsLacking(Connection &connection, RoleId role, ReviewerId reviewer, const QList<NewQuality> &qualities);

/// The same as a condition on a review `v`, for lists; its numbers and times are of the workspace's own making.
QString lackingCondition(const QList<NewQuality> &qualities);

} // namespace rolecall::db
