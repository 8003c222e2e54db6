// SPDX-License-Identifier: GPL-3.0-or-later
// What every table of the program has in common, so that each behaves as the last one did.
#pragma once

#include <QString>

class QTableView;

namespace rolecall::ui {

class ColumnFit;
class WindowSettings;

/// No grid, rows of the ordinary height, headers at the left, columns that can be moved and resized, hidden by the
/// header's context menu; Ctrl+C copies the selection as TSV. Call after the model is set.
void setUpTable(QTableView &table);

/// Restores the columns' order, widths and visibility, and keeps them under `key` as a person changes them; `fit`, where
/// there is one, stops where widths are restored. The settings outlive the table. Call after setUpTable().
void rememberColumns(QTableView &table, WindowSettings &settings, const QString &key, ColumnFit *fit = nullptr);

/// Rows by line, cells by tab, in the order shown; tabs and line ends within a cell become spaces.
QString asTsv(const QTableView &table);

} // namespace rolecall::ui
