// SPDX-License-Identifier: GPL-3.0-or-later
// Frozen shortlists as they are stored: the rule and each standing are JSON that app/shortlist/freezing writes and reads.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QHash>
#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

struct FrozenShortlist
{
    ShortlistId id;
    QString uuid;
    RoleId role;
    PostingId posting; ///< in force then; not valid where the role had none
    QString name;
    QString rule;
    ReviewerId reviewer;
    QString reviewerName; ///< read only
    QString frozenAt;
};

struct FrozenRow
{
    ApplicationId application;
    std::optional<int> rank;
    QString placement; ///< "rule", "on", "off", "near_miss"
    QString reason;
    QString standing;
};

Result<ShortlistId> insertFrozenShortlist(Connection &connection, const FrozenShortlist &shortlist);
Outcome insertFrozenRow(Connection &connection, ShortlistId shortlist, int position, const FrozenRow &row);
/// Newest first.
Result<QList<FrozenShortlist>> frozenShortlists(Connection &connection, RoleId role);
Result<FrozenShortlist> frozenShortlist(Connection &connection, ShortlistId id);
/// In their order.
Result<QList<FrozenRow>> frozenRows(Connection &connection, ShortlistId shortlist);

struct ReviewMark
{
    QString uuid;
    int revision = 1;
};
/// The submitted reviews that a role's standings rest on, by application, each list in the order of the UUIDs.
Result<QHash<ApplicationId, QList<ReviewMark>>> submittedReviewMarks(Connection &connection, RoleId role);

} // namespace rolecall::db
