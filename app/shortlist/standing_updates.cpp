// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/standing_updates.h"

#include "app/shortlist/rule.h"
#include "app/shortlist/standing_check.h"
#include "db/application_lists.h"
#include "db/applications.h"
#include "db/connection.h"
#include "db/roles.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace rolecall::app {

namespace {

using StandingSink = std::function<Outcome(const db::Standing &)>;

/// Panel levels gathered per application, then made into standings.
class Computation
{
public:
    explicit Computation(Rule rule)
        : m_rule(std::move(rule))
    {}

    void add(const db::PanelRating &rating)
    {
        const auto place = std::lower_bound(m_rule.begin(), m_rule.end(), rating.quality, [](const RuleQuality &a, db::QualityId id) { return a.quality < id; });
        if (place == m_rule.end() || place->quality != rating.quality)
            return; // retired
        levelsOf(rating.application)[size_t(place - m_rule.begin())] = panelLevel(rating);
    }

    std::vector<qint32> &levelsOf(db::ApplicationId application)
    {
        if (m_rows.empty() || m_rows.back().application != application)
            m_rows.push_back({application, std::vector<qint32>(m_rule.size(), db::unratedLevel)});
        return m_rows.back().levels;
    }

    Outcome finish(const StandingSink &sink)
    {
        for (Row &row : m_rows) {
            db::Standing standing = standingOf(m_rule, std::move(row.levels));
            standing.application = row.application;
            if (auto outcome = sink(standing); !outcome)
                return outcome;
        }
        return {};
    }

private:
    struct Row
    {
        db::ApplicationId application;
        std::vector<qint32> levels;
    };
    Rule m_rule;
    std::vector<Row> m_rows;
};

Result<Rule> ruleIn(db::Connection &connection, db::RoleId role)
{
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    return ruleOf(*qualities);
}

} // namespace

Outcome refreshStanding(db::Connection &connection, db::ApplicationId id)
{
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    auto rule = ruleIn(connection, application->role);
    if (!rule)
        return tl::unexpected(rule.error());
    Computation computation(std::move(*rule));
    computation.levelsOf(id);
    if (auto outcome = db::forEachPanelRating(connection, application->role, id, [&computation](const db::PanelRating &rating) { computation.add(rating); }); !outcome)
        return outcome;
    return computation.finish([&](const db::Standing &standing) { return db::writeStanding(connection, application->role, standing); });
}

namespace {

Outcome computeStandings(db::Connection &connection, db::RoleId role, const StandingSink &sink)
{
    auto rule = ruleIn(connection, role);
    if (!rule)
        return tl::unexpected(rule.error());
    // Everybody, the unrated included: applications come ordered by key, as the ratings do.
    auto ids = db::applicationIds(connection, role, {}, db::ApplicationOrder::AppliedOn);
    if (!ids)
        return tl::unexpected(ids.error());
    std::sort(ids->begin(), ids->end());
    Computation computation(std::move(*rule));
    qsizetype next = 0;
    const auto visit = [&](const db::PanelRating &rating) {
        while (next < ids->size() && ids->at(next) < rating.application)
            computation.levelsOf(ids->at(next++));
        if (next < ids->size() && ids->at(next) == rating.application)
            ++next;
        computation.add(rating);
    };
    if (auto outcome = db::forEachPanelRating(connection, role, {}, visit); !outcome)
        return outcome;
    while (next < ids->size())
        computation.levelsOf(ids->at(next++));
    return computation.finish(sink);
}

bool isSame(const db::Standing &a, const db::Standing &b)
{
    return a.gate == b.gate && a.usefulScore == b.usefulScore && a.necessaryMean == b.necessaryMean && a.necessaryMet == b.necessaryMet && a.necessaryBelow == b.necessaryBelow
           && a.necessaryUnrated == b.necessaryUnrated && a.coverage == b.coverage && a.levels == b.levels;
}

} // namespace

Outcome refreshStandings(db::Connection &connection, db::RoleId role)
{
    auto writer = db::StandingWriter::begin(connection, role);
    if (!writer)
        return tl::unexpected(writer.error());
    return computeStandings(connection, role, [&](const db::Standing &standing) { return writer->write(standing); });
}

Outcome rankAnew(db::Connection &connection, db::RoleId role)
{
    const auto rule = ruleIn(connection, role);
    if (!rule)
        return tl::unexpected(rule.error());
    std::vector<db::Standing> changed;
    bool isWhole = true; // every standing has a level, or none, for each quality
    const auto read = db::forEachStanding(connection, role, [&](const db::Standing &before) {
        isWhole = before.levels.size() == rule->size();
        if (!isWhole)
            return false;
        db::Standing after = standingOf(*rule, before.levels);
        after.application = before.application;
        if (!isSame(before, after))
            changed.push_back(std::move(after));
        return true;
    });
    if (!read)
        return read;
    if (!isWhole)
        return refreshStandings(connection, role);
    auto writer = db::StandingWriter::begin(connection, role);
    if (!writer)
        return tl::unexpected(writer.error());
    for (const db::Standing &standing : changed) {
        if (auto outcome = writer->write(standing); !outcome)
            return outcome;
    }
    return {};
}

Result<qint64> standingsThatDiffer(db::Connection &connection)
{
    const auto roles = db::roleSummaries(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    qint64 differing = 0;
    for (const db::RoleSummary &role : *roles) {
        const auto outcome = computeStandings(connection, role.role.id, [&](const db::Standing &standing) -> Outcome {
            const auto stored = db::standing(connection, standing.application);
            if (!stored)
                return tl::unexpected(stored.error());
            differing += *stored && isSame(**stored, standing) ? 0 : 1;
            return {};
        });
        if (!outcome)
            return tl::unexpected(outcome.error());
    }
    return differing;
}

} // namespace rolecall::app
