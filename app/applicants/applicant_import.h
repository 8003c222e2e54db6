// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants from tables into a role: read in a stream, written in one transaction, one change, undone as one.
#pragma once

#include "app/done.h"
#include "app/progress.h"

#include <QHash>
#include <QStringList>
#include <functional>

namespace rolecall::app {

enum class RowState { Taken, NeedsLook, Refused };
QString rowStateName(RowState state);

struct ImportedRow
{
    QString file;
    std::optional<qint64> row; ///< counted from 1, the header included
    RowState state = RowState::Taken;
    QString name;
    QString email;
    QStringList messages; ///< what was changed or left out, and why
};

struct ImportRequest
{
    db::RoleId role;
    QStringList files;
    QStringList columnMap;   ///< FIELD=COLUMN, over what is recognised
    QHash<QString, QStringList> fileColumnMaps; ///< the same for single files, by path: over columnMap
    QString reviewerName;    ///< whose submitted ratings the rating columns are; empty: the workspace's own reviewer
    bool dryRun = false;
    /// Hears of every row, in order; empty where only the counts are wanted.
    std::function<void(const ImportedRow &)> onRow;
};

struct ImportSummary
{
    qint64 taken = 0;     ///< with a clean row
    qint64 needsLook = 0; ///< taken, too, but something in it wants a person's eye
    qint64 refused = 0;
    QStringList messages; ///< about files and columns
    std::optional<Done> done; ///< none after a dry run
};

/// Nothing is stored unless every file can be read to its end.
Result<ImportSummary> importApplicants(db::Connection &connection, const ImportRequest &request, Progress *progress = nullptr);

} // namespace rolecall::app
