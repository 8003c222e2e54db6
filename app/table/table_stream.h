// SPDX-License-Identifier: GPL-3.0-or-later
// A table of any size, row by row, for imports: CSV and its relatives, and spreadsheets.
#pragma once

#include "app/table/record_source.h"

#include <QIODevice>
#include <memory>

namespace rolecall::app {

class TableStream
{
public:
    /// Opens a file, or a device that is open for reading; `fileName` is what messages call it. Fails where there is no
    /// table in it: the error names the file and, where there is one, the line.
    static Result<std::unique_ptr<TableStream>> open(const QString &path);
    static Result<std::unique_ptr<TableStream>> open(std::unique_ptr<QIODevice> device, const QString &fileName);

    const TableDialect &dialect() const { return m_dialect; }
    /// Names of the columns; empty where the table has no header.
    const QStringList &header() const { return m_header; }
    /// What stands above the header.
    const QList<QStringList> &titleRows() const { return m_titles; }
    /// The first rows below the header (up to 100), for a preview and for recognizeColumns. nextRow() gives them, too.
    QList<QStringList> sampleRows() const;

    /// The next row below title lines and header; false at the end and after an error.
    bool nextRow(TableRow &row);
    /// Set where reading stopped before the end: nothing of the file should be kept then.
    const std::optional<Error> &error() const { return m_source->error(); }
    /// What was odd so far; complete after the last row.
    QStringList warnings() const;

    /// Bytes of the file taken so far, and of the file (-1 where that is not known).
    qint64 position() const { return m_source->position(); }
    qint64 size() const { return m_size; }

private:
    friend Result<TableDraft> readTable(const QByteArray &bytes, const QString &fileName);
    struct Kept ///< a record that was read ahead
    {
        QStringList text;
        std::vector<std::string> cells;
        qint64 line = 0;
    };

    TableStream() = default;
    void look();
    void noteOddities(TableRow &row);

    std::unique_ptr<RecordSource> m_source;
    TableDialect m_dialect;
    QStringList m_header;
    std::vector<std::string> m_headerCells;
    QList<QStringList> m_titles;
    std::vector<Kept> m_ahead; ///< the records looked at for the header, title lines and header included
    std::size_t m_nextAhead = 0;
    std::size_t m_firstRow = 0; ///< of m_ahead, below the header
    std::size_t m_width = 0;
    LineNotes m_notes;
    qint64 m_rows = 0;
    qint64 m_headerLine = 0;
    qint64 m_size = -1;
    bool m_ended = false;
};

/// A small table at once, for previews: every record, title lines and header included.
Result<TableDraft> readTable(const QByteArray &bytes, const QString &fileName);

} // namespace rolecall::app
