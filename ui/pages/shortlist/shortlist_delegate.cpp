// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/shortlist_delegate.h"

#include "ui/delegates/gate_painter.h"
#include "ui/models/shortlist_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QPainter>

namespace rolecall::ui {

namespace {

bool isHeading(const QModelIndex &index)
{
    return index.data(ShortlistModel::HeadingRole).toBool();
}

/// The column at the right for the share of weightings; nothing where none is known.
int shareWidth(const QFont &font, const QModelIndex &index)
{
    return index.data(ShortlistModel::HasSharesRole).toBool() ? scoreSize(font).width() + 16 : 0;
}

QString shareHeading()
{
    return ShortlistDelegate::tr("stays in, %");
}

} // namespace

QSize ShortlistDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isHeading(index))
        return {240, QFontMetrics(textFont(TextSize::Small, option.font)).height() + (index.row() == 0 ? 16 : 28)};
    // A row is as wide as what can be seen of the list: whether it is narrow is found the same way as when it is drawn.
    QStyleOptionViewItem seen = option;
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
        seen.rect.setWidth(view->viewport()->width() - shareWidth(option.font, index));
    return ApplicantRowDelegate::sizeHint(seen, index);
}

bool ShortlistDelegate::detailMatters(const QModelIndex &index) const
{
    // What a near miss misses, and why somebody was placed by hand, is the reason the row is there.
    return index.data(ShortlistModel::SectionRole).toInt() != int(ShortlistSection::On) || index.data(ShortlistModel::ByHandRole).toBool();
}

void ShortlistDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    if (!isHeading(option.index))
        ApplicantRowDelegate::paintGround(painter, option);
}

void ShortlistDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!isHeading(index)) {
        QStyleOptionViewItem rest = option;
        rest.rect.setRight(option.rect.right() - shareWidth(option.font, index));
        ApplicantRowDelegate::paintRow(painter, rest, index);
        if (rest.rect != option.rect) {
            ScoreMark mark;
            if (const QVariant share = index.data(ShortlistModel::ShareRole); !share.isNull())
                mark.score = 100 * share.toDouble();
            const QRect score = scoreRect(rest, index);
            const QRect column(rest.rect.right() + 1, score.top(), option.rect.right() - rest.rect.right() - 16, score.height());
            paintScore(painter, column, mark, option.palette, option.font);
        }
        return;
    }
    QFont font = textFont(TextSize::Small, option.font);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(coloursOf(option.palette).quietText);
    const QRect rect = option.rect.adjusted(16, 0, -16, -6);
    const int right = index.row() == 0 && shareWidth(option.font, index) > 0 ? QFontMetrics(font).horizontalAdvance(shareHeading()) + 8 : 0;
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignBottom, QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rect.width() - right));
    if (right > 0)
        painter.drawText(rect, Qt::AlignRight | Qt::AlignBottom, shareHeading());
}

} // namespace rolecall::ui
