// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/text_words.h"

#include <QChar>
#include <QString>
#include <array>
#include <string>

namespace rolecall::db {

namespace {

enum class Use : unsigned char {
    Separator,
    Letter,
    Ignored, ///< an accent or a mark of layout: part of the word, not of what is compared
    Alone,   ///< a word of its own
};

struct Folded
{
    Use use = Use::Separator;
    unsigned char size = 0;
    std::array<char, 14> bytes{}; ///< UTF-8
};

bool isBetween(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

/// Chinese, Japanese, Korean, Yi, Thai, Lao, Burmese and Khmer, by block.
bool standsAlone(char32_t c)
{
    return isBetween(c, 0x0e00, 0x0e4f) || isBetween(c, 0x0e80, 0x0ecf) || isBetween(c, 0x1000, 0x103f) || isBetween(c, 0x1100, 0x11ff) || isBetween(c, 0x1780, 0x17df)
           || isBetween(c, 0x2e80, 0x2fdf) || isBetween(c, 0x3005, 0x3007) || isBetween(c, 0x3021, 0x3029) || isBetween(c, 0x3031, 0xa4cf) || isBetween(c, 0xac00, 0xd7ff)
           || isBetween(c, 0xf900, 0xfaff) || isBetween(c, 0xff66, 0xffdc) || isBetween(c, 0x1b000, 0x1b16f) || isBetween(c, 0x20000, 0x3ffff);
}

/// Marks that are left out where scripts with spaces are written with and without them; vowel signs of Indic scripts
/// are none of these.
bool isAccent(char32_t c)
{
    return isBetween(c, 0x0300, 0x036f) || isBetween(c, 0x0483, 0x0489) || isBetween(c, 0x0591, 0x05c7) || isBetween(c, 0x0610, 0x061a) || isBetween(c, 0x064b, 0x065f) || c == 0x0670
           || isBetween(c, 0x06d6, 0x06ed) || isBetween(c, 0x1ab0, 0x1aff) || isBetween(c, 0x1dc0, 0x1dff) || isBetween(c, 0x20d0, 0x20ff) || isBetween(c, 0x3099, 0x309a)
           || isBetween(c, 0xfe00, 0xfe0f) || isBetween(c, 0xfe20, 0xfe2f);
}

/// Letters that Unicode takes for whole where people write another one in their place.
const char *writtenAs(char32_t c)
{
    switch (c) {
    case 0x00df: case 0x1e9e: return "ss";
    case 0x00e6: return "ae";
    case 0x00f0: case 0x0111: return "d";
    case 0x00f8: return "o";
    case 0x00fe: return "th";
    case 0x0127: return "h";
    case 0x0131: return "i";
    case 0x0142: return "l";
    case 0x0153: return "oe";
    case 0x0167: return "t";
    default: return nullptr;
    }
}

Folded foldedWith(char32_t c)
{
    Folded folded;
    // Soft hyphen, tatweel, joiners and direction marks are in the middle of words.
    if (isAccent(c) || c == 0x00ad || c == 0x0640 || QChar::category(c) == QChar::Other_Format) {
        folded.use = Use::Ignored;
        return folded;
    }
    if (!QChar::isLetterOrNumber(c) && !QChar::isMark(c))
        return folded;
    const bool alone = standsAlone(c);
    const QString text = QString::fromUcs4(&c, 1).normalized(alone ? QString::NormalizationForm_KC : QString::NormalizationForm_KD).toCaseFolded();
    QByteArray bytes;
    const auto parts = text.toUcs4();
    for (const uint part : parts) {
        if (!alone && isAccent(part))
            continue;
        if (const char *other = writtenAs(part))
            bytes += other;
        else if (QChar::isLetterOrNumber(part) || QChar::isMark(part))
            bytes += QString::fromUcs4(reinterpret_cast<const char32_t *>(&part), 1).toUtf8();
    }
    // A sign for a whole word (㍿, ﷺ) stands for itself.
    if (bytes.isEmpty() || bytes.size() > qsizetype(folded.bytes.size()) || (alone && parts.size() > 1))
        bytes = QString::fromUcs4(&c, 1).toUtf8();
    folded.use = alone ? Use::Alone : Use::Letter;
    folded.size = static_cast<unsigned char>(bytes.size());
    std::copy(bytes.cbegin(), bytes.cend(), folded.bytes.begin());
    return folded;
}

constexpr std::size_t tableSize = 0x700; // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic

const Folded &foldedLetter(char32_t c, Folded &space)
{
    static const std::array<Folded, tableSize> table = [] {
        std::array<Folded, tableSize> all{};
        for (char32_t i = 0; i < tableSize; ++i)
            all[i] = foldedWith(i);
        return all;
    }();
    if (c < tableSize)
        return table[c];
    space = Folded();
    // The bulk of what stands alone is its own fold.
    if (isBetween(c, 0x3041, 0x3096) || isBetween(c, 0x30a1, 0x30fa) || isBetween(c, 0x4e00, 0x9fff) || isBetween(c, 0xac00, 0xd7a3)) {
        space.use = Use::Alone;
        space.size = 3;
        space.bytes[0] = char(0xe0 | (c >> 12));
        space.bytes[1] = char(0x80 | ((c >> 6) & 0x3f));
        space.bytes[2] = char(0x80 | (c & 0x3f));
        return space;
    }
    space = foldedWith(c);
    return space;
}

/// For ASCII: what a letter or digit is compared as, 0 for all else.
constexpr std::array<char, 128> asciiFold = [] {
    std::array<char, 128> fold{};
    for (char c = '0'; c <= '9'; ++c)
        fold[std::size_t(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c) {
        fold[std::size_t(c)] = c;
        fold[std::size_t(c - 'a' + 'A')] = c;
    }
    return fold;
}();

/// The code point at `at`, which moves on; U+FFFD, one byte on, for what is no UTF-8.
char32_t decoded(std::string_view text, std::size_t &at)
{
    const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
    const unsigned lead = byte(at);
    const std::size_t size = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    char32_t c = size == 4 ? lead & 0x07 : size == 3 ? lead & 0x0f : lead & 0x1f;
    bool valid = size > 1 && lead < 0xf5;
    for (std::size_t i = 1; valid && i < size; ++i) {
        valid = (byte(at + i) & 0xc0) == 0x80;
        c = (c << 6) | (byte(at + i) & 0x3f);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (!valid || c < least[size] || c > 0x10ffff || isBetween(c, 0xd800, 0xdfff)) {
        ++at;
        return QChar::ReplacementCharacter;
    }
    at += size;
    return c;
}

} // namespace

bool eachWord(std::string_view utf8, WordSink sink, void *context)
{
    constexpr std::size_t longest = 120;
    std::string word;
    word.reserve(longest + sizeof(Folded));
    std::size_t begin = 0;
    std::size_t end = 0;
    Folded space;
    const auto tell = [&] {
        const bool goesOn = word.empty() || sink(context, word, begin, end);
        word.clear();
        return goesOn;
    };
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t start = at;
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x80) {
            ++at;
            if (const char letter = asciiFold[byte]) {
                if (word.empty())
                    begin = start;
                if (word.size() < longest)
                    word += letter;
                end = at;
            } else if (!tell()) {
                return false;
            }
            continue;
        }
        const Folded &folded = foldedLetter(decoded(utf8, at), space);
        if (folded.use == Use::Ignored) {
            if (!word.empty())
                end = at;
            continue;
        }
        if (folded.use != Use::Letter && !tell())
            return false;
        if (folded.use == Use::Separator)
            continue;
        if (word.empty())
            begin = start;
        if (word.size() < longest)
            word.append(folded.bytes.data(), folded.size);
        end = at;
        if (folded.use == Use::Alone && !tell())
            return false;
    }
    return tell();
}

} // namespace rolecall::db
