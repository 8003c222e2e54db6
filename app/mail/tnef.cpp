// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/tnef.h"

#include "app/text/declared_text.h"

#include <QCryptographicHash>
#include <QMimeDatabase>
#include <QtEndian>

namespace rolecall::app {

namespace {

// Attribute ids of MS-OXTNEF, 2.1.3.2, and MAPI property ids of MS-OXPROPS.
constexpr quint32 signature = 0x223E9F78;
constexpr quint32 attributeBody = 0x0002800C;
constexpr quint32 attributeCodePage = 0x00069007;
constexpr quint32 attributeAttachmentBegins = 0x00069002;
constexpr quint32 attributeAttachmentData = 0x0006800F;
constexpr quint32 attributeAttachmentTitle = 0x00018010;
constexpr quint32 attributeAttachmentProperties = 0x00069005;
constexpr quint16 propertyLongFileName = 0x3707;
constexpr quint16 propertyMediaType = 0x370E;
constexpr size_t mostAttachments = 500;

/// Reads little-endian numbers; past the end it yields zeros and remembers that it did.
class Bytes
{
public:
    explicit Bytes(const QByteArray &bytes) : m_bytes(bytes) {}
    template<class T> T number()
    {
        if (!has(sizeof(T)))
            return 0;
        const T value = qFromLittleEndian<T>(m_bytes.constData() + m_at);
        m_at += qsizetype(sizeof(T));
        return value;
    }
    QByteArray take(quint32 length)
    {
        if (!has(length))
            return {};
        const QByteArray taken = m_bytes.mid(m_at, qsizetype(length));
        m_at += qsizetype(length);
        return taken;
    }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    bool failed() const { return m_failed; }

private:
    bool has(size_t length)
    {
        if (m_failed || size_t(m_bytes.size() - m_at) < length)
            m_failed = true;
        return !m_failed;
    }
    const QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};

QString textOf(QByteArray bytes, const QByteArray &codePage)
{
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return decodedDeclaredText(bytes, codePage).text;
}

QString utf16Of(const QByteArray &bytes)
{
    QString text;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const char16_t unit = qFromLittleEndian<char16_t>(bytes.constData() + i);
        if (unit == 0)
            break;
        text += QChar(unit);
    }
    return text;
}

/// The bytes of one value of a fixed-size property type, or nothing where its length is written beside it.
std::optional<quint32> fixedSize(quint16 type)
{
    switch (type) {
    case 0x0002: case 0x0003: case 0x0004: case 0x000A: case 0x000B:
        return 4;
    case 0x0005: case 0x0006: case 0x0007: case 0x0014: case 0x0040:
        return 8;
    case 0x0048:
        return 16;
    default:
        return std::nullopt;
    }
}

void readProperties(const QByteArray &value, const QByteArray &codePage, MailAttachment &attachment)
{
    Bytes in(value);
    const quint32 count = in.number<quint32>();
    for (quint32 i = 0; i < count && !in.failed() && !in.atEnd(); ++i) {
        const quint16 type = in.number<quint16>();
        const quint16 id = in.number<quint16>();
        if (id >= 0x8000) { // a named property: its set, then a number or a name
            in.take(16);
            if (in.number<quint32>() == 0) {
                in.number<quint32>();
            } else {
                const quint32 length = in.number<quint32>();
                in.take(length);
                in.take((4 - length % 4) % 4);
            }
        }
        const bool several = type & 0x1000;
        const std::optional<quint32> size = fixedSize(type & 0x0FFF);
        const quint32 values = several || !size ? in.number<quint32>() : 1;
        for (quint32 v = 0; v < values && !in.failed(); ++v) {
            const quint32 length = size ? *size : in.number<quint32>();
            const QByteArray bytes = in.take(length);
            if (!size)
                in.take((4 - length % 4) % 4);
            const QString text = type == 0x001F ? utf16Of(bytes) : type == 0x001E ? textOf(bytes, codePage) : QString();
            if (id == propertyLongFileName && !text.isEmpty())
                attachment.fileName = text;
            else if (id == propertyMediaType && !text.isEmpty())
                attachment.type = text.toLower();
        }
    }
}

} // namespace

TnefContent readTnef(const QByteArray &bytes)
{
    TnefContent content;
    Bytes in(bytes);
    content.understood = in.number<quint32>() == signature;
    if (!content.understood)
        return content;
    in.number<quint16>(); // a key that nobody needs
    QByteArray codePage;
    while (!in.atEnd() && !in.failed()) {
        in.number<quint8>(); // level: message or attachment
        const quint32 attribute = in.number<quint32>();
        const quint32 length = in.number<quint32>();
        const QByteArray value = in.take(length);
        in.number<quint16>(); // checksum: a damaged attachment is better than none
        if (in.failed())
            break;
        if (attribute == attributeCodePage && value.size() >= 4)
            codePage = "windows-" + QByteArray::number(qFromLittleEndian<quint32>(value.constData()));
        else if (attribute == attributeBody)
            content.text = textOf(value, codePage);
        else if (attribute == attributeAttachmentBegins && content.attachments.size() < mostAttachments)
            content.attachments.emplace_back();
        if (content.attachments.empty())
            continue;
        MailAttachment &attachment = content.attachments.back();
        if (attribute == attributeAttachmentData)
            attachment.content = value;
        else if (attribute == attributeAttachmentTitle && !attachment.fileName)
            attachment.fileName = textOf(value, codePage);
        else if (attribute == attributeAttachmentProperties)
            readProperties(value, codePage, attachment);
    }
    content.complete = !in.failed();
    const QMimeDatabase types;
    for (MailAttachment &attachment : content.attachments) {
        if (attachment.type.isEmpty())
            attachment.type = types.mimeTypeForFileNameAndData(attachment.fileName.value_or(QString()), attachment.content).name();
        attachment.sha256 = QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256).toHex();
    }
    return content;
}

} // namespace rolecall::app
