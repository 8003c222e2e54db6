// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/cell_parsing.h"

#include "app/table/column_vocabulary.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace rolecall::app {

namespace {

constexpr qsizetype longestDate = 60;

/// Names of months by their folded beginnings, long enough to tell "mar" (March) from "mai" and "juin" from "juillet".
int monthOf(const QString &folded)
{
    static const QHash<QString, int> months = [] {
        const std::array<const char16_t *, 12> names{
            u"jan january januar janvier enero ene gennaio gen janeiro januari styczen stycznia janner",
            u"feb february februar fevrier fev febrero febbraio fevereiro februari luty lutego fevr",
            u"mar march marz maerz mrz mars marzo marco maart marzec marca mrt",
            u"apr april avril avr abril abr aprile kwiecien kwietnia",
            u"may mai mayo maggio mag maio mei maj maja",
            u"jun june juni juin junio giugno giu junho czerwiec czerwca",
            u"jul july juli juillet juil julio luglio lug julho lipiec lipca",
            u"aug august aout agosto ago augustus augusti sierpien sierpnia",
            u"sep sept september septembre septiembre settembre set setembro wrzesien wrzesnia",
            u"oct october oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika",
            u"nov november novembre noviembre novembro listopad listopada",
            u"dec december dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia"};
        QHash<QString, int> table;
        for (int month = 0; month < 12; ++month) {
            for (const QStringView name : QStringView(names[size_t(month)]).split(u' '))
                table.insert(name.toString(), month + 1);
        }
        return table;
    }();
    return months.value(folded, 0);
}

int fullYear(int year, qsizetype digits)
{
    if (digits > 2)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

struct Numerals
{
    int first = 0;
    int second = 0;
    int year = 0;
    QChar separator;
};

/// 2/3/2026, 2.3.26, 02-03-2026, with or without a time behind.
std::optional<Numerals> numerals(const QString &cell)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?:[ ,T]+\\d{1,2}[:.]\\d{2}.*)?$"));
    const auto match = form.match(cell);
    if (!match.hasMatch())
        return std::nullopt;
    return Numerals{match.captured(1).toInt(), match.captured(3).toInt(), fullYear(match.captured(4).toInt(), match.capturedLength(4)), match.captured(2).at(0)};
}

std::optional<ParsedDate> valid(int year, int month, int day, bool guessed = false)
{
    const QDate date(year, month, day);
    if (!date.isValid() || year < 1900 || year > 2200)
        return std::nullopt;
    return ParsedDate{date, guessed};
}

std::optional<ParsedDate> dateOf(const Numerals &parts, DateOrder order)
{
    if (parts.separator == u'.' || order == DateOrder::DayFirst || parts.first > 12)
        return valid(parts.year, parts.second, parts.first);
    if (order == DateOrder::MonthFirst || parts.second > 12)
        return valid(parts.year, parts.first, parts.second);
    return valid(parts.year, parts.second, parts.first, parts.first != parts.second);
}

/// 2 March 2026, March 2nd, 2026, Mon, 2 Mar 2026 10:00, 2. März 2026, 2 de marzo de 2026
std::optional<ParsedDate> writtenDate(const QString &cell)
{
    int month = 0;
    int day = 0;
    int year = 0;
    const QStringList words = foldedName(cell).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        static const QRegularExpression number(QStringLiteral("^(\\d{1,4})(?:st|nd|rd|th|er|a|o)?$"));
        if (const int named = monthOf(word); named > 0 && month == 0) {
            month = named;
        } else if (const auto match = number.match(word); match.hasMatch()) {
            const int value = match.captured(1).toInt();
            if (match.capturedLength(1) == 4 && year == 0)
                year = value;
            else if (match.capturedLength(1) <= 2 && day == 0)
                day = value;
            else if (match.capturedLength(1) == 2 && day > 0 && year == 0 && month > 0)
                year = fullYear(value, 2);
        }
        if (month > 0 && day > 0 && year > 0)
            return valid(year, month, day);
    }
    return std::nullopt;
}

} // namespace

DateColumn dateColumn(const QStringList &cells)
{
    bool dayFirst = false;
    bool monthFirst = false;
    for (const QString &cell : cells) {
        if (cell.size() > longestDate)
            continue;
        const auto parts = numerals(cell.trimmed());
        if (!parts || parts->separator == u'.')
            continue;
        dayFirst = dayFirst || (parts->first > 12 && parts->second <= 12);
        monthFirst = monthFirst || (parts->second > 12 && parts->first <= 12);
    }
    DateColumn column;
    column.contradictory = dayFirst && monthFirst;
    if (dayFirst != monthFirst)
        column.order = dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    return column;
}

std::optional<ParsedDate> parseDate(const QString &cell, DateOrder order)
{
    const QString text = cell.trimmed();
    if (text.size() < 6 || text.size() > longestDate)
        return std::nullopt;
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?$"));
    if (const auto match = iso.match(text); match.hasMatch()) {
        const bool packed = match.capturedLength(2) == 0;
        if (!packed || (match.capturedLength(3) == 2 && match.capturedLength(4) == 2))
            return valid(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    }
    static const QRegularExpression eastern(QStringLiteral("^(\\d{4})\\s?[\u5e74\ub144]\\s?(\\d{1,2})\\s?[\u6708\uc6d4]\\s?(\\d{1,2})\\s?[\u65e5\uc77c]"));
    if (const auto match = eastern.match(text); match.hasMatch())
        return valid(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (const auto parts = numerals(text))
        return dateOf(*parts, order);
    return writtenDate(text);
}

ParsedLevel parseLevel(QStringView cell)
{
    const QStringView text = cell.trimmed();
    const auto level = [](int value) { return ParsedLevel{ParsedLevel::Level, value}; };
    if (text.isEmpty())
        return {};
    if (text.size() == 1) {
        const char16_t c = text.front().unicode();
        if (c >= u'0' && c <= u'3')
            return level(c - u'0');
        if (c == u'?')
            return {ParsedLevel::AskAtInterview, 0};
        if (c == u'-' || c == u'\u2013' || c == u'\u2014')
            return {};
        return {ParsedLevel::OffScale, 0};
    }
    if (text.size() > 60)
        return {ParsedLevel::OffScale, 0};
    // "2.0" and "2,0" are a spreadsheet's; "2.5" is a mean and no level.
    static const QRegularExpression decimal(QStringLiteral("^([0-3])[.,]0+$"));
    if (const auto match = decimal.match(text.toString()); match.hasMatch())
        return level(match.captured(1).toInt());
    static const QRegularExpression outOf(QStringLiteral("^([0-3])\\s?/\\s?3$"));
    if (const auto match = outOf.match(text.toString()); match.hasMatch())
        return level(match.captured(1).toInt());
    const QString folded = foldedName(text);
    static const QHash<QString, int> labels{
        {QStringLiteral("no evidence"), 0}, {QStringLiteral("none"), 0},      {QStringLiteral("partly"), 1},  {QStringLiteral("partly meets"), 1},
        {QStringLiteral("partially"), 1},   {QStringLiteral("meets"), 2},     {QStringLiteral("met"), 2},     {QStringLiteral("exceeds"), 3},
        {QStringLiteral("kein nachweis"), 0}, {QStringLiteral("teilweise"), 1}, {QStringLiteral("erfullt"), 2}, {QStringLiteral("ubertrifft"), 3}};
    if (const auto found = labels.constFind(folded); found != labels.cend())
        return level(*found);
    // "2 - meets": the number counts where the words agree.
    if (folded.size() > 2 && folded.at(0) >= u'0' && folded.at(0) <= u'3' && folded.at(1) == u' ') {
        const auto found = labels.constFind(folded.sliced(2));
        if (found != labels.cend() && *found == folded.at(0).unicode() - u'0')
            return level(*found);
    }
    static const QStringList asks{QStringLiteral("ask"), QStringLiteral("ask at interview"), QStringLiteral("interview"), QStringLiteral("to ask")};
    if (asks.contains(folded) || (folded.isEmpty() && text.contains(u'?')))
        return {ParsedLevel::AskAtInterview, 0};
    static const QStringList unrated{QStringLiteral("n a"), QStringLiteral("na"), QStringLiteral("null"), QStringLiteral("unrated"), QStringLiteral("not rated"), QStringLiteral("nil")};
    const bool dashes = std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'-' || c == u'.' || c == QChar(0x2013) || c == QChar(0x2014) || c.isSpace(); });
    if (unrated.contains(folded) || dashes)
        return {};
    // Three stars are the scale; of five stars nobody knows which would meet it.
    const auto full = std::count_if(text.begin(), text.end(), [](QChar c) { return c == QChar(0x2605) || c == QChar(0x2B50); });
    const auto empty = std::count(text.begin(), text.end(), QChar(0x2606));
    if (full + empty == 3 && full + empty == text.size())
        return level(int(full));
    return {ParsedLevel::OffScale, 0};
}

std::optional<QString> parseEmail(const QString &cell)
{
    QString text = cell.trimmed();
    if (text.size() > 1000)
        return std::nullopt;
    if (const qsizetype open = text.lastIndexOf(u'<'); open >= 0 && text.endsWith(u'>'))
        text = text.sliced(open + 1).chopped(1).trimmed();
    if (text.startsWith(u"mailto:", Qt::CaseInsensitive))
        text = text.sliced(7);
    const qsizetype at = text.lastIndexOf(u'@');
    // 254 octets bound a path (RFC 5321, 4.5.3.1.3); 64 its local part.
    if (at < 1 || at > 64 || at + 1 >= text.size() || text.size() > 254)
        return std::nullopt;
    for (const QChar c : text) {
        if (c.isSpace() || c.category() == QChar::Other_Control || QStringView(u",;<>()[]\"\\:").contains(c))
            return std::nullopt;
    }
    const QStringView domain = QStringView(text).sliced(at + 1);
    const bool labels = domain.contains(u'.') && !domain.startsWith(u'.') && !domain.endsWith(u'.') && !domain.contains(u"..") && !domain.startsWith(u'-');
    if (!labels || QStringView(text).first(at).contains(u'@'))
        return std::nullopt;
    return text;
}

QStringList parseEmails(const QString &cell)
{
    if (const auto one = parseEmail(cell))
        return {*one};
    QStringList found;
    static const QRegularExpression separators(QStringLiteral("[,;|\\s]+"));
    for (const QString &part : cell.left(10000).split(separators, Qt::SkipEmptyParts)) {
        const auto address = parseEmail(part);
        if (address && !found.contains(*address, Qt::CaseInsensitive))
            found.append(*address);
    }
    return found;
}

QStringList parseTags(const QString &cell)
{
    const QChar separator = cell.contains(u';') ? u';' : cell.contains(u',') ? u',' : u'|';
    QStringList tags;
    for (const QString &part : cell.split(separator)) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

QString joinedName(const QString &given, const QString &family)
{
    const QString first = given.simplified();
    const QString last = family.simplified();
    if (first.isEmpty() || last.isEmpty())
        return first + last;
    return first + u' ' + last;
}

} // namespace rolecall::app
