// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/stage_templates.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QHash>

namespace rolecall::db {

namespace {

Outcome writeSteps(Connection &connection, StageTemplateId id, const QList<StageStep> &steps)
{
    if (auto outcome = execute(connection, QStringLiteral("DELETE FROM stage_template_step WHERE template_id = ?"), {id.number()}); !outcome)
        return outcome;
    for (qsizetype position = 0; position < steps.size(); ++position) {
        const StageStep &step = steps.at(position);
        auto outcome = execute(connection, QStringLiteral("INSERT INTO stage_template_step (template_id, position, name, kind, target_days, entry_condition) VALUES (?, ?, ?, ?, ?, ?)"),
                               {id.number(), position, step.name, step.kind, nullable(step.targetDays), step.throughGate ? QStringLiteral("through_gate") : QStringLiteral("none")});
        if (!outcome)
            return outcome;
    }
    return {};
}

/// There is one default at most, so the mark is taken from the others before it is given.
Outcome clearDefault(Connection &connection, StageTemplateId except)
{
    return execute(connection, QStringLiteral("UPDATE stage_template SET is_default = 0 WHERE is_default = 1 AND id <> ?"), {except.number()});
}

} // namespace

Result<QList<StageTemplate>> storedStageTemplates(Connection &connection)
{
    auto query = run(connection, QStringLiteral("SELECT id, uuid, name, is_default FROM stage_template ORDER BY name, id"));
    if (!query)
        return tl::unexpected(query.error());
    QList<StageTemplate> list;
    QHash<qint64, qsizetype> places;
    while (query->next()) {
        places.insert(query->value(0).toLongLong(), list.size());
        list << StageTemplate{StageTemplateId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toString(), query->value(3).toBool(), {}};
    }
    auto steps = run(connection, QStringLiteral("SELECT template_id, name, kind, target_days, entry_condition FROM stage_template_step ORDER BY template_id, position"));
    if (!steps)
        return tl::unexpected(steps.error());
    while (steps->next()) {
        StageStep step{steps->value(1).toString(), steps->value(2).toString()};
        if (!steps->value(3).isNull())
            step.targetDays = steps->value(3).toInt();
        step.throughGate = steps->value(4).toString() == QLatin1String("through_gate");
        list[places.value(steps->value(0).toLongLong())].steps << step;
    }
    return list;
}

Result<StageTemplateId> insertStageTemplate(Connection &connection, const StageTemplate &made)
{
    if (made.isDefault) {
        if (auto outcome = clearDefault(connection, {}); !outcome)
            return tl::unexpected(outcome.error());
    }
    const auto query = run(connection, QStringLiteral("INSERT INTO stage_template (uuid, name, is_default) VALUES (?, ?, ?)"),
                           {made.uuid.isEmpty() ? newUuid() : made.uuid, made.name, made.isDefault ? 1 : 0});
    if (!query)
        return tl::unexpected(query.error());
    const StageTemplateId id(query->lastInsertId().toLongLong());
    if (auto outcome = writeSteps(connection, id, made.steps); !outcome)
        return tl::unexpected(outcome.error());
    return id;
}

Outcome updateStageTemplate(Connection &connection, const StageTemplate &changed)
{
    if (changed.isDefault) {
        if (auto outcome = clearDefault(connection, changed.id); !outcome)
            return outcome;
    }
    if (auto outcome = execute(connection, QStringLiteral("UPDATE stage_template SET name = ?, is_default = ? WHERE id = ?"), {changed.name, changed.isDefault ? 1 : 0, changed.id.number()});
        !outcome)
        return outcome;
    return writeSteps(connection, changed.id, changed.steps);
}

Outcome deleteStageTemplate(Connection &connection, StageTemplateId id)
{
    if (auto outcome = execute(connection, QStringLiteral("DELETE FROM stage_template_step WHERE template_id = ?"), {id.number()}); !outcome)
        return outcome;
    return execute(connection, QStringLiteral("DELETE FROM stage_template WHERE id = ?"), {id.number()});
}

} // namespace rolecall::db
