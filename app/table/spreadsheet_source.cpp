// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/spreadsheet_source.h"

#include "app/table/sheet_source.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

constexpr qint64 largestFile = 512LL * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Table", text);
}

} // namespace

bool isSpreadsheet(QIODevice &device)
{
    return device.peek(4) == QByteArrayView("PK\x03\x04");
}

Result<std::unique_ptr<RecordSource>> openSpreadsheet(std::unique_ptr<QIODevice> device, const QString &fileName)
{
    const auto refuse = [&](const QString &problem) {
        return failure(tr("Reading the table"), fileName, problem, tr("Open it in a spreadsheet program, save it as XLSX, ODS or CSV and read that file"));
    };
    QByteArray bytes = device->read(largestFile);
    if (!device->atEnd())
        return refuse(tr("it is larger than %1 MiB").arg(largestFile >> 20));
    auto archive = std::make_shared<ZipArchive>(std::move(bytes));
    if (!archive->isOpen())
        return refuse(tr("it begins like a spreadsheet, but is damaged or cut short"));
    if (archive->has("xl/workbook.xml"))
        return openXlsx(std::move(archive), fileName);
    if (archive->has("xl/workbook.bin"))
        return refuse(tr("it is a binary Excel workbook (.xlsb)"));
    if (const auto kind = archive->member("mimetype", 200)) {
        if (kind->read(200).startsWith("application/vnd.oasis.opendocument.spreadsheet"))
            return openOds(std::move(archive), fileName);
    }
    return refuse(tr("it is a ZIP archive, but no spreadsheet"));
}

void SheetSource::setCell(int column, const QString &text)
{
    if (text.isEmpty() || column < 0 || column >= mostColumns)
        return;
    const auto at = std::size_t(column);
    if (m_cells.size() <= at)
        m_cells.resize(at + 1);
    for (std::size_t i = m_used; i < at; ++i)
        m_cells[i].clear();
    const QByteArray utf8 = text.left(cellLimit).toUtf8();
    m_cells[at].assign(utf8.constData(), std::size_t(utf8.size()));
    m_used = std::max(m_used, at + 1);
}

bool SheetSource::handOver(TableRow &row, qint64 line)
{
    row.cells.assign(m_cells.begin(), m_cells.begin() + std::ptrdiff_t(m_used));
    row.line = line;
    row.repeatsHeader = false;
    m_used = 0;
    return !row.cells.empty();
}

void SheetSource::fail(const QString &problem)
{
    m_error = Error{tr("Reading the table"), m_fileName, problem, tr("Open it in a spreadsheet program, save it as XLSX, ODS or CSV and read that file")};
}

QString numberText(double value)
{
    if (!(value > -1e15 && value < 1e15))
        return QString::number(value, 'g', 15);
    if (value == double(qint64(value)))
        return QString::number(qint64(value));
    return QString::number(value, 'g', 15);
}

} // namespace rolecall::app
