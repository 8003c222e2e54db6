// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of CSV that Rolecall writes and reads back. A spreadsheet runs a cell that begins with = + - @ or a control
// character as a formula (CWE-1236), so such cells leave with an apostrophe before them, and lose it on the way in.
#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace rolecall::app {

/// Whether a spreadsheet would compute this cell. A plain number such as -1.5 is none, nor is a dash alone.
bool runsAsFormula(std::string_view cell);

/// The cell with an apostrophe before it where it needs one, and where it would otherwise be mistaken for one that has.
QString neutralisedCell(const QString &cell);
/// Takes that apostrophe off again: restoredCell(neutralisedCell(x)) == x for every x.
QString restoredCell(const QString &cell);
/// The same for UTF-8, without a copy.
std::string_view restoredCell(std::string_view cell);

/// Appends one neutralised cell, quoted where RFC 4180 asks for it.
void appendCsvCell(std::string &line, std::string_view cell, char delimiter = ',');
/// Appends a cell that needs no neutralising, such as a number of our own, quoted where RFC 4180 asks for it.
void appendPlainCsvCell(std::string &line, std::string_view cell, char delimiter = ',');

} // namespace rolecall::app
