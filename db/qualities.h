// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a posting's lists: necessary ones are a gate, useful ones rank.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

enum class Tier { Necessary, Useful };
QString tierName(Tier tier);
Tier tierFromName(const QString &name);

struct Quality
{
    QualityId id;
    QString uuid;
    RoleId role;
    Tier tier = Tier::Necessary;
    int position = 0;
    QString text;
    QString footnote;
    int weight = 1;    ///< 0 to 100; counts for useful qualities
    int threshold = 2; ///< the least level that is met; counts for necessary qualities
    PostingId posting; ///< the revision that brought it; not valid where it was added by hand
    qsizetype sourceStart = -1; ///< UTF-16 offsets in that posting's decoded text
    qsizetype sourceLength = 0;
    std::optional<QString> retiredAt;
};

Result<QualityId> insertQuality(Connection &connection, const Quality &quality);
Outcome updateQuality(Connection &connection, const Quality &quality);
Result<Quality> quality(Connection &connection, QualityId id);
/// Those in force: necessary first, each tier in its order. With retired ones at the end where they are asked for.
Result<QList<Quality>> qualities(Connection &connection, RoleId role, bool withRetired = false);

} // namespace rolecall::db
