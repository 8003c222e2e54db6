// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/quality_header.h"

#include "ui/models/matrix_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace rolecall::ui {

namespace {

struct Measures
{
    int band, text, foot;

    /// `room`: how high the header may be. Where that is too little for words, the numbers alone remain: the full text
    /// is at the foot of the page and in the tool tip.
    Measures(const QFont &font, int room)
        : band(QFontMetrics(textFont(TextSize::Small, font)).height() + 8)
        , text(QFontMetrics(font).height() * 7)
        , foot(QFontMetrics(font).height() + 8)
    {
        if (room < height())
            text = room - band - foot < QFontMetrics(font).height() * 4 ? 0 : room - band - foot;
    }
    int height() const { return band + text + foot; }
};

/// The text in at most two lines of a width, the second cut short; broken between words where that is possible.
QStringList inTwoLines(const QString &text, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return {text};
    qsizetype fits = 0;
    for (qsizetype at = text.indexOf(u' '); at >= 0 && metrics.horizontalAdvance(text.left(at)) <= width; at = text.indexOf(u' ', at + 1))
        fits = at;
    if (fits == 0)
        return {metrics.elidedText(text, Qt::ElideRight, width)};
    return {text.left(fits), metrics.elidedText(text.mid(fits + 1), Qt::ElideRight, width)};
}

} // namespace

QualityHeader::QualityHeader(MatrixModel *model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
{
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setSortIndicatorClearable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(24);
    setMouseTracking(true);
    setAccessibleName(tr("Qualities"));
}

QSize QualityHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), Measures(font(), m_room).height()};
}

void QualityHeader::paintBand(QPainter &painter, const QRect &rect, int section) const
{
    const db::Quality *quality = m_model->qualityAt(section);
    const Colours &colours = coloursOf(palette());
    const auto inTier = [&](int other) {
        const db::Quality *beside = m_model->qualityAt(other);
        return beside && beside->tier == quality->tier;
    };
    int first = section, last = section;
    while (inTier(first - 1))
        --first;
    while (inTier(last + 1))
        ++last;
    // One band over all columns of the tier; each section paints its share, and the words stay in view.
    const int left = std::max(sectionViewportPosition(first), 0) + (first > MatrixModel::FirstQuality ? 1 : 0);
    const int right = sectionViewportPosition(last) + sectionSize(last);
    painter.fillRect(rect, quality->tier == db::Tier::Necessary ? colours.accentSoft : colours.openSoft);
    painter.setFont(textFont(TextSize::Small, font()));
    painter.setPen(quality->tier == db::Tier::Necessary ? colours.accent : colours.quietText);
    const QRect words = QRect(left + 8, rect.top(), std::max(0, right - left - 12), rect.height());
    const QString name = quality->tier == db::Tier::Necessary ? tr("Necessary") : tr("Useful");
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(name, Qt::ElideRight, words.width()));
}

void QualityHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const db::Quality *quality = m_model->qualityAt(section);
    if (!rect.isValid() || !quality)
        return;
    const Colours &colours = coloursOf(palette());
    const Measures measures(font(), m_room);
    const bool sorted = sortIndicatorSection() == section;
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, section == m_hovered ? mixed(colours.surface, colours.text, 0.04) : colours.surface);
    paintBand(*painter, QRect(rect.left(), rect.top(), rect.width(), measures.band), section);
    const db::Quality *before = m_model->qualityAt(section - 1);
    if (before && before->tier != quality->tier)
        painter->fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), colours.control);

    painter->save();
    painter->translate(rect.left(), rect.top() + measures.band + measures.text - 4);
    painter->rotate(-90);
    const QFont small = textFont(TextSize::Small, font());
    const QFontMetrics metrics(small);
    painter->setFont(small);
    painter->setPen(sorted || section == m_hovered ? colours.text : mixed(colours.text, colours.quietText, 0.5));
    const QStringList lines = measures.text > 0 ? inTwoLines(quality->text, metrics, measures.text - 10) : QStringList();
    double top = (rect.width() - double(lines.size()) * metrics.height()) / 2;
    for (const QString &line : lines) {
        painter->drawText(QRectF(0, top, measures.text - 8, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
        top += metrics.height();
    }
    painter->restore();

    QFont number = textFont(TextSize::Small, font());
    number.setWeight(sorted ? QFont::DemiBold : QFont::Medium);
    painter->setFont(number);
    painter->setPen(sorted ? colours.accent : colours.quietText);
    const QRect foot(rect.left(), rect.bottom() - measures.foot + 1, rect.width(), measures.foot - 1);
    painter->drawText(sorted ? foot.adjusted(0, 0, -12, 0) : foot, Qt::AlignCenter, m_model->shortName(section));
    if (sorted)
        paintIcon(*painter, QRect(foot.right() - 18, foot.top(), 14, foot.height()), sortIndicatorOrder() == Qt::AscendingOrder ? Icon::ChevronUp : Icon::ChevronDown, colours.accent, 10);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line);
    painter->restore();
}

bool QualityHeader::viewportEvent(QEvent *event)
{
    int over = m_hovered;
    if (event->type() == QEvent::MouseMove)
        over = logicalIndexAt(static_cast<QMouseEvent *>(event)->position().toPoint());
    else if (event->type() == QEvent::Leave)
        over = -1;
    if (over != m_hovered) {
        m_hovered = over;
        viewport()->update();
        Q_EMIT hovered(over);
    }
    return QHeaderView::viewportEvent(event);
}

ColumnFoot::ColumnFoot(MatrixModel *model, QHeaderView *header, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(header)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(model, &MatrixModel::counted, this, [this] { update(); });
    setAccessibleName(tr("How many meet each quality"));
}

QSize ColumnFoot::sizeHint() const
{
    return {100, rowHeight(font())};
}

void ColumnFoot::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.window);
    painter.fillRect(QRect(0, 0, width(), 1), colours.line);
    painter.setClipRect(0, 0, m_header->viewport()->width(), height()); // not under the scroll bar
    const QFont body = font();
    const QFont small = textFont(TextSize::Small, body);
    painter.setPen(colours.text);
    for (int section = MatrixModel::FirstQuality; section < m_model->columnCount(); ++section) {
        const QRect cell(m_header->sectionViewportPosition(section), 1, m_header->sectionSize(section), height() - 1);
        const auto count = m_model->count(section);
        if (!cell.intersects(rect()) || !count)
            continue;
        const QString text = QLocale().toString(count->met);
        painter.setFont(QFontMetrics(body).horizontalAdvance(text) < cell.width() - 4 ? body : small);
        drawTabular(painter, cell, Qt::AlignHCenter, text);
    }
}

bool ColumnFoot::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int section = m_header->logicalIndexAt(help->pos());
        if (const auto count = m_model->count(section))
            QToolTip::showText(help->globalPos(), tr("%1 meet it, of %2 rated").arg(QLocale().toString(count->met), QLocale().toString(count->rated)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace rolecall::ui
