// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/live_ranking.h"

#include "app/shortlist/rule.h"
#include "db/independence.h"

#include <algorithm>

namespace rolecall::app {

namespace {

bool inRuleOrder(const db::Standing &a, const db::Standing &b)
{
    if (standsBefore(a, b))
        return true;
    return !standsBefore(b, a) && a.application < b.application;
}

} // namespace

Result<std::shared_ptr<const LiveRanking>> LiveRanking::read(db::Connection &connection, db::RoleId role, db::ReviewerId reader)
{
    auto ranking = std::make_shared<LiveRanking>();
    auto placements = shownPlacements(connection, role);
    if (!placements)
        return tl::unexpected(placements.error());
    ranking->m_placements = std::move(*placements);
    const auto hidden = db::hiddenApplications(connection, role, reader);
    if (!hidden)
        return tl::unexpected(hidden.error());
    const auto all = db::forEachStanding(connection, role, [&](const db::Standing &standing) {
        if (hidden->contains(standing.application))
            ++ranking->m_hidden;
        else
            ranking->m_standings.push_back(standing);
        return true;
    });
    if (!all)
        return tl::unexpected(all.error());
    return std::shared_ptr<const LiveRanking>(std::move(ranking));
}

ShortlistView LiveRanking::rank(const QList<db::Quality> &qualities, const ShortlistSize &size) const
{
    const Rule rule = ruleOf(qualities);
    ShortlistView view;
    view.qualities = qualities;
    view.afterReview = m_hidden;
    std::vector<db::Standing> through;
    std::vector<db::Standing> near;
    for (const db::Standing &before : m_standings) {
        db::Standing standing = standingOf(rule, before.levels);
        standing.application = before.application;
        (standing.gate == db::Gate::Through ? view.gates.through : standing.gate == db::Gate::Open ? view.gates.open : view.gates.below) += 1;
        const auto hand = m_placements.constFind(standing.application);
        const bool placed = hand != m_placements.constEnd();
        if (standing.gate == db::Gate::Below && standing.necessaryBelow == 1) {
            ++view.nearMissCount;
            if (!placed)
                near.push_back(standing);
        }
        if (placed && !hand->on)
            view.takenOff << ShortlistEntry{standing.application, {}, Placement::Off, hand->reason, standing};
        else if (standing.gate == db::Gate::Through)
            through.push_back(std::move(standing));
        else if (placed)
            view.entries << ShortlistEntry{standing.application, {}, Placement::On, hand->reason, std::move(standing)};
    }
    const QList<ShortlistEntry> putOn = std::exchange(view.entries, {});

    std::sort(through.begin(), through.end(), inRuleOrder);
    int rank = 0;
    qsizetype place = 0;
    for (; place < qsizetype(through.size()); ++place) {
        if (place == 0 || standsBefore(through[size_t(place - 1)], through[size_t(place)]))
            rank = int(place) + 1;
        if (size.top && rank > *size.top)
            break;
        const db::Standing &standing = through[size_t(place)];
        const auto hand = m_placements.constFind(standing.application);
        const bool placed = hand != m_placements.constEnd();
        if (placed || size.entryLimit < 0 || view.entries.size() < size.entryLimit)
            view.entries << ShortlistEntry{standing.application, rank, Placement::ByRule, placed ? hand->reason : QString(), standing};
    }
    for (; place < qsizetype(through.size()); ++place) { // beyond the size, yet put on by hand
        const auto hand = m_placements.constFind(through[size_t(place)].application);
        if (hand != m_placements.constEnd())
            view.entries << ShortlistEntry{through[size_t(place)].application, {}, Placement::On, hand->reason, through[size_t(place)]};
    }
    view.entries << putOn;
    const auto byStanding = [](const ShortlistEntry &a, const ShortlistEntry &b) {
        if (a.rank.has_value() != b.rank.has_value())
            return a.rank.has_value();
        return inRuleOrder(a.standing, b.standing);
    };
    std::sort(view.entries.begin(), view.entries.end(), byStanding);
    std::sort(view.takenOff.begin(), view.takenOff.end(), byStanding);

    std::sort(near.begin(), near.end(), inRuleOrder);
    for (const db::Standing &standing : near) {
        if (size.nearMissLimit >= 0 && view.nearMisses.size() >= size.nearMissLimit)
            break;
        view.nearMisses << ShortlistEntry{standing.application, {}, Placement::ByRule, {}, standing};
    }
    return view;
}

} // namespace rolecall::app
