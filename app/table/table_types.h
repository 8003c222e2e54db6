// SPDX-License-Identifier: GPL-3.0-or-later
// What a table is made of before anybody asks what its columns mean.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>
#include <string_view>
#include <vector>

namespace rolecall::app {

/// How a file writes its table.
struct TableDialect
{
    QString encoding = QStringLiteral("UTF-8"); ///< "UTF-8 with byte order mark", "Windows-1252"; for a spreadsheet its kind
    char delimiter = ',';                       ///< an ASCII character; 0 in a spreadsheet
    char quote = '"';                           ///< 0 where quotation marks mean themselves
    bool backslashEscapes = false;              ///< \" inside a quoted cell, as database dumps write it
    bool separatorLine = false;                 ///< the first line was Excel's "sep=;"
    bool wrappedLines = false;                  ///< every line was one quoted cell that held the real ones
    std::optional<int> headerRecord;            ///< index among the records that are not blank; 0 for the first
};

/// One record. The views are UTF-8 and stand until the next record is asked for.
struct TableRow
{
    std::vector<std::string_view> cells;
    qint64 line = 0;            ///< line of the file where it begins, from 1; in a spreadsheet the row's number
    bool repeatsHeader = false; ///< the header once more, as page-wise exports print it
};

/// Oddities by line, told once per kind rather than once per row.
class LineNotes
{
public:
    enum Kind { StrayQuote, TextAfterQuote, SpaceBeforeQuote, RaggedRow, RepeatedHeader, KindCount };

    void add(Kind kind, qint64 line)
    {
        Entry &entry = m_entries[kind];
        if (entry.count++ < shown)
            entry.lines.append(line);
    }
    qint64 count(Kind kind) const { return m_entries[kind].count; }
    /// "2, 5, 9 and 31 more"
    QString lines(Kind kind) const;
    /// One sentence per kind that occurred.
    QStringList sentences() const;

private:
    static constexpr qint64 shown = 5;
    struct Entry
    {
        qint64 count = 0;
        QList<qint64> lines;
    };
    Entry m_entries[KindCount];
};

/// Everything in a small file, as text.
struct TableDraft
{
    TableDialect dialect;
    QList<QStringList> rows; ///< every record that is not blank, title lines and header included, cells as the file means them
    QList<qint64> lines;     ///< where each begins
    QStringList warnings;
};

} // namespace rolecall::app
