// SPDX-License-Identifier: GPL-3.0-or-later
// A report as a table: what the page shows and draws, and what is copied and written as CSV.
#pragma once

#include "db/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QVariantList>

namespace rolecall::app {

struct ReportTable
{
    QString key;      ///< "pipeline", "sources" …: stays the same in every language
    QString title;
    QString sentence; ///< what it tells, and what it leaves out
    QStringList columns;
    QList<QVariantList> rows; ///< as many cells as columns: QString, int, double, or invalid for nothing to say
    QList<int> drawn;         ///< columns whose numbers are drawn as bars, one series each; empty: no drawing
};

/// RFC 4180, UTF-8 with a header row; cells that a spreadsheet would run are neutralised (app/csv_cells.h).
QByteArray reportCsv(const ReportTable &table);
/// Writes it whole or not at all.
Outcome writeReportCsv(const ReportTable &table, const QString &path);
/// A cell as CSV has it: numbers with a point, at most four decimals.
QString plainCell(const QVariant &cell);

} // namespace rolecall::app
