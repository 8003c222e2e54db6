// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/history_delegate.h"

#include "ui/item_roles.h"
#include "ui/models/history_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace rolecall::ui {

namespace {

struct HistoryLayout
{
    QFont first, second, day;
    int dayHeight = 0;
    int height = 0;
    QRect row, title, detail, time, person, heading;

    HistoryLayout(const QStyleOptionViewItem &option, const QModelIndex &index)
        : first(option.font)
        , second(textFont(TextSize::Small, option.font))
        , day(second)
    {
        day.setWeight(QFont::DemiBold);
        const bool hasDay = !index.data(HistoryModel::DayRole).isNull();
        dayHeight = hasDay ? QFontMetrics(day).height() + (index.row() == 0 ? 16 : 24) : 0;
        const bool hasDetail = !index.data(DetailRole).toString().isEmpty();
        const int firstHeight = QFontMetrics(first).height(), secondHeight = QFontMetrics(second).height();
        height = dayHeight + 8 + firstHeight + (hasDetail ? 2 + secondHeight : 0) + 8;
        heading = QRect(option.rect.left() + 16, option.rect.top(), option.rect.width() - 32, dayHeight - 6);
        row = option.rect.adjusted(0, dayHeight, 0, 0);
        QRect text = row.adjusted(16, 8, -16, -8);
        const int timeWidth = int(tabularWidth(second, QStringLiteral("00:00:00"))) + 4;
        time = QRect(text.left(), text.top(), timeWidth, firstHeight);
        text.setLeft(text.left() + timeWidth + 12);
        const int personWidth = std::min(160, text.width() / 3);
        person = QRect(text.right() - personWidth + 1, text.top(), personWidth, firstHeight);
        title = QRect(text.left(), text.top(), text.width() - personWidth - 16, firstHeight);
        detail = QRect(text.left(), text.top() + firstHeight + 2, text.width(), hasDetail ? secondHeight : 0);
    }
};

void drawLine(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text, const QFont &font, const QColor &colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, int(alignment) | Qt::TextSingleLine, QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {240, HistoryLayout(option, index).height};
}

void HistoryDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    QStyleOptionViewItem inner = option;
    inner.rect = HistoryLayout(option, option.index).row;
    RowDelegate::paintGround(painter, inner);
}

void HistoryDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    HistoryLayout layout(option, index);
    if (layout.dayHeight > 0)
        drawLine(painter, layout.heading, Qt::AlignLeft | Qt::AlignBottom, index.data(HistoryModel::DayRole).toString(), layout.day, colours.quietText);
    const bool undone = index.data(HistoryModel::UndoneRole).toBool();
    layout.first.setStrikeOut(undone);
    drawLine(painter, layout.time, Qt::AlignLeft | Qt::AlignVCenter, index.data(HistoryModel::TimeRole).toString(), layout.second, colours.quietText);
    drawLine(painter, layout.title, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString(), layout.first, undone ? colours.quietText : colours.text);
    drawLine(painter, layout.person, Qt::AlignRight | Qt::AlignVCenter, index.data(HistoryModel::PersonRole).toString(), layout.second, colours.quietText);
    if (layout.detail.height() > 0)
        drawLine(painter, layout.detail, Qt::AlignLeft | Qt::AlignVCenter, index.data(DetailRole).toString(), layout.second, colours.quietText);
}

} // namespace rolecall::ui
