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
    return forKeys(connection, QStringLiteral("UPDATE application SET stage_id = ?, stage_since = ? WHERE stage_id <> ? AND id IN (%1)"),
                   {stage.number(), connection.now(), stage.number()}, applications);
}

Result<int> setOutcome(Connection &connection, const QList<ApplicationId> &applications, const QString &outcome, const QString &reason)
{
    return forKeys(connection, QStringLiteral("UPDATE application SET outcome = ?, outcome_reason = ?, outcome_at = ? WHERE id IN (%1)"), {outcome, reason, connection.now()}, applications);
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
