// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/matrix.h"

#include "db/by_application.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/raw_query.h"
#include "db/sql.h"

#include <QtEndian>
#include <algorithm>

namespace rolecall::db {

namespace {

constexpr qint32 askedLevel = -2;
constexpr qint32 lastLevel = -3; ///< unrated, or not to be seen

QString placesFor(const QList<ApplicationId> &ids, QVariantList &values)
{
    QStringList places;
    for (const ApplicationId id : ids) {
        places << QStringLiteral("?");
        values << id.number();
    }
    return places.join(u',');
}

using LevelByKey = ByApplication<qint32>;

qint32 levelAt(QByteArrayView levels, int place)
{
    const qsizetype offset = qsizetype(place) * qsizetype(sizeof(qint32));
    return place >= 0 && offset + qsizetype(sizeof(qint32)) <= levels.size() ? qFromLittleEndian<qint32>(levels.data() + offset) : unratedLevel;
}

Outcome readPanelLevels(Connection &connection, RoleId role, const QList<ApplicationId> &ids, int place, LevelByKey &levels)
{
    // By key, not by the index over the order: the rows then lie one after another in the file.
    auto query = RawQuery::prepare(connection, QStringLiteral("SELECT application_id, levels FROM standing WHERE application_id BETWEEN ? AND ? AND +role_id = ?"),
                                   {levels.first(), levels.last(), role.number()});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        if (const qint32 level = levelAt(query->bytes(1), place); level != unratedLevel)
            levels.set(query->key(0), level);
    }
    if (auto outcome = query->outcome(); !outcome)
        return outcome;
    const auto hidden = hiddenOf(connection, role, ids, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());
    for (const ApplicationId id : *hidden)
        levels.set(id.number(), lastLevel);
    return {};
}

Outcome readOwnLevels(Connection &connection, QualityId quality, LevelByKey &levels)
{
    auto query = RawQuery::prepare(connection,
                                   QStringLiteral("SELECT v.application_id, g.level FROM review v CROSS JOIN rating g ON g.review_id = v.id AND g.quality_id = ? "
                                                  "WHERE v.reviewer_id = ? AND v.kind = 'written'"),
                                   {quality.number(), connection.reviewer().number()});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        levels.set(query->key(0), query->isNull(1) ? askedLevel : query->integer(1));
    return query->outcome();
}

Outcome readOwn(Connection &connection, const QList<ApplicationId> &ids, ReviewerId reviewer, const QHash<ApplicationId, qsizetype> &places, QList<MatrixRow> &rows)
{
    QVariantList values{reviewer.number()};
    const QString which = placesFor(ids, values);
    auto query = run(connection,
                     QStringLiteral("SELECT v.application_id, g.quality_id, g.level, g.ask, g.reconfirm FROM review v CROSS JOIN rating g ON g.review_id = v.id "
                                    "WHERE v.reviewer_id = ? AND v.kind = 'written' AND v.application_id IN (%1)")
                         .arg(which),
                     values);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        Rating rating{QualityId(query->value(1).toLongLong()), {}, query->value(3).toBool(), query->value(4).toBool()};
        if (!query->value(2).isNull())
            rating.level = query->value(2).toInt();
        rows[places.value(ApplicationId(query->value(0).toLongLong()))].own << rating;
    }
    return {};
}

Outcome readOthers(Connection &connection, const QList<ApplicationId> &ids, const QHash<ApplicationId, qsizetype> &places, QList<MatrixRow> &rows)
{
    QVariantList values;
    const QString which = placesFor(ids, values);
    auto disputed = run(connection,
                        QStringLiteral("SELECT v.application_id, g.quality_id FROM review v CROSS JOIN rating g ON g.review_id = v.id WHERE v.state = 'submitted' AND v.application_id IN (%1) "
                                       "AND NOT EXISTS (SELECT 1 FROM agreed_level l WHERE l.application_id = v.application_id AND l.quality_id = g.quality_id) "
                                       "GROUP BY 1, 2 HAVING max(g.level) - min(g.level) >= 2")
                            .arg(which),
                        values);
    if (!disputed)
        return tl::unexpected(disputed.error());
    while (disputed->next()) {
        MatrixRow &row = rows[places.value(ApplicationId(disputed->value(0).toLongLong()))];
        if (!row.application.panelHidden)
            row.disputed << QualityId(disputed->value(1).toLongLong());
    }
    auto agreed = run(connection, QStringLiteral("SELECT application_id, quality_id, level, reason, reviewer_id, agreed_at FROM agreed_level WHERE application_id IN (%1)").arg(which), values);
    if (!agreed)
        return tl::unexpected(agreed.error());
    while (agreed->next()) {
        MatrixRow &row = rows[places.value(ApplicationId(agreed->value(0).toLongLong()))];
        if (!row.application.panelHidden)
            row.agreed << AgreedLevel{QualityId(agreed->value(1).toLongLong()), agreed->value(2).toInt(), agreed->value(3).toString(), ReviewerId(agreed->value(4).toLongLong()), agreed->value(5).toString()};
    }
    return {};
}

} // namespace

Result<QList<MatrixRow>> matrixRows(Connection &connection, const QList<ApplicationId> &ids, ReviewerId reviewer)
{
    auto applications = applicationRows(connection, ids, reviewer);
    if (!applications)
        return tl::unexpected(applications.error());
    QList<MatrixRow> rows;
    QList<ApplicationId> present;
    QHash<ApplicationId, qsizetype> places;
    for (ApplicationRow &application : *applications) {
        places.insert(application.id, rows.size());
        present << application.id;
        rows.emplaceBack().application = std::move(application);
    }
    if (present.isEmpty())
        return rows;
    constexpr qsizetype atOnce = 256;
    for (qsizetype first = 0; first < present.size(); first += atOnce) {
        const QList<ApplicationId> some = present.mid(first, atOnce);
        if (auto outcome = readOwn(connection, some, reviewer, places, rows); !outcome)
            return tl::unexpected(outcome.error());
        if (auto outcome = readOthers(connection, some, places, rows); !outcome)
            return tl::unexpected(outcome.error());
    }
    return rows;
}

Result<QList<ApplicationId>> matrixIds(Connection &connection, RoleId role, const ApplicationFilter &filter, const MatrixColumn &column, bool descending)
{
    auto ids = applicationIds(connection, role, filter, ApplicationOrder::Rule);
    if (!ids || ids->isEmpty())
        return ids;
    LevelByKey levels(*ids, lastLevel);
    const Outcome read = column.levels == LevelsOf::Panel ? readPanelLevels(connection, role, *ids, column.place, levels) : readOwnLevels(connection, column.quality, levels);
    if (!read)
        return tl::unexpected(read.error());
    struct Place
    {
        qint32 level;
        ApplicationId id;
    };
    std::vector<Place> order;
    order.reserve(size_t(ids->size()));
    for (const ApplicationId id : std::as_const(*ids))
        order.push_back({levels.of(id.number()), id});
    // Stable, so that equals keep the order of the rule; what has no level comes last either way.
    std::stable_sort(order.begin(), order.end(), [descending](const Place &first, const Place &second) {
        if (descending || first.level < 0 || second.level < 0)
            return first.level > second.level;
        return first.level < second.level;
    });
    for (qsizetype i = 0; i < ids->size(); ++i)
        (*ids)[i] = order[size_t(i)].id;
    return ids;
}

Result<QList<QualityCount>> qualityCounts(Connection &connection, RoleId role, const QList<Quality> &qualities, LevelsOf levels)
{
    QList<QualityCount> counts;
    for (const Quality &quality : qualities)
        counts << QualityCount{quality.id};
    if (levels == LevelsOf::Reviewer) {
        // Counted here: grouping a million ratings would cost SQLite more than reading them.
        auto query = RawQuery::prepare(connection,
                                       QStringLiteral("SELECT g.quality_id, g.level FROM review v CROSS JOIN rating g ON g.review_id = v.id WHERE +v.reviewer_id = ? AND v.kind = 'written' "
                                                      "AND g.level IS NOT NULL"),
                                       {connection.reviewer().number()});
        if (!query)
            return tl::unexpected(query.error());
        QHash<qint64, qsizetype> rows;
        for (qsizetype i = 0; i < qualities.size(); ++i)
            rows.insert(qualities[i].id.number(), i);
        while (query->next()) {
            const auto found = rows.constFind(query->key(0)); // others belong to other roles, or are retired
            if (found == rows.cend())
                continue;
            ++counts[*found].rated;
            counts[*found].met += query->integer(1) >= qualities[*found].threshold;
        }
        if (auto outcome = query->outcome(); !outcome)
            return tl::unexpected(outcome.error());
        return counts;
    }
    const auto hidden = hiddenApplications(connection, role, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());
    const QHash<QualityId, int> places = levelPlaces(qualities);
    auto query = RawQuery::prepare(connection, QStringLiteral("SELECT application_id, levels FROM standing WHERE +role_id = ?"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    std::vector<std::pair<int, qint32>> columns; // place and threshold, beside the counts
    for (const Quality &quality : qualities)
        columns.emplace_back(places.value(quality.id), quality.threshold * levelUnit);
    while (query->next()) {
        if (!hidden->isEmpty() && hidden->contains(ApplicationId(query->key(0))))
            continue;
        const QByteArrayView bytes = query->bytes(1);
        for (size_t i = 0; i < columns.size(); ++i) {
            const qint32 level = levelAt(bytes, columns[i].first);
            counts[qsizetype(i)].rated += level != unratedLevel;
            counts[qsizetype(i)].met += level >= columns[i].second;
        }
    }
    if (auto outcome = query->outcome(); !outcome)
        return tl::unexpected(outcome.error());
    return counts;
}

QHash<QualityId, int> levelPlaces(const QList<Quality> &qualities)
{
    QList<QualityId> ids;
    for (const Quality &quality : qualities)
        ids << quality.id;
    std::sort(ids.begin(), ids.end());
    QHash<QualityId, int> places;
    for (qsizetype i = 0; i < ids.size(); ++i)
        places.insert(ids[i], int(i));
    return places;
}

} // namespace rolecall::db
