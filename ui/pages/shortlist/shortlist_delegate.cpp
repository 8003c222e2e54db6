// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/shortlist_delegate.h"

#include "ui/models/shortlist_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace rolecall::ui {

namespace {

bool isHeading(const QModelIndex &index)
{
    return index.data(ShortlistModel::HeadingRole).toBool();
}

} // namespace

QSize ShortlistDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isHeading(index))
        return {240, QFontMetrics(textFont(TextSize::Small, option.font)).height() + (index.row() == 0 ? 16 : 28)};
    return ApplicantRowDelegate::sizeHint(option, index);
}

void ShortlistDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    if (!isHeading(option.index))
        ApplicantRowDelegate::paintGround(painter, option);
}

void ShortlistDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!isHeading(index)) {
        ApplicantRowDelegate::paintRow(painter, option, index);
        return;
    }
    QFont font = textFont(TextSize::Small, option.font);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(coloursOf(option.palette).quietText);
    const QRect rect = option.rect.adjusted(16, 0, -16, -6);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignBottom, QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
}

} // namespace rolecall::ui
