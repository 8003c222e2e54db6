// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roles/role_editing.h"

#include "app/posting/text_similarity.h"
#include "app/shortlist/standing_updates.h"
#include "db/connection.h"
#include "db/quality_ratings.h"
#include "db/role_removal.h"

#include <QCoreApplication>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RoleEditing", text);
}

QString quoted(const QString &text)
{
    constexpr int longest = 80;
    return tr("“%1”").arg(text.size() <= longest ? text : text.left(longest - 1) + QChar(0x2026));
}

tl::unexpected<Error> noText(const QString &tried)
{
    return failure(tried, {}, tr("there is no text"), tr("Write what the quality is"));
}

/// One act on one quality.
Result<Done> change(db::Connection &connection, db::QualityId id, const QString &title, const std::function<Outcome(db::Quality &)> &work, const QString &detail = {},
                    Areas areas = Area::Qualities | Area::Ratings)
{
    const auto quality = db::quality(connection, id);
    if (!quality)
        return tl::unexpected(quality.error());
    return perform(connection, {QStringLiteral("quality"), title, detail.isEmpty() ? quoted(quality->text) : detail, quality->role}, areas, [&] {
        db::Quality changed = *quality;
        return work(changed);
    });
}

/// Numbers a tier's qualities through, with one of them at a place of its own.
Outcome renumber(db::Connection &connection, const db::Quality &placed, int position)
{
    auto all = db::qualities(connection, placed.role);
    if (!all)
        return tl::unexpected(all.error());
    QList<db::Quality> tier;
    for (const db::Quality &quality : std::as_const(*all)) {
        if (quality.tier == placed.tier && quality.id != placed.id)
            tier << quality;
    }
    tier.insert(std::clamp<qsizetype>(position, 0, tier.size()), placed);
    for (int i = 0; i < tier.size(); ++i) {
        if (tier.at(i).position == i && tier.at(i).id != placed.id)
            continue;
        tier[i].position = i;
        if (auto outcome = db::updateQuality(connection, tier.at(i)); !outcome)
            return outcome;
    }
    return {};
}

/// A change that made the standings anew by itself, or that touched no level.
Done alsoRatings(Done done)
{
    done.areas |= Area::Ratings;
    return done;
}

Result<int> endOfTier(db::Connection &connection, db::RoleId role, db::Tier tier)
{
    const auto all = db::qualities(connection, role);
    if (!all)
        return tl::unexpected(all.error());
    int end = 0;
    for (const db::Quality &quality : *all) {
        if (quality.tier == tier)
            end = std::max(end, quality.position + 1);
    }
    return end;
}

} // namespace

Result<Done> renameRole(db::Connection &connection, db::RoleId id, const QString &title)
{
    const QString clean = title.simplified();
    if (clean.isEmpty())
        return failure(tr("Renaming the role"), {}, tr("there is no title"), tr("Give the role a title"));
    auto role = db::role(connection, id);
    if (!role)
        return tl::unexpected(role.error());
    const QString what = tr("Renamed the role from %1 to %2").arg(role->title, clean);
    role->title = clean;
    return changeRole(connection, *role, what);
}

Result<Done> changeRole(db::Connection &connection, const db::Role &role, const QString &what)
{
    return perform(connection, {QStringLiteral("role"), what, {}, role.id}, Area::Roles, [&] { return db::updateRole(connection, role); });
}

Result<Done> setBlind(db::Connection &connection, db::RoleId id, bool blind, const QString &reason)
{
    auto role = db::role(connection, id);
    if (!role)
        return tl::unexpected(role.error());
    if (role->blind && !blind && reason.trimmed().isEmpty())
        return failure(tr("Showing the names"), role->title, tr("there is no reason"), tr("Say why"));
    role->blind = blind;
    auto done = perform(connection, {QStringLiteral("role"), blind ? tr("Made the review blind") : tr("Showed the names of all applicants"), reason.simplified(), id}, Area::Roles,
                        [&] { return db::updateRole(connection, *role); });
    if (done) // whatever shows a person looks again
        done->areas = Area::Roles | Area::Applications | Area::Ratings | Area::Shortlist | Area::Dates | Area::Documents;
    return done;
}

Result<Done> removeRole(db::Connection &connection, db::RoleId id)
{
    const auto role = db::role(connection, id);
    if (!role)
        return tl::unexpected(role.error());
    // Of the whole workspace rather than of the role: nobody could find it in the history of a role that is gone.
    auto done = perform(connection, {QStringLiteral("role"), tr("Removed the role %1").arg(role->title), {}}, Area::Roles, [&] { return db::deleteRole(connection, id); });
    if (done)
        done->areas = Area::Roles | Area::Qualities | Area::Applications | Area::Ratings | Area::Shortlist | Area::Dates;
    return done;
}

Result<Done> addQuality(db::Connection &connection, db::RoleId role, db::Tier tier, const QString &text)
{
    const QString clean = text.simplified();
    if (clean.isEmpty())
        return noText(tr("Adding a quality"));
    const auto position = endOfTier(connection, role, tier);
    if (!position)
        return tl::unexpected(position.error());
    const QString title = tier == db::Tier::Necessary ? tr("Added a necessary quality") : tr("Added a useful quality");
    return perform(connection, {QStringLiteral("quality"), title, quoted(clean), role}, Area::Qualities | Area::Ratings, [&]() -> Outcome {
        db::Quality quality;
        quality.role = role;
        quality.tier = tier;
        quality.position = *position;
        quality.text = clean;
        const auto added = db::insertQuality(connection, quality);
        return added ? Outcome() : Outcome(tl::unexpected(added.error()));
    });
}

Result<Done> rewordQuality(db::Connection &connection, db::QualityId id, const QString &text)
{
    const QString clean = text.simplified();
    if (clean.isEmpty())
        return noText(tr("Rewording the quality"));
    return change(connection, id, tr("Reworded a quality"), [&](db::Quality &quality) {
        const bool saysTheSame = comparableText(quality.text) == comparableText(clean);
        quality.text = clean;
        if (auto outcome = db::updateQuality(connection, quality); !outcome || saysTheSame)
            return outcome;
        return db::markForReconfirmation(connection, quality.id);
    }, quoted(clean), Area::Qualities).map(alsoRatings);
}

Result<Done> moveQuality(db::Connection &connection, db::QualityId id, db::Tier tier, int position)
{
    const auto before = db::quality(connection, id);
    if (!before)
        return tl::unexpected(before.error());
    const QString title = before->tier == tier ? tr("Reordered the qualities") : tier == db::Tier::Necessary ? tr("Made a quality necessary") : tr("Made a quality useful");
    const bool toOtherTier = before->tier != tier;
    return change(connection, id, title, [&](db::Quality &quality) {
        quality.tier = tier;
        if (auto outcome = renumber(connection, quality, position); !outcome || !toOtherTier)
            return outcome;
        if (auto outcome = db::markForReconfirmation(connection, quality.id); !outcome)
            return outcome;
        return rankAnew(connection, quality.role);
    }, {}, Area::Qualities).map([toOtherTier](Done done) { return toOtherTier ? alsoRatings(std::move(done)) : done; });
}

Result<Done> moveQualities(db::Connection &connection, const QList<db::QualityId> &ids, db::Tier tier, int position)
{
    if (ids.isEmpty())
        return failure(tr("Moving qualities"), {}, tr("none is chosen"));
    const auto first = db::quality(connection, ids.first());
    if (!first)
        return tl::unexpected(first.error());
    const auto all = db::qualities(connection, first->role);
    if (!all)
        return tl::unexpected(all.error());
    QList<db::Quality> order; // of the tier, as it will be
    QList<db::Quality> moved;
    for (const db::QualityId id : ids) {
        const auto found = std::find_if(all->cbegin(), all->cend(), [id](const db::Quality &quality) { return quality.id == id; });
        if (found != all->cend())
            moved << *found;
    }
    int place = 0;
    qsizetype before = -1;
    for (const db::Quality &quality : *all) {
        if (quality.tier != tier)
            continue;
        if (place++ == position)
            before = order.size();
        if (!ids.contains(quality.id))
            order << quality;
    }
    if (before < 0)
        before = order.size();
    const auto changesTier = [tier](const db::Quality &quality) { return quality.tier != tier; };
    const bool toOtherTier = std::any_of(moved.cbegin(), moved.cend(), changesTier);
    QString title = toOtherTier ? (tier == db::Tier::Necessary ? tr("Made %1 qualities necessary") : tr("Made %1 qualities useful")).arg(moved.size()) : tr("Reordered the qualities");
    if (toOtherTier && moved.size() == 1)
        title = tier == db::Tier::Necessary ? tr("Made a quality necessary") : tr("Made a quality useful");
    QList<db::Quality> after = order.mid(0, before) + moved + order.mid(before);
    return change(connection, ids.first(), title, [&](db::Quality &) -> Outcome {
        for (qsizetype i = 0; i < after.size(); ++i) {
            db::Quality quality = after.at(i);
            const bool crosses = changesTier(quality);
            if (quality.position == int(i) && !crosses)
                continue;
            quality.position = int(i);
            quality.tier = tier;
            if (auto outcome = db::updateQuality(connection, quality); !outcome)
                return outcome;
            if (!crosses)
                continue;
            if (auto outcome = db::markForReconfirmation(connection, quality.id); !outcome)
                return outcome;
        }
        return toOtherTier ? rankAnew(connection, first->role) : Outcome();
    }, {}, Area::Qualities).map([toOtherTier](Done done) { return toOtherTier ? alsoRatings(std::move(done)) : done; });
}

Result<Done> weighQuality(db::Connection &connection, db::QualityId id, int weight)
{
    return change(connection, id, tr("Set a weight to %1").arg(weight), [&](db::Quality &quality) {
        quality.weight = std::clamp(weight, 0, 100);
        if (auto outcome = db::updateQuality(connection, quality); !outcome)
            return outcome;
        return rankAnew(connection, quality.role);
    }, {}, Area::Qualities).map(alsoRatings);
}

Result<Done> setQualityThreshold(db::Connection &connection, db::QualityId id, int threshold)
{
    return change(connection, id, tr("Set a threshold to %1").arg(threshold), [&](db::Quality &quality) {
        quality.threshold = std::clamp(threshold, 1, 3);
        if (auto outcome = db::updateQuality(connection, quality); !outcome)
            return outcome;
        return rankAnew(connection, quality.role);
    }, {}, Area::Qualities).map(alsoRatings);
}

Result<Done> retireQuality(db::Connection &connection, db::QualityId id)
{
    return change(connection, id, tr("Retired a quality"), [&](db::Quality &quality) {
        quality.retiredAt = connection.now();
        return db::updateQuality(connection, quality);
    });
}

Result<Done> retireQualities(db::Connection &connection, const QList<db::QualityId> &ids)
{
    if (ids.size() == 1)
        return retireQuality(connection, ids.first());
    if (ids.isEmpty())
        return failure(tr("Retiring qualities"), {}, tr("none is chosen"));
    return change(connection, ids.first(), tr("Retired %1 qualities").arg(ids.size()), [&](db::Quality &) -> Outcome {
        for (const db::QualityId id : ids) {
            auto quality = db::quality(connection, id);
            if (!quality)
                return tl::unexpected(quality.error());
            quality->retiredAt = connection.now();
            if (auto outcome = db::updateQuality(connection, *quality); !outcome)
                return outcome;
        }
        return {};
    });
}

Result<Done> restoreQuality(db::Connection &connection, db::QualityId id)
{
    return change(connection, id, tr("Brought a quality back"), [&](db::Quality &quality) {
        quality.retiredAt.reset();
        return db::updateQuality(connection, quality);
    });
}

Result<Done> splitQuality(db::Connection &connection, db::QualityId id, const QStringList &texts)
{
    QStringList clean;
    for (const QString &text : texts) {
        if (!text.simplified().isEmpty())
            clean << text.simplified();
    }
    if (clean.size() < 2)
        return failure(tr("Splitting the quality"), {}, tr("there are fewer than two parts"), tr("Write each part on a line of its own"));
    return change(connection, id, tr("Split a quality into %1").arg(clean.size()), [&](db::Quality &quality) -> Outcome {
        quality.text = clean.first();
        if (auto outcome = db::updateQuality(connection, quality); !outcome)
            return outcome;
        if (auto outcome = db::markForReconfirmation(connection, quality.id); !outcome)
            return outcome;
        for (int i = 1; i < clean.size(); ++i) {
            db::Quality part = quality;
            part.uuid.clear();
            part.text = clean.at(i);
            const auto added = db::insertQuality(connection, part);
            if (!added)
                return tl::unexpected(added.error());
            part.id = *added;
            if (auto outcome = renumber(connection, part, quality.position + i); !outcome)
                return outcome;
        }
        return {};
    });
}

Result<Done> mergeQualities(db::Connection &connection, const QList<db::QualityId> &ids, const QString &text)
{
    if (ids.size() < 2)
        return failure(tr("Merging qualities"), {}, tr("fewer than two are chosen"), tr("Choose the qualities that say the same"));
    if (text.simplified().isEmpty())
        return noText(tr("Merging qualities"));
    return change(connection, ids.first(), tr("Merged %1 qualities").arg(ids.size()), [&](db::Quality &first) -> Outcome {
        first.text = text.simplified();
        if (auto outcome = db::updateQuality(connection, first); !outcome)
            return outcome;
        if (auto outcome = db::markForReconfirmation(connection, first.id); !outcome)
            return outcome;
        for (const db::QualityId id : ids.mid(1)) {
            auto other = db::quality(connection, id);
            if (!other)
                return tl::unexpected(other.error());
            other->retiredAt = connection.now();
            if (auto outcome = db::updateQuality(connection, *other); !outcome)
                return outcome;
        }
        return {};
    }, quoted(text.simplified()));
}

} // namespace rolecall::app
