// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_card_delegate.h"

#include "ui/models/application_list_model.h"
#include "ui/models/board_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rolecall::ui {

namespace {

constexpr int padding = 10, lineGap = 4;

struct Layout
{
    QFont name, small;
    QRect card, first, second, third;

    explicit Layout(const QStyleOptionViewItem &option)
        : name(option.font)
        , small(textFont(TextSize::Small, option.font))
    {
        name.setWeight(QFont::Medium);
        const int large = QFontMetrics(name).height(), little = QFontMetrics(small).height();
        card = option.rect.adjusted(0, 0, 0, -BoardCardDelegate::spaceBelow);
        const QRect inner = card.adjusted(12, padding, -12, -padding);
        first = QRect(inner.left(), inner.top(), inner.width(), large);
        second = QRect(inner.left(), first.bottom() + 1 + lineGap, inner.width(), little);
        third = QRect(inner.left(), second.bottom() + 1 + lineGap, inner.width(), little);
    }
    static int height(const QFont &font)
    {
        QFont name = font;
        name.setWeight(QFont::Medium);
        return 2 * padding + QFontMetrics(name).height() + 2 * (lineGap + QFontMetrics(textFont(TextSize::Small, font)).height());
    }
};

void drawText(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour)
{
    if (rect.width() <= 0 || text.isEmpty())
        return;
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

QSize BoardCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, Layout::height(option.font) + spaceBelow};
}

void BoardCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintCard(*painter, option, static_cast<const BoardColumnModel *>(index.model())->cardAt(index.row()));
    painter->restore();
}

void BoardCardDelegate::paintCard(QPainter &painter, const QStyleOptionViewItem &option, const BoardCard *card)
{
    const Colours &colours = coloursOf(option.palette);
    const Layout layout(option);
    const bool selected = option.state & QStyle::State_Selected, hover = option.state & QStyle::State_MouseOver;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(selected ? colours.accent : hover ? colours.control : colours.line, 1));
    painter.setBrush(selected ? colours.accentSoft : colours.surface);
    painter.drawRoundedRect(QRectF(layout.card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, layout.card, option.palette, 6);
    if (!card) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(colours.surface, colours.text, 0.06));
        painter.drawRoundedRect(QRect(layout.first.left(), layout.first.center().y() - 4, layout.first.width() / 2, 8), 4, 4);
        return;
    }
    QRect name = layout.first;
    if (!card->days.isEmpty()) {
        const int mark = card->late ? 18 : 0;
        const int width = QFontMetrics(layout.small).horizontalAdvance(card->days) + 1;
        const QRect days(layout.first.right() - width + 1, layout.first.top(), width, layout.first.height());
        const QColor ink = card->late ? colours.partly : colours.quietText;
        if (card->late)
            paintIcon(painter, QRectF(days.left() - mark, days.top(), 14, days.height()), Icon::Warning, ink, 13);
        drawText(painter, days, card->days, layout.small, ink);
        name.setRight(days.left() - mark - 8);
    }
    drawText(painter, name, card->name, layout.name, colours.text);
    if (card->gateHidden) {
        drawText(painter, layout.second, hiddenWords(), layout.small, colours.quietText);
    } else {
        // The gate's words before the score's bar: the number says the same.
        const int number = int(std::ceil(tabularWidth(layout.small, QStringLiteral("100"))));
        const int room = layout.second.width() - gateSize(card->gate, layout.small).width() - 8;
        const int width = std::clamp(room, number, scoreSize(layout.small).width());
        paintGate(painter, layout.second.adjusted(0, 0, -width - 8, 0), card->gate, option.palette, layout.small);
        paintScore(painter, QRect(layout.second.right() - width + 1, layout.second.top(), width, layout.second.height()), card->score, option.palette, layout.small);
    }
    drawText(painter, layout.third, card->detail, layout.small, colours.quietText);
}

} // namespace rolecall::ui
