// SPDX-License-Identifier: GPL-3.0-or-later
// The change log as a person reads and steers it.
#pragma once

#include "app/done.h"

namespace rolecall::app {

/// Takes back the latest change that stands; says which. All that is derived follows.
Result<Done> undo(db::Connection &connection);
Result<Done> redo(db::Connection &connection);

/// A change in words for one reader: the applicant's name (blind: the code) in its place, and what others rated left
/// out until the reader has submitted a review of that application.
struct HistoryEntry
{
    db::Change change;
    QString title;
    QString detail;
};
Result<QList<HistoryEntry>> history(db::Connection &connection, const db::ChangeFilter &filter, int limit, db::ChangeId before = {});

} // namespace rolecall::app
