// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/mail_headers.h"

#include "app/mail/gmime_pointers.h"
#include "app/text/declared_text.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace rolecall::app {

namespace {

/// Raw 8-bit bytes brought to UTF-8 first, so that GMime never has to guess a character set.
QByteArray asUtf8(const QByteArray &rawValue, const QByteArray &charsetHint)
{
    bool plain = true;
    for (const char byte : rawValue)
        plain = plain && uchar(byte) < 0x80;
    return plain ? rawValue : decodedDeclaredText(rawValue, charsetHint).text.toUtf8();
}

/// Comments are nested round brackets outside quotes (RFC 5322, 3.2.2).
QByteArray withoutComments(const QByteArray &value)
{
    QByteArray kept;
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value.at(i);
        if (c == '\\' && i + 1 < value.size()) {
            if (depth == 0)
                kept += value.mid(i, 2);
            ++i;
        } else if (c == '"' && depth == 0) {
            quoted = !quoted;
            kept += c;
        } else if (c == '(' && !quoted) {
            ++depth;
        } else if (c == ')' && depth > 0) {
            --depth;
        } else if (depth == 0) {
            kept += c;
        }
    }
    return kept;
}

void collectMailboxes(InternetAddressList *list, std::vector<MailAddress> &found, int depth)
{
    constexpr int deepest = 4;
    constexpr size_t most = 200;
    const int count = list ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count && found.size() < most; ++i) {
        InternetAddress *entry = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(entry)) {
            const char *name = internet_address_get_name(entry);
            const char *address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(entry));
            QString shown = QString::fromUtf8(name ? name : "").simplified();
            static const QRegularExpression quotes(QStringLiteral("^['\"]+|['\"]+$"));
            shown.remove(quotes);
            QString spec = QString::fromUtf8(address ? address : "").simplified();
            static const QRegularExpression blanks(QStringLiteral("\\s*([.@])\\s*"));
            spec.replace(blanks, QStringLiteral("\\1"));
            if (spec.startsWith(u"mailto:", Qt::CaseInsensitive))
                spec.remove(0, 7);
            if (shown.compare(spec, Qt::CaseInsensitive) == 0)
                shown.clear();
            if (!spec.isEmpty() || !shown.isEmpty())
                found.push_back({shown, spec});
        } else if (INTERNET_ADDRESS_IS_GROUP(entry) && depth < deepest) {
            collectMailboxes(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(entry)), found, depth + 1);
        }
    }
}

std::vector<MailAddress> parsedAddresses(const QByteArray &value)
{
    const ParserOptions options = liberalParserOptions();
    const GObjectPointer<InternetAddressList> list(internet_address_list_parse(options.get(), value.constData()));
    std::vector<MailAddress> found;
    if (list)
        collectMailboxes(list.get(), found, 0);
    return found;
}

bool allUsable(const std::vector<MailAddress> &addresses)
{
    return !addresses.empty() && std::all_of(addresses.begin(), addresses.end(), [](const MailAddress &one) {
        return one.address.contains(u'@') && !one.address.contains(u' ');
    });
}

} // namespace

QString decodedHeaderText(const QByteArray &rawValue, const QByteArray &charsetHint)
{
    startGMime();
    const QByteArray value = asUtf8(rawValue, charsetHint);
    const ParserOptions options = liberalParserOptions();
    const GFreed<char> text(g_mime_utils_header_decode_text(options.get(), value.constData()));
    return QString::fromUtf8(text ? text.get() : value.constData()).simplified();
}

std::vector<MailAddress> decodedAddresses(const QByteArray &rawValue, const QByteArray &charsetHint)
{
    startGMime();
    constexpr qsizetype longest = 64 * 1024;
    const QByteArray value = asUtf8(rawValue.left(longest), charsetHint).simplified();
    std::vector<MailAddress> found = parsedAddresses(value);
    if (!allUsable(found)) {
        std::vector<MailAddress> again = parsedAddresses(withoutComments(value));
        if (allUsable(again))
            found = std::move(again);
    }
    if (!allUsable(found)) {
        // A name with loose punctuation ("Small, Tom <tom@example.org>" without quotes) defeats the grammar.
        static const QRegularExpression loose(QStringLiteral("^(.*?)<\\s*([^<>\\s@]+@[^<>\\s@]+)\\s*>\\s*$"));
        const QRegularExpressionMatch match = loose.match(decodedHeaderText(value, charsetHint));
        if (match.hasMatch())
            found = {{match.captured(1).remove(u'"').simplified(), match.captured(2)}};
    }
    return found;
}

std::optional<SentAt> decodedDate(const QByteArray &rawValue)
{
    startGMime();
    QString value = QString::fromLatin1(withoutComments(rawValue.left(500))).simplified();
    static const QRegularExpression colons(QStringLiteral("\\s*:\\s*"));
    value.replace(colons, QStringLiteral(":"));
    if (value.isEmpty())
        return std::nullopt;
    GDateTime *parsed = g_mime_utils_header_decode_date(value.toLatin1().constData());
    if (!parsed)
        return std::nullopt;
    const qint64 seconds = g_date_time_to_unix(parsed);
    const QDate day(g_date_time_get_year(parsed), g_date_time_get_month(parsed), g_date_time_get_day_of_month(parsed));
    g_date_time_unref(parsed);
    return SentAt{QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC), day};
}

} // namespace rolecall::app
