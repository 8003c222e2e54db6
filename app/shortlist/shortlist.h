// SPDX-License-Identifier: GPL-3.0-or-later
// The shortlist as it stands: everybody through the gate in the rule's order, near misses, and what was changed by hand.
#pragma once

#include "app/done.h"
#include "app/progress.h"
#include "db/application_lists.h"
#include "db/qualities.h"
#include "db/shortlist_rows.h"

namespace rolecall::app {

enum class Placement { ByRule, On, Off };

struct ShortlistEntry
{
    db::ApplicationId application;
    std::optional<int> rank; ///< equals share one; none for those put on by hand that the rule does not rank
    Placement placement = Placement::ByRule;
    QString byHandReason;
    db::Standing standing;
};

struct ShortlistView
{
    QList<db::Quality> qualities;   ///< in force, necessary first
    QList<ShortlistEntry> entries;  ///< on the list, in order
    QList<ShortlistEntry> nearMisses; ///< exactly one necessary quality below its threshold; at most `nearMissLimit`
    QList<ShortlistEntry> takenOff; ///< by hand
    int nearMissCount = 0;
    db::GateCounts gates;
    int afterReview = 0; ///< left out of everything above: hidden from the reader until their own review is submitted
};

/// Who was placed by hand, with the reasons as the connection's reviewer may read them.
Result<QHash<db::ApplicationId, db::HandPlacement>> shownPlacements(db::Connection &connection, db::RoleId role);

struct ShortlistSize
{
    std::optional<int> top;  ///< none: everybody through the gate
    int nearMissLimit = 200;
    int entryLimit = -1;     ///< for a page that shows the first ones; the counts are of all
    /// From whom the panel's result may be hidden in part (db/independence.h); not valid: the whole result, as exports have it.
    db::ReviewerId reader{};
};
Result<ShortlistView> shortlist(db::Connection &connection, db::RoleId role, const ShortlistSize &size);

/// On or off by hand, with a reason that is exported; Placement::ByRule takes the hand away again.
Result<Done> placeByHand(db::Connection &connection, db::ApplicationId application, Placement placement, const QString &reason);

struct ShortlistExport
{
    std::optional<int> top;
    bool blind = false;
    bool evidence = false;
    bool byteOrderMark = false;
};
/// Writes RFC 4180 CSV (UTF-8, CRLF), by a temporary file that takes the name only when it is whole. Returns the rows written.
Result<qint64> exportShortlistCsv(db::Connection &connection, db::RoleId role, const QString &path, const ShortlistExport &options, Progress *progress = nullptr);
/// The first lines of the same, for a preview.
Result<QByteArray> shortlistCsvPreview(db::Connection &connection, db::RoleId role, const ShortlistExport &options, int rows);

} // namespace rolecall::app
