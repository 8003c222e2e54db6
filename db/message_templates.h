// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of messages with {fields}, kept for the whole workspace; and the facts that fill the fields.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QDate>
#include <QList>
#include <QString>
#include <optional>

namespace rolecall::db {

class Connection;

struct MessageTemplate
{
    MessageTemplateId id;
    QString uuid;
    QString name;
    QString subject;
    QString body;
};

/// By name; none where nobody has changed the built-in ones yet (app/messages/message_templates.h).
Result<QList<MessageTemplate>> storedMessageTemplates(Connection &connection);
Result<MessageTemplateId> insertMessageTemplate(Connection &connection, const MessageTemplate &made);
Outcome updateMessageTemplate(Connection &connection, const MessageTemplate &changed);
Outcome deleteMessageTemplate(Connection &connection, MessageTemplateId id);

/// The next interview of an application that is neither done nor called off.
struct NextInterview
{
    QString localStart; ///< YYYY-MM-DDTHH:MM on the clock of the zone
    QString zone;       ///< IANA name
    int minutes = 0;
    QString place;
    QString link;
};
Result<std::optional<NextInterview>> nextInterview(Connection &connection, ApplicationId application);
/// The next date of the application, else of its role, on or after a day, that is not done.
Result<std::optional<QDate>> nextDeadline(Connection &connection, ApplicationId application, const QDate &from);
/// What reviewers noted as evidence on a quality in submitted reviews, without quotes and without who it was.
Result<QStringList> submittedNotes(Connection &connection, ApplicationId application, QualityId quality);

} // namespace rolecall::db
