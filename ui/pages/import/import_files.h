// SPDX-License-Identifier: GPL-3.0-or-later
// What a person gave to the Import page, as its list shows it: a table each for itself, all else of a path together.
#pragma once

#include "app/applicants/import_preview.h"
#include "app/intake/unpacked_archives.h"

#include <QHash>
#include <QStringList>

namespace rolecall::ui {

struct ImportFile
{
    QString path;   ///< as it was given: a file or a folder
    QString table;  ///< the table's own path; empty for all else
    QString title;
    QString detail; ///< what is in it, in words
    QString problem; ///< why it cannot be read
    app::ImportPreview preview; ///< of a table
};

/// By a table's path: what was said by hand about its columns, counted from 0.
using ColumnMeanings = QHash<QString, QHash<int, QString>>;
/// The same as FIELD=COLUMN texts.
QStringList columnMapOf(const QHash<int, QString> &meanings);

/// Looks at the files; for a worker.
Result<QList<ImportFile>> readImportFiles(db::Connection &connection, db::RoleId role, const QStringList &paths, const ColumnMeanings &meanings, app::UnpackedArchives &archives);

} // namespace rolecall::ui
