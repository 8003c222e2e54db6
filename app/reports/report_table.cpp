// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/report_table.h"

#include "app/csv_cells.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace rolecall::app {

QString plainCell(const QVariant &cell)
{
    if (cell.typeId() != QMetaType::Double)
        return cell.toString();
    QString text = QString::number(cell.toDouble(), 'f', 4);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QByteArray reportCsv(const ReportTable &table)
{
    std::string text;
    const auto add = [&text](const auto &cells, auto asText) {
        bool first = true;
        for (const auto &cell : cells) {
            if (!first)
                text += ',';
            first = false;
            appendCsvCell(text, asText(cell).toStdString());
        }
        text += "\r\n";
    };
    add(table.columns, [](const QString &cell) { return cell; });
    for (const QVariantList &row : table.rows)
        add(row, plainCell);
    return QByteArray::fromStdString(text);
}

Outcome writeReportCsv(const ReportTable &table, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = reportCsv(table);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(QCoreApplication::translate("Reports", "Writing the report"), QDir::toNativeSeparators(path), file.errorString(),
                       QCoreApplication::translate("Reports", "Choose another folder"));
    return {};
}

} // namespace rolecall::app
