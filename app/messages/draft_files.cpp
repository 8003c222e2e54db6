// SPDX-License-Identifier: GPL-3.0-or-later
// How a draft leaves: as a mailto link (RFC 6068) or as a mail in a file.
#include "app/mail/gmime_pointers.h"
#include "app/mail/mail_reader.h"
#include "app/messages/drafting.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Drafting", text);
}

/// Every line ends with CRLF (RFC 5322, 2.3; RFC 6068, 5).
QString withMailLines(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return text.replace(u'\n', QStringLiteral("\r\n"));
}

void setAddress(GMimeMessage *message, GMimeAddressType type, const QString &name, const QString &address)
{
    if (!address.isEmpty())
        g_mime_message_add_mailbox(message, type, name.isEmpty() ? nullptr : name.toUtf8().constData(), address.toUtf8().constData());
}

GObjectPointer<GMimePart> textPart(const QString &body)
{
    GObjectPointer<GMimePart> part(g_mime_part_new_with_type("text", "plain"));
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
    const QByteArray bytes = withMailLines(body).toUtf8();
    const GObjectPointer<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
    const GObjectPointer<GMimeDataWrapper> content(g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part.get(), content.get());
    g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return part;
}

/// A name that every file system takes and no file in the folder has.
QString freePath(const QDir &folder, const QString &wanted, const QStringList &taken)
{
    QString name = safeFileName(wanted.simplified() + QStringLiteral(".eml"), tr("Message") + QStringLiteral(".eml"));
    name.chop(4);
    for (int number = 1;; ++number) {
        const QString path = folder.filePath(number == 1 ? name + QStringLiteral(".eml") : QStringLiteral("%1 %2.eml").arg(name).arg(number));
        if (!QFile::exists(path) && !taken.contains(path, Qt::CaseInsensitive))
            return path;
    }
}

} // namespace

std::optional<QUrl> mailtoUrl(const MessageDraft &draft)
{
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    const QString link = QStringLiteral("mailto:%1?subject=%2&body=%3").arg(QString::fromLatin1(QUrl::toPercentEncoding(draft.to, "@")), encoded(draft.subject), encoded(withMailLines(draft.body)));
    if (link.size() > longestMailto)
        return std::nullopt;
    return QUrl(link, QUrl::StrictMode);
}

QByteArray emlBytes(const MessageDraft &draft)
{
    startGMime();
    const GObjectPointer<GMimeMessage> message(g_mime_message_new(TRUE));
    setAddress(message.get(), GMIME_ADDRESS_TYPE_FROM, {}, draft.from);
    setAddress(message.get(), GMIME_ADDRESS_TYPE_TO, draft.name, draft.to);
    g_mime_message_set_subject(message.get(), draft.subject.toUtf8().constData(), "utf-8");
    // Mail programs that know it open the file to be edited and sent, rather than as a mail that came.
    g_mime_object_set_header(GMIME_OBJECT(message.get()), "X-Unsent", "1", nullptr);
    const GObjectPointer<GMimePart> part = textPart(draft.body);
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(part.get()));
    const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> format(g_mime_format_options_new(), &g_mime_format_options_free);
    g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
    const GFreed<char> text(g_mime_object_to_string(GMIME_OBJECT(message.get()), format.get()));
    return QByteArray(text.get());
}

Result<QStringList> saveDrafts(const QList<MessageDraft> &drafts, const QString &templateName, const QString &folder, Progress *progress)
{
    const QDir directory(folder);
    QStringList written;
    const auto giveUp = [&written](const QString &path, const QString &problem) {
        for (const QString &one : std::as_const(written))
            QFile::remove(one);
        return failure(tr("Writing the drafts"), QDir::toNativeSeparators(path), problem, tr("Choose another folder"));
    };
    if (progress)
        progress->setTotal(drafts.size());
    for (const MessageDraft &draft : drafts) {
        if (progress && progress->isCancelled())
            return giveUp(folder, tr("it was cancelled; nothing was left behind"));
        const QString path = freePath(directory, tr("%1 - %2").arg(templateName, draft.name), written);
        QSaveFile file(path);
        const QByteArray bytes = emlBytes(draft);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return giveUp(path, file.errorString());
        written << path;
        if (progress)
            progress->setDone(written.size());
    }
    return written;
}

} // namespace rolecall::app
