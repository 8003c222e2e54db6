// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of an ODS sheet (OpenDocument 1.3 part 3, 9.1).
#include "app/table/sheet_source.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Table", text);
}

const QString tableSpace = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:table:1.0");
const QString textSpace = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:text:1.0");
const QString officeSpace = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:office:1.0");

qint64 repetition(QStringView value)
{
    bool ok = false;
    const qint64 count = value.toLongLong(&ok);
    return ok && count > 0 ? count : 1;
}

class OdsSource : public SheetSource
{
public:
    OdsSource(std::shared_ptr<ZipArchive> archive, const QString &fileName)
        : SheetSource(std::move(archive), fileName, QStringLiteral("ODS"))
    {
        m_part = m_archive->member("content.xml", sheetLimit);
        m_xml.setDevice(m_part.get());
    }

    bool nextRecord(TableRow &row) override
    {
        if (m_repeats > 0) {
            // The same row again: the views still stand.
            --m_repeats;
            row.cells.assign(m_last.begin(), m_last.end());
            row.line = ++m_row;
            row.repeatsHeader = false;
            return true;
        }
        while (!m_error && !m_ended && !m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD) {
                fail(tr("its content is damaged"));
                return false;
            }
            if (token == QXmlStreamReader::EndElement && m_xml.name() == u"table" && m_inTable)
                endTable();
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (m_xml.name() == u"table")
                m_inTable = true;
            if (m_xml.name() != u"table-row" || !m_inTable)
                continue;
            const qint64 times = repetition(m_xml.attributes().value(tableSpace, QStringLiteral("number-rows-repeated")));
            readRow();
            const qint64 line = m_row + 1;
            if (m_xml.hasError())
                break;
            if (!handOver(row, line)) {
                m_row += times;
                continue;
            }
            m_row = line;
            m_repeats = qMin(times - 1, mostRows - line);
            if (m_repeats > 0)
                m_last = row.cells;
            return true;
        }
        if (m_xml.hasError() && !m_ended && !m_error)
            fail(tr("its content is damaged or larger than it may be, near row %1").arg(m_row));
        return false;
    }

private:
    void endTable()
    {
        m_ended = true;
        if (m_xml.readNextStartElement() && m_xml.name() == u"table")
            m_warnings.append(tr("Only the first of several sheets was read"));
    }

    void readRow()
    {
        qint64 column = 0;
        while (m_xml.readNextStartElement()) {
            const bool covered = m_xml.name() == u"covered-table-cell";
            if (m_xml.name() != u"table-cell" && !covered) {
                m_xml.skipCurrentElement();
                continue;
            }
            const auto attributes = m_xml.attributes();
            const qint64 times = repetition(attributes.value(tableSpace, QStringLiteral("number-columns-repeated")));
            const auto office = [&](const QString &name) { return attributes.value(officeSpace, name).toString(); };
            const QString type = office(QStringLiteral("value-type"));
            QString text = cellText();
            bool ok = false;
            if (type == u"float" || type == u"currency" || type == u"percentage") {
                const double number = office(QStringLiteral("value")).toDouble(&ok);
                text = ok ? numberText(number) : text;
            } else if (type == u"date") {
                text = office(QStringLiteral("date-value"));
                if (text.endsWith(u"T00:00:00"))
                    text.chop(9);
            } else if (type == u"boolean") {
                text = office(QStringLiteral("boolean-value")).toUpper();
            }
            for (qint64 i = 0; !text.isEmpty() && i < times && column + i < mostColumns; ++i)
                setCell(int(column + i), text);
            column = qMin<qint64>(column + qMin<qint64>(times, mostColumns), mostColumns);
        }
    }

    /// The paragraphs of a cell, without its comments and drawings.
    QString cellText()
    {
        QString text;
        bool first = true;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != u"p") {
                m_xml.skipCurrentElement();
                continue;
            }
            if (!first)
                text += u'\n';
            first = false;
            int depth = 1;
            while (depth > 0 && !m_xml.atEnd()) {
                const auto token = m_xml.readNext();
                if (token == QXmlStreamReader::Characters) {
                    if (text.size() < cellLimit)
                        text += m_xml.text();
                } else if (token == QXmlStreamReader::EndElement) {
                    --depth;
                } else if (token == QXmlStreamReader::StartElement) {
                    if (m_xml.name() == u"annotation" || m_xml.name() == u"frame") {
                        m_xml.skipCurrentElement();
                        continue;
                    }
                    if (m_xml.name() == u"s") {
                        const qint64 spaces = repetition(m_xml.attributes().value(textSpace, QStringLiteral("c")));
                        text += QString(qMin<qint64>(spaces, 1000), u' ');
                    } else if (m_xml.name() == u"tab") {
                        text += u'\t';
                    } else if (m_xml.name() == u"line-break") {
                        text += u'\n';
                    }
                    ++depth;
                }
            }
        }
        return text;
    }

    qint64 m_row = 0;
    qint64 m_repeats = 0;
    std::vector<std::string_view> m_last;
    bool m_inTable = false;
    bool m_ended = false;
};

} // namespace

Result<std::unique_ptr<RecordSource>> openOds(std::shared_ptr<ZipArchive> archive, const QString &fileName)
{
    if (!archive->has("content.xml"))
        return failure(tr("Reading the table"), fileName, tr("there is no content in it"), tr("Save it again as ODS, XLSX or CSV and read that file"));
    return std::unique_ptr<RecordSource>(std::make_unique<OdsSource>(std::move(archive), fileName));
}

} // namespace rolecall::app
