// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/stages.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

const QString noCondition = QStringLiteral("none");
const QString throughGateCondition = QStringLiteral("through_gate");

QVariant key(StageId id)
{
    return id.isValid() ? QVariant(id.number()) : QVariant();
}

} // namespace

Result<QList<Stage>> stages(Connection &connection, RoleId role)
{
    auto query = run(connection, QStringLiteral("SELECT id, uuid, position, name, kind, target_days, entry_condition FROM stage WHERE role_id = ? ORDER BY position, id"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Stage> list;
    while (query->next()) {
        Stage stage{StageId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toInt(), query->value(3).toString(), query->value(4).toString()};
        if (!query->value(5).isNull())
            stage.targetDays = query->value(5).toInt();
        stage.throughGate = query->value(6).toString() == throughGateCondition;
        list << stage;
    }
    return list;
}

Result<StageId> insertStage(Connection &connection, RoleId role, const Stage &stage)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO stage (uuid, role_id, position, name, kind, target_days, entry_condition) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                           {stage.uuid.isEmpty() ? newUuid() : stage.uuid, role.number(), stage.position, stage.name, stage.kind, nullable(stage.targetDays),
                            stage.throughGate ? throughGateCondition : noCondition});
    if (!query)
        return tl::unexpected(query.error());
    return StageId(query->lastInsertId().toLongLong());
}

Outcome updateStage(Connection &connection, const Stage &stage)
{
    return execute(connection, QStringLiteral("UPDATE stage SET position = ?, name = ?, kind = ?, target_days = ?, entry_condition = ? WHERE id = ?"),
                   {stage.position, stage.name, stage.kind, nullable(stage.targetDays), stage.throughGate ? throughGateCondition : noCondition, stage.id.number()});
}

Outcome deleteStage(Connection &connection, StageId stage)
{
    return execute(connection, QStringLiteral("DELETE FROM stage WHERE id = ?"), {stage.number()});
}

Outcome emptyStage(Connection &connection, StageId from, StageId to)
{
    const QString statements[] = {
        QStringLiteral("INSERT INTO stage_visit (application_id, stage_id, stage_name, stage_kind, entered_at, left_at) "
                       "SELECT a.id, g.id, g.name, g.kind, a.stage_since, ? FROM stage g JOIN application a ON a.role_id = g.role_id AND a.stage_id = g.id WHERE g.id = ?"),
        QStringLiteral("UPDATE application SET stage_id = ?, stage_since = ? WHERE role_id = (SELECT role_id FROM stage WHERE id = ?) AND stage_id = ?"),
        QStringLiteral("UPDATE interview SET stage_id = ? WHERE stage_id = ?"),
    };
    const QVariantList values[] = {
        {connection.now(), from.number()},
        {key(to), connection.now(), from.number(), from.number()},
        {key(to), from.number()},
    };
    for (int i = 0; i < 3; ++i) {
        if (auto outcome = execute(connection, statements[i], values[i]); !outcome)
            return outcome;
    }
    return {};
}

Result<QHash<StageId, int>> stageCounts(Connection &connection, RoleId role)
{
    auto query = run(connection, QStringLiteral("SELECT stage_id, count(*) FROM application WHERE role_id = ? GROUP BY stage_id"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QHash<StageId, int> counts;
    while (query->next())
        counts.insert(StageId(query->value(0).toLongLong()), query->value(1).toInt());
    return counts;
}

} // namespace rolecall::db
