// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/custom_fields.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<QList<CustomField>> customFields(Connection &connection)
{
    auto query = run(connection, QStringLiteral("SELECT id, name, kind, choices FROM custom_field ORDER BY position, id"));
    if (!query)
        return tl::unexpected(query.error());
    QList<CustomField> list;
    while (query->next())
        list << CustomField{CustomFieldId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toString(), textsOfJson(query->value(3).toString())};
    return list;
}

Result<CustomFieldId> insertCustomField(Connection &connection, const CustomField &field)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO custom_field (uuid, name, kind, choices, position) SELECT ?, ?, ?, ?, coalesce(max(position), 0) + 1 FROM custom_field"),
                           {newUuid(), field.name, field.kind, jsonArray(field.choices)});
    if (!query)
        return tl::unexpected(query.error());
    return CustomFieldId(query->lastInsertId().toLongLong());
}

Outcome updateCustomField(Connection &connection, const CustomField &field)
{
    return execute(connection, QStringLiteral("UPDATE custom_field SET name = ?, choices = ? WHERE id = ?"), {field.name, jsonArray(field.choices), field.id.number()});
}

Outcome deleteCustomField(Connection &connection, CustomFieldId id)
{
    if (auto outcome = execute(connection, QStringLiteral("DELETE FROM candidate_field WHERE field_id = ?"), {id.number()}); !outcome)
        return outcome;
    return execute(connection, QStringLiteral("DELETE FROM custom_field WHERE id = ?"), {id.number()});
}

Result<int> valueCount(Connection &connection, CustomFieldId id)
{
    const auto count = single(connection, QStringLiteral("SELECT count(*) FROM candidate_field WHERE field_id = ?"), {id.number()});
    if (!count)
        return tl::unexpected(count.error());
    return count->toInt();
}

Result<QHash<CustomFieldId, QString>> fieldValues(Connection &connection, CandidateId person)
{
    auto query = run(connection, QStringLiteral("SELECT field_id, value FROM candidate_field WHERE candidate_id = ?"), {person.number()});
    if (!query)
        return tl::unexpected(query.error());
    QHash<CustomFieldId, QString> values;
    while (query->next())
        values.insert(CustomFieldId(query->value(0).toLongLong()), query->value(1).toString());
    return values;
}

Outcome setFieldValue(Connection &connection, CandidateId person, CustomFieldId field, const QString &value)
{
    if (value.isEmpty())
        return execute(connection, QStringLiteral("DELETE FROM candidate_field WHERE candidate_id = ? AND field_id = ?"), {person.number(), field.number()});
    return execute(connection, QStringLiteral("INSERT INTO candidate_field (candidate_id, field_id, value) VALUES (?, ?, ?) ON CONFLICT (candidate_id, field_id) DO UPDATE SET value = excluded.value"),
                   {person.number(), field.number(), value});
}

} // namespace rolecall::db
