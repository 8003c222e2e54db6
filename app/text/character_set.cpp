// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/character_set.h"

#include "app/text/legacy_encoding.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <unicode/ucnv.h>

namespace rolecall::app {

namespace {

CharacterSet named(const char *converter, const char *label, int markLength = 0)
{
    CharacterSet set;
    set.converter = converter;
    set.label = QString::fromLatin1(label);
    set.markLength = markLength;
    set.utf8 = qstrcmp(converter, "UTF-8") == 0;
    return set;
}

/// Length of the valid sequence at text, 0 where there is none (RFC 3629, section 4).
int sequenceLength(const unsigned char *text, qsizetype size)
{
    const unsigned char lead = text[0];
    if (lead < 0x80)
        return 1;
    const int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || size < length)
        return 0;
    unsigned char low = 0x80;
    unsigned char high = 0xbf;
    switch (lead) {
    case 0xe0: low = 0xa0; break;
    case 0xed: high = 0x9f; break;
    case 0xf0: low = 0x90; break;
    case 0xf4: high = 0x8f; break;
    default: break;
    }
    if (text[1] < low || text[1] > high)
        return 0;
    for (int i = 2; i < length; ++i) {
        if ((text[i] & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

/// UTF-16 and UTF-32 without a mark: their zero bytes stand at one side of each unit only.
std::optional<CharacterSet> wideSet(QByteArrayView sample)
{
    qsizetype zeros[4] = {};
    for (qsizetype i = 0; i < sample.size(); ++i)
        zeros[i & 3] += sample[i] == 0;
    const qsizetype units = sample.size() / 4;
    if (units < 1)
        return std::nullopt;
    if (zeros[3] >= units && zeros[2] * 10 >= units * 9 && zeros[0] * 10 <= units)
        return named("UTF-32LE", "UTF-32LE");
    if (zeros[0] >= units && zeros[1] * 10 >= units * 9 && zeros[3] * 10 <= units)
        return named("UTF-32BE", "UTF-32BE");
    const qsizetype even = zeros[0] + zeros[2];
    const qsizetype odd = zeros[1] + zeros[3];
    // A row of Chinese has its delimiters and line ends as the only zeros: then these must be there as whole units.
    qsizetype littleUnits = 0;
    qsizetype bigUnits = 0;
    for (qsizetype i = 0; i + 1 < sample.size(); i += 2) {
        littleUnits += sample[i + 1] == 0 && QByteArrayView("\n\r,;\t\"").contains(sample[i]);
        bigUnits += sample[i] == 0 && QByteArrayView("\n\r,;\t\"").contains(sample[i + 1]);
    }
    const qsizetype many = sample.size() * 3 / 20;
    const qsizetype enough = sample.size() / 200 + 2;
    if (even * 10 <= odd && odd > 0 && (odd >= many || littleUnits >= enough))
        return named("UTF-16LE", "UTF-16LE");
    if (odd * 10 <= even && even > 0 && (even >= many || bigUnits >= enough))
        return named("UTF-16BE", "UTF-16BE");
    return std::nullopt;
}

std::optional<CharacterSet> markedSet(QByteArrayView sample)
{
    if (sample.startsWith("\xef\xbb\xbf"))
        return named("UTF-8", "UTF-8 with byte order mark", 3);
    if (sample.startsWith(QByteArrayView("\xff\xfe\0\0", 4)))
        return named("UTF-32LE", "UTF-32 with byte order mark", 4);
    if (sample.startsWith(QByteArrayView("\0\0\xfe\xff", 4)))
        return named("UTF-32BE", "UTF-32 with byte order mark", 4);
    if (sample.startsWith("\xff\xfe"))
        return named("UTF-16LE", "UTF-16 with byte order mark", 2);
    if (sample.startsWith("\xfe\xff"))
        return named("UTF-16BE", "UTF-16 with byte order mark", 2);
    if (sample.startsWith("\x84\x31\x95\x33"))
        return named("GB18030", "GB18030 with byte order mark", 4);
    return std::nullopt;
}

} // namespace

qsizetype validUtf8Prefix(const char *text, qsizetype size, qint64 *sequences)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(text);
    qsizetype i = 0;
    while (i < size) {
        std::uint64_t word = 0;
        while (i + 8 <= size) {
            std::memcpy(&word, text + i, 8);
            if ((word & 0x8080808080808080u) != 0)
                break;
            i += 8;
        }
        while (i < size && bytes[i] < 0x80)
            ++i;
        while (i < size && bytes[i] >= 0x80) {
            const int length = sequenceLength(bytes + i, size - i);
            if (length == 0)
                return i;
            if (sequences)
                ++*sequences;
            i += length;
        }
    }
    return size;
}

bool isCutUtf8(const char *text, qsizetype size)
{
    if (size < 1 || size > 3)
        return false;
    const auto lead = static_cast<unsigned char>(text[0]);
    const int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || size >= length)
        return false;
    for (qsizetype i = 1; i < size; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
            return false;
    }
    return true;
}

CharacterSet detectCharacterSet(QByteArrayView sample, bool truncated)
{
    if (const auto marked = markedSet(sample)) {
        CharacterSet set = *marked;
        if (set.utf8) {
            const QByteArrayView rest = sample.sliced(set.markLength);
            const qsizetype valid = validUtf8Prefix(rest.data(), rest.size());
            set.damaged = valid < rest.size() && !(truncated && isCutUtf8(rest.data() + valid, rest.size() - valid));
        }
        return set;
    }
    if (const auto wide = wideSet(sample))
        return *wide;

    qint64 sequences = 0;
    qint64 faults = 0;
    for (qsizetype i = 0; i < sample.size();) {
        i += validUtf8Prefix(sample.data() + i, sample.size() - i, &sequences);
        if (i >= sample.size() || (truncated && isCutUtf8(sample.data() + i, sample.size() - i)))
            break;
        ++faults;
        ++i;
    }
    if (faults == 0) {
        // ISO-2022-JP switches sets by escape sequences and stays within seven bits.
        if (sequences == 0 && (sample.contains("\x1b$B") || sample.contains("\x1b$@")))
            return named("ISO-2022-JP", "ISO-2022-JP");
        return {};
    }
    if (sequences >= 5 * faults) {
        CharacterSet set;
        set.damaged = true;
        return set;
    }
    return detectLegacyEncoding(sample);
}

std::optional<QString> convertedText(QByteArrayView bytes, const QByteArray &name, ConversionFaults faults)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name.constData(), &status), ucnv_close);
    if (U_FAILURE(status) || !converter)
        return std::nullopt;
    if (faults == ConversionFaults::Refused) {
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        if (U_FAILURE(status))
            return std::nullopt;
    }
    // A byte becomes at most two UTF-16 units in every set that ICU knows, save escapes of SCSU, which no mail or table uses.
    QString text(bytes.size() * 2 + 16, Qt::Uninitialized);
    auto *target = reinterpret_cast<UChar *>(text.data());
    UChar *const begin = target;
    const char *source = bytes.data();
    ucnv_toUnicode(converter.get(), &target, begin + text.size(), &source, bytes.data() + bytes.size(), nullptr, true, &status);
    if (U_FAILURE(status))
        return std::nullopt;
    text.truncate(target - begin);
    return text;
}

QString decodedText(QByteArrayView bytes, const CharacterSet &set)
{
    const QByteArrayView rest = bytes.sliced(qMin<qsizetype>(set.markLength, bytes.size()));
    if (set.utf8)
        return QString::fromUtf8(rest);
    return convertedText(rest, set.converter, ConversionFaults::Replaced).value_or(QString::fromLatin1(rest));
}

} // namespace rolecall::app
