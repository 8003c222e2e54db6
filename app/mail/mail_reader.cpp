// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/mail_reader.h"

#include "app/mail/mail_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Mail", text);
}

QByteArrayView lineAt(QByteArrayView bytes, qsizetype start)
{
    const char *begin = bytes.data() + start;
    const void *end = std::memchr(begin, '\n', size_t(bytes.size() - start));
    return {begin, end ? static_cast<const char *>(end) - begin : bytes.size() - start};
}

bool isHeaderLine(QByteArrayView line)
{
    qsizetype name = 0;
    while (name < line.size() && line.at(name) > ' ' && line.at(name) != ':' && uchar(line.at(name)) < 0x7f)
        ++name;
    qsizetype colon = name;
    while (colon < line.size() && (line.at(colon) == ' ' || line.at(colon) == '\t'))
        ++colon;
    return name > 0 && colon < line.size() && line.at(colon) == ':';
}

/// "From sender date" (RFC 4155): a time of day and a year set it apart from a sentence that begins with From.
bool isSeparator(QByteArrayView line)
{
    constexpr qsizetype longest = 500;
    if (line.size() < 10 || line.size() > longest || !line.startsWith("From "))
        return false;
    static const QRegularExpression date(QStringLiteral("\\b\\d{1,2}:\\d{2}\\b.*\\b(19|20)\\d{2}\\b|\\b(19|20)\\d{2}\\b.*\\b\\d{1,2}:\\d{2}\\b"));
    return date.match(QString::fromLatin1(line)).hasMatch();
}

/// Where messages of a mailbox begin; empty where the bytes are no mailbox.
std::vector<qsizetype> separators(QByteArrayView bytes)
{
    std::vector<qsizetype> found;
    if (!bytes.startsWith("From ") || isHeaderLine(lineAt(bytes, 0)))
        return found;
    bool afterBlank = true;
    for (qsizetype start = 0; start < bytes.size();) {
        const QByteArrayView line = lineAt(bytes, start);
        const qsizetype next = start + line.size() + 1;
        const bool separates = afterBlank && line.startsWith("From ")
            && (found.empty() || (isSeparator(line) && next < bytes.size() && isHeaderLine(lineAt(bytes, next))));
        if (separates)
            found.push_back(start);
        afterBlank = line.trimmed().isEmpty();
        start = next;
    }
    return found;
}

/// The message without its separator; ">From " becomes "From " again, one mark at a time (mboxrd).
QByteArray unquotedMessage(QByteArrayView slice)
{
    const qsizetype begin = lineAt(slice, 0).size() + 1;
    if (begin >= slice.size())
        return {};
    QByteArray message = slice.sliced(begin).toByteArray();
    if (!message.contains("\n>"))
        return message;
    QByteArray unquoted;
    unquoted.reserve(message.size());
    for (qsizetype start = 0; start < message.size();) {
        const QByteArrayView line = lineAt(message, start);
        qsizetype marks = 0;
        while (marks < line.size() && line.at(marks) == '>')
            ++marks;
        const bool quoted = marks > 0 && line.sliced(marks).startsWith("From ");
        unquoted.append(line.data() + (quoted ? 1 : 0), line.size() - (quoted ? 1 : 0));
        if (start + line.size() < message.size())
            unquoted.append('\n');
        start += line.size() + 1;
    }
    return unquoted;
}

QByteArray normalised(const QByteArray &bytes)
{
    QByteArray mail = bytes;
    if (mail.startsWith("\xef\xbb\xbf"))
        mail.remove(0, 3);
    if (!mail.contains('\n') && mail.contains('\r')) // as old Macintosh programs saved it
        mail.replace('\r', '\n');
    qsizetype blank = 0;
    while (blank < mail.size() && (mail.at(blank) == '\n' || mail.at(blank) == '\r'))
        ++blank;
    return blank > 0 ? mail.mid(blank) : mail;
}

} // namespace

bool looksLikeMail(QByteArrayView bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    if (bytes.startsWith("From ") && isSeparator(lineAt(bytes, 0)))
        return true;
    static const QList<QByteArray> names{"from", "to", "subject", "date", "message-id", "received", "mime-version", "return-path", "reply-to",
                                         "delivered-to", "x-mailer", "content-type", "dkim-signature", "cc", "sender", "envelope-to"};
    constexpr int enough = 2;
    constexpr int examined = 60;
    int known = 0;
    for (qsizetype start = 0, lines = 0; start < bytes.size() && lines < examined; ++lines) {
        const QByteArrayView line = lineAt(bytes, start);
        start += line.size() + 1;
        if (line.trimmed().isEmpty())
            break;
        if (line.at(0) == ' ' || line.at(0) == '\t')
            continue;
        if (!isHeaderLine(line))
            break;
        if (names.contains(line.first(QByteArray::fromRawData(line.data(), line.size()).indexOf(':')).toByteArray().trimmed().toLower()))
            ++known;
    }
    return known >= enough;
}

Result<MailFile> MailFile::open(const QByteArray &bytes, const QString &fileName)
{
    if (bytes.isEmpty())
        return failure(translated("Reading the mail"), fileName, translated("the file is empty"));
    MailFile file;
    file.m_bytes = normalised(bytes);
    file.m_starts = separators(file.m_bytes);
    file.m_isMailbox = !file.m_starts.empty();
    return file;
}

std::optional<MailMessage> MailFile::message(size_t index) const
{
    if (!m_isMailbox)
        return readOneMessage(m_bytes, 0);
    const qsizetype end = index + 1 < m_starts.size() ? m_starts[index + 1] : m_bytes.size();
    return readOneMessage(unquotedMessage(QByteArrayView(m_bytes).sliced(m_starts[index], end - m_starts[index])), 0);
}

Outcome readMailMessages(const QByteArray &bytes, const QString &fileName, const std::function<bool(MailMessage &&)> &visit)
{
    const QString tried = translated("Reading the mail");
    const auto file = MailFile::open(bytes, fileName);
    if (!file)
        return tl::unexpected(file.error());
    if (!file->isMailbox()) {
        std::optional<MailMessage> message = file->message(0);
        if (!message)
            return failure(tried, fileName, translated("it is not a mail"), translated("Choose a file saved by a mail program (.eml or mbox)"));
        visit(std::move(*message));
        return {};
    }
    size_t read = 0;
    for (size_t i = 0; i < file->count(); ++i) {
        std::optional<MailMessage> message = file->message(i);
        if (!message) {
            message.emplace();
            message->warnings.append(translated("This message of the mailbox cannot be read: it has no header"));
        } else {
            ++read;
        }
        if (!visit(std::move(*message)))
            return {};
    }
    if (read == 0)
        return failure(tried, fileName, translated("none of its messages can be read"), translated("Choose a file saved by a mail program (.eml or mbox)"));
    return {};
}

Result<MailDraft> readMail(const QByteArray &bytes, const QString &fileName)
{
    MailDraft draft;
    const Outcome outcome = readMailMessages(bytes, fileName, [&draft](MailMessage &&message) {
        draft.messages.push_back(std::move(message));
        return true;
    });
    if (!outcome)
        return tl::unexpected(outcome.error());
    return draft;
}

QString safeFileName(const std::optional<QString> &fileName, const QString &fallback)
{
    QString name = fileName.value_or(QString());
    name = name.mid(qMax(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    static const QRegularExpression unsafe(QStringLiteral("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}<>:\"|?*\\x{fffd}]"), QRegularExpression::UseUnicodePropertiesOption);
    name.remove(unsafe);
    name = name.simplified();
    while (name.startsWith(u'.') || name.startsWith(u' ') || name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)"), QRegularExpression::CaseInsensitiveOption);
    if (device.match(name).hasMatch())
        name.prepend(u'_');
    constexpr qsizetype longest = 120;
    if (name.size() > longest) {
        const qsizetype dot = name.lastIndexOf(u'.');
        const QString ending = dot > 0 && name.size() - dot <= 10 ? name.mid(dot) : QString();
        name.truncate(longest - ending.size());
        if (name.endsWith(QChar(u' ')) || name.back().isHighSurrogate())
            name.chop(1);
        name += ending;
    }
    return name.isEmpty() ? fallback : name;
}

} // namespace rolecall::app
