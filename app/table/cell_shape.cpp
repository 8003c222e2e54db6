// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/cell_shape.h"

namespace rolecall::app {

namespace {

struct Census
{
    int digits = 0;
    int letters = 0;
    int spaces = 0;
    int separators = 0; ///< . , / - :
    int others = 0;
};

bool looksLikeEmail(QStringView cell)
{
    const qsizetype at = cell.indexOf(u'@');
    return at > 0 && cell.lastIndexOf(u'.') > at + 1 && !cell.endsWith(u'.') && !cell.contains(u' ') && cell.count(u'@') == 1;
}

} // namespace

CellShape cellShape(QStringView cell)
{
    cell = cell.trimmed();
    if (cell.isEmpty())
        return CellShape::Empty;
    if (cell.size() > 200)
        return CellShape::Text;
    if (looksLikeEmail(cell))
        return CellShape::Email;
    if (cell.startsWith(u"http://", Qt::CaseInsensitive) || cell.startsWith(u"https://", Qt::CaseInsensitive) || cell.startsWith(u"www.", Qt::CaseInsensitive))
        return CellShape::Link;
    Census census;
    for (const QChar c : cell) {
        if (c.isDigit())
            ++census.digits;
        else if (c.isLetter())
            ++census.letters;
        else if (c.isSpace())
            ++census.spaces;
        else if (QStringView(u".,/-:").contains(c))
            ++census.separators;
        else
            ++census.others;
    }
    if (census.digits == 0)
        return CellShape::Text;
    const bool signFirst = cell.front() == u'+' || cell.front() == u'-';
    const bool onlyNumerals = census.letters == 0 && (census.others == 0 || (census.others == 1 && (cell.front() == u'+' || cell.endsWith(u'%'))));
    if (onlyNumerals && census.digits >= 4 && census.digits <= 14) {
        const qsizetype marks = cell.count(u'-') + cell.count(u'/') + cell.count(u'.') - (signFirst ? 1 : 0);
        const bool groups = cell.count(u'-') == 2 || cell.count(u'/') == 2 || cell.count(u'.') == 2;
        if (groups && marks <= 3 && census.spaces <= 1 && cell.count(u',') == 0)
            return CellShape::Date;
    }
    if (onlyNumerals && census.spaces == 0 && cell.count(u'/') == 0 && cell.count(u':') == 0 && (cell.count(u'-') == 0 || cell.front() == u'-')
        && (cell.front() != u'+' || census.digits < 7))
        return CellShape::Number;
    const bool phoneMarks = census.letters == 0 && census.others <= 3 && census.digits >= 6 && census.digits <= 17;
    if (phoneMarks && (cell.front() == u'+' || cell.front() == u'(' || cell.front() == u'0' || census.spaces + census.separators >= 1))
        return CellShape::Phone;
    // "2 March 2026", "Mar 2, 2026", "2026-03-02T10:00:00Z"
    if (census.digits >= 5 && census.letters >= 1 && census.letters <= 10 && cell.size() <= 30 && census.others == 0 && (cell.contains(u"20") || cell.contains(u"19"))
        && census.spaces + census.separators >= 2)
        return CellShape::Date;
    return CellShape::Text;
}

} // namespace rolecall::app
