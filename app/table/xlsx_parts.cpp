// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/xlsx_parts.h"

#include "app/table/sheet_source.h"

#include <QCoreApplication>
#include <QHash>
#include <QXmlStreamReader>
#include <cmath>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Table", text);
}

/// Calls `element` at each start of an element until the part ends. False where the part is no sound XML.
template<class Element> bool eachElement(QIODevice *part, Element &&element)
{
    if (!part)
        return true;
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            return false;
        if (token == QXmlStreamReader::StartElement && !element(xml))
            return false;
    }
    return !xml.hasError();
}

QByteArray partName(QStringView target)
{
    QString name = target.toString();
    if (name.startsWith(u'/'))
        return name.sliced(1).toUtf8();
    while (name.startsWith(u"../"))
        name = name.sliced(3);
    return name.startsWith(u"xl/") ? name.toUtf8() : "xl/" + name.toUtf8();
}

/// The text of a shared or inline string: its runs, without the reading aids of Japanese.
QString stringText(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement) {
            --depth;
        } else if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == u"rPh") {
                xml.skipCurrentElement();
            } else if (xml.name() == u"t") {
                text += xml.readElementText(QXmlStreamReader::SkipChildElements);
            } else {
                ++depth;
            }
        }
    }
    return text;
}

} // namespace

bool isDateFormat(QStringView format)
{
    bool quoted = false;
    bool bracketed = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar c = format.at(i).toLower();
        if (c == u'"') {
            quoted = !quoted;
        } else if (quoted) {
            continue;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'[') {
            bracketed = true;
            // [h] counts hours; [Red] and [$-409] only decorate.
            const QChar first = i + 1 < format.size() ? format.at(i + 1).toLower() : QChar();
            const QChar second = i + 2 < format.size() ? format.at(i + 2).toLower() : QChar();
            if ((first == u'h' || first == u'm' || first == u's') && (second == u']' || second == first))
                return true;
        } else if (c == u']') {
            bracketed = false;
        } else if (!bracketed && (c == u'y' || c == u'd' || c == u'h' || c == u's' || c == u'm')) {
            return !format.startsWith(u"General", Qt::CaseInsensitive);
        }
    }
    return false;
}

QString serialDateText(double serial, bool from1904)
{
    // Beyond the year 9999 there are no dates in a spreadsheet.
    if (!(serial >= 0 && serial < 2958466))
        return numberText(serial);
    const double days = std::floor(serial);
    const qint64 seconds = std::llround((serial - days) * 86400);
    const QTime time = QTime(0, 0).addSecs(int(seconds % 86400));
    if (days < 1 && seconds > 0 && !from1904)
        return time.toString(QStringLiteral("HH:mm:ss"));
    // The 1900 system counts a 29 February 1900 that never was, hence the day before.
    QDate date = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, days < 60 ? 31 : 30);
    date = date.addDays(qint64(days) + seconds / 86400);
    const QString day = date.toString(Qt::ISODate);
    return seconds % 86400 == 0 ? day : day + u'T' + time.toString(QStringLiteral("HH:mm:ss"));
}

XlsxParts readXlsxParts(const ZipArchive &archive)
{
    XlsxParts parts;
    const QString damaged = tr("a part of the workbook is damaged or larger than it may be");
    QString relation;
    bool sound = eachElement(archive.member("xl/workbook.xml", SheetSource::stringLimit).get(), [&](QXmlStreamReader &xml) {
        const auto attributes = xml.attributes();
        if (xml.name() == u"workbookPr") {
            const auto value = attributes.value(QLatin1String("date1904"));
            parts.from1904 = value == u"1" || value == u"true";
        } else if (xml.name() == u"sheet") {
            const auto state = attributes.value(QLatin1String("state"));
            if (state == u"hidden" || state == u"veryHidden")
                return true;
            if (++parts.visibleSheets == 1) {
                parts.sheetName = attributes.value(QLatin1String("name")).toString();
                for (const auto &attribute : attributes) {
                    if (attribute.name() == u"id" && !attribute.namespaceUri().isEmpty())
                        relation = attribute.value().toString();
                }
            }
        }
        return true;
    });
    QByteArray stringsPart = "xl/sharedStrings.xml";
    QByteArray stylesPart = "xl/styles.xml";
    sound = sound && eachElement(archive.member("xl/_rels/workbook.xml.rels", SheetSource::stringLimit).get(), [&](QXmlStreamReader &xml) {
        if (xml.name() != u"Relationship")
            return true;
        const auto attributes = xml.attributes();
        const QByteArray target = partName(attributes.value(QLatin1String("Target")));
        if (attributes.value(QLatin1String("Id")) == relation)
            parts.sheet = target;
        else if (attributes.value(QLatin1String("Type")).endsWith(u"/sharedStrings"))
            stringsPart = target;
        else if (attributes.value(QLatin1String("Type")).endsWith(u"/styles"))
            stylesPart = target;
        return true;
    });
    qint64 kept = 0;
    sound = sound && eachElement(archive.member(stringsPart, SheetSource::stringLimit).get(), [&](QXmlStreamReader &xml) {
        if (xml.name() == u"si") {
            parts.strings.append(stringText(xml).left(SheetSource::cellLimit));
            kept += parts.strings.constLast().size() + 24;
        }
        return kept <= SheetSource::stringLimit;
    });
    QHash<int, bool> customDates;
    bool inCellFormats = false;
    sound = sound && eachElement(archive.member(stylesPart, SheetSource::stringLimit).get(), [&](QXmlStreamReader &xml) {
        const auto attributes = xml.attributes();
        if (xml.name() == u"numFmt") {
            customDates.insert(attributes.value(QLatin1String("numFmtId")).toInt(), isDateFormat(attributes.value(QLatin1String("formatCode"))));
        } else if (xml.name() == u"cellXfs") {
            inCellFormats = true;
        } else if (xml.name() == u"cellStyles" || xml.name() == u"dxfs") {
            inCellFormats = false;
        } else if (inCellFormats && xml.name() == u"xf") {
            const int id = attributes.value(QLatin1String("numFmtId")).toInt();
            // ECMA-376 part 1, 18.8.30: the formats that need no definition, those of East Asia included.
            const bool date = customDates.contains(id) ? customDates.value(id)
                                                       : (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
            parts.formats.append(date ? NumberKind::Date : NumberKind::Number);
        }
        return true;
    });
    if (!sound)
        parts.problem = damaged;
    else if (parts.sheet.isEmpty() || !archive.has(parts.sheet))
        parts.problem = tr("there is no visible sheet in it");
    return parts;
}

} // namespace rolecall::app
