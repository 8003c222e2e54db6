// SPDX-License-Identifier: GPL-3.0-or-later
// The shortlist as an Office Open XML workbook (ECMA-376): the list, the near misses, the evidence, and what it rests on.
#pragma once

#include "app/progress.h"
#include "db/id.h"
#include "db/result.h"

#include <QString>
#include <optional>

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

struct SpreadsheetOptions
{
    std::optional<int> top; ///< none: everybody through the gate
    bool blind = false;     ///< a role that is reviewed blind is exported blind anyway
    bool evidence = true;   ///< a sheet of it
    int nearMissLimit = -1; ///< all
};

/// Writes by a temporary file that takes the name only when it is whole. Every text is a text and none a formula, and
/// rows are written as they are read. Returns the people on the list's sheet. Cancelled: fails, and nothing is written.
Result<qint64> exportShortlistSpreadsheet(db::Connection &connection, db::RoleId role, const QString &path, const SpreadsheetOptions &options, Progress *progress = nullptr);

} // namespace rolecall::app
