// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/review_queue_delegate.h"

#include "ui/delegates/level_painter.h"
#include "ui/item_roles.h"
#include "ui/models/review_queue_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace rolecall::ui {

namespace {

constexpr int side = 16;
constexpr int barWidth = 36;

struct Layout
{
    QFont small;
    QRect name, state, mark;

    explicit Layout(const QStyleOptionViewItem &option)
        : small(textFont(TextSize::Small, option.font))
    {
        const int first = QFontMetrics(option.font).height();
        const int second = QFontMetrics(small).height();
        const QRect inner = option.rect.adjusted(side, 0, -side, 0);
        const int top = inner.top() + (inner.height() - first - second - 2) / 2;
        mark = QRect(inner.right() - barWidth + 1, inner.top(), barWidth, inner.height());
        name = QRect(inner.left(), top, inner.width() - barWidth - 8, first);
        state = QRect(inner.left(), top + first + 2, inner.width() - barWidth - 8, second);
    }
};

} // namespace

QSize ReviewQueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int text = QFontMetrics(option.font).height() + QFontMetrics(textFont(TextSize::Small, option.font)).height() + 2;
    return {160, (text + 14 + 3) / 4 * 4};
}

void ReviewQueueDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const Layout layout(option);
    const bool submitted = index.data(ReviewQueueModel::SubmittedRole).toBool();
    const auto line = [&painter](const QRect &rect, const QString &text, const QFont &font, const QColor &colour) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    };
    QFont name = option.font;
    name.setWeight(QFont::Medium);
    line(layout.name, index.data(Qt::DisplayRole).toString(), name, submitted ? colours.quietText : colours.text);
    line(layout.state, index.data(DetailRole).toString(), layout.small,
         index.data(ReviewQueueModel::ToConfirmRole).toInt() > 0 ? colours.partly : submitted ? colours.met : colours.quietText);

    painter.setRenderHint(QPainter::Antialiasing);
    if (!index.data(LevelRole).isNull() || index.data(AskRole).toBool()) {
        const QSize cell = levelCellSize(option.font);
        paintLevel(painter, QRect(QPoint(layout.mark.right() - cell.width() + 1, layout.mark.center().y() - cell.height() / 2), cell), levelMarkOf(index), option.palette, option.font);
    } else if (submitted) {
        paintIcon(painter, QRectF(layout.mark.right() - 16, layout.mark.center().y() - 8, 16, 16), Icon::Check, colours.met);
    } else if (const int all = index.data(ReviewQueueModel::QualitiesRole).toInt(); all > 0 && index.data(ReviewQueueModel::BegunRole).toBool()) {
        const double share = std::min(1.0, index.data(ReviewQueueModel::RatedRole).toInt() / double(all));
        const QRectF bar(layout.mark.left(), layout.state.center().y() - 1, layout.mark.width(), 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.line);
        painter.drawRoundedRect(bar, 2, 2);
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 2, 2);
    }
}

} // namespace rolecall::ui
