// SPDX-License-Identifier: GPL-3.0-or-later
// The shortlist under a rule that is not stored yet: what the page shows while a weight is being dragged.
#pragma once

#include "app/shortlist/shortlist.h"
#include "db/shortlist_rows.h"

#include <memory>
#include <vector>

namespace rolecall::app {

/// Everybody's panel levels at one moment; does not follow later changes. Read once, ranked from any thread.
class LiveRanking
{
public:
    /// Without those hidden from the reader; a reader who is not valid has nothing hidden from them.
    static Result<std::shared_ptr<const LiveRanking>> read(db::Connection &connection, db::RoleId role, db::ReviewerId reader = {});

    qsizetype size() const { return qsizetype(m_standings.size()); }
    /// The same as shortlist() would give with these weights and thresholds stored. Only weight and threshold may differ
    /// from the qualities as they were read. 1,000 applications take a few milliseconds.
    ShortlistView rank(const QList<db::Quality> &qualities, const ShortlistSize &size) const;

private:
    std::vector<db::Standing> m_standings;
    QHash<db::ApplicationId, db::HandPlacement> m_placements;
    int m_hidden = 0;
};

} // namespace rolecall::app
