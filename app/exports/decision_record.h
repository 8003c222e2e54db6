// SPDX-License-Identifier: GPL-3.0-or-later
// The decision record as a file: everything a panel needs to defend its shortlist, and a reader to check it.
#pragma once

#include "app/exports/decision_report.h"

class QPagedPaintDevice;

namespace rolecall::app {

enum class DecisionFormat { Html, Pdf };

/// Writes by a temporary file that takes the name only when it is whole. The same workspace at the same moment gives the
/// same bytes (PDF: with the same fonts). PDF needs a QGuiApplication, for its fonts.
Outcome exportDecisionRecord(db::Connection &connection, db::RoleId role, const QString &path, DecisionFormat format, const DecisionRecordOptions &options, Progress *progress = nullptr);

/// Steps of progress for each person where a record is laid out on pages.
constexpr int paperSteps = 6;

/// Lays the record out on a printer's or a file's pages, with page numbers at the foot. Returns the number of pages.
/// Takes time in proportion to the people in it; cancelled: fails. `progress` goes on from where reading the report, with
/// paperSteps, left it.
Result<int> paintDecisionRecord(const DecisionReport &report, QPagedPaintDevice &device, Progress *progress = nullptr);

} // namespace rolecall::app
