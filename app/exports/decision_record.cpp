// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/decision_record.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Export", text);
}

/// Layout is done in units of 1/96 inch and scaled to the device, so that it is the same on every device.
constexpr int unitsPerInch = 96;
constexpr double footHeight = 32;

/// Qt writes the present moment into a PDF; the record's own moment has the same length, so that no offset moves.
void fixDate(QByteArray &pdf, const QString &exportedAt)
{
    const QByteArray mark = "/CreationDate (D:";
    const QDateTime moment = QDateTime::fromString(exportedAt, Qt::ISODateWithMs);
    const QByteArray date = moment.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "+00'00'";
    for (QByteArray key : {mark, QByteArray("/CreationDate(D:")}) {
        const qsizetype start = pdf.indexOf(key);
        const qsizetype end = start < 0 ? -1 : pdf.indexOf(')', start);
        if (end < 0)
            continue;
        const qsizetype from = start + key.size();
        // A shorter date is filled with blanks behind the string.
        QByteArray replacement = date.left(end - from) + ')';
        replacement = replacement.leftJustified(end - from + 1, ' ');
        pdf.replace(from, end - from + 1, replacement);
    }
}

Result<QByteArray> pdfOf(const DecisionReport &report)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return failure(tr("Writing the decision record"), {}, tr("a PDF needs fonts, which a program without a display does not load"), tr("Write it as HTML, or from the window"));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(tr("Decision record: %1").arg(report.role.title));
        writer.setCreator(QStringLiteral("Rolecall"));
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(16, 16, 16, 14), QPageLayout::Millimeter));
        paintDecisionRecord(report, writer);
    }
    QByteArray pdf = buffer.data();
    fixDate(pdf, report.exportedAt);
    return pdf;
}

} // namespace

int paintDecisionRecord(const DecisionReport &report, QPagedPaintDevice &device)
{
    const QSizeF area = device.pageLayout().paintRect(QPageLayout::Inch).size() * unitsPerInch;
    const QSizeF body(area.width(), area.height() - footHeight);
    QImage measure(1, 1, QImage::Format_ARGB32);
    measure.setDotsPerMeterX(qRound(unitsPerInch / 0.0254));
    measure.setDotsPerMeterY(qRound(unitsPerInch / 0.0254));
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&measure);
    document.setUseDesignMetrics(true);
    document.setDocumentMargin(0);
    document.setHtml(decisionHtml(report, true));
    document.setPageSize(body);

    QPainter painter(&device);
    const double scale = double(device.logicalDpiX()) / unitsPerInch;
    painter.scale(scale, scale);
    QFont foot(QStringLiteral("Noto Sans"));
    foot.setPixelSize(10);
    const int pages = document.pageCount();
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            device.newPage();
        painter.save();
        painter.translate(0, -page * body.height());
        document.drawContents(&painter, QRectF(0, page * body.height(), body.width(), body.height()));
        painter.restore();
        painter.setFont(foot);
        painter.setPen(QColor(0x56, 0x5B, 0x62));
        const QRectF line(0, area.height() - 16, area.width(), 16);
        const QString title = painter.fontMetrics().elidedText(tr("Decision record: %1").arg(report.role.title), Qt::ElideRight, int(area.width() * 0.75));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, title);
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, tr("%1 of %2").arg(page + 1).arg(pages));
    }
    return pages;
}

Outcome exportDecisionRecord(db::Connection &connection, db::RoleId role, const QString &path, DecisionFormat format, const DecisionRecordOptions &options, Progress *progress)
{
    const auto report = decisionReport(connection, role, options, progress);
    if (!report)
        return tl::unexpected(report.error());
    const auto bytes = format == DecisionFormat::Html ? Result<QByteArray>(decisionHtml(*report, false).toUtf8()) : pdfOf(*report);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return failure(tr("Writing the decision record to"), QDir::toNativeSeparators(path), file.errorString(), tr("Choose a folder that can be written to and has room"));
    return {};
}

} // namespace rolecall::app
