// SPDX-License-Identifier: GPL-3.0-or-later
// Lists, tables, their headers and the bars that scroll them: no frames, few lines.
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/style_parts.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace rolecall::ui {

bool drawViewPrimitive(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *)
{
    const Colours &colours = coloursOf(option->palette);
    switch (element) {
    case QStyle::PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        if (option->state & QStyle::State_Selected)
            painter->fillRect(option->rect, colours.accentSoft);
        else if (option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled)
            painter->fillRect(option->rect, mixed(colours.surface, colours.text, 0.04));
        return true;
    }
    case QStyle::PE_PanelItemViewRow:
        if (option->state & QStyle::State_Selected)
            painter->fillRect(option->rect, colours.accentSoft);
        else if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
                 item && item->features & QStyleOptionViewItem::Alternate)
            painter->fillRect(option->rect, option->palette.alternateBase());
        return true;
    case QStyle::PE_IndicatorBranch:
        if (option->state & QStyle::State_Children)
            paintIcon(*painter, option->rect, option->state & QStyle::State_Open ? Icon::ChevronDown : Icon::ChevronRight, colours.quietText, 12);
        return true;
    case QStyle::PE_IndicatorItemViewItemDrop:
        painter->fillRect(option->rect.height() == 0 ? option->rect.adjusted(0, -1, 0, 1) : option->rect.adjusted(0, 0, 0, 0),
                          option->rect.height() == 0 ? colours.accent : colours.accentSoft);
        return true;
    case QStyle::PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        // Qt calls the ascending order SortDown.
        if (header && header->sortIndicator != QStyleOptionHeader::None)
            paintIcon(*painter, option->rect, header->sortIndicator == QStyleOptionHeader::SortDown ? Icon::ChevronUp : Icon::ChevronDown,
                      colours.text, 12);
        return true;
    }
    case QStyle::PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.base());
        return true;
    default:
        return false;
    }
}

bool drawHeader(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter)
{
    const Colours &colours = coloursOf(option->palette);
    if (element == QStyle::CE_Splitter) {
        const bool upright = option->state & QStyle::State_Horizontal;
        const QRect rect = option->rect;
        const QRect line = upright ? QRect(rect.center().x(), rect.top(), 1, rect.height()) : QRect(rect.left(), rect.center().y(), rect.width(), 1);
        painter->fillRect(line, option->state & QStyle::State_MouseOver ? colours.accent : colours.line);
        return true;
    }
    if (element == QStyle::CE_HeaderEmptyArea || element == QStyle::CE_HeaderSection) {
        const bool hover = element == QStyle::CE_HeaderSection && option->state & QStyle::State_MouseOver;
        painter->fillRect(option->rect, hover ? mixed(colours.surface, colours.text, 0.04) : colours.surface);
        if (option->state & QStyle::State_Horizontal || element == QStyle::CE_HeaderEmptyArea)
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colours.line);
        return true;
    }
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element == QStyle::CE_HeaderLabel && header) {
        painter->save();
        painter->setPen(header->sortIndicator != QStyleOptionHeader::None ? colours.text : colours.quietText);
        const QString text = option->fontMetrics.elidedText(header->text, Qt::ElideRight, option->rect.width());
        painter->drawText(option->rect, static_cast<int>(header->textAlignment), text);
        painter->restore();
        return true;
    }
    return false;
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool upright = option.orientation == Qt::Vertical;
    const QRect rect = option.rect;
    const int length = upright ? rect.height() : rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int thumb = length;
    if (range > 0) {
        thumb = static_cast<int>(qint64(option.pageStep) * length / (range + option.pageStep));
        thumb = std::clamp(thumb, std::min(32, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown);
    const auto along = [&](int from, int size) {
        return upright ? QRect(rect.left(), rect.top() + from, rect.width(), size) : QRect(rect.left() + from, rect.top(), size, rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return rect;
    case QStyle::SC_ScrollBarSlider:
        return along(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    const Colours &colours = coloursOf(option.palette);
    if (option.maximum <= option.minimum)
        return;
    const bool upright = option.orientation == Qt::Vertical;
    const bool active = option.state & QStyle::State_MouseOver || option.state & QStyle::State_Sunken;
    const double side = active ? 2 : 3;
    const QRectF part = style->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const QRectF thumb = upright ? part.adjusted(side, 2, -side, -2) : part.adjusted(2, side, -2, -side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? colours.control : mixed(colours.line, colours.control, 0.5));
    const double radius = (upright ? thumb.width() : thumb.height()) / 2;
    painter->drawRoundedRect(thumb, radius, radius);
    painter->restore();
}

} // namespace rolecall::ui
