// SPDX-License-Identifier: GPL-3.0-or-later
// A reviewer's queue: the rows that are looked at, by key. The keys come from applicationIds() or from a quality pass.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QString>
#include <optional>

namespace rolecall::db {

class Connection;

struct ReviewQueueRow
{
    ApplicationId id;
    QString shownName; ///< the name; the code where the role is blind and the reviewer did not reveal it
    bool submitted = false;
    bool begun = false;
    int rated = 0;            ///< qualities in force with a level or marked for the interview
    int toConfirm = 0;        ///< of these, on an earlier wording
    std::optional<int> level; ///< on the quality asked for
    bool ask = false;         ///< the same
};

/// In the order of `ids`; one that is gone is left out. `quality` not valid: no level is read.
Result<QList<ReviewQueueRow>> reviewQueueRows(Connection &connection, const QList<ApplicationId> &ids, ReviewerId reviewer, QualityId quality = {});

} // namespace rolecall::db
