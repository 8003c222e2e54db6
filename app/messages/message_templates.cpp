// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messages/message_templates.h"

#include "app/messages/message_fields.h"
#include "db/connection.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MessageTemplates", text);
}

/// Their UUIDs are the same in every workspace, as those of the stage templates.
QList<db::MessageTemplate> builtInTemplates()
{
    const auto made = [](int number, const QString &name, const QString &subject, const QString &body) {
        return db::MessageTemplate{{}, QStringLiteral("0193a2f0-5e00-7000-8000-0000000001%1").arg(number, 2, 10, QLatin1Char('0')), name, subject,
                                   tr("Dear {name},\n\n%1\n\nKind regards\n{sender}\n{organisation}\n").arg(body)};
    };
    return {
        made(1, tr("Acknowledgement"), tr("Your application as {role}"),
             tr("thank you for your application as {role}. It has arrived, and we shall read it with care. You will hear from us whichever way it goes.")),
        made(2, tr("Invitation"), tr("Invitation to an interview: {role}"),
             tr("we have read your application as {role} and would like to talk with you.\n\nDay: {interview_date}\nTime: {interview_time}\nLength: {interview_length}\nPlace: {interview_place}\n\n"
                "Please tell us if this does not suit you, or if there is anything you need from us to take part.")),
        made(3, tr("Rejection"), tr("Your application as {role}"),
             tr("thank you for your application as {role} and for the time you gave it. We are sorry to tell you that we have decided to go on with other applicants.\n\n"
                "We wish you all the best.")),
        made(4, tr("Rejection with feedback"), tr("Your application as {role}"),
             tr("thank you for your application as {role} and for the time you gave it. We are sorry to tell you that we have decided to go on with other applicants.\n\n"
                "This is how the panel read your application against what the posting asked for:\n\n{feedback}\n\nWe hope this is of use to you, and wish you all the best.")),
        made(5, tr("Offer"), tr("Offer: {role}"), tr("we are glad to offer you the position as {role}. Please let us know by {deadline} whether you accept. The contract follows by separate mail.")),
    };
}

/// Within a change: the built-in ones as rows, where there are none yet; then all there are.
Result<QList<db::MessageTemplate>> stored(db::Connection &connection)
{
    auto found = db::storedMessageTemplates(connection);
    if (!found || !found->isEmpty())
        return found;
    for (const db::MessageTemplate &one : builtInTemplates()) {
        if (const auto id = db::insertMessageTemplate(connection, one); !id)
            return tl::unexpected(id.error());
    }
    return db::storedMessageTemplates(connection);
}

} // namespace

QString templateProblem(const db::MessageTemplate &made)
{
    if (made.name.simplified().isEmpty())
        return tr("it has no name");
    if (made.subject.simplified().isEmpty())
        return tr("it has no subject");
    if (made.body.trimmed().isEmpty())
        return tr("it has no text");
    QStringList unknown = unknownFields(made.subject + u'\n' + made.body);
    if (unknown.isEmpty())
        return {};
    for (QString &name : unknown)
        name = QStringLiteral("{%1}").arg(name);
    return unknown.size() == 1 ? tr("there is no field %1").arg(unknown.first()) : tr("there are no fields %1").arg(unknown.join(QStringLiteral(", ")));
}

Result<QList<db::MessageTemplate>> messageTemplates(db::Connection &connection)
{
    auto found = db::storedMessageTemplates(connection);
    if (found && found->isEmpty())
        return builtInTemplates();
    return found;
}

Result<Done> saveMessageTemplate(db::Connection &connection, const db::MessageTemplate &given)
{
    const QString tried = tr("Saving the template");
    db::MessageTemplate changed = given;
    changed.name = given.name.simplified();
    changed.subject = given.subject.simplified();
    if (const QString problem = templateProblem(changed); !problem.isEmpty())
        return failure(tried, changed.name, problem);
    const auto all = messageTemplates(connection);
    if (!all)
        return tl::unexpected(all.error());
    if (std::any_of(all->cbegin(), all->cend(), [&changed](const db::MessageTemplate &one) { return one.uuid != changed.uuid && one.name.compare(changed.name, Qt::CaseInsensitive) == 0; }))
        return failure(tried, changed.name, tr("another one has this name"), tr("Give it another name"));
    return perform(connection, {QStringLiteral("template"), tr("Changed the message template “%1”").arg(changed.name), {}}, Area::Roles, [&]() -> Outcome {
        const auto rows = stored(connection);
        if (!rows)
            return tl::unexpected(rows.error());
        const auto same = std::find_if(rows->cbegin(), rows->cend(), [&changed](const db::MessageTemplate &one) { return one.uuid == changed.uuid; });
        if (same == rows->cend()) {
            const auto id = db::insertMessageTemplate(connection, changed);
            return id ? Outcome() : Outcome(tl::unexpected(id.error()));
        }
        changed.id = same->id;
        return db::updateMessageTemplate(connection, changed);
    });
}

Result<Done> removeMessageTemplate(db::Connection &connection, const db::MessageTemplate &gone)
{
    const auto all = messageTemplates(connection);
    if (!all)
        return tl::unexpected(all.error());
    if (all->size() < 2)
        return failure(tr("Removing the template"), gone.name, tr("it is the only one"));
    return perform(connection, {QStringLiteral("template"), tr("Removed the message template “%1”").arg(gone.name), {}}, Area::Roles, [&]() -> Outcome {
        const auto rows = stored(connection);
        if (!rows)
            return tl::unexpected(rows.error());
        const auto same = std::find_if(rows->cbegin(), rows->cend(), [&gone](const db::MessageTemplate &one) { return one.uuid == gone.uuid; });
        return same == rows->cend() ? Outcome() : db::deleteMessageTemplate(connection, same->id);
    });
}

} // namespace rolecall::app
