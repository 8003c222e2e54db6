// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text_decoding.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <algorithm>
#include <memory>
#include <uchardet.h>
#include <unicode/ucnv.h>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TextDecoding", text);
}

/// How much of a long file is shown to the guesser; the letters of a language show themselves well before.
constexpr qsizetype guessedBytes = 256 * 1024;

bool isValidUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    Q_UNUSED(text)
    return !decoder.hasError();
}

/// The offset of the first byte that no text has, or -1.
qsizetype firstBinaryByte(const QByteArray &bytes)
{
    static const QByteArray signatures[] = {QByteArrayLiteral("%PDF-"), QByteArrayLiteral("PK\x03\x04"), QByteArrayLiteral("\x89PNG"),
                                            QByteArrayLiteral("\xD0\xCF\x11\xE0"), QByteArrayLiteral("GIF8"), QByteArrayLiteral("\xFF\xD8\xFF")};
    for (const QByteArray &signature : signatures) {
        if (bytes.startsWith(signature))
            return 0;
    }
    qsizetype controls = 0;
    qsizetype first = -1;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = uchar(bytes.at(i));
        if (byte == 0)
            return i;
        if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != '\v' && byte != 0x1B) {
            ++controls;
            if (first < 0)
                first = i;
        }
    }
    return controls * 20 > bytes.size() ? first : -1;
}

/// UTF-16 without a mark shows itself by zero bytes on one side only.
QString shapeOfUtf16(const QByteArray &bytes)
{
    const qsizetype looked = std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype(1);
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < looked; ++i) {
        if (bytes.at(i) == 0)
            ++(i % 2 == 0 ? even : odd);
    }
    if (looked >= 4 && odd * 10 > looked * 3 && even * 50 < looked)
        return QStringLiteral("UTF-16LE");
    if (looked >= 4 && even * 10 > looked * 3 && odd * 50 < looked)
        return QStringLiteral("UTF-16BE");
    return {};
}

QString guessedEncoding(const QByteArray &bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> guesser(uchardet_new(), &uchardet_delete);
    const qsizetype size = std::min(bytes.size(), guessedBytes);
    if (uchardet_handle_data(guesser.get(), bytes.constData(), size_t(size)) != 0)
        return {};
    uchardet_data_end(guesser.get());
    return QString::fromLatin1(uchardet_get_charset(guesser.get()));
}

/// The guesser tells the western encodings badly apart in short texts, and windows-1252 holds nearly all of their
/// letters in the same places; only a text with many such letters is believed to be something else.
QString settledEncoding(const QByteArray &bytes, const QString &guess)
{
    const auto letters = std::count_if(bytes.begin(), bytes.end(), [](char byte) { return uchar(byte) >= 0x80; });
    static const QStringList central{QStringLiteral("ISO-8859-2"), QStringLiteral("WINDOWS-1250"), QStringLiteral("ISO-8859-9"), QStringLiteral("WINDOWS-1254")};
    if (central.contains(guess, Qt::CaseInsensitive) && letters >= 60)
        return guess;
    static const QStringList others{QStringLiteral("WINDOWS-1251"), QStringLiteral("KOI8-R"), QStringLiteral("ISO-8859-5"), QStringLiteral("ISO-8859-7"),
                                    QStringLiteral("WINDOWS-1253"), QStringLiteral("SHIFT_JIS"), QStringLiteral("EUC-JP"), QStringLiteral("ISO-2022-JP"),
                                    QStringLiteral("EUC-KR"), QStringLiteral("UHC"), QStringLiteral("GB18030"), QStringLiteral("BIG5"),
                                    QStringLiteral("WINDOWS-1255"), QStringLiteral("ISO-8859-8"), QStringLiteral("WINDOWS-1256"), QStringLiteral("TIS-620")};
    if (others.contains(guess, Qt::CaseInsensitive) && letters >= 20 && letters * 20 > bytes.size())
        return guess;
    return QStringLiteral("windows-1252");
}

QString convert(const QByteArray &bytes, const QString &encoding, bool *damaged)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.toLatin1().constData(), &status), &ucnv_close);
    if (U_FAILURE(status)) {
        *damaged = true;
        return QString::fromLatin1(bytes);
    }
    QString text(bytes.size() * 2 + 1, Qt::Uninitialized);
    const int32_t length = ucnv_toUChars(converter.get(), reinterpret_cast<UChar *>(text.data()), int32_t(text.size()), bytes.constData(),
                                         int32_t(bytes.size()), &status);
    if (U_FAILURE(status)) {
        *damaged = true;
        return QString::fromLatin1(bytes);
    }
    text.truncate(length);
    *damaged = text.contains(QChar::ReplacementCharacter);
    return text;
}

DecodedText decoded(QStringDecoder::Encoding encoding, const QString &name, const QByteArray &bytes, qsizetype skipped)
{
    QStringDecoder decoder(encoding, QStringDecoder::Flag::ConvertInitialBom);
    DecodedText result{name, decoder.decode(QByteArrayView(bytes).sliced(skipped)), {}};
    if (decoder.hasError())
        result.warnings += tr("Some characters could not be read as %1; they show as \u201c\ufffd\u201d.").arg(name);
    return result;
}

} // namespace

DecodedText decodeText(const QByteArray &bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return decoded(QStringDecoder::Utf8, QStringLiteral("UTF-8"), bytes, 3);
    if (bytes.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return decoded(QStringDecoder::Utf32LE, QStringLiteral("UTF-32LE"), bytes, 4);
    if (bytes.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return decoded(QStringDecoder::Utf32BE, QStringLiteral("UTF-32BE"), bytes, 4);
    if (bytes.startsWith("\xFF\xFE"))
        return decoded(QStringDecoder::Utf16LE, QStringLiteral("UTF-16LE"), bytes, 2);
    if (bytes.startsWith("\xFE\xFF"))
        return decoded(QStringDecoder::Utf16BE, QStringLiteral("UTF-16BE"), bytes, 2);
    const QString wide = shapeOfUtf16(bytes);
    if (!wide.isEmpty())
        return decoded(wide.endsWith(u"LE") ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE, wide, bytes, 0);
    if (const qsizetype place = firstBinaryByte(bytes); place >= 0) {
        DecodedText binary;
        binary.isBinary = true;
        binary.binaryAt = place;
        return binary;
    }
    if (isValidUtf8(bytes))
        return {QStringLiteral("UTF-8"), QString::fromUtf8(bytes), {}};
    DecodedText result;
    result.encoding = settledEncoding(bytes, guessedEncoding(bytes));
    bool damaged = false;
    result.text = convert(bytes, result.encoding, &damaged);
    result.warnings += tr("The file does not say its encoding and is not UTF-8; it was read as %1.").arg(result.encoding);
    if (damaged)
        result.warnings += tr("Some characters could not be read as %1; they show as \u201c\ufffd\u201d.").arg(result.encoding);
    return result;
}

} // namespace rolecall::app
