// SPDX-License-Identifier: GPL-3.0-or-later
// Which program a table was exported from, told by its columns alone: recruiters move from one to another, and each
// says stage, outcome and source in its own way.
#pragma once

#include "app/table/column_mapping.h"

namespace rolecall::app {

/// "Greenhouse", "Lever", "Workable", "Teamtailor", "OpenCATS", "Ashby"; empty where the columns do not tell.
QString exportingProgram(const QStringList &header);

/// Gives columns of a recognised export the meaning they have in that program. Columns that were taken for a quality of
/// the role are left as they are.
void applyProgramMeanings(ColumnMapping &mapping, const QStringList &header, const QString &program);

/// Whether in this program's exports a filled reason says by itself that the application has ended: they have a column
/// for why somebody was archived, and none for that somebody was.
bool reasonEnds(const QString &program);

} // namespace rolecall::app
