// SPDX-License-Identifier: GPL-3.0-or-later
// A cell of the comparison: the level with the evidence beneath, as high as its words need.
#pragma once

#include <QStyledItemDelegate>

namespace rolecall::ui {

class ComparisonDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// For the width in `option.rect`.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace rolecall::ui
