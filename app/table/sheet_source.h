// SPDX-License-Identifier: GPL-3.0-or-later
// What the sheets of XLSX and ODS have in common: rows of cells out of one XML part, read once from front to back.
#pragma once

#include "app/table/record_source.h"
#include "app/zip_archive.h"

#include <QXmlStreamReader>

namespace rolecall::app {

class SheetSource : public RecordSource
{
public:
    QStringList warnings() const override { return m_warnings; }
    qint64 position() const override { return m_xml.characterOffset(); }

    static constexpr int mostColumns = 16384;
    static constexpr qint64 mostRows = 1048576;
    static constexpr qint64 sheetLimit = 512LL * 1024 * 1024;  ///< unpacked bytes of the sheet, streamed
    static constexpr qint64 stringLimit = 128LL * 1024 * 1024; ///< unpacked bytes of parts that are kept
    static constexpr qsizetype cellLimit = 1024 * 1024;        ///< characters of one cell; the rest is cut off

protected:
    SheetSource(std::shared_ptr<ZipArchive> archive, const QString &fileName, const QString &kind)
        : m_archive(std::move(archive))
        , m_fileName(fileName)
    {
        m_dialect.encoding = kind;
        m_dialect.delimiter = 0;
        m_dialect.quote = 0;
    }

    void setCell(int column, const QString &text);
    /// Hands the collected cells over; false where they are all empty.
    bool handOver(TableRow &row, qint64 line);
    void fail(const QString &problem);

    std::shared_ptr<ZipArchive> m_archive;
    std::unique_ptr<QIODevice> m_part;
    QXmlStreamReader m_xml;
    QString m_fileName;
    QStringList m_warnings;
    std::vector<std::string> m_cells;
    std::size_t m_used = 0;
};

/// A number as a person writes it: 15 significant digits, no trailing ".0".
QString numberText(double value);

Result<std::unique_ptr<RecordSource>> openXlsx(std::shared_ptr<ZipArchive> archive, const QString &fileName);
Result<std::unique_ptr<RecordSource>> openOds(std::shared_ptr<ZipArchive> archive, const QString &fileName);

} // namespace rolecall::app
