// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of an XLSX sheet (ECMA-376 part 1, 18.3).
#include "app/table/sheet_source.h"
#include "app/table/xlsx_parts.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Table", text);
}

/// Column of a reference such as "AB12", from 0; -1 where there is none.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        const char16_t letter = c.toUpper().unicode();
        if (letter < u'A' || letter > u'Z')
            break;
        column = column * 26 + (letter - u'A' + 1);
        if (column > SheetSource::mostColumns)
            return -1;
    }
    return column - 1;
}

class XlsxSource : public SheetSource
{
public:
    XlsxSource(std::shared_ptr<ZipArchive> archive, const QString &fileName, XlsxParts parts)
        : SheetSource(std::move(archive), fileName, QStringLiteral("XLSX"))
        , m_parts(std::move(parts))
    {
        m_part = m_archive->member(m_parts.sheet, sheetLimit);
        m_xml.setDevice(m_part.get());
        if (m_parts.visibleSheets > 1)
            m_warnings.append(tr("Only the first of %1 sheets was read: “%2”").arg(m_parts.visibleSheets).arg(m_parts.sheetName));
    }

    bool nextRecord(TableRow &row) override
    {
        while (!m_error && !m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD) {
                fail(tr("its sheet is damaged"));
                return false;
            }
            if (token != QXmlStreamReader::StartElement || m_xml.name() != u"row")
                continue;
            const qint64 number = m_xml.attributes().value(QLatin1String("r")).toLongLong();
            m_row = number > m_row ? number : m_row + 1;
            readRow();
            if (!m_xml.hasError() && handOver(row, m_row))
                return true;
        }
        if (m_xml.hasError() && !m_error)
            fail(tr("its sheet is damaged or larger than it may be, near row %1").arg(m_row));
        return false;
    }

private:
    void readRow()
    {
        int column = -1;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != u"c") {
                m_xml.skipCurrentElement();
                continue;
            }
            const auto attributes = m_xml.attributes();
            const int named = columnOf(attributes.value(QLatin1String("r")));
            column = named >= 0 ? named : column + 1;
            setCell(column, cellText(attributes.value(QLatin1String("t")).toString(), attributes.value(QLatin1String("s")).toInt()));
        }
    }

    QString cellText(const QString &type, int style)
    {
        QString value;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"v") {
                value = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
            } else if (m_xml.name() == u"is") {
                while (m_xml.readNextStartElement()) {
                    if (m_xml.name() == u"t") {
                        value += m_xml.readElementText(QXmlStreamReader::SkipChildElements);
                    } else if (m_xml.name() == u"r") {
                        while (m_xml.readNextStartElement()) {
                            if (m_xml.name() == u"t")
                                value += m_xml.readElementText(QXmlStreamReader::SkipChildElements);
                            else
                                m_xml.skipCurrentElement();
                        }
                    } else {
                        m_xml.skipCurrentElement();
                    }
                }
            } else {
                m_xml.skipCurrentElement();
            }
        }
        if (type == u"s") {
            bool ok = false;
            const qsizetype index = value.toLongLong(&ok);
            return ok && index >= 0 && index < m_parts.strings.size() ? m_parts.strings.at(index) : QString();
        }
        if (type == u"b")
            return value == u"1" ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
        if (!type.isEmpty() && type != u"n")
            return value;
        bool ok = false;
        const double number = value.toDouble(&ok);
        if (!ok)
            return value;
        if (style >= 0 && style < m_parts.formats.size() && m_parts.formats.at(style) == NumberKind::Date)
            return serialDateText(number, m_parts.from1904);
        return numberText(number);
    }

    XlsxParts m_parts;
    qint64 m_row = 0;
};

} // namespace

Result<std::unique_ptr<RecordSource>> openXlsx(std::shared_ptr<ZipArchive> archive, const QString &fileName)
{
    XlsxParts parts = readXlsxParts(*archive);
    if (!parts.problem.isEmpty())
        return failure(tr("Reading the table"), fileName, parts.problem, tr("Open it in a spreadsheet program, save it as XLSX, ODS or CSV and read that file"));
    return std::unique_ptr<RecordSource>(std::make_unique<XlsxSource>(std::move(archive), fileName, std::move(parts)));
}

} // namespace rolecall::app
