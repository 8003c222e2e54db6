// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/mail_parts.h"

#include "app/documents/html_text.h"
#include "app/mail/attachment_name.h"
#include "app/mail/header_repair.h"
#include "app/mail/mail_applicant.h"
#include "app/mail/mail_headers.h"
#include "app/mail/mail_reader.h"
#include "app/mail/tnef.h"
#include "app/text/declared_text.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Mail", text);
}

QByteArray streamBytes(GMimeDataWrapper *content)
{
    const GObjectPointer<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len)};
}

QByteArray objectBytes(GMimeObject *object)
{
    const GObjectPointer<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(object, nullptr, memory.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len)};
}

QByteArray mediaType(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (!type)
        return "text/plain";
    const GFreed<char> text(g_mime_content_type_get_mime_type(type));
    return QByteArray(text.get()).toLower();
}

QString collapsedStart(const QString &text)
{
    constexpr qsizetype shown = 80;      // characters, as `mail read` promises
    constexpr qsizetype examined = 4000; // so that a long text is not collapsed as a whole
    const QString start = text.left(examined).simplified();
    qsizetype units = 0;
    for (qsizetype count = 0; count < shown && units < start.size(); ++count)
        units += start.at(units).isHighSurrogate() && units + 1 < start.size() ? 2 : 1;
    return start.left(units);
}

/// Base64 that does not come out even, or has bytes that are none: the file was damaged on its way.
bool isDamagedBase64(const QByteArray &encoded)
{
    qint64 digits = 0;
    qint64 aliens = 0;
    bool ended = false;
    for (const char c : encoded) {
        const bool digit = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
        if (c == '=')
            ended = true;
        else if (digit && !ended)
            ++digits;
        else if (digit || uchar(c) > ' ')
            ++aliens;
    }
    return aliens > 0 || digits % 4 == 1 || (ended && digits % 4 == 0);
}

/// Walks the parts of one message in order and fills it.
class PartWalk
{
public:
    PartWalk(MailMessage &message, int nesting) : m_message(message), m_nesting(nesting) {}

    enum class Texts { Shown, Left }; ///< Left: another alternative has already said the same

    void visit(GMimeObject *object, int depth, Texts texts)
    {
        if (++m_parts > mostParts || depth > deepestPart) {
            warnOnce(translated("The mail has too many parts or nests them too deeply; some were left out"));
            return;
        }
        if (GMIME_IS_MULTIPART(object))
            visitMultipart(GMIME_MULTIPART(object), depth, texts);
        else if (GMIME_IS_MESSAGE_PART(object))
            addEnclosed(object, objectBytes(GMIME_OBJECT(g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))));
        else if (GMIME_IS_PART(object))
            visitLeaf(object, texts);
    }

private:
    void warnOnce(const QString &warning)
    {
        if (!m_message.warnings.contains(warning))
            m_message.warnings.append(warning);
    }

    void visitMultipart(GMimeMultipart *multipart, int depth, Texts texts)
    {
        const int count = g_mime_multipart_get_count(multipart);
        const QByteArray type = mediaType(GMIME_OBJECT(multipart));
        if (type == "multipart/encrypted")
            warnOnce(translated("The mail is encrypted; its content cannot be read here"));
        if (type == "multipart/report")
            m_message.warnings.append(translated("This is a report of a mail server, not a person's mail"));
        if (count == 0) {
            warnOnce(translated("A part of the mail is damaged: it should hold other parts and holds none"));
            return;
        }
        if (type == "multipart/alternative") {
            visitAlternatives(multipart, count, depth, texts);
            return;
        }
        for (int i = 0; i < count && m_parts <= mostParts; ++i)
            visit(g_mime_multipart_get_part(multipart, i), depth + 1, texts);
    }

    /// The plain text says the same as the HTML and says it as text; HTML only where there is nothing else.
    void visitAlternatives(GMimeMultipart *multipart, int count, int depth, Texts texts)
    {
        int chosen = -1;
        for (const bool wantPlain : {true, false}) {
            for (int i = 0; i < count && chosen < 0; ++i) {
                GMimeObject *part = g_mime_multipart_get_part(multipart, i);
                const QByteArray type = mediaType(part);
                const bool isText = wantPlain ? type == "text/plain" && !attachmentName(part) && !textOf(part, type).trimmed().isEmpty()
                                              : type == "text/html" || GMIME_IS_MULTIPART(part);
                if (isText)
                    chosen = i;
            }
        }
        for (int i = 0; i < count && m_parts <= mostParts; ++i)
            visit(g_mime_multipart_get_part(multipart, i), depth + 1, i == chosen ? texts : Texts::Left);
    }

    QString textOf(GMimeObject *object, const QByteArray &type)
    {
        GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(object));
        if (!content)
            return {};
        const QByteArray bytes = streamBytes(content);
        const char *parameter = g_mime_object_get_content_type_parameter(object, "charset");
        QByteArray charset = parameter ? parameter : "";
        if (charset.isEmpty() && type == "text/html")
            charset = htmlDeclaredCharset(bytes);
        const DeclaredText decoded = decodedDeclaredText(bytes, charset);
        if (decoded.declaredWrongly)
            warnOnce(translated("The text is not in the character set it names (%1); the likeliest one was used").arg(QString::fromLatin1(charset)));
        if (decoded.damaged)
            warnOnce(translated("Some characters of the text are damaged"));
        QString text = type == "text/html" ? htmlToText(decoded.text.toUtf8()) : decoded.text;
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        text.replace(u'\r', u'\n').remove(QChar::Null);
        return text;
    }

    void visitLeaf(GMimeObject *object, Texts texts)
    {
        const QByteArray type = mediaType(object);
        const std::optional<QString> name = attachmentName(object);
        const bool attached = g_mime_object_get_disposition(object) && g_ascii_strcasecmp(g_mime_object_get_disposition(object), "attachment") == 0;
        if ((type == "text/plain" || type == "text/html" || type == "text") && !name && !attached) {
            if (texts == Texts::Shown)
                addText(textOf(object, type));
            return;
        }
        addAttachment(object, type, name);
    }

    void addText(const QString &text)
    {
        const QString shown = text.trimmed();
        if (shown.isEmpty())
            return;
        if (m_message.text.isEmpty())
            m_message.textStart = collapsedStart(shown);
        else
            m_message.text += QStringLiteral("\n\n");
        m_message.text += shown;
    }

    void addAttachment(GMimeObject *object, const QByteArray &type, const std::optional<QString> &name)
    {
        GMimePart *part = GMIME_PART(object);
        GMimeDataWrapper *content = g_mime_part_get_content(part);
        const QString shownName = name.value_or(QString::fromLatin1(type));
        if (!content) {
            m_message.warnings.append(translated("The attachment %1 has no content").arg(shownName));
            return;
        }
        MailAttachment attachment;
        attachment.fileName = name;
        attachment.type = QString::fromLatin1(type);
        attachment.content = streamBytes(content);
        if (type == "message/rfc822" || type == "message/global") {
            addEnclosed(object, attachment.content);
            return;
        }
        attachment.sha256 = QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256).toHex();
        const char *disposition = g_mime_object_get_disposition(object);
        const bool attached = disposition && g_ascii_strcasecmp(disposition, "attachment") == 0;
        attachment.inlinePicture = type.startsWith("image/")
            && ((disposition && !attached) || (g_mime_object_get_content_id(object) && !attached));
        if (g_mime_part_get_content_encoding(part) == GMIME_CONTENT_ENCODING_BASE64 && isDamagedBase64(encodedBytes(content)))
            m_message.warnings.append(translated("The attachment %1 is damaged; what could be decoded is kept").arg(shownName));
        if (type == "application/ms-tnef" || shownName.compare(u"winmail.dat", Qt::CaseInsensitive) == 0)
            addTnef(attachment);
        else
            m_message.attachments.push_back(std::move(attachment));
        if (type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime")
            warnOnce(translated("The mail is signed or encrypted as a whole (S/MIME); its content cannot be read here"));
        if (type == "message/external-body")
            warnOnce(translated("An attachment is not in the mail but somewhere else; it was not fetched"));
    }

    static QByteArray encodedBytes(GMimeDataWrapper *content)
    {
        GMimeStream *stream = g_mime_data_wrapper_get_stream(content);
        g_mime_stream_reset(stream);
        const GObjectPointer<GMimeStream> memory(g_mime_stream_mem_new());
        g_mime_stream_write_to_stream(stream, memory.get());
        const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
        return {reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len)};
    }

    void addTnef(MailAttachment &wrapping)
    {
        TnefContent content = readTnef(wrapping.content);
        if (!content.understood || (content.attachments.empty() && content.text.isEmpty())) {
            m_message.warnings.append(translated("The attachment %1 could not be unwrapped; it is kept as it is").arg(wrapping.fileName.value_or(wrapping.type)));
            m_message.attachments.push_back(std::move(wrapping));
            return;
        }
        if (!content.complete)
            m_message.warnings.append(translated("The attachment %1 breaks off; what came before is kept").arg(wrapping.fileName.value_or(wrapping.type)));
        if (m_message.text.isEmpty())
            addText(content.text);
        m_message.warnings.append(translated("The attachments were wrapped in %1 and have been taken out").arg(wrapping.fileName.value_or(wrapping.type)));
        for (MailAttachment &attachment : content.attachments)
            m_message.attachments.push_back(std::move(attachment));
    }

    void addEnclosed(GMimeObject *object, const QByteArray &bytes)
    {
        MailAttachment attachment;
        attachment.fileName = attachmentName(object);
        attachment.type = QStringLiteral("message/rfc822");
        attachment.content = bytes;
        attachment.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        m_message.attachments.push_back(std::move(attachment));
        if (m_nesting >= deepestNesting) {
            warnOnce(translated("Messages are enclosed in one another too deeply; the innermost were not opened"));
            return;
        }
        if (std::optional<MailMessage> enclosed = readOneMessage(bytes, m_nesting + 1))
            m_message.enclosed.push_back(std::move(*enclosed));
        else
            m_message.warnings.append(translated("An enclosed message could not be read"));
    }

    MailMessage &m_message;
    int m_nesting;
    int m_parts = 0;
};

/// Header fields by lower-case name, the first of each; what GMime could not see as a header is not here.
QHash<QByteArray, QByteArray> headerFields(GMimeMessage *message)
{
    QHash<QByteArray, QByteArray> fields;
    const auto add = [&fields](GMimeHeaderList *list) {
        const int count = list ? g_mime_header_list_get_count(list) : 0;
        for (int i = 0; i < count; ++i) {
            GMimeHeader *header = g_mime_header_list_get_header_at(list, i);
            const QByteArray name = QByteArray(g_mime_header_get_name(header)).trimmed().toLower();
            const char *raw = g_mime_header_get_raw_value(header);
            if (!fields.contains(name))
                fields.insert(name, QByteArray(raw ? raw : "").trimmed());
        }
    };
    add(g_mime_object_get_header_list(GMIME_OBJECT(message)));
    if (GMimeObject *part = g_mime_message_get_mime_part(message))
        add(g_mime_object_get_header_list(part));
    return fields;
}

void noteParserIssue(gint64, GMimeParserWarning code, const gchar *, gpointer data)
{
    auto &warnings = *static_cast<QStringList *>(data);
    QString warning;
    switch (code) {
    case GMIME_WARN_TRUNCATED_MESSAGE:
        warning = translated("The mail breaks off before its last part ends");
        break;
    case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
    case GMIME_WARN_MALFORMED_MULTIPART:
        warning = translated("The mail's parts are not separated as they should be");
        break;
    case GMIME_CRIT_NESTING_OVERFLOW:
        warning = translated("The mail has too many parts or nests them too deeply; some were left out");
        break;
    case GMIME_CRIT_CONFLICTING_HEADER:
        warning = translated("A header is there twice and says different things; the first was used");
        break;
    default:
        return;
    }
    if (!warnings.contains(warning))
        warnings.append(warning);
}

QByteArray bodyCharset(GMimeMessage *message)
{
    GMimeObject *body = g_mime_message_get_body(message);
    const char *charset = body ? g_mime_object_get_content_type_parameter(body, "charset") : nullptr;
    return charset ? charset : "";
}

bool hasMailHeader(const QHash<QByteArray, QByteArray> &fields)
{
    for (const char *name : {"from", "to", "subject", "date", "message-id", "received", "mime-version", "content-type", "reply-to", "return-path", "delivered-to"}) {
        if (fields.contains(name))
            return true;
    }
    return false;
}

} // namespace

std::optional<MailMessage> readOneMessage(const QByteArray &bytes, int nesting)
{
    startGMime();
    MailMessage message;
    const QByteArray repaired = withRepairedHeader(bytes, message.warnings);
    const GObjectPointer<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(repaired.constData(), size_t(repaired.size())));
    const GObjectPointer<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    const ParserOptions options = liberalParserOptions();
    g_mime_parser_options_set_warning_callback(options.get(), noteParserIssue, &message.warnings);
    const GObjectPointer<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), options.get()));
    if (!parsed)
        return std::nullopt;
    const QHash<QByteArray, QByteArray> fields = headerFields(parsed.get());
    if (!hasMailHeader(fields))
        return std::nullopt;

    const QByteArray charset = bodyCharset(parsed.get());
    const std::vector<MailAddress> from = decodedAddresses(fields.value("from"), charset);
    const std::vector<MailAddress> replyTo = decodedAddresses(fields.value("reply-to"), charset);
    if (!from.empty())
        message.from = from.front();
    if (!replyTo.empty())
        message.replyTo = replyTo.front();
    if (fields.contains("subject"))
        message.subject = decodedHeaderText(fields.value("subject"), charset);
    if (const auto sent = decodedDate(fields.value("date"))) {
        message.date = sent->moment;
        message.day = sent->day;
    }
    if (fields.contains("date") && !message.date)
        message.warnings.append(translated("The date cannot be read"));

    if (GMimeObject *part = g_mime_message_get_mime_part(parsed.get()))
        PartWalk(message, nesting).visit(part, 0, PartWalk::Texts::Shown);

    MailEnvelope envelope;
    envelope.severalSenders = from.size() > 1;
    envelope.listHeader = fields.contains("list-unsubscribe") || fields.contains("list-id");
    const QByteArray submitted = fields.value("auto-submitted").toLower();
    envelope.automatic = (!submitted.isEmpty() && !submitted.startsWith("no")) || fields.contains("x-autoreply")
        || fields.contains("x-autorespond") || fields.value("precedence").toLower() == "auto_reply";
    GMimeObject *root = g_mime_message_get_mime_part(parsed.get());
    envelope.report = root && mediaType(root) == "multipart/report";
    decideApplicant(message, envelope);
    return message;
}

} // namespace rolecall::app
