// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/mail_charset.h"

#include <QStringConverter>
#include <memory>
#include <optional>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

namespace rolecall::app {

namespace {

bool isPlainAscii(const QByteArray &bytes)
{
    for (const char byte : bytes) {
        if (uchar(byte) >= 0x80 || byte == '\x1b' || byte == '\0')
            return false;
    }
    return true;
}

std::optional<QString> validUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
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

enum class Faults { Refused, Replaced };

std::optional<QString> converted(const QByteArray &bytes, const QByteArray &charset, Faults faults)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.constData(), &status), ucnv_close);
    if (U_FAILURE(status) || !converter)
        return std::nullopt;
    if (faults == Faults::Refused) {
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        if (U_FAILURE(status))
            return std::nullopt;
    }
    // A byte becomes at most two UTF-16 units in every set that ICU knows, save escapes of SCSU, which mail does not use.
    QString text(bytes.size() * 2 + 16, Qt::Uninitialized);
    auto *target = reinterpret_cast<UChar *>(text.data());
    UChar *const begin = target;
    const char *source = bytes.constData();
    ucnv_toUnicode(converter.get(), &target, begin + text.size(), &source, source + bytes.size(), nullptr, true, &status);
    if (U_FAILURE(status))
        return std::nullopt;
    text.truncate(target - begin);
    return text;
}

QByteArray suggestedCharset(const QByteArray &bytes)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
    constexpr qsizetype enough = 64 * 1024;
    if (uchardet_handle_data(detector.get(), bytes.constData(), size_t(qMin(bytes.size(), enough))) != 0)
        return {};
    uchardet_data_end(detector.get());
    return practicalName(uchardet_get_charset(detector.get()));
}

bool coversFewLetters(const QByteArray &practical)
{
    return practical == "windows-1252" || practical.startsWith("iso-8859") || practical.startsWith("windows-125");
}

} // namespace

DecodedText decodedMailText(const QByteArray &bytes, const QByteArray &declared)
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
        if (std::optional<QString> text = validUtf8(bytes))
            return {*text, !declaredUtf8 && !practical.isEmpty() && !isPlainAscii(bytes), false};
    }
    const bool asciiDeclared = declared.trimmed().toLower() == "us-ascii";
    if (!declaredUtf8 && !practical.isEmpty() && !asciiDeclared) {
        if (std::optional<QString> text = converted(bytes, practical, Faults::Refused))
            return {*text, false, false};
    }
    if (std::optional<QString> text = validUtf8(bytes))
        return {*text, true, false};
    const QByteArray suggested = suggestedCharset(bytes);
    if (declaredUtf8 || (!practical.isEmpty() && suggested == practical)) {
        // Mostly right and a little damaged, rather than another set altogether?
        const std::optional<QString> text = converted(bytes, practical, Faults::Replaced);
        if (text && text->count(QChar::ReplacementCharacter) * 50 < text->size())
            return {*text, false, true};
    }
    if (!suggested.isEmpty()) {
        if (std::optional<QString> text = converted(bytes, suggested, Faults::Refused))
            return {*text, true, false};
    }
    const std::optional<QString> text = converted(bytes, "windows-1252", Faults::Replaced);
    return {text.value_or(QString::fromLatin1(bytes)), true, text && text->contains(QChar::ReplacementCharacter)};
}

} // namespace rolecall::app
