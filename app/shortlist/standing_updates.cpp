// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/standing_updates.h"

#include "app/shortlist/rule.h"
#include "db/application_lists.h"
#include "db/applications.h"
#include "db/connection.h"

#include <algorithm>
#include <vector>

namespace rolecall::app {

namespace {

class Updater
{
public:
    Updater(db::Connection &connection, db::RoleId role, Rule rule)
        : m_connection(connection)
        , m_role(role)
        , m_rule(std::move(rule))
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

    Outcome write()
    {
        for (Row &row : m_rows) {
            db::Standing standing = standingOf(m_rule, std::move(row.levels));
            standing.application = row.application;
            if (auto outcome = db::writeStanding(m_connection, m_role, standing); !outcome)
                return outcome;
        }
        m_rows.clear();
        return {};
    }

private:
    struct Row
    {
        db::ApplicationId application;
        std::vector<qint32> levels;
    };
    db::Connection &m_connection;
    db::RoleId m_role;
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
    Updater updater(connection, application->role, std::move(*rule));
    updater.levelsOf(id);
    if (auto outcome = db::forEachPanelRating(connection, application->role, id, [&updater](const db::PanelRating &rating) { updater.add(rating); }); !outcome)
        return outcome;
    return updater.write();
}

Outcome refreshStandings(db::Connection &connection, db::RoleId role)
{
    auto rule = ruleIn(connection, role);
    if (!rule)
        return tl::unexpected(rule.error());
    // Everybody, the unrated included: applications come ordered by key, as the ratings do.
    auto ids = db::applicationIds(connection, role, {}, db::ApplicationOrder::AppliedOn);
    if (!ids)
        return tl::unexpected(ids.error());
    std::sort(ids->begin(), ids->end());
    Updater updater(connection, role, std::move(*rule));
    qsizetype next = 0;
    const auto visit = [&](const db::PanelRating &rating) {
        while (next < ids->size() && ids->at(next) < rating.application)
            updater.levelsOf(ids->at(next++));
        if (next < ids->size() && ids->at(next) == rating.application)
            ++next;
        updater.add(rating);
    };
    if (auto outcome = db::forEachPanelRating(connection, role, {}, visit); !outcome)
        return outcome;
    while (next < ids->size())
        updater.levelsOf(ids->at(next++));
    return updater.write();
}

} // namespace rolecall::app
