// SPDX-License-Identifier: GPL-3.0-or-later
// mail read: what is read in an .eml file or a mailbox, nothing stored.
#include "app/mail/mail_reader.h"
#include "ui/command_line/command_line.h"
#include "ui/command_line/output.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <memory>

namespace rolecall::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::ui::MailCommands", text);
}

void writeAddress(JsonOutput &json, const char *key, const std::optional<app::MailAddress> &address)
{
    json.key(key);
    if (!address) {
        json.null();
        return;
    }
    json.beginObject();
    json.field("name", address->name);
    json.field("address", address->address);
    json.endObject();
}

void writeAttachment(JsonOutput &json, const app::MailAttachment &attachment)
{
    json.beginObject();
    json.field("filename", attachment.fileName);
    json.field("type", attachment.type);
    json.field("size", qint64(attachment.content.size()));
    json.field("sha256", QString::fromLatin1(attachment.sha256));
    json.field("inline", attachment.inlinePicture);
    json.endObject();
}

void writeMessage(JsonOutput &json, const app::MailMessage &message)
{
    json.beginObject();
    writeAddress(json, "from", message.from);
    json.field("reply_to", message.replyTo ? std::optional(message.replyTo->address) : std::nullopt);
    json.field("subject", message.subject);
    json.field("date", message.date ? std::optional(message.date->toString(Qt::ISODate)) : std::nullopt);
    json.field("text_start", message.textStart);
    json.key("attachments");
    json.beginArray();
    for (const app::MailAttachment &attachment : message.attachments)
        writeAttachment(json, attachment);
    json.endArray();
    json.key("applicant");
    if (message.applicant) {
        json.beginObject();
        json.field("name", message.applicant->name);
        json.field("email", message.applicant->email);
        json.endObject();
    } else {
        json.null();
    }
    json.field("warnings", message.warnings);
    json.key("enclosed");
    json.beginArray();
    for (const app::MailMessage &enclosed : message.enclosed)
        writeMessage(json, enclosed);
    json.endArray();
    json.endObject();
}

void printMessageText(const app::MailMessage &message)
{
    const QString sender = message.from ? QStringLiteral("%1 <%2>").arg(message.from->name, message.from->address).trimmed() : translated("nobody named");
    printLine(translated("From: %1").arg(sender));
    printLine(translated("Subject: %1").arg(message.subject.value_or(QString())));
    if (message.date)
        printLine(translated("Date: %1").arg(message.date->toString(Qt::ISODate)));
    printLine(message.applicant ? translated("Applicant: %1 <%2>").arg(message.applicant->name, message.applicant->email)
                                : translated("Applicant: not certain"));
    for (const app::MailAttachment &attachment : message.attachments)
        printLine(translated("Attachment: %1 (%2, %3 bytes)").arg(app::safeFileName(attachment.fileName, translated("unnamed")), attachment.type).arg(attachment.content.size()));
    for (const QString &warning : message.warnings)
        printLine(translated("Note: %1").arg(warning));
    printLine(QString());
    printLine(message.text);
    printLine(QString());
}

Outcome readAndPrint(const QString &path, bool asJson)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(translated("Reading the mail"), path, file.errorString());
    const Result<app::MailDraft> draft = app::readMail(file.readAll(), path);
    if (!draft)
        return tl::unexpected(draft.error());
    if (!asJson) {
        for (const app::MailMessage &message : draft->messages)
            printMessageText(message);
        return {};
    }
    JsonOutput json;
    json.beginObject();
    json.key("messages");
    json.beginArray();
    for (const app::MailMessage &message : draft->messages)
        writeMessage(json, message);
    json.endArray();
    json.endObject();
    return {};
}

} // namespace

void addMailCommands(CLI::App &app, CommandResult &result)
{
    CLI::App *mail = app.add_subcommand("mail", "Read mail");
    mail->require_subcommand(1);
    CLI::App *read = mail->add_subcommand("read", "Show what is read in an .eml file or a mailbox; nothing is stored");
    const auto path = std::make_shared<std::string>();
    const auto asJson = std::make_shared<bool>(false);
    read->add_option("FILE", *path, "The file to read")->required();
    read->add_flag("--json", *asJson, "Print JSON");
    read->callback([path, asJson, &result] { result.outcome = readAndPrint(QString::fromStdString(*path), *asJson); });
}

} // namespace rolecall::ui
