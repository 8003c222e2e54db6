// SPDX-License-Identifier: GPL-3.0-or-later
// A card of the board, about 76 high: name and days, gate and score, tags. One layout, used by sizeHint and paint alike.
#pragma once

#include <QStyledItemDelegate>

namespace rolecall::ui {

struct BoardCard;

class BoardCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The card by itself, as while it is dragged.
    static void paintCard(QPainter &painter, const QStyleOptionViewItem &option, const BoardCard *card);

    static constexpr int spaceBelow = 8; ///< between two cards
};

} // namespace rolecall::ui
