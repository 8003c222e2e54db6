// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would make of a file's columns, before anything is stored: to be looked at, and put right by hand.
#pragma once

#include "app/table/column_mapping.h"
#include "db/id.h"
#include "db/result.h"

#include <QStringList>

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

struct ImportPreview
{
    QString kind; ///< what the file is, in words: "separated by semicolons, UTF-8"
    QStringList columns; ///< their names; "Column 3" where the table has no header
    QList<QStringList> rows; ///< the first ones
    ColumnMapping mapping;
};
Result<ImportPreview> previewImport(db::Connection &connection, db::RoleId role, const QString &path, const QStringList &columnMap);

/// What a column can mean: the key of `--map KEY=COLUMN`, and the word a person reads.
struct ColumnMeaning
{
    QString key;
    QString label;
};
/// The fields, then the role's qualities, "leave out" last.
QList<ColumnMeaning> columnMeanings(const ColumnMapping &mapping);
/// The word for what a column means now.
QString meaningOf(const ColumnMapping &mapping, int column);

} // namespace rolecall::app
