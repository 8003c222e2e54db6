// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/mojibake.h"

#include <array>

namespace rolecall::app {

namespace {

/// The byte that windows-1252 writes for a character, or -1.
int windowsByte(QChar character)
{
    static constexpr std::array<char16_t, 32> upper{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    const char16_t code = character.unicode();
    if (code < 0x100)
        return code;
    for (size_t i = 0; i < upper.size(); ++i) {
        if (upper[i] == code)
            return int(0x80 + i);
    }
    return -1;
}

/// The first bytes that damaged western text has: Latin letters, typographic marks, emoji. Others are left alone,
/// because a letter followed by a mark is then more often meant.
int sequenceLength(int lead)
{
    if (lead == 0xC2 || lead == 0xC3 || lead == 0xC4 || lead == 0xC5)
        return 2;
    if (lead == 0xE2)
        return 3;
    if (lead == 0xF0)
        return 4;
    return 0;
}

int repairOnce(QString &text)
{
    QString mended;
    mended.reserve(text.size());
    int count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (character.unicode() < 0x80) {
            mended += character;
            continue;
        }
        const int lead = windowsByte(character);
        const int length = sequenceLength(lead);
        QByteArray bytes;
        if (length > 0 && i + length <= text.size()) {
            bytes += char(lead);
            for (int k = 1; k < length; ++k) {
                const int byte = windowsByte(text.at(i + k));
                if (byte < 0x80 || byte > 0xBF)
                    break;
                bytes += char(byte);
            }
        }
        if (length > 0 && bytes.size() == length) {
            mended += QString::fromUtf8(bytes);
            i += length - 1;
            ++count;
        } else if (lead == 0xC2 && (i + 1 == text.size() || text.at(i + 1).isSpace()) && i > 0 && text.at(i - 1) != u'\n') {
            ++count; // what is left of a no-break space whose second half was lost
            if (i + 1 == text.size())
                continue;
        } else if (lead == 0xE2 && i + 1 < text.size() && text.at(i + 1) == QChar(0x20AC)) {
            mended += QChar(0x201D); // the closing quote, whose last byte windows-1252 does not have
            ++i;
            ++count;
        } else {
            mended += character;
        }
    }
    if (count > 0)
        text = mended;
    return count;
}

} // namespace

int repairMojibake(QString &text)
{
    int count = 0;
    // Some text was damaged twice; more has not been seen.
    for (int pass = 0; pass < 2; ++pass) {
        const int mended = repairOnce(text);
        count += mended;
        if (mended == 0)
            break;
    }
    return count;
}

} // namespace rolecall::app
