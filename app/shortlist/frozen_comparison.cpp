// SPDX-License-Identifier: GPL-3.0-or-later
// A frozen shortlist against the list as it is: who came in, left or moved, and what in rule, levels or by hand is another.
#include "app/shortlist/freezing.h"

#include "app/exports/export_reader.h"
#include "app/shortlist/rule.h"
#include "db/applications.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/shortlist_rows.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

constexpr int levelsNamed = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("Freezing", text);
}

QString sizeText(std::optional<int> size)
{
    return size ? tr("the first %1").arg(*size) : tr("everybody through the gate");
}

QStringList ruleChangesOf(const FrozenRule &before, const QList<db::Quality> &now, std::optional<int> size)
{
    QStringList changes;
    if (before.size != size)
        changes << tr("On the list: %1, was %2").arg(sizeText(size), sizeText(before.size));
    QHash<QString, const db::Quality *> present;
    for (const db::Quality &quality : now)
        present.insert(quality.uuid, &quality);
    for (const FrozenQuality &old : before.qualities) {
        const db::Quality *quality = present.take(old.uuid);
        if (!quality) {
            changes << tr("No longer asked for: %1").arg(old.text);
            continue;
        }
        if (quality->text != old.text)
            changes << tr("Reworded: %1").arg(quality->text);
        if (quality->tier != old.tier)
            changes << (quality->tier == db::Tier::Necessary ? tr("Now necessary: %1") : tr("Now useful: %1")).arg(quality->text);
        else if (quality->tier == db::Tier::Necessary && quality->threshold != old.threshold)
            changes << tr("Met from level %1, was %2: %3").arg(quality->threshold).arg(old.threshold).arg(quality->text);
        else if (quality->tier == db::Tier::Useful && quality->weight != old.weight)
            changes << tr("Weight %1, was %2: %3").arg(quality->weight).arg(old.weight).arg(quality->text);
    }
    for (const db::Quality &quality : now) {
        if (present.contains(quality.uuid))
            changes << tr("New: %1").arg(quality.text);
    }
    return changes;
}

/// What is another about one person between then and now.
class Reasons
{
public:
    Reasons(const FrozenRule &before, const QList<db::Quality> &now)
        : m_before(before)
    {
        const Rule rule = ruleOf(now);
        for (size_t place = 0; place < rule.size(); ++place) {
            for (const db::Quality &quality : now) {
                if (quality.id == rule[place].quality)
                    m_places.insert(quality.uuid, place);
            }
        }
    }
    QStringList of(const FrozenPerson *then, const db::Standing &standing, const db::HandPlacement *hand, bool mayKnow) const
    {
        QStringList reasons;
        const bool byHand = then && (then->placement == u"on" || then->placement == u"off");
        if (hand && (!byHand || (then->placement == u"on") != hand->on))
            reasons << (hand->on ? tr("put on by hand: %1") : tr("taken off by hand: %1")).arg(hand->reason);
        else if (!hand && byHand)
            reasons << tr("left to the rule again");
        if (then)
            reasons << levels(*then, standing, mayKnow);
        return reasons;
    }

private:
    QStringList levels(const FrozenPerson &then, const db::Standing &standing, bool mayKnow) const
    {
        QStringList changed;
        for (qsizetype i = 0; i < m_before.qualities.size(); ++i) {
            const FrozenQuality &quality = m_before.qualities.at(i);
            const auto place = m_places.constFind(quality.uuid);
            if (place == m_places.constEnd() || *place >= standing.levels.size())
                continue;
            const qint32 old = then.standing.levels[size_t(i)];
            const qint32 level = standing.levels[*place];
            const auto text = [](qint32 value) { return value == db::unratedLevel ? tr("unrated") : levelText(value); };
            if (level != old)
                changed << tr("%1: %2, was %3").arg(quality.text, text(level), text(old));
        }
        if (!changed.isEmpty() && !mayKnow)
            return {tr("its levels changed")};
        if (changed.size() > levelsNamed) {
            const auto more = changed.size() - levelsNamed;
            changed = changed.mid(0, levelsNamed) << tr("%1 more levels").arg(more);
        }
        return changed;
    }

    const FrozenRule &m_before;
    QHash<QString, size_t> m_places;
};

} // namespace

Result<FrozenComparison> compareWithPresent(db::Connection &connection, const FrozenList &list)
{
    const auto role = db::role(connection, list.head.role);
    if (!role)
        return tl::unexpected(role.error());
    const auto view = shortlist(connection, list.head.role, {role->shortlistSize, 0, -1});
    if (!view)
        return tl::unexpected(view.error());
    const auto placements = shownPlacements(connection, list.head.role);
    if (!placements)
        return tl::unexpected(placements.error());
    const auto hidden = db::hiddenApplications(connection, list.head.role, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());

    FrozenComparison comparison;
    comparison.ruleChanges = ruleChangesOf(list.rule, view->qualities, role->shortlistSize);
    const Reasons reasons(list.rule, view->qualities);
    QHash<db::ApplicationId, const FrozenPerson *> then;
    for (const FrozenPerson &person : list.people)
        then.insert(person.application, &person);
    const auto describe = [&](MoveKind kind, db::ApplicationId application, const FrozenPerson *before, const ShortlistEntry *now, const db::Standing &standing) {
        const auto hand = placements->constFind(application);
        ShortlistMove move{kind, application, before && before->onList ? before->rank : std::nullopt, now ? now->rank : std::nullopt, {}};
        move.reasons = reasons.of(before, standing, hand == placements->constEnd() ? nullptr : &*hand, !hidden->contains(application));
        if (move.reasons.isEmpty())
            move.reasons << (!before ? tr("was not through the gate then") : comparison.ruleChanges.isEmpty() ? tr("others moved") : tr("by the changed rule"));
        comparison.moves << move;
    };
    QSet<db::ApplicationId> present;
    for (const ShortlistEntry &entry : view->entries) {
        present.insert(entry.application);
        const FrozenPerson *before = then.value(entry.application);
        if (!before || !before->onList)
            describe(MoveKind::Entered, entry.application, before, &entry, entry.standing);
        else if (before->rank == entry.rank)
            ++comparison.unmoved;
        else // who has no rank was put on by hand and stands last
            describe(entry.rank.value_or(INT_MAX) < before->rank.value_or(INT_MAX) ? MoveKind::Up : MoveKind::Down, entry.application, before, &entry, entry.standing);
    }
    for (const FrozenPerson &person : list.people) {
        if (!person.onList || present.contains(person.application))
            continue;
        if (!person.application.isValid()) {
            comparison.moves << ShortlistMove{MoveKind::Left, person.application, person.rank, std::nullopt, {tr("no longer in the workspace: erased or merged")}};
            continue;
        }
        const auto standing = db::standing(connection, person.application);
        if (!standing)
            return tl::unexpected(standing.error());
        describe(MoveKind::Left, person.application, &person, nullptr, standing->value_or(db::Standing()));
    }
    return comparison;
}

} // namespace rolecall::app
