// SPDX-License-Identifier: GPL-3.0-or-later
// Where applications stand by the shortlist rule: derived rows that app/shortlist keeps in step with the ratings, so
// that lists are in order at once. Anyone can make them anew from the ratings.
#pragma once

#include "db/id.h"
#include "db/raw_query.h"
#include "db/result.h"

#include <QHash>
#include <QList>
#include <functional>
#include <optional>
#include <vector>

class QSqlQuery;

namespace rolecall::db {

class Connection;

enum class Gate { Through = 0, Open = 1, Below = 2 };

/// Panel levels are kept in units of 1/720720 of a level: the mean of up to sixteen reviews is a whole number of them.
constexpr qint32 levelUnit = 720720;
constexpr qint32 unratedLevel = -1;
/// Scores, means and coverage are kept in units of 1e-12.
constexpr qint64 scoreUnit = 1'000'000'000'000;

struct Standing
{
    ApplicationId application;
    Gate gate = Gate::Open;
    std::optional<qint64> usefulScore; ///< 0 to scoreUnit; none where the role has no useful quality with a weight
    qint64 necessaryMean = 0;          ///< 0 to 3 x scoreUnit
    int necessaryMet = 0;
    int necessaryBelow = 0;
    int necessaryUnrated = 0;
    qint64 coverage = 0;        ///< of the useful qualities, 0 to scoreUnit
    std::vector<qint32> levels; ///< for the role's qualities in force in order of id; unratedLevel where there is none
};

/// From the first nine columns: application_id, gate, useful_score, necessary_mean, necessary_met, necessary_below,
/// necessary_unrated, coverage, levels.
Standing standingFromRow(const QSqlQuery &query);

/// Adds or replaces.
Outcome writeStanding(Connection &connection, RoleId role, const Standing &standing);
/// The same for many: the statement is prepared once, which is most of what a row costs.
class StandingWriter
{
public:
    static Result<StandingWriter> begin(Connection &connection, RoleId role);
    Outcome write(const Standing &standing);

private:
    StandingWriter(RawQuery statement, RoleId role);
    RawQuery m_statement;
    RoleId m_role;
};
Result<std::optional<Standing>> standing(Connection &connection, ApplicationId application);

/// Calls back for each application of a role, in the order of the rule. Return false to stop.
Outcome forEachStanding(Connection &connection, RoleId role, const std::function<bool(const Standing &)> &visit);
/// The same for given applications, in no order.
Result<QHash<ApplicationId, Standing>> standings(Connection &connection, const QList<ApplicationId> &applications);

/// The panel's level of each quality: sums and counts of submitted ratings, and what was agreed.
struct PanelRating
{
    ApplicationId application;
    QualityId quality;
    int sum = 0;
    int count = 0;
    std::optional<int> agreed;
};
/// All panel ratings of one application, or of a whole role where the application is not valid, ordered by application.
Outcome forEachPanelRating(Connection &connection, RoleId role, ApplicationId application, const std::function<void(const PanelRating &)> &visit);

struct GateCounts
{
    int through = 0;
    int open = 0;
    int below = 0;
};
Result<GateCounts> gateCounts(Connection &connection, RoleId role);

} // namespace rolecall::db
