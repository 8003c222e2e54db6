// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/application_changes.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

constexpr qsizetype idsAtOnce = 500;

/// Runs a statement whose %1 is the list of keys, after its own values, for all the keys.
Result<int> forKeys(Connection &connection, const QString &sql, const QVariantList &values, const QList<ApplicationId> &applications)
{
    int changed = 0;
    for (qsizetype first = 0; first < applications.size(); first += idsAtOnce) {
        QStringList places;
        QVariantList bound = values;
        for (const ApplicationId id : applications.mid(first, idsAtOnce)) {
            places << QStringLiteral("?");
            bound << id.number();
        }
        const auto query = run(connection, sql.arg(places.join(u',')), bound);
        if (!query)
            return tl::unexpected(query.error());
        changed += query->numRowsAffected();
    }
    return changed;
}

} // namespace

Result<int> setStage(Connection &connection, const QList<ApplicationId> &applications, StageId stage)
{
    const QString now = connection.now();
    const auto left = forKeys(connection,
                              QStringLiteral("INSERT INTO stage_visit (application_id, stage_id, stage_name, stage_kind, entered_at, left_at) "
                                             "SELECT a.id, g.id, g.name, g.kind, a.stage_since, ? FROM application a JOIN stage g ON g.id = a.stage_id WHERE a.stage_id <> ? AND a.id IN (%1)"),
                              {now, stage.number()}, applications);
    if (!left)
        return left;
    return forKeys(connection, QStringLiteral("UPDATE application SET stage_id = ?, stage_since = ? WHERE stage_id <> ? AND id IN (%1)"), {stage.number(), now, stage.number()}, applications);
}

Result<QList<ApplicationId>> notThroughGate(Connection &connection, const QList<ApplicationId> &applications, StageId stage)
{
    QList<ApplicationId> found;
    for (qsizetype first = 0; first < applications.size(); first += idsAtOnce) {
        const QList<ApplicationId> some = applications.mid(first, idsAtOnce);
        QStringList keys;
        for (const ApplicationId id : some)
            keys << QString::number(id.number());
        auto query = run(connection, QStringLiteral("SELECT a.id FROM application a LEFT JOIN standing s ON s.application_id = a.id WHERE a.id IN (%1) AND a.stage_id <> ? AND s.gate IS DISTINCT FROM 0").arg(keys.join(u',')), {stage.number()});
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            found << ApplicationId(query->value(0).toLongLong());
    }
    return found;
}

Result<QStringList> outcomeReasons(Connection &connection, RoleId role, const QString &outcome)
{
    auto query = run(connection, QStringLiteral("SELECT outcome_reason FROM application WHERE role_id = ? AND outcome = ? GROUP BY outcome_reason ORDER BY count(*) DESC, outcome_reason LIMIT 12"),
                     {role.number(), outcome});
    if (!query)
        return tl::unexpected(query.error());
    QStringList list;
    while (query->next())
        list << query->value(0).toString();
    return list;
}

Result<int> setOutcome(Connection &connection, const QList<ApplicationId> &applications, const QString &outcome, const QString &reason)
{
    return forKeys(connection, QStringLiteral("UPDATE application SET outcome = ?, outcome_reason = ?, outcome_at = ? WHERE id IN (%1)"), {outcome, reason, connection.now()}, applications);
}

Result<int> setFirstOutcome(Connection &connection, const QList<ApplicationId> &applications, const QString &outcome, const QString &reason)
{
    return forKeys(connection, QStringLiteral("UPDATE application SET outcome = ?, outcome_reason = ?, outcome_at = ? WHERE outcome IS NULL AND id IN (%1)"), {outcome, reason, connection.now()},
                   applications);
}

Result<int> clearOutcome(Connection &connection, const QList<ApplicationId> &applications)
{
    return forKeys(connection, QStringLiteral("UPDATE application SET outcome = NULL, outcome_reason = NULL, outcome_at = NULL WHERE outcome IS NOT NULL AND id IN (%1)"), {}, applications);
}

Result<int> addTags(Connection &connection, const QList<ApplicationId> &applications, const QStringList &names)
{
    int changed = 0;
    for (const QString &name : names) {
        if (auto outcome = execute(connection, QStringLiteral("INSERT INTO tag (name) VALUES (?) ON CONFLICT (name) DO NOTHING"), {name}); !outcome)
            return tl::unexpected(outcome.error());
        const auto tagged = forKeys(connection,
                                    QStringLiteral("INSERT INTO application_tag (application_id, tag_id) SELECT a.id, n.id FROM tag n CROSS JOIN application a WHERE n.name = ? AND a.id IN (%1) "
                                                   "ON CONFLICT DO NOTHING"),
                                    {name}, applications);
        if (!tagged)
            return tagged;
        changed = std::max(changed, *tagged);
    }
    return changed;
}

} // namespace rolecall::db
