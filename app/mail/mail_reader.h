// SPDX-License-Identifier: GPL-3.0-or-later
// Reads .eml files (RFC 5322, MIME) and mailboxes (mbox, RFC 4155). Applicants' mail comes from every mail program
// there is, so what can be mended is mended and said; nothing in a mail is fetched or run.
#pragma once

#include "app/mail/mail_draft.h"
#include "db/result.h"

#include <functional>

namespace rolecall::app {

/// A mail file whose messages are decoded one by one, in any order and from several threads.
class MailFile
{
public:
    /// Finds the messages and decodes none. `bytes` may be borrowed and must then outlive this.
    static Result<MailFile> open(const QByteArray &bytes, const QString &fileName);

    bool isMailbox() const { return m_isMailbox; }
    size_t count() const { return m_isMailbox ? m_starts.size() : 1; }
    /// Nothing where it has no header that a mail would have. `index` is below count().
    std::optional<MailMessage> message(size_t index) const;

private:
    QByteArray m_bytes;
    std::vector<qsizetype> m_starts;
    bool m_isMailbox = false;
};

/// Fails where the bytes hold no mail at all. `fileName` is for messages only.
Result<MailDraft> readMail(const QByteArray &bytes, const QString &fileName);

/// The same, one message at a time, so that a large mailbox need not be held decoded as a whole.
/// `visit` returns false to stop.
Outcome readMailMessages(const QByteArray &bytes, const QString &fileName, const std::function<bool(MailMessage &&)> &visit);

/// Whether the beginning of the bytes reads as a mail header or a mailbox.
bool looksLikeMail(QByteArrayView bytes);

/// A name under which an attachment can be saved: no path, no control, bidirectional or reserved characters,
/// never empty, hidden, or longer than 120 characters; the ending is kept.
QString safeFileName(const std::optional<QString> &fileName, const QString &fallback);

} // namespace rolecall::app
