// SPDX-License-Identifier: GPL-3.0-or-later
// Rows on the clipboard as tab-separated text: what a spreadsheet takes, and nothing it would run.
#pragma once

#include <QStringList>

namespace rolecall::ui {

/// One line with its line end. Tabs and line ends within a cell become spaces; a cell that a spreadsheet would compute
/// gets an apostrophe before it, as in an export.
QString tabSeparatedLine(const QStringList &cells);

} // namespace rolecall::ui
