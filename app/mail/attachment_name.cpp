// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/attachment_name.h"

#include "app/text/declared_text.h"
#include "app/mail/mail_headers.h"

#include <QRegularExpression>

namespace rolecall::app {

namespace {

/// Read strictly, because the liberal reader also decodes what only looks like an encoded word within a name.
QByteArray undecodedParameter(GMimeObject *part, const char *header, const char *parameter)
{
    GMimeHeader *field = g_mime_header_list_get_header(g_mime_object_get_header_list(part), header);
    const char *raw = field ? g_mime_header_get_raw_value(field) : nullptr;
    if (!raw || !std::strstr(raw, "=?"))
        return {};
    const ParserOptions strict(g_mime_parser_options_new());
    g_mime_parser_options_set_parameter_compliance_mode(strict.get(), GMIME_RFC_COMPLIANCE_STRICT);
    g_mime_parser_options_set_rfc2047_compliance_mode(strict.get(), GMIME_RFC_COMPLIANCE_STRICT);
    const GFreed<char> unfolded(g_mime_utils_header_unfold(raw));
    const char *value = nullptr;
    GObjectPointer<GMimeContentDisposition> disposition;
    GObjectPointer<GMimeContentType> type;
    if (std::strcmp(header, "Content-Disposition") == 0) {
        disposition.reset(g_mime_content_disposition_parse(strict.get(), unfolded.get()));
        value = disposition ? g_mime_content_disposition_get_parameter(disposition.get(), parameter) : nullptr;
    } else {
        type.reset(g_mime_content_type_parse(strict.get(), unfolded.get()));
        value = type ? g_mime_content_type_get_parameter(type.get(), parameter) : nullptr;
    }
    return value ? QByteArray(value) : QByteArray();
}

std::optional<QString> decodedName(GMimeObject *part, const char *header, const char *parameter, const char *liberal)
{
    if (!liberal || !*liberal)
        return std::nullopt;
    QString name = decodedDeclaredText(QByteArray(liberal), {}).text;
    const QByteArray undecoded = undecodedParameter(part, header, parameter);
    static const QRegularExpression encodedWord(QStringLiteral("(^|\\s)=\\?[^?\\s]+\\?[bq]\\?"), QRegularExpression::CaseInsensitiveOption);
    if (undecoded.contains("=?")) {
        const QString plain = decodedDeclaredText(undecoded, {}).text;
        name = encodedWord.match(plain).hasMatch() ? decodedHeaderText(undecoded, {}) : plain;
    }
    name = name.remove(QChar::Null).simplified();
    return name.isEmpty() ? std::nullopt : std::optional(name);
}

} // namespace

std::optional<QString> attachmentName(GMimeObject *part)
{
    // Where both headers have a name, the disposition's counts (RFC 2183).
    std::optional<QString> name = decodedName(part, "Content-Disposition", "filename", g_mime_object_get_content_disposition_parameter(part, "filename"));
    if (!name)
        name = decodedName(part, "Content-Type", "name", g_mime_object_get_content_type_parameter(part, "name"));
    return name;
}

} // namespace rolecall::app
