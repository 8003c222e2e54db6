// SPDX-License-Identifier: GPL-3.0-or-later
// A change as a row: what was done, by whom and when; what was taken back is struck through.
#pragma once

#include "ui/delegates/row_delegates.h"

namespace rolecall::ui {

class HistoryDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const override;
};

} // namespace rolecall::ui
