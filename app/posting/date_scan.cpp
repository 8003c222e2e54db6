// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/date_scan.h"

#include "app/posting/text_folding.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

/// Month names and abbreviations by number, folded; English, German, French, Spanish, Dutch, Italian, Portuguese, Nordic, Polish, Czech.
const char *const monthNames[12] = {
    "january|januar|janner|janvier|enero|januari|gennaio|janeiro|jan|janv|ene|gen|stycznia|ledna|leden",
    "february|februar|feber|fevrier|febrero|februari|febbraio|fevereiro|feb|fevr|fev|lutego|unora|unor",
    "march|marz|maerz|mars|marzo|maart|marco|mar|mrz|mrt|marts|marca|brezna|brezen",
    "april|avril|abril|aprile|apr|avr|abr|kwietnia|dubna|duben",
    "may|mai|mayo|mei|maggio|maio|mag|maj|maja|kvetna|kveten",
    "june|juni|juin|junio|giugno|junho|jun|giu|czerwca|cervna|cerven",
    "july|juli|juillet|julio|luglio|julho|jul|juil|lug|lipca|cervence|cervenec",
    "august|aout|agosto|augustus|aug|ago|augusti|sierpnia|srpna|srpen",
    "september|septembre|septiembre|setiembre|settembre|setembro|sept|sep|set|sett|wrzesnia|zari",
    "october|oktober|octobre|octubre|ottobre|outubro|oct|okt|ott|out|pazdziernika|rijna|rijen",
    "november|novembre|noviembre|novembro|nov|listopada|listopad",
    "december|dezember|decembre|diciembre|dicembre|dezembro|dec|dez|dic|desember|des|grudnia|prosince|prosinec",
};

const QHash<QString, int> &months()
{
    static const QHash<QString, int> table = [] {
        QHash<QString, int> result;
        for (int i = 0; i < 12; ++i) {
            for (const QString &name : QString::fromLatin1(monthNames[i]).split(u'|'))
                result.insert(name, i + 1);
        }
        return result;
    }();
    return table;
}

int monthNumber(const QString &word)
{
    return months().value(foldedText(word), 0);
}

const QString &monthPattern()
{
    static const QString pattern = [] {
        QStringList names = months().keys();
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() == b.size() ? a < b : a.size() > b.size(); });
        // As written, with accents.
        names << QStringLiteral("f\u00e9vrier") << QStringLiteral("f\u00e9vr") << QStringLiteral("f\u00e9v") << QStringLiteral("m\u00e4rz") << QStringLiteral("ao\u00fbt") << QStringLiteral("d\u00e9cembre")
              << QStringLiteral("d\u00e9c") << QStringLiteral("j\u00e4nner") << QStringLiteral("mar\u00e7o") << QStringLiteral("wrze\u015bnia") << QStringLiteral("pa\u017adziernika")
              << QStringLiteral("\u00fanora") << QStringLiteral("b\u0159ezna") << QStringLiteral("kv\u011btna") << QStringLiteral("\u010dervna") << QStringLiteral("\u010dervence")
              << QStringLiteral("z\u00e1\u0159\u00ed") << QStringLiteral("\u0159\u00edjna");
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() == b.size() ? a < b : a.size() > b.size(); });
        return names.join(u'|');
    }();
    return pattern;
}

/// A quick look before the patterns are tried at every letter of a text: whether a word begins as a month's name does.
/// Most lines of a long text have none, and this is some fifty times quicker.
bool mayNameAMonth(const QString &text)
{
    constexpr int beginning = 3; // no name is shorter
    static const QSet<QString> beginnings = [] {
        QSet<QString> all;
        for (const QString &name : monthPattern().split(u'|'))
            all.insert(name.left(beginning));
        return all;
    }();
    const auto isOfWord = [](QChar character) { return character.isLetterOrNumber() || character == u'_' || character.isMark(); };
    for (qsizetype at = 0; at + beginning <= text.size(); ++at) {
        if (!text.at(at).isLetter() || (at > 0 && isOfWord(text.at(at - 1))))
            continue;
        const QChar letters[beginning] = {text.at(at).toLower(), text.at(at + 1).toLower(), text.at(at + 2).toLower()};
        if (beginnings.contains(QString::fromRawData(letters, beginning)))
            return true;
    }
    return false;
}

QString partOf(const QString &word)
{
    const QString folded = foldedText(word);
    static const QHash<QString, QString> parts{
        {QStringLiteral("early"), QStringLiteral("early")}, {QStringLiteral("beginning"), QStringLiteral("early")}, {QStringLiteral("start"), QStringLiteral("early")},
        {QStringLiteral("anfang"), QStringLiteral("early")}, {QStringLiteral("first"), QStringLiteral("early")}, {QStringLiteral("second"), QStringLiteral("late")}, {QStringLiteral("last"), QStringLiteral("late")}, {QStringLiteral("debut"), QStringLiteral("early")}, {QStringLiteral("principios"), QStringLiteral("early")},
        {QStringLiteral("comienzos"), QStringLiteral("early")}, {QStringLiteral("inicios"), QStringLiteral("early")}, {QStringLiteral("begin"), QStringLiteral("early")},
        {QStringLiteral("inizio"), QStringLiteral("early")}, {QStringLiteral("inicio"), QStringLiteral("early")}, {QStringLiteral("mid"), QStringLiteral("mid")},
        {QStringLiteral("middle"), QStringLiteral("mid")}, {QStringLiteral("mitte"), QStringLiteral("mid")}, {QStringLiteral("mi"), QStringLiteral("mid")},
        {QStringLiteral("mediados"), QStringLiteral("mid")}, {QStringLiteral("medio"), QStringLiteral("mid")}, {QStringLiteral("meta"), QStringLiteral("mid")},
        {QStringLiteral("half"), QStringLiteral("mid")}, {QStringLiteral("meados"), QStringLiteral("mid")}, {QStringLiteral("late"), QStringLiteral("late")},
        {QStringLiteral("end"), QStringLiteral("late")}, {QStringLiteral("ende"), QStringLiteral("late")}, {QStringLiteral("fin"), QStringLiteral("late")},
        {QStringLiteral("finales"), QStringLiteral("late")}, {QStringLiteral("fines"), QStringLiteral("late")}, {QStringLiteral("eind"), QStringLiteral("late")},
        {QStringLiteral("einde"), QStringLiteral("late")}, {QStringLiteral("fine"), QStringLiteral("late")}, {QStringLiteral("final"), QStringLiteral("late")}, {QStringLiteral("fim"), QStringLiteral("late")}};
    return parts.value(folded);
}

bool isDay(int day)
{
    return day >= 1 && day <= 31;
}

int fullYear(const QString &digits)
{
    const int year = digits.toInt(); // 0 where there is none
    return digits.size() == 2 ? 2000 + year : year;
}

bool plausible(const DateMention &mention)
{
    if (mention.month < 1 || mention.month > 12 || mention.day < 0 || mention.day > 31)
        return false;
    return mention.year == 0 || (mention.year >= 1970 && mention.year <= 2100 && (mention.day == 0 || QDate::isValid(mention.year, mention.month, mention.day)));
}

/// What stands before the month: "the week of", "end of".
const QString &leadPattern()
{
    static const QString pattern = QStringLiteral(
        "(?:(?<week>week (?:of|commencing|beginning|starting)|w/c|w\\.c\\.|semaine du|woche (?:vom|ab)|semana del?|week van|settimana del)\\s+(?:the\\s+|monday,?\\s+|mon\\s+)?|"
        "(?<part>first (?:week|half|days|part) (?:of|in)|second half of|last (?:week|days|half) of|early|mid|late|beginning of|start of|end of|middle of|the end of|anfang|mitte|ende|d\u00e9but|debut|mi|fin|principios de|comienzos de|mediados de|finales de|fines de|begin|half|eind|einde|inizio|met\u00e0|fine|in\u00edcio de|inicio de|meados de|final de|fim de|mid-)[\\s-]*(?:de\\s+|of\\s+)?)?");
    return pattern;
}

} // namespace

std::optional<QDate> DateMention::date() const
{
    if (year == 0 || day == 0 || week)
        return std::nullopt;
    return QDate(year, month, day);
}

std::optional<QString> DateMention::approx() const
{
    if (year == 0)
        return std::nullopt;
    QString text = QStringLiteral("%1-%2").arg(year, 4, 10, QLatin1Char('0')).arg(month, 2, 10, QLatin1Char('0'));
    if (day > 0)
        text += QStringLiteral("-%1").arg(day, 2, 10, QLatin1Char('0'));
    else if (!part.isEmpty())
        text += u'-' + part;
    return week ? QStringLiteral("week of ") + text : text;
}

QList<DateMention> scanDates(const QString &text, bool monthFirst)
{
    static const QString ordinal = QStringLiteral("(?:st|nd|rd|th|er|re|\\.|\u00ba|\u00b0|e|ste|de)?");
    static const QString joint = QStringLiteral("(?:\\s+(?:of|de|del|di))?\\s*[-,.]?\\s*(?:(?:de|del|of)\\s+)?");
    static const auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression iso(QStringLiteral(R"(\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=T|\b))"));
    static const QRegularExpression numeric(QStringLiteral(R"((?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d-]))"));
    static const QRegularExpression dayMonth(
        leadPattern() + QStringLiteral("(?<![\\w.,/-])(?<day>\\d{1,2})") + ordinal + joint + QStringLiteral("\\b(?<month>") + monthPattern() + QStringLiteral(")\\b\\.?(?:") + joint + QStringLiteral("(?<year>(?:19|20)\\d{2}|(?<=-)\\d{2}))?(?![\\w])"), options);
    static const QRegularExpression monthDay(
        leadPattern() + QStringLiteral("\\b(?<month>") + monthPattern() + QStringLiteral(")\\b\\.?\\s+(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.:]\\d|\\s*%)(?:,?\\s+(?:of\\s+)?(?<year>(?:19|20)\\d{2}))?\\b"), options);
    static const QRegularExpression monthYear(
        leadPattern() + QStringLiteral("\\b(?<month>") + monthPattern() + QStringLiteral(")\\b\\.?(?:,?\\s+(?:of\\s+|de\\s+|del\\s+)?(?<year>(?:19|20)\\d{2}))?"), options);

    QList<DateMention> found;
    const auto isTaken = [&found](qsizetype start, qsizetype end) {
        return std::any_of(found.cbegin(), found.cend(), [start, end](const DateMention &other) { return start < other.start + other.length && other.start < end; });
    };
    const auto add = [&](DateMention mention, const QRegularExpressionMatch &match) {
        mention.start = match.capturedStart();
        mention.length = match.capturedLength();
        if (plausible(mention) && !isTaken(mention.start, mention.start + mention.length))
            found += mention;
    };
    const bool digits = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    if (digits) {
        for (auto matches = iso.globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            DateMention mention;
            mention.year = match.captured(1).toInt();
            mention.month = match.captured(2).toInt();
            mention.day = match.captured(3).toInt();
            add(mention, match);
        }
        for (auto matches = numeric.globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            const int first = match.captured(1).toInt();
            const int second = match.captured(3).toInt();
            if (match.capturedLength(4) == 2 && match.captured(2) == u"-")
                continue;
            const bool dotted = match.captured(2) == u".";
            const bool swapped = !dotted && (second > 12 || (monthFirst && first <= 12));
            DateMention mention;
            mention.year = fullYear(match.captured(4));
            mention.month = swapped ? first : second;
            mention.day = swapped ? second : first;
            mention.ambiguous = !dotted && first <= 12 && second <= 12 && first != second;
            add(mention, match);
        }
    }
    const auto addNamed = [&](const QRegularExpression &pattern) {
        for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            DateMention mention;
            mention.month = monthNumber(match.captured(QStringLiteral("month")));
            mention.day = match.captured(QStringLiteral("day")).toInt();
            mention.year = fullYear(match.captured(QStringLiteral("year")));
            mention.week = match.capturedLength(QStringLiteral("week")) > 0;
            const QString part = match.captured(QStringLiteral("part")).section(u' ', 0, 0);
            mention.part = partOf(part == u"the" ? QStringLiteral("end") : part);
            if (mention.day > 0 && !isDay(mention.day))
                continue;
            // "May" is more often a verb, and a short name without its year is more often a word.
            const QString word = match.captured(QStringLiteral("month"));
            const bool bare = mention.day == 0 && mention.year == 0;
            if (bare && mention.part.isEmpty() && (!word.at(0).isUpper() || word.size() <= 3 || word == u"March" || word == u"Mars"))
                if (word != u"March" || !QStringView(text).left(match.capturedStart()).endsWith(u"in "))
                    continue;
            if (bare && (word == u"may" || word == u"mar" || word == u"set" || word == u"out" || word == u"sep"))
                continue;
            add(mention, match);
        }
    };
    if (mayNameAMonth(text)) {
        addNamed(dayMonth);
        addNamed(monthDay);
        addNamed(monthYear);
    }
    std::sort(found.begin(), found.end(), [](const DateMention &a, const DateMention &b) { return a.start < b.start; });
    // The first of "July 11 - July 23, 2024" begins a range; "11" of "11 to 23 July" was not taken for a date at all.
    static const QRegularExpression bridge(QStringLiteral("^\\s*(?:-|\u2013|\u2014|to|until|through|bis|au|a|al|tot|and|und|et|y|e|through to)\\s*$"), options);
    for (qsizetype i = 0; i + 1 < found.size(); ++i) {
        DateMention &mention = found[i];
        const qsizetype end = mention.start + mention.length;
        if (bridge.match(text.mid(end, found.at(i + 1).start - end)).hasMatch()) {
            mention.rangeStart = true;
            if (mention.year == 0)
                mention.year = found.at(i + 1).year;
        }
    }
    return found;
}

bool putsMonthFirst(const QString &text)
{
    static const QRegularExpression slashed(QStringLiteral(R"(\b(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})\b)"));
    for (auto matches = slashed.globalMatch(text.left(500000)); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (match.captured(1).toInt() > 12)
            return false;
        if (match.captured(2).toInt() > 12)
            return true;
    }
    static const QRegularExpression american(QStringLiteral(R"(\$\d|\b401\s?\(?k\)?|\bU\.?S\.?A?\b|\b[A-Z][a-z]+, (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b|\b\d{1,2}:\d\d ?[AP]M\b|\bFLSA\b|\bEEOC?\b|\bGED\b|\b[Nn]on-exempt\b)"));
    return american.match(text).hasMatch();
}

} // namespace rolecall::app
