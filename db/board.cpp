// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/board.h"

#include "db/connection.h"
#include "db/raw_query.h"
#include "db/stages.h"

#include <QHash>

namespace rolecall::db {

namespace {

/// Up to this moment somebody must have come into a stage to have been there longer than its target; empty: no target.
using Cutoffs = QHash<qint64, QString>;

Result<Cutoffs> cutoffsOf(Connection &connection, RoleId role, const QDateTime &now)
{
    const auto all = stages(connection, role);
    if (!all)
        return tl::unexpected(all.error());
    Cutoffs cutoffs;
    for (const Stage &stage : *all) {
        if (stage.targetDays)
            cutoffs.insert(stage.id.number(), now.toUTC().addDays(-*stage.targetDays - 1).toString(Qt::ISODateWithMs));
    }
    return cutoffs;
}

BoardPlace placeFrom(const RawQuery &query, const Cutoffs &cutoffs)
{
    BoardPlace place{ApplicationId(query.key(0)), StageId(query.key(1))};
    if (!query.isNull(2)) {
        place.outcome = query.text(2);
    } else if (const auto cutoff = cutoffs.constFind(query.key(1)); cutoff != cutoffs.constEnd()) {
        place.late = query.text(3) <= *cutoff;
    }
    return place;
}

} // namespace

Result<QList<BoardPlace>> boardPlaces(Connection &connection, RoleId role, const ApplicationFilter &filter, const QDateTime &now)
{
    const auto ids = applicationIds(connection, role, filter, ApplicationOrder::Rule);
    if (!ids)
        return tl::unexpected(ids.error());
    const auto cutoffs = cutoffsOf(connection, role, now);
    if (!cutoffs)
        return tl::unexpected(cutoffs.error());
    auto query = RawQuery::prepare(connection, QStringLiteral("SELECT id, stage_id, outcome, stage_since FROM application WHERE role_id = ?"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QHash<ApplicationId, BoardPlace> known;
    known.reserve(ids->size());
    while (query->next()) {
        const BoardPlace place = placeFrom(*query, *cutoffs);
        known.insert(place.application, place);
    }
    if (auto outcome = query->outcome(); !outcome)
        return tl::unexpected(outcome.error());
    QList<BoardPlace> places;
    places.reserve(ids->size());
    for (const ApplicationId id : *ids) {
        if (const auto found = known.constFind(id); found != known.constEnd())
            places << *found;
    }
    return places;
}

Result<BoardPlace> boardPlace(Connection &connection, ApplicationId application, const QDateTime &now)
{
    auto query = RawQuery::prepare(connection, QStringLiteral("SELECT id, stage_id, outcome, stage_since, role_id FROM application WHERE id = ?"), {application.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure({}, {}, QStringLiteral("the application is not in this workspace"));
    const auto cutoffs = cutoffsOf(connection, RoleId(query->key(4)), now);
    if (!cutoffs)
        return tl::unexpected(cutoffs.error());
    return placeFrom(*query, *cutoffs);
}

int daysSince(const QString &stored, const QDateTime &now)
{
    const QDateTime since = QDateTime::fromString(stored, Qt::ISODateWithMs);
    return since.isValid() ? int(since.msecsTo(now) / (24LL * 60 * 60 * 1000)) : 0;
}

} // namespace rolecall::db
