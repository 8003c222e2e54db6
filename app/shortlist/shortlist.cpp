// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/shortlist.h"

#include "app/blind/veil.h"
#include "app/shortlist/live_ranking.h"
#include "app/shortlist/rule.h"
#include "db/applications.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/shortlist_rows.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Shortlist", text);
}

} // namespace

Result<QHash<db::ApplicationId, db::HandPlacement>> shownPlacements(db::Connection &connection, db::RoleId role)
{
    auto placements = db::handPlacements(connection, role);
    if (!placements)
        return placements;
    Veil veil(connection, role);
    for (auto hand = placements->begin(); hand != placements->end(); ++hand)
        hand->reason = veil.text(hand.key(), hand->reason);
    return placements;
}

Result<ShortlistView> shortlist(db::Connection &connection, db::RoleId role, const ShortlistSize &size)
{
    ShortlistView view;
    auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    view.qualities = std::move(*qualities);
    const auto placements = shownPlacements(connection, role);
    if (!placements)
        return tl::unexpected(placements.error());
    if (size.reader.isValid()) {
        const auto hidden = db::hiddenApplications(connection, role, size.reader);
        if (!hidden)
            return tl::unexpected(hidden.error());
        if (!hidden->isEmpty()) {
            // Ranks, ties and counts of the others must not tell of those left out, so the list is made without them.
            const auto seen = LiveRanking::read(connection, role, size.reader);
            if (!seen)
                return tl::unexpected(seen.error());
            return (*seen)->rank(view.qualities, size);
        }
    }
    const auto gates = db::gateCounts(connection, role);
    if (!gates)
        return tl::unexpected(gates.error());
    view.gates = *gates;
    const auto count = db::nearMissCount(connection, role);
    if (!count)
        return tl::unexpected(count.error());
    view.nearMissCount = *count;

    int place = 0;
    int rank = 0;
    std::optional<db::Standing> previous;
    QList<db::ApplicationId> ranked;
    const auto through = db::forEachStanding(connection, role, [&](const db::Standing &standing) {
        if (standing.gate != db::Gate::Through)
            return false;
        const auto hand = placements->constFind(standing.application);
        if (hand != placements->constEnd() && !hand->on)
            return true;
        ++place;
        if (!previous || standsBefore(*previous, standing))
            rank = place;
        previous = standing;
        // Equals are not parted by the size: whoever shares the last rank stays.
        if (size.top && rank > *size.top)
            return false;
        if (size.entryLimit < 0 || view.entries.size() < size.entryLimit)
            view.entries << ShortlistEntry{standing.application, rank, Placement::ByRule, {}, standing};
        ranked << standing.application;
        return true;
    });
    if (!through)
        return tl::unexpected(through.error());
    const QSet<db::ApplicationId> onByRule(ranked.cbegin(), ranked.cend());

    for (auto hand = placements->constBegin(); hand != placements->constEnd(); ++hand) {
        const auto standing = db::standing(connection, hand.key());
        if (!standing)
            return tl::unexpected(standing.error());
        db::Standing known = standing->value_or(db::Standing());
        known.application = hand.key();
        if (!hand->on) {
            view.takenOff << ShortlistEntry{hand.key(), {}, Placement::Off, hand->reason, known};
        } else if (onByRule.contains(hand.key())) {
            for (ShortlistEntry &entry : view.entries) {
                if (entry.application == hand.key())
                    entry.byHandReason = hand->reason; // on anyway; the reason is kept with it
            }
        } else {
            view.entries << ShortlistEntry{hand.key(), {}, Placement::On, hand->reason, known};
        }
    }
    const auto inOrder = [](const ShortlistEntry &a, const ShortlistEntry &b) {
        if (a.rank.has_value() != b.rank.has_value())
            return a.rank.has_value();
        if (standsBefore(a.standing, b.standing) || standsBefore(b.standing, a.standing))
            return standsBefore(a.standing, b.standing);
        return a.application < b.application;
    };
    std::sort(view.entries.begin(), view.entries.end(), inOrder);
    std::sort(view.takenOff.begin(), view.takenOff.end(), inOrder);

    const auto misses = db::nearMisses(connection, role, size.nearMissLimit);
    if (!misses)
        return tl::unexpected(misses.error());
    for (const db::ApplicationId id : *misses) {
        if (placements->contains(id))
            continue;
        const auto standing = db::standing(connection, id);
        if (!standing)
            return tl::unexpected(standing.error());
        view.nearMisses << ShortlistEntry{id, {}, Placement::ByRule, {}, **standing};
    }
    return view;
}

Result<Done> placeByHand(db::Connection &connection, db::ApplicationId id, Placement placement, const QString &reason)
{
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    const QString why = reason.simplified();
    if (placement != Placement::ByRule && why.isEmpty())
        return failure(placement == Placement::On ? tr("Putting somebody on the shortlist") : tr("Taking somebody off the shortlist"), {},
                       tr("there is no reason, and by hand always needs one"), tr("Write why, in a sentence that may be exported"));
    const QString title = placement == Placement::On ? tr("Put {applicant} on the shortlist by hand")
                          : placement == Placement::Off ? tr("Took {applicant} off the shortlist by hand")
                                                        : tr("Left {applicant} to the rule again");
    return perform(connection, {QStringLiteral("shortlist"), title, why, application->role, id}, Area::Shortlist, [&] {
        return placement == Placement::ByRule ? db::removeHandPlacement(connection, id) : db::setHandPlacement(connection, id, placement == Placement::On, why);
    });
}

} // namespace rolecall::app
