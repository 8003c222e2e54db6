// SPDX-License-Identifier: GPL-3.0-or-later
// What the shortlist is made of: people in the rule's order, those placed by hand, and the evidence behind the levels.
// placeByHand and removePlacement must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"
#include "db/standings.h"

#include <QHash>
#include <functional>

namespace rolecall::db {

class Connection;

struct ShortlistRow
{
    QString code;
    QString name;
    QString email;
    QString stage;
    QString outcome;
    Standing standing;
};
/// Those of a role through the gate, in the rule's order. Return false to stop.
Outcome forEachThrough(Connection &connection, RoleId role, const std::function<bool(const ShortlistRow &)> &visit);
/// The row of one application, whatever its gate.
Result<ShortlistRow> shortlistRow(Connection &connection, ApplicationId application);
/// Exactly one necessary quality below its threshold and none unrated, in the rule's order.
Result<QList<ApplicationId>> nearMisses(Connection &connection, RoleId role, int limit);
Result<int> nearMissCount(Connection &connection, RoleId role);

struct HandPlacement
{
    bool on = true;
    QString reason;
    QString reviewerName;
    QString placedAt;
};
Result<QHash<ApplicationId, HandPlacement>> handPlacements(Connection &connection, RoleId role);
Outcome setHandPlacement(Connection &connection, ApplicationId application, bool on, const QString &reason);
Outcome removeHandPlacement(Connection &connection, ApplicationId application);

/// One piece of evidence of a submitted review.
struct SubmittedEvidence
{
    QualityId quality;
    QString reviewerName;
    QString note;
    QString quote;
    QString documentName;
    std::optional<int> page;
    bool interview = false; ///< from a score sheet; else from a written review
};
Result<QList<SubmittedEvidence>> submittedEvidence(Connection &connection, ApplicationId application);

} // namespace rolecall::db
