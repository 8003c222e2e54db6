// SPDX-License-Identifier: GPL-3.0-or-later
// Records of delimited text: RFC 4180, and what exports make of it. The text passes through one buffer, so memory
// does not grow with the file.
#pragma once

#include "app/table/byte_scan.h"
#include "app/table/record_source.h"
#include "app/table/text_input.h"

namespace rolecall::app {

class DelimitedReader : public RecordSource
{
public:
    /// Reads the input from its start. `fileName` is for errors.
    DelimitedReader(std::unique_ptr<TextInput> input, const TableDialect &dialect, const QString &fileName);
    /// Reads a text in memory; `whole` is false where the text goes on behind what is given. For looking ahead.
    DelimitedReader(QByteArrayView text, bool whole, const TableDialect &dialect);

    bool nextRecord(TableRow &row) override;
    QStringList warnings() const override;
    qint64 position() const override;

    /// A record longer than this is taken for the work of an unclosed quotation mark.
    static constexpr std::size_t longestRecord = 32 * 1024 * 1024;
    /// More cells than any spreadsheet has columns (16,384).
    static constexpr std::size_t mostCells = 65536;

private:
    enum class Step { Done, NeedMore, Failed };
    enum Form : unsigned char { Plain, Doubled = 1, Escaped = 2, Tail = 4 };
    struct Folded ///< a cell whose bytes are not yet what it means
    {
        std::size_t cell;
        int form;
        std::size_t closing; ///< offset of the closing quotation mark of a Tail
    };

    Step parseRecord(TableRow &row);
    Step parseQuoted(std::size_t open, StructuralScanner &scanner, TableRow &row, std::size_t &next);
    Step parsePlain(std::size_t begin, StructuralScanner &scanner, TableRow &row, std::size_t &next);
    enum class Closing { Literal, Closes, Unknown };
    Closing lookAhead(std::size_t from);
    bool closesAhead(std::size_t open) const;
    bool endsCell(std::size_t at) const;
    std::size_t pastSpaces(std::size_t at) const;
    void unfold(TableRow &row);
    std::string_view unfolded(std::string_view cell, const Folded &folded);
    bool unwrap(TableRow &row);
    bool refill();
    void fail(const QString &problem, const QString &remedy, qint64 line);

    std::unique_ptr<TextInput> m_input;
    QString m_fileName;
    StructuralBytes m_bytes;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_capacity = 0;
    std::size_t m_begin = 0; ///< of the record being read
    std::size_t m_end = 0;
    bool m_atEnd = false;
    bool m_cutAtEnd = false; ///< the text given goes on: its last record is not to be trusted
    qint64 m_line = 1;
    std::vector<Folded> m_folded;
    std::vector<std::pair<LineNotes::Kind, qint64>> m_pendingNotes;
    std::size_t m_literalUntil = 0; ///< quotation marks before it are part of their cell
    std::unique_ptr<DelimitedReader> m_inner; ///< reads what a wrapped line holds
    QByteArray m_innerText;
    qint64 m_lineBreaks = 0; ///< inside the record being read
};

} // namespace rolecall::app
