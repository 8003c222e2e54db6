// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/message_templates.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<QList<MessageTemplate>> storedMessageTemplates(Connection &connection)
{
    auto query = run(connection, QStringLiteral("SELECT id, uuid, name, subject, body FROM message_template ORDER BY name, id"));
    if (!query)
        return tl::unexpected(query.error());
    QList<MessageTemplate> list;
    while (query->next())
        list << MessageTemplate{MessageTemplateId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toString(), query->value(3).toString(), query->value(4).toString()};
    return list;
}

Result<MessageTemplateId> insertMessageTemplate(Connection &connection, const MessageTemplate &made)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO message_template (uuid, name, subject, body) VALUES (?, ?, ?, ?)"),
                           {made.uuid.isEmpty() ? newUuid() : made.uuid, made.name, made.subject, made.body});
    if (!query)
        return tl::unexpected(query.error());
    return MessageTemplateId(query->lastInsertId().toLongLong());
}

Outcome updateMessageTemplate(Connection &connection, const MessageTemplate &changed)
{
    return execute(connection, QStringLiteral("UPDATE message_template SET name = ?, subject = ?, body = ? WHERE id = ?"), {changed.name, changed.subject, changed.body, changed.id.number()});
}

Outcome deleteMessageTemplate(Connection &connection, MessageTemplateId id)
{
    return execute(connection, QStringLiteral("DELETE FROM message_template WHERE id = ?"), {id.number()});
}

Result<std::optional<NextInterview>> nextInterview(Connection &connection, ApplicationId application)
{
    auto query = run(connection,
                     QStringLiteral("SELECT local_start, zone, minutes, place, link FROM interview WHERE application_id = ? AND status IN ('proposed', 'confirmed') ORDER BY starts_at LIMIT 1"),
                     {application.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<NextInterview>();
    return NextInterview{query->value(0).toString(), query->value(1).toString(), query->value(2).toInt(), query->value(3).toString(), query->value(4).toString()};
}

Result<std::optional<QDate>> nextDeadline(Connection &connection, ApplicationId application, const QDate &from)
{
    const auto found = single(connection,
                              QStringLiteral("SELECT d.date FROM application a JOIN deadline d ON d.role_id = a.role_id AND (d.application_id IS NULL OR d.application_id = a.id) "
                                             "WHERE a.id = ? AND d.state <> 'done' AND d.date >= ? ORDER BY d.application_id IS NULL, d.date LIMIT 1"),
                              {application.number(), from.toString(Qt::ISODate)});
    if (!found)
        return tl::unexpected(found.error());
    const QDate date = QDate::fromString(found->toString(), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

Result<QStringList> submittedNotes(Connection &connection, ApplicationId application, QualityId quality)
{
    auto query = run(connection,
                     QStringLiteral("SELECT e.note FROM review v JOIN evidence e ON e.review_id = v.id WHERE v.application_id = ? AND v.state = 'submitted' AND e.quality_id = ? AND e.note <> '' ORDER BY e.id"),
                     {application.number(), quality.number()});
    if (!query)
        return tl::unexpected(query.error());
    QStringList list;
    while (query->next())
        list << query->value(0).toString();
    return list;
}

} // namespace rolecall::db
