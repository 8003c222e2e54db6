// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv_cells.h"

#include <algorithm>

namespace rolecall::app {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// -1.5, +3, -1,5, -.5, -2e10, -5%
bool isPlainNumber(std::string_view cell)
{
    std::size_t at = !cell.empty() && (cell[0] == '-' || cell[0] == '+') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < cell.size() && isDigit(cell[at]))
            ++at;
        return at - begin;
    };
    const std::size_t whole = digits();
    if (at < cell.size() && (cell[at] == '.' || cell[at] == ',')) {
        ++at;
        if (digits() == 0)
            return false;
    } else if (whole == 0) {
        return false;
    }
    if (at < cell.size() && (cell[at] == 'e' || cell[at] == 'E')) {
        ++at;
        if (at < cell.size() && (cell[at] == '-' || cell[at] == '+'))
            ++at;
        if (digits() == 0)
            return false;
    }
    if (at < cell.size() && cell[at] == '%')
        ++at;
    return at == cell.size();
}

bool beginsLikeFormula(std::string_view cell)
{
    if (cell.empty())
        return false;
    switch (cell.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
        return true;
    default:
        // The full-width forms of = + - @, which some spreadsheets take alike.
        return cell.starts_with("\xef\xbc\x9d") || cell.starts_with("\xef\xbc\x8b") || cell.starts_with("\xef\xbc\x8d") || cell.starts_with("\xef\xbc\xa0");
    }
}

/// Whether what stands behind any apostrophes would be computed without them.
bool isGuarded(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of('\'');
    return first != std::string_view::npos && runsAsFormula(cell.substr(first));
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

bool mayBeGuarded(const QString &cell)
{
    if (cell.isEmpty())
        return false;
    const char16_t first = cell.front().unicode();
    return first < u'0' || first == u'=' || first == u'@' || first >= 0xff00;
}

} // namespace

bool runsAsFormula(std::string_view cell)
{
    if (!beginsLikeFormula(cell) || isPlainNumber(cell))
        return false;
    // Without a letter or a digit there is nothing to compute; bytes above ASCII may be letters.
    return std::any_of(cell.begin(), cell.end(), [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

QString neutralisedCell(const QString &cell)
{
    return mayBeGuarded(cell) && isGuarded(viewOf(cell.toUtf8())) ? u'\'' + cell : cell;
}

QString restoredCell(const QString &cell)
{
    return cell.startsWith(u'\'') && isGuarded(viewOf(cell.toUtf8())) ? cell.sliced(1) : cell;
}

std::string_view restoredCell(std::string_view cell)
{
    return cell.starts_with('\'') && isGuarded(cell) ? cell.substr(1) : cell;
}

void appendCsvCell(std::string &line, std::string_view cell, char delimiter)
{
    if (!isGuarded(cell)) {
        appendPlainCsvCell(line, cell, delimiter);
        return;
    }
    std::string guarded;
    guarded.reserve(cell.size() + 1);
    guarded += '\'';
    guarded += cell;
    appendPlainCsvCell(line, guarded, delimiter);
}

void appendPlainCsvCell(std::string &line, std::string_view cell, char delimiter)
{
    const char special[] = {delimiter, '"', '\r', '\n'};
    if (cell.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) {
        line += cell;
        return;
    }
    line += '"';
    for (std::size_t from = 0;;) {
        const std::size_t quote = cell.find('"', from);
        line += cell.substr(from, quote == std::string_view::npos ? quote : quote + 1 - from);
        if (quote == std::string_view::npos)
            break;
        line += '"';
        from = quote + 1;
    }
    line += '"';
}

} // namespace rolecall::app
