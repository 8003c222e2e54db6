// SPDX-License-Identifier: GPL-3.0-or-later
// How a role's search goes, as tables: its pipeline, times, sources, what each quality does to the field, how far the panel
// agrees, and who has how much to read. Everything is counted from the workspace at the moment of asking.
#pragma once

#include "app/reports/adverse_impact.h"
#include "app/reports/report_table.h"
#include "db/id.h"

#include <QDate>
#include <vector>

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

/// Lower quartile, median and upper quartile, by linear interpolation between the ordered values (R. J. Hyndman and Y. Fan,
/// "Sample Quantiles in Statistical Packages", 1996, definition 7: what spreadsheets compute). Empty where there are no values.
struct Quartiles
{
    double lower = 0;
    double median = 0;
    double upper = 0;
};
std::optional<Quartiles> quartilesOf(std::vector<double> values);

struct RoleReports
{
    QList<ReportTable> tables;
    int applications = 0;
    int hidden = 0; ///< applications whose levels take no part, because the connection's reviewer has not submitted their own review
};
/// `now` is UTC: what stands in a stage counts up to it.
Result<RoleReports> roleReports(db::Connection &connection, db::RoleId role, const QDateTime &now);

/// Fails where something of the role is hidden from the connection's reviewer: counts by group would tell of levels they may not see.
Result<QList<ReportTable>> impactReports(db::Connection &connection, db::RoleId role);

} // namespace rolecall::app
