// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/table_stream.h"

#include "app/table/delimited_reader.h"
#include "app/table/dialect_sniffer.h"
#include "app/table/header_detection.h"
#include "app/table/spreadsheet_source.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace rolecall::app {

namespace {

constexpr std::size_t recordsAhead = 101;

QString tr(const char *text)
{
    return QCoreApplication::translate("Table", text);
}

Result<std::unique_ptr<RecordSource>> openDelimited(std::unique_ptr<QIODevice> device, const QString &fileName)
{
    auto input = std::make_unique<TextInput>(std::move(device));
    if (const Outcome opened = input->open(fileName); !opened)
        return tl::unexpected(opened.error());
    TableDialect dialect = sniffDialect(input->sample(), input->sampleIsWhole(), fileName);
    dialect.encoding = input->characterSet().label;
    auto reader = std::make_unique<DelimitedReader>(std::move(input), dialect, fileName);
    if (dialect.separatorLine) {
        TableRow hint;
        reader->nextRecord(hint);
    }
    return std::unique_ptr<RecordSource>(std::move(reader));
}

} // namespace

Result<std::unique_ptr<TableStream>> TableStream::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    const QString fileName = QFileInfo(path).fileName();
    // Unbuffered: the readers bring a buffer of their own.
    if (QFileInfo(path).isDir() || !file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const QString problem = QFileInfo(path).isDir() ? tr("it is a folder") : file->errorString();
        return failure(tr("Reading the table"), path, problem, tr("Check that the file is still there and may be read"));
    }
    return open(std::move(file), fileName);
}

Result<std::unique_ptr<TableStream>> TableStream::open(std::unique_ptr<QIODevice> device, const QString &fileName)
{
    const qint64 size = device->isSequential() ? -1 : device->size();
    auto source = isSpreadsheet(*device) ? openSpreadsheet(std::move(device), fileName) : openDelimited(std::move(device), fileName);
    if (!source)
        return tl::unexpected(source.error());
    std::unique_ptr<TableStream> stream(new TableStream);
    stream->m_source = std::move(*source);
    stream->m_size = size;
    stream->look();
    if (stream->error())
        return tl::unexpected(*stream->error());
    return stream;
}

QList<QStringList> TableStream::sampleRows() const
{
    QList<QStringList> rows;
    for (std::size_t i = m_firstRow; i < m_ahead.size(); ++i)
        rows.append(m_ahead[i].text);
    return rows;
}

/// Reads the first records and finds title lines and header among them.
void TableStream::look()
{
    m_dialect = m_source->dialect();
    TableRow row;
    QList<QStringList> records;
    while (m_ahead.size() < recordsAhead) {
        if (!m_source->nextRecord(row)) {
            m_ended = true;
            break;
        }
        Kept kept;
        kept.line = row.line;
        for (const std::string_view cell : row.cells) {
            kept.cells.emplace_back(cell);
            kept.text.append(QString::fromUtf8(cell.data(), qsizetype(cell.size())));
        }
        records.append(kept.text);
        m_ahead.push_back(std::move(kept));
    }
    const HeaderVerdict verdict = detectHeader(records);
    m_width = std::size_t(verdict.width);
    m_dialect.headerRecord = verdict.header;
    if (verdict.header) {
        const auto header = std::size_t(*verdict.header);
        m_header = m_ahead[header].text;
        m_headerCells = m_ahead[header].cells;
        m_headerLine = m_ahead[header].line;
        m_titles = records.first(*verdict.header);
        m_firstRow = header + 1;
    }
    m_nextAhead = m_firstRow;
}

bool TableStream::nextRow(TableRow &row)
{
    if (m_nextAhead < m_ahead.size()) {
        const Kept &kept = m_ahead[m_nextAhead++];
        row.cells.assign(kept.cells.begin(), kept.cells.end());
        row.line = kept.line;
        row.repeatsHeader = false;
    } else if (m_ended || !m_source->nextRecord(row)) {
        m_ended = true;
        return false;
    }
    // Files put one behind the other: the mark of the second stands amid the rows.
    constexpr std::string_view mark("\xef\xbb\xbf");
    if (!row.cells.empty() && row.cells.front().starts_with(mark)) {
        row.cells.front().remove_prefix(mark.size());
        if (row.cells.front().size() >= 2 && row.cells.front().front() == '"' && row.cells.front().back() == '"')
            row.cells.front() = row.cells.front().substr(1, row.cells.front().size() - 2);
    }
    // The end of a file as CP/M wrote it, and DOS programs after it.
    if (row.cells.size() == 1 && row.cells.front() == "\x1a")
        return nextRow(row);
    ++m_rows;
    // A sheet has no end of its rows; empty cells there are not missing.
    if (m_dialect.delimiter == 0 && row.cells.size() < m_width)
        row.cells.resize(m_width);
    noteOddities(row);
    return true;
}

void TableStream::noteOddities(TableRow &row)
{
    if (row.cells.size() != m_width) {
        // Empty cells behind the last column are a spreadsheet's margin.
        bool margin = row.cells.size() > m_width;
        for (std::size_t i = m_width; margin && i < row.cells.size(); ++i)
            margin = row.cells[i].empty();
        if (!margin)
            m_notes.add(LineNotes::RaggedRow, row.line);
    } else if (!m_headerCells.empty() && row.cells.front() == m_headerCells.front()
               && std::equal(row.cells.begin(), row.cells.end(), m_headerCells.begin(), m_headerCells.end())) {
        row.repeatsHeader = true;
        m_notes.add(LineNotes::RepeatedHeader, row.line);
    }
}

QStringList TableStream::warnings() const
{
    QStringList result = m_source->warnings();
    if (!m_titles.isEmpty())
        result.append(tr("The header is in line %1; what stands above it is a title").arg(m_headerLine));
    if (!m_header.isEmpty() && m_header.contains(QString()) && m_dialect.headerRecord)
        result.append(tr("A column has no name, line %1").arg(m_headerLine));
    if (m_ended && m_rows == 0 && !error())
        result.append(m_header.isEmpty() ? tr("There are no rows in the file") : tr("There are no rows below the header"));
    result += m_source->notes().sentences();
    result += m_notes.sentences();
    return result;
}

Result<TableDraft> readTable(const QByteArray &bytes, const QString &fileName)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    auto opened = TableStream::open(std::move(buffer), fileName);
    if (!opened)
        return tl::unexpected(opened.error());
    TableStream &stream = **opened;
    TableDraft draft;
    draft.dialect = stream.dialect();
    for (std::size_t i = 0; i < stream.m_firstRow; ++i) {
        draft.rows.append(stream.m_ahead[i].text);
        draft.lines.append(stream.m_ahead[i].line);
    }
    TableRow row;
    while (stream.nextRow(row)) {
        QStringList cells;
        cells.reserve(qsizetype(row.cells.size()));
        for (const std::string_view cell : row.cells)
            cells.append(QString::fromUtf8(cell.data(), qsizetype(cell.size())));
        draft.rows.append(cells);
        draft.lines.append(row.line);
    }
    if (stream.error())
        return tl::unexpected(*stream.error());
    draft.warnings = stream.warnings();
    return draft;
}

} // namespace rolecall::app
