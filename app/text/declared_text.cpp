// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/declared_text.h"

#include "app/text/character_set.h"

#include <algorithm>

namespace rolecall::app {

namespace {

bool isPlainAscii(const QByteArray &bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return uchar(byte) < 0x80 && byte != '\x1b' && byte != '\0'; });
}

std::optional<QString> validUtf8(const QByteArray &bytes)
{
    if (validUtf8Prefix(bytes.constData(), bytes.size()) != bytes.size())
        return std::nullopt;
    return QString::fromUtf8(bytes);
}

/// Names that stand for a larger set in practice (WHATWG Encoding Standard, labels).
QByteArray practicalName(QByteArray name)
{
    name = name.trimmed().toLower();
    if (name == "us-ascii" || name == "ascii" || name == "iso-8859-1" || name == "latin1" || name == "iso8859-1" || name == "ansi_x3.4-1968")
        return "windows-1252";
    if (name == "iso-8859-9")
        return "windows-1254";
    if (name.startsWith("ks_c_5601") || name == "euc-kr" || name == "ks_c-5601-1987")
        return "windows-949";
    if (name == "gb2312" || name == "gbk" || name == "x-gbk")
        return "gb18030";
    if (name == "shift_jis" || name == "shift-jis" || name == "sjis" || name == "x-sjis")
        return "windows-31j";
    return name;
}

QByteArray suggestedCharset(const QByteArray &bytes)
{
    constexpr qsizetype enough = 64 * 1024;
    return practicalName(detectCharacterSet(QByteArrayView(bytes).first(std::min(bytes.size(), enough)), bytes.size() > enough).converter);
}

bool coversFewLetters(const QByteArray &practical)
{
    return practical == "windows-1252" || practical.startsWith("iso-8859") || practical.startsWith("windows-125");
}

} // namespace

DeclaredText decodedDeclaredText(const QByteArray &bytes, const QByteArray &declared)
{
    if (bytes.isEmpty())
        return {};
    const QByteArray practical = practicalName(declared);
    const bool stateful = practical.startsWith("utf-7") || practical.startsWith("utf-16") || practical.startsWith("utf-32")
        || practical.startsWith("hz") || practical.startsWith("ibm") || practical.startsWith("cp");
    if (!stateful && isPlainAscii(bytes))
        return {QString::fromLatin1(bytes), false, false};

    const bool declaredUtf8 = practical == "utf-8" || practical == "utf8";
    // Bytes beyond ASCII that happen to be valid UTF-8 are UTF-8, whatever a one-byte set would make of them.
    if (declaredUtf8 || practical.isEmpty() || coversFewLetters(practical)) {
        if (const std::optional<QString> text = validUtf8(bytes))
            return {*text, !declaredUtf8 && !practical.isEmpty() && !isPlainAscii(bytes), false};
    }
    const bool asciiDeclared = declared.trimmed().toLower() == "us-ascii";
    if (!declaredUtf8 && !practical.isEmpty() && !asciiDeclared) {
        if (const std::optional<QString> text = convertedText(bytes, practical, ConversionFaults::Refused))
            return {*text, false, false};
    }
    if (const std::optional<QString> text = validUtf8(bytes))
        return {*text, true, false};
    const QByteArray suggested = suggestedCharset(bytes);
    if (declaredUtf8 || (!practical.isEmpty() && suggested == practical)) {
        // Mostly right and a little damaged, rather than another set altogether?
        const std::optional<QString> text = convertedText(bytes, practical, ConversionFaults::Replaced);
        if (text && text->count(QChar::ReplacementCharacter) * 50 < text->size())
            return {*text, false, true};
    }
    if (!suggested.isEmpty()) {
        if (const std::optional<QString> text = convertedText(bytes, suggested, ConversionFaults::Refused))
            return {*text, true, false};
    }
    const std::optional<QString> text = convertedText(bytes, "windows-1252", ConversionFaults::Replaced);
    return {text.value_or(QString::fromLatin1(bytes)), true, text && text->contains(QChar::ReplacementCharacter)};
}

} // namespace rolecall::app
