// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/calendar_painting.h"

#include "ui/theme/colours.h"
#include "ui/theme/typography.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace rolecall::ui {

namespace {

struct BlockColours
{
    QColor text, soft;
};

BlockColours coloursFor(const CalendarBlock &block, const Colours &colours)
{
    if (block.over)
        return {colours.open, colours.openSoft};
    switch (block.mark) {
    case Mark::Good:
        return {colours.met, colours.metSoft};
    case Mark::Attention:
        return {colours.partly, colours.partlySoft};
    case Mark::Bad:
        return {colours.notMet, colours.notMetSoft};
    case Mark::None:
    case Mark::Quiet:
        break;
    }
    return {colours.open, colours.openSoft};
}

} // namespace

int weekdayHeight(const QFont &font)
{
    return QFontMetrics(textFont(TextSize::Small, font)).height() + 10;
}

int blockHeight(const QFont &font)
{
    return QFontMetrics(textFont(TextSize::Small, font)).height() + 6;
}

void paintWeekday(QPainter &painter, const QRect &rect, const QString &name, const QPalette &palette, const QFont &font)
{
    painter.setFont(textFont(TextSize::Small, font));
    painter.setPen(coloursOf(palette).quietText);
    painter.drawText(rect.adjusted(8, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, name);
}

void paintDayNumber(QPainter &painter, const QRect &rect, const QDate &day, bool today, bool quiet, const QPalette &palette, const QFont &font)
{
    const Colours &colours = coloursOf(palette);
    const QString number = day.day() == 1 ? QLocale().toString(day, QStringLiteral("d MMM")) : QString::number(day.day());
    QFont small = textFont(TextSize::Small, font);
    if (today)
        small.setBold(true);
    painter.setFont(small);
    const int width = QFontMetrics(small).horizontalAdvance(number) + 10;
    const QRect place(rect.left(), rect.top() + 1, width, rect.height() - 2);
    if (today) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(place, 6, 6);
        painter.restore();
    }
    painter.setPen(today ? colours.onAccent : quiet ? colours.quietText : colours.text);
    painter.drawText(place, Qt::AlignCenter, number);
}

void paintBlock(QPainter &painter, const QRect &rect, const CalendarBlock &block, bool current, const QPalette &palette, const QFont &font)
{
    const Colours &colours = coloursOf(palette);
    const BlockColours own = coloursFor(block, colours);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(block.startMinute < 0 ? QPen(own.text, 1) : QPen(Qt::NoPen));
    painter.setBrush(own.soft);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (block.startMinute >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(own.text);
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 3, rect.height()), 1.5, 1.5);
    }
    QFont small = textFont(TextSize::Small, font);
    small.setStrikeOut(block.over);
    painter.setFont(small);
    painter.setPen(own.text);
    const QFontMetrics metrics(small);
    const QRect text = rect.adjusted(block.startMinute < 0 ? 5 : 8, 0, -4, 0);
    if (text.height() < 2 * metrics.height() + 5) {
        // In a week the place tells the time, and the name is what one looks for.
        const bool cut = metrics.horizontalAdvance(block.text) > text.width() && rect.height() > blockHeight(font) && !block.shortText.isEmpty();
        painter.drawText(text, Qt::AlignVCenter, metrics.elidedText(cut ? block.shortText : block.text, Qt::ElideRight, text.width()));
    } else {
        painter.setClipRect(rect);
        painter.drawText(text.adjusted(0, 3, 0, -2), Qt::AlignTop | Qt::TextWordWrap, block.text);
        painter.setClipping(false);
    }
    painter.restore();
    if (current)
        paintFocus(painter, rect, palette);
}

void paintFocus(QPainter &painter, const QRect &rect, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(coloursOf(palette).accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
    painter.restore();
}

} // namespace rolecall::ui
