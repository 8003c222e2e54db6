// SPDX-License-Identifier: GPL-3.0-or-later
// What a mail file says, before anybody decided what becomes of it. Plain values: the reader fills them, the
// import shows them, nothing here touches a workspace.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace rolecall::app {

struct MailAddress
{
    QString name; ///< as written for people, decoded; empty where the mail gives none
    QString address;
};

/// Who applies. Filled only where the mail leaves no doubt.
struct MailApplicant
{
    QString name;
    QString email;
};

struct MailAttachment
{
    std::optional<QString> fileName; ///< decoded, otherwise as the sender wrote it: see safeFileName() before saving
    QString type;                    ///< media type in lower case, as the mail says it
    QByteArray content;              ///< decoded bytes
    QByteArray sha256;               ///< hexadecimal, of `content`
    bool inlinePicture = false;      ///< a picture shown within the text, rarely a document of its own
};

struct MailMessage
{
    std::optional<MailAddress> from;
    std::optional<MailAddress> replyTo;
    std::optional<QString> subject; ///< white space runs as one blank
    std::optional<QDateTime> date;  ///< UTC
    std::optional<QDate> day;       ///< of `date`, on the sender's own clock
    QString text;                   ///< what there is to read, HTML already reduced to text; line ends are \n
    QString textStart;              ///< first 80 characters of the first text part, white space runs as one blank
    std::vector<MailAttachment> attachments;
    std::vector<MailMessage> enclosed; ///< whole messages within this one, each also among `attachments`
    std::optional<MailApplicant> applicant;
    QStringList warnings; ///< translated, each one sentence without a full stop
};

struct MailDraft
{
    std::vector<MailMessage> messages;
};

} // namespace rolecall::app
