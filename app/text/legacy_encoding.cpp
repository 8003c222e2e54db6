// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/legacy_encoding.h"

#include <QHash>
#include <algorithm>
#include <array>
#include <uchardet.h>

namespace rolecall::app {

namespace {

constexpr auto western = u"äöüÄÖÜßéèêëàâçîïôùûœñáíóúãõåæøÅÆØÉÈÀÇÑÁÓÚÍìò";
constexpr auto central = u"ąćęłńóśźżĄĆĘŁŃÓŚŹŻáéíúýčďěňřšťůžÁÉÍÚÝČĎĚŇŘŠŤŮŽőűŐŰăâîșțşöüÖÜ";
constexpr auto halfCommon = u"ðþýÐÞÝ"; // Icelandic; more would make Turkish of it
constexpr auto turkish = u"ğışİĞŞöüçÖÜÇ";
constexpr auto baltic = u"āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąęėįųĄĘĖĮŲõäöüÕÄÖÜ";
constexpr auto cyrillic = u"оеаинтсрвлкмдпуяіїє";
constexpr auto greek = u"αοιετσνηυρπκμλς";
constexpr auto arabic = u"اليمنرتبةدهو";
constexpr auto hebrew = u"יולהאברמתנשכדםןח";
constexpr auto thai = u"านรอกเงมยลวดทสต";
constexpr auto japanese = u"のにはをたがでてとしれさあいるっりなかくまもこすルンスートリアイラクシ日本人大学氏名東京都市電話田山川中村佐藤鈴木高橋伊井小林加吉松子美";
constexpr auto chinese = u"的一是不了在人有我他这中大来上国个到说们王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁姓名电话邮件北京海学生年月日学经验時這個國們來說張劉陳楊黃趙吳電話郵經驗學";
constexpr auto korean = u"이김박최정강조윤장임은는을를에의가다한하고사전화번호주소름";

struct Candidate
{
    const char *converter;
    const char *label;
    const char *detector; ///< uchardet's name for it
    const char16_t *common;
    double rarity = 0; ///< how much better than others it must read
};

// The likelier first: equals are decided by this order.
constexpr std::array candidates{
    Candidate{"windows-1252", "Windows-1252", "WINDOWS-1252", western},
    Candidate{"windows-1250", "Windows-1250", "WINDOWS-1250", central},
    Candidate{"windows-1251", "Windows-1251", "WINDOWS-1251", cyrillic},
    Candidate{"windows-31j", "Shift_JIS", "SHIFT_JIS", japanese},
    Candidate{"GB18030", "GB18030", "GB18030", chinese},
    Candidate{"windows-949", "EUC-KR", "UHC", korean},
    Candidate{"windows-950", "Big5", "BIG5", chinese},
    Candidate{"EUC-JP", "EUC-JP", "EUC-JP", japanese},
    Candidate{"windows-1254", "Windows-1254", "WINDOWS-1254", turkish},
    Candidate{"windows-1253", "Windows-1253", "WINDOWS-1253", greek},
    Candidate{"windows-1257", "Windows-1257", "WINDOWS-1257", baltic},
    Candidate{"windows-1255", "Windows-1255", "WINDOWS-1255", hebrew},
    Candidate{"windows-1256", "Windows-1256", "WINDOWS-1256", arabic},
    Candidate{"windows-874", "Windows-874", "TIS-620", thai},
    Candidate{"macintosh", "macintosh", "MAC-ROMAN", western, 0.1},
    Candidate{"x-mac-centraleurroman", "x-mac-ce", "MAC-CENTRALEUROPE", central, 0.35},
    Candidate{"x-mac-cyrillic", "x-mac-cyrillic", "MAC-CYRILLIC", cyrillic, 0.1},
    Candidate{"KOI8-U", "KOI8-U", "KOI8-R", cyrillic},
    Candidate{"ISO-8859-2", "ISO-8859-2", "ISO-8859-2", central, 0.05},
    Candidate{"ISO-8859-5", "ISO-8859-5", "ISO-8859-5", cyrillic, 0.1},
    Candidate{"IBM850", "IBM850", "IBM850", western, 0.1},
    Candidate{"IBM852", "IBM852", "IBM852", central, 0.2},
    Candidate{"IBM866", "IBM866", "IBM866", cyrillic, 0.1},
};

QByteArray statisticalGuess(QByteArrayView sample)
{
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, sample.data(), size_t(sample.size()));
    uchardet_data_end(detector);
    const QByteArray name = QByteArray(uchardet_get_charset(detector)).toUpper();
    uchardet_delete(detector);
    // The Windows sets hold the printable part of these.
    static const QHash<QByteArray, QByteArray> supersets{{"ISO-8859-1", "WINDOWS-1252"}, {"ISO-8859-15", "WINDOWS-1252"},
                                                         {"ISO-8859-9", "WINDOWS-1254"}, {"ISO-8859-7", "WINDOWS-1253"},
                                                         {"ISO-8859-8", "WINDOWS-1255"}, {"ISO-8859-13", "WINDOWS-1257"},
                                                         {"EUC-KR", "UHC"},              {"ISO-8859-11", "TIS-620"}};
    return supersets.value(name, name);
}

bool isVowel(QChar letter)
{
    const QString parts = letter.decomposition();
    const QChar base = (parts.isEmpty() ? letter : parts.at(0)).toLower();
    return QStringView(u"aeiouyøæœåıаеиоуыэюяєіїё").contains(base);
}

bool isLatinConsonant(QChar letter)
{
    return letter.script() == QChar::Script_Latin && letter.isLetter() && !isVowel(letter);
}

/// How much a letter looks at home between its neighbours.
double letterScore(QChar before, QChar letter, QChar after, QStringView common)
{
    double score = 1.0;
    for (const QChar neighbour : {before, after}) {
        if (!neighbour.isLetter())
            continue;
        const bool eastern = letter.script() > QChar::Script_Khmer && letter.script() != QChar::Script_Latin;
        if (neighbour.script() == letter.script() || (eastern && neighbour.script() != QChar::Script_Latin))
            score += 0.25;
        else if (neighbour.script() != QChar::Script_Inherited)
            score -= 3.0;
    }
    if (letter.isUpper() && before.isLower())
        score -= 2.0;
    if (letter.isUpper() && before.isUpper() && after.isLower()) // "MÅller" is "Müller" in another set
        score -= 1.0;
    if (letter.isLower() && before.isUpper() && after.isUpper())
        score -= 1.0;
    // A vowel between two vowels, a consonant between two consonants: rare enough to tell "ø" from "ř".
    if (before.isLetter() && after.isLetter()) {
        if (isVowel(letter) && isVowel(before) && isVowel(after))
            score -= 1.0;
        else if (isLatinConsonant(letter) && letter != u'ß' && isLatinConsonant(before) && isLatinConsonant(after))
            score -= 1.0;
    }
    if (common.contains(letter) || common.contains(letter.toLower()))
        score += 1.0;
    else if (common == QStringView(western) && QStringView(halfCommon).contains(letter))
        score += 0.6;
    else if (letter.unicode() >= 0xff61 && letter.unicode() <= 0xff9f) // half-width katakana
        score -= 1.2;
    return score;
}

/// Typographic marks stand where print puts them, or they are letters of another set.
double markScore(QChar before, QChar mark, QStringView after)
{
    const auto at = [&](qsizetype i) { return i < after.size() ? after.at(i) : QChar(u' '); };
    const bool inside = before.isLetter() && at(0).isLetter();
    constexpr double atHome = 2.6; // a little more than the best of letters
    switch (mark.unicode()) {
    case u'\u2019': {
        if (!inside)
            return 0.5;
        const bool name = before.isUpper() && at(0).isUpper(); // O'Brien
        const bool ending = !at(1).isLetter() && QStringView(u"stdm").contains(at(0));
        const bool longEnding = !at(2).isLetter() && (after.startsWith(u"ll") || after.startsWith(u"re") || after.startsWith(u"ve"));
        return name || ending || longEnding ? atHome : 0.0;
    }
    case u'“':
    case u'„':
    case u'«':
    case u'‘':
        return !before.isLetterOrNumber() && at(0).isLetterOrNumber() ? atHome : inside ? -1.5 : 0.5;
    case u'”':
    case u'»':
    case u'…':
        return !before.isSpace() && !at(0).isLetterOrNumber() ? atHome : inside ? -1.5 : 0.5;
    case u'–':
    case u'—':
    case u'•':
        return before.isSpace() && at(0).isSpace() ? atHome : inside ? -1.0 : 0.5;
    case u'€':
    case u'£':
        return before.isDigit() || at(0).isDigit() || (at(0).isSpace() && before.isSpace()) || (before.isSpace() && at(1).isDigit()) ? atHome : -1.0;
    default:
        return inside && mark.unicode() < 0x3000 ? -1.5 : 0.5;
    }
}

double symbolScore(QChar before, QChar symbol, QStringView after)
{
    if (symbol == QChar::ReplacementCharacter || symbol.category() == QChar::Other_Control || symbol.category() == QChar::Other_NotAssigned
        || symbol.category() == QChar::Other_PrivateUse)
        return -8.0;
    if (symbol == u'\u00a0' || symbol == u'\u00b7' || symbol.isMark())
        return 0.5;
    if (QStringView(u"’“”„‘–—…€«»°§£•、。，：（）「」・ー").contains(symbol))
        return markScore(before, symbol, after);
    if (symbol.unicode() >= 0x2500 && symbol.unicode() <= 0x259f) // box drawing: only ever a wrong guess
        return -2.0;
    const bool letterFollows = !after.isEmpty() && after.front().isLetter();
    return before.isLetter() && letterFollows ? -2.0 : letterFollows ? -1.5 : -0.3;
}

double readability(const QString &text, QStringView common)
{
    double total = 0;
    qsizetype count = 0;
    QChar before = u' ';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        if (letter.unicode() >= 0x80) {
            const QChar after = i + 1 < text.size() ? text.at(i + 1) : QChar(u' ');
            const bool ordinal = letter == u'ª' || letter == u'º';
            total += letter.isLetter() && !ordinal ? letterScore(before, letter, after, common) : letter.isSurrogate() ? 0.0 : symbolScore(before, letter, QStringView(text).sliced(i + 1));
            ++count;
        }
        before = letter;
    }
    return count == 0 ? 0.0 : total / double(count);
}

} // namespace

CharacterSet detectLegacyEncoding(QByteArrayView sample)
{
    // Enough for a verdict, little enough for two dozen tries.
    constexpr qsizetype enough = 32768;
    QByteArray telling;
    for (qsizetype start = 0; start < sample.size() && telling.size() < enough;) {
        qsizetype end = sample.indexOf('\n', start);
        end = end < 0 ? sample.size() : end + 1;
        const QByteArrayView line = sample.sliced(start, end - start);
        if (std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            telling.append(line.first(qMin(line.size(), enough - telling.size())));
        start = end;
    }
    const QByteArray guess = statisticalGuess(sample);
    // Statistics of a handful of letters say little.
    const auto telltales = std::count_if(telling.begin(), telling.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const double trust = 0.3 * std::min(1.0, double(telltales) / 40.0);
    CharacterSet best;
    double bestScore = -1e9;
    for (const Candidate &candidate : candidates) {
        CharacterSet set;
        set.converter = candidate.converter;
        set.label = QString::fromLatin1(candidate.label);
        set.utf8 = false;
        set.guessed = true;
        const double score = readability(decodedText(telling, set), candidate.common) + (guess == candidate.detector ? trust : 0.0) - candidate.rarity;
        if (score > bestScore + 0.02) {
            bestScore = score;
            best = set;
        }
    }
    return best;
}

} // namespace rolecall::app
