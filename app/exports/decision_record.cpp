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
#include <memory>
#include <vector>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Export", text);
}

/// Layout is done in units of 1/96 inch and scaled to the device, so that it is the same on every device.
constexpr int unitsPerInch = 96;
constexpr double footHeight = 32;
/// Between one person's reasons and the next.
constexpr double pieceGap = 12;
/// Pieces of a record that are held in memory, laid out: a few hundred pages.
constexpr qsizetype keptPieces = 500;

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

Result<QByteArray> pdfOf(const DecisionReport &report, Progress *progress)
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
        if (const auto pages = paintDecisionRecord(report, writer, progress); !pages)
            return tl::unexpected(pages.error());
    }
    QByteArray pdf = buffer.data();
    fixDate(pdf, report.exportedAt);
    return pdf;
}

/// A piece of the record, laid out.
class LaidOutPiece
{
public:
    LaidOutPiece(const DecisionPiece &piece, const QSizeF &body)
        : m_measure(1, 1, QImage::Format_ARGB32)
        , m_body(body)
        , m_whole(piece.whole)
    {
        m_measure.setDotsPerMeterX(qRound(unitsPerInch / 0.0254));
        m_measure.setDotsPerMeterY(qRound(unitsPerInch / 0.0254));
        m_document.setUndoRedoEnabled(false);
        m_document.documentLayout()->setPaintDevice(&m_measure);
        m_document.setUseDesignMetrics(true);
        m_document.setDocumentMargin(0);
        if (m_whole)
            m_document.setTextWidth(body.width());
        else
            m_document.setPageSize(body);
        m_document.setHtml(piece.html);
        if (m_whole && m_document.size().height() > body.height()) {
            m_whole = false;
            m_document.setPageSize(body);
        }
    }
    bool isWhole() const { return m_whole; }
    double height() const { return m_document.size().height(); }
    int pages() const { return m_document.pageCount(); }
    /// One of its pages; a whole piece at a height of the page.
    void paint(QPainter &painter, int page, double top)
    {
        painter.save();
        painter.translate(0, top - page * m_body.height());
        m_document.drawContents(&painter, m_whole ? QRectF() : QRectF(0, page * m_body.height(), m_body.width(), m_body.height()));
        painter.restore();
    }

private:
    QImage m_measure;
    QSizeF m_body;
    bool m_whole;
    QTextDocument m_document;
};

/// Where pieces come to stand, one after the other.
class Flow
{
public:
    explicit Flow(double bodyHeight)
        : m_bodyHeight(bodyHeight)
        , m_top(bodyHeight)
    {}
    /// Calls `place` with each page of the piece, counted from 1 over all, and the height at which it stands there.
    template<class Place> void add(const LaidOutPiece &piece, Place place)
    {
        if (!piece.isWhole()) {
            for (int page = 0; page < piece.pages(); ++page)
                place(++m_page, page, 0.0);
            m_top = m_bodyHeight;
            return;
        }
        if (m_top + piece.height() > m_bodyHeight) {
            ++m_page;
            m_top = 0;
        }
        place(m_page, 0, m_top);
        m_top += piece.height() + pieceGap;
    }
    int pages() const { return m_page; }

private:
    double m_bodyHeight;
    double m_top;
    int m_page = 0;
};

} // namespace

Result<int> paintDecisionRecord(const DecisionReport &report, QPagedPaintDevice &device, Progress *progress)
{
    const QSizeF area = device.pageLayout().paintRect(QPageLayout::Inch).size() * unitsPerInch;
    const QSizeF body(area.width(), area.height() - footHeight);
    const QList<DecisionPiece> pieces = decisionPaper(report);
    const qint64 people = report.listed.size() + report.takenOff.size() + report.nearMisses.size() + report.gateResults.size();
    const bool keep = pieces.size() <= keptPieces;
    const auto advance = [&](qsizetype steps) {
        if (progress)
            progress->setDone(people + people * (paperSteps - 1) * steps / (pieces.size() * (keep ? 2 : 1)));
        return !progress || !progress->isCancelled();
    };
    // Each foot says of how many, where all pieces can be kept until the pages are counted. A record of many hundreds of pages
    // would have to be laid out twice for it: there the last page says that it is the last.
    std::vector<std::unique_ptr<LaidOutPiece>> kept;
    Flow counted(body.height());
    for (qsizetype i = 0; keep && i < pieces.size(); ++i) {
        if (!advance(i))
            return cancelledRecord();
        kept.push_back(std::make_unique<LaidOutPiece>(pieces[i], body));
        counted.add(*kept.back(), [](int, int, double) {});
    }

    QPainter painter(&device);
    const double scale = double(device.logicalDpiX()) / unitsPerInch;
    painter.scale(scale, scale);
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(10);
    const QRectF line(0, area.height() - 16, area.width(), 16);
    const auto foot = [&](int page, bool last) {
        painter.setFont(font);
        painter.setPen(QColor(0x56, 0x5B, 0x62));
        const QString title = painter.fontMetrics().elidedText(tr("Decision record: %1").arg(report.role.title), Qt::ElideRight, int(area.width() * 0.75));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, title);
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, keep ? tr("%1 of %2").arg(page).arg(counted.pages()) : last ? tr("%1, the last").arg(page) : QString::number(page));
    };
    Flow flow(body.height());
    int present = 0;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (!advance(keep ? pieces.size() + i : i))
            return cancelledRecord();
        const auto piece = keep ? std::move(kept[size_t(i)]) : std::make_unique<LaidOutPiece>(pieces[i], body);
        flow.add(*piece, [&](int number, int page, double top) {
            if (number != present && present > 0) {
                foot(present, false);
                device.newPage();
            }
            present = number;
            piece->paint(painter, page, top);
        });
    }
    foot(present, true);
    return present;
}

Outcome exportDecisionRecord(db::Connection &connection, db::RoleId role, const QString &path, DecisionFormat format, const DecisionRecordOptions &options, Progress *progress)
{
    DecisionRecordOptions wanted = options;
    wanted.steps = format == DecisionFormat::Pdf ? paperSteps : 1;
    const auto report = decisionReport(connection, role, wanted, progress);
    if (!report)
        return tl::unexpected(report.error());
    const auto bytes = format == DecisionFormat::Html ? Result<QByteArray>(decisionHtml(*report).toUtf8()) : pdfOf(*report, progress);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return failure(tr("Writing the decision record to"), QDir::toNativeSeparators(path), file.errorString(), tr("Choose a folder that can be written to and has room"));
    return {};
}

} // namespace rolecall::app
