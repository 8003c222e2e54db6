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

QVariant isoDate(const std::optional<QDate> &date)
{
    return date ? QVariant(date->toString(Qt::ISODate)) : QVariant();
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

Result<DeadlineId> insertDeadline(Connection &connection, const Deadline &deadline)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO deadline (uuid, role_id, kind, title, date, approx, sentence, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                           {deadline.uuid.isEmpty() ? newUuid() : deadline.uuid, deadline.role.number(), deadline.kind, deadline.title, isoDate(deadline.date),
                            nullable(deadline.approx), deadline.sentence, deadline.state});
    if (!query)
        return tl::unexpected(query.error());
    return DeadlineId(query->lastInsertId().toLongLong());
}

Outcome updateDeadline(Connection &connection, const Deadline &deadline)
{
    return execute(connection, QStringLiteral("UPDATE deadline SET kind = ?, title = ?, date = ?, approx = ?, sentence = ?, state = ? WHERE id = ?"),
                    {deadline.kind, deadline.title, isoDate(deadline.date), nullable(deadline.approx), deadline.sentence, deadline.state, deadline.id.number()});
}

Outcome deleteDeadline(Connection &connection, DeadlineId id)
{
    return execute(connection, QStringLiteral("DELETE FROM deadline WHERE id = ?"), {id.number()});
}

Result<QList<Deadline>> deadlines(Connection &connection, RoleId role)
{
    QString sql = QStringLiteral("SELECT d.id, d.uuid, d.role_id, r.title, d.kind, d.title, d.date, d.approx, d.sentence, d.state FROM deadline d JOIN role r ON r.id = d.role_id ");
    QVariantList values;
    if (role.isValid()) {
        sql += QStringLiteral("WHERE d.role_id = ? ");
        values << role.number();
    }
    auto query = run(connection, sql + QStringLiteral("ORDER BY d.date IS NULL, d.date, d.approx, d.id"), values);
    if (!query)
        return tl::unexpected(query.error());
    QList<Deadline> list;
    while (query->next()) {
        Deadline deadline{DeadlineId(query->value(0).toLongLong()), query->value(1).toString(), RoleId(query->value(2).toLongLong()), query->value(3).toString(),
                          query->value(4).toString(), query->value(5).toString(), {}, optionalText(query->value(7)), query->value(8).toString(), query->value(9).toString()};
        if (const QDate date = QDate::fromString(query->value(6).toString(), Qt::ISODate); date.isValid())
            deadline.date = date;
        list << deadline;
    }
    return list;
}

} // namespace rolecall::db
