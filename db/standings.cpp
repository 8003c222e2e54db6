// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/standings.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QtEndian>

namespace rolecall::db {

namespace {

const QString columns = QStringLiteral("application_id, gate, useful_score, necessary_mean, necessary_met, necessary_below, necessary_unrated, coverage, levels");

QByteArray packed(const std::vector<qint32> &levels)
{
    QByteArray bytes(qsizetype(levels.size() * sizeof(qint32)), Qt::Uninitialized);
    if (!levels.empty()) // a role without qualities: there is nothing to point to
        qToLittleEndian<qint32>(levels.data(), qsizetype(levels.size()), bytes.data());
    return bytes;
}

const QString upsert = QStringLiteral(
    "INSERT INTO standing (application_id, role_id, gate, not_through, useful_score, necessary_mean, necessary_met, necessary_below, "
    "necessary_unrated, coverage, levels) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (application_id) DO UPDATE SET "
    "gate = excluded.gate, not_through = excluded.not_through, useful_score = excluded.useful_score, necessary_mean = excluded.necessary_mean, "
    "necessary_met = excluded.necessary_met, necessary_below = excluded.necessary_below, necessary_unrated = excluded.necessary_unrated, "
    "coverage = excluded.coverage, levels = excluded.levels");

QVariantList valuesOf(RoleId role, const Standing &standing)
{
    return {standing.application.number(), role.number(), int(standing.gate), standing.gate == Gate::Through ? 0 : 1, nullable(standing.usefulScore), standing.necessaryMean,
            standing.necessaryMet, standing.necessaryBelow, standing.necessaryUnrated, standing.coverage, packed(standing.levels)};
}

} // namespace

Standing standingFromRow(const QSqlQuery &query)
{
    Standing standing;
    standing.application = ApplicationId(query.value(0).toLongLong());
    standing.gate = Gate(query.value(1).toInt());
    if (!query.value(2).isNull())
        standing.usefulScore = query.value(2).toLongLong();
    standing.necessaryMean = query.value(3).toLongLong();
    standing.necessaryMet = query.value(4).toInt();
    standing.necessaryBelow = query.value(5).toInt();
    standing.necessaryUnrated = query.value(6).toInt();
    standing.coverage = query.value(7).toLongLong();
    const QByteArray levels = query.value(8).toByteArray();
    standing.levels.resize(size_t(levels.size()) / sizeof(qint32));
    if (!standing.levels.empty())
        qFromLittleEndian<qint32>(levels.constData(), qsizetype(standing.levels.size()), standing.levels.data());
    return standing;
}

Outcome writeStanding(Connection &connection, RoleId role, const Standing &standing)
{
    return execute(connection, upsert, valuesOf(role, standing));
}

StandingWriter::StandingWriter(RawQuery statement, RoleId role)
    : m_statement(std::move(statement))
    , m_role(role)
{}

Result<StandingWriter> StandingWriter::begin(Connection &connection, RoleId role)
{
    auto statement = RawQuery::prepare(connection, upsert);
    if (!statement)
        return tl::unexpected(statement.error());
    return StandingWriter(std::move(*statement), role);
}

Outcome StandingWriter::write(const Standing &standing)
{
    if (auto outcome = m_statement.restart(valuesOf(m_role, standing)); !outcome)
        return outcome;
    m_statement.next();
    return m_statement.outcome();
}

Result<std::optional<Standing>> standing(Connection &connection, ApplicationId application)
{
    auto query = run(connection, QStringLiteral("SELECT %1 FROM standing WHERE application_id = ?").arg(columns), {application.number()});
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? std::optional(standingFromRow(*query)) : std::nullopt;
}

Outcome forEachStanding(Connection &connection, RoleId role, const std::function<bool(const Standing &)> &visit)
{
    auto query = run(connection,
                     QStringLiteral("SELECT %1 FROM standing WHERE role_id = ? ORDER BY not_through, useful_score DESC, necessary_mean DESC, application_id").arg(columns),
                     {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        if (!visit(standingFromRow(*query)))
            break;
    }
    return {};
}

Result<QHash<ApplicationId, Standing>> standings(Connection &connection, const QList<ApplicationId> &applications)
{
    QHash<ApplicationId, Standing> found;
    found.reserve(applications.size());
    constexpr qsizetype atOnce = 256;
    for (qsizetype first = 0; first < applications.size(); first += atOnce) {
        QStringList places;
        QVariantList values;
        for (const ApplicationId id : applications.mid(first, atOnce)) {
            places << QStringLiteral("?");
            values << id.number();
        }
        auto query = run(connection, QStringLiteral("SELECT %1 FROM standing WHERE application_id IN (%2)").arg(columns, places.join(u',')), values);
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) {
            Standing one = standingFromRow(*query);
            found.insert(one.application, std::move(one));
        }
    }
    return found;
}

Outcome forEachPanelRating(Connection &connection, RoleId role, ApplicationId application, const std::function<void(const PanelRating &)> &visit)
{
    // Submitted levels and agreed ones side by side; the cross join keeps the order application, review, rating,
    // in which every step is a look-up by key.
    const QString which = application.isValid() ? QStringLiteral("a.id = ?") : QStringLiteral("a.role_id = ?");
    const qint64 key = application.isValid() ? application.number() : role.number();
    auto query = run(connection,
                     QStringLiteral("SELECT application_id, quality_id, sum(level), count(level), max(agreed) FROM ("
                                    "SELECT a.id AS application_id, g.quality_id, g.level, NULL AS agreed FROM application a CROSS JOIN review v ON v.application_id = a.id "
                                    "AND v.state = 'submitted' CROSS JOIN rating g ON g.review_id = v.id WHERE %1 AND g.level IS NOT NULL "
                                    "UNION ALL SELECT a.id, l.quality_id, NULL, l.level FROM application a CROSS JOIN agreed_level l ON l.application_id = a.id WHERE %1) "
                                    "GROUP BY application_id, quality_id")
                         .arg(which),
                     {key, key});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        PanelRating rating{ApplicationId(query->value(0).toLongLong()), QualityId(query->value(1).toLongLong()), query->value(2).toInt(), query->value(3).toInt(), {}};
        if (!query->value(4).isNull())
            rating.agreed = query->value(4).toInt();
        visit(rating);
    }
    return {};
}

Result<GateCounts> gateCounts(Connection &connection, RoleId role)
{
    auto query = run(connection, QStringLiteral("SELECT coalesce(sum(gate = 0), 0), coalesce(sum(gate = 1), 0), coalesce(sum(gate = 2), 0) FROM standing WHERE role_id = ?"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    query->next();
    return GateCounts{query->value(0).toInt(), query->value(1).toInt(), query->value(2).toInt()};
}

} // namespace rolecall::db
