// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/shortlist_rows.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QtEndian>

namespace rolecall::db {

namespace {

const QString rowColumns = QStringLiteral(
    "SELECT s.application_id, s.gate, s.useful_score, s.necessary_mean, s.necessary_met, s.necessary_below, s.necessary_unrated, s.coverage, s.levels, "
    "a.code, c.name, c.email, g.name, a.outcome FROM standing s CROSS JOIN application a ON a.id = s.application_id "
    "CROSS JOIN candidate c ON c.id = a.candidate_id CROSS JOIN stage g ON g.id = a.stage_id ");

ShortlistRow rowFrom(const QSqlQuery &query)
{
    ShortlistRow row;
    row.standing = standingFromRow(query);
    row.code = query.value(9).toString();
    row.name = query.value(10).toString();
    row.email = query.value(11).toString();
    row.stage = query.value(12).toString();
    row.outcome = query.value(13).toString();
    return row;
}

const QString isNearMiss = QStringLiteral("s.role_id = ? AND s.not_through = 1 AND s.gate = 2 AND s.necessary_below = 1");

} // namespace

Outcome forEachThrough(Connection &connection, RoleId role, const std::function<bool(const ShortlistRow &)> &visit)
{
    auto query = run(connection, rowColumns + QStringLiteral("WHERE s.role_id = ? AND s.not_through = 0 ORDER BY s.useful_score DESC, s.necessary_mean DESC, s.application_id"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        if (!visit(rowFrom(*query)))
            break;
    }
    return {};
}

Result<ShortlistRow> shortlistRow(Connection &connection, ApplicationId application)
{
    auto query = run(connection, rowColumns + QStringLiteral("WHERE s.application_id = ?"), {application.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(QCoreApplication::translate("Database", "Reading the application"), QString::number(application.number()),
                       QCoreApplication::translate("Database", "it is not in this workspace"));
    return rowFrom(*query);
}

Result<QList<ApplicationId>> nearMisses(Connection &connection, RoleId role, int limit)
{
    auto query = run(connection, QStringLiteral("SELECT s.application_id FROM standing s WHERE %1 ORDER BY s.useful_score DESC, s.necessary_mean DESC, s.application_id LIMIT ?").arg(isNearMiss), {role.number(), limit});
    if (!query)
        return tl::unexpected(query.error());
    QList<ApplicationId> ids;
    while (query->next())
        ids << ApplicationId(query->value(0).toLongLong());
    return ids;
}

Result<int> nearMissCount(Connection &connection, RoleId role)
{
    const auto count = single(connection, QStringLiteral("SELECT count(*) FROM standing s WHERE %1").arg(isNearMiss), {role.number()});
    if (!count)
        return tl::unexpected(count.error());
    return count->toInt();
}

Result<QHash<ApplicationId, HandPlacement>> handPlacements(Connection &connection, RoleId role)
{
    auto query = run(connection,
                     QStringLiteral("SELECT h.application_id, h.placement, h.reason, r.name, h.placed_at FROM hand_placement h CROSS JOIN application a ON a.id = h.application_id "
                                    "CROSS JOIN reviewer r ON r.id = h.reviewer_id WHERE a.role_id = ?"),
                     {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QHash<ApplicationId, HandPlacement> placements;
    while (query->next())
        placements.insert(ApplicationId(query->value(0).toLongLong()),
                          {query->value(1).toString() == QLatin1String("on"), query->value(2).toString(), query->value(3).toString(), query->value(4).toString()});
    return placements;
}

Outcome setHandPlacement(Connection &connection, ApplicationId application, bool on, const QString &reason)
{
    return execute(connection,
                   QStringLiteral("INSERT INTO hand_placement (application_id, placement, reason, reviewer_id, placed_at) VALUES (?, ?, ?, ?, ?) "
                                  "ON CONFLICT (application_id) DO UPDATE SET placement = excluded.placement, reason = excluded.reason, reviewer_id = excluded.reviewer_id, "
                                  "placed_at = excluded.placed_at"),
                   {application.number(), on ? QStringLiteral("on") : QStringLiteral("off"), reason, connection.reviewer().number(), connection.now()});
}

Outcome removeHandPlacement(Connection &connection, ApplicationId application)
{
    return execute(connection, QStringLiteral("DELETE FROM hand_placement WHERE application_id = ?"), {application.number()});
}

Result<QList<SubmittedEvidence>> submittedEvidence(Connection &connection, ApplicationId application)
{
    auto query = run(connection,
                     QStringLiteral("SELECT e.quality_id, r.name, e.note, e.quote, d.file_name, e.page, v.kind = 'interview' FROM review v CROSS JOIN evidence e ON e.review_id = v.id "
                                    "JOIN reviewer r ON r.id = v.reviewer_id LEFT JOIN document d ON d.id = e.document_id "
                                    "WHERE v.application_id = ? AND v.state = 'submitted' ORDER BY e.quality_id, r.name, v.kind DESC, e.id"),
                     {application.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<SubmittedEvidence> list;
    while (query->next()) {
        SubmittedEvidence item{QualityId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toString(), query->value(3).toString(), query->value(4).toString(), {}};
        if (!query->value(5).isNull())
            item.page = query->value(5).toInt();
        item.interview = query->value(6).toBool();
        list << item;
    }
    return list;
}

} // namespace rolecall::db
