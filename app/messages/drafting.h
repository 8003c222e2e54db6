// SPDX-License-Identifier: GPL-3.0-or-later
// Messages to applicants, drafted from a template. Rolecall sends nothing: a draft goes to the person's own mail program, as an
// address it opens or as a file.
#pragma once

#include "app/done.h"
#include "app/progress.h"
#include "db/message_templates.h"

#include <QUrl>

namespace rolecall::app {

struct DraftChoices
{
    bool notes = false; ///< what reviewers noted goes into the feedback; never who it was
};

struct MessageDraft
{
    db::ApplicationId application;
    QString name;
    QString to;        ///< the applicant's address
    QString from;      ///< the sender's, where it is known
    QString subject;
    QString body;
    QStringList holes; ///< fields without a value: shown in brackets in the text
};

/// Somebody a draft cannot be made for, and why.
struct LeftOut
{
    db::ApplicationId application;
    QString who; ///< name, or the code where the identity is hidden
    QString why;
};

struct Drafts
{
    QList<MessageDraft> drafts;
    QList<LeftOut> leftOut;
};

/// As the connection's reviewer may write them: nobody whose identity is hidden from them, and no feedback while the panel's
/// levels are. Fails, before anything is made, where the template has a field that there is not.
Result<Drafts> draftMessages(db::Connection &connection, const QList<db::ApplicationId> &applications, const db::MessageTemplate &from, const DraftChoices &choices, Progress *progress = nullptr);

/// The panel's level of each rated quality in words, one line each, necessary ones first. None where no review is submitted or
/// the levels are hidden from the connection's reviewer.
Result<std::optional<QString>> feedbackText(db::Connection &connection, db::ApplicationId application, bool notes);

/// Programs take links of some two thousand characters and cut or refuse longer ones; nullopt: save it as a file.
constexpr qsizetype longestMailto = 2000;
std::optional<QUrl> mailtoUrl(const MessageDraft &draft);

/// The draft as a mail that is yet to be sent (RFC 5322, with X-Unsent), CRLF line ends.
QByteArray emlBytes(const MessageDraft &draft);
/// Into a folder, one file each, none of those there replaced. All or none. Returns the paths.
Result<QStringList> saveDrafts(const QList<MessageDraft> &drafts, const QString &templateName, const QString &folder, Progress *progress = nullptr);

/// Keeps in the history that drafts were made, and from which template: it cannot be taken back, so Undo leaves it.
Result<Done> noteDrafts(db::Connection &connection, const QList<MessageDraft> &drafts, const QString &templateName);

} // namespace rolecall::app
