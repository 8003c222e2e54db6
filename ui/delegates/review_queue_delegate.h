// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the review queue: who, and beneath it how far one's own review is, in words and as a thin bar.
#pragma once

#include "ui/delegates/row_delegates.h"

namespace rolecall::ui {

/// Uses the roles of ReviewQueueModel.
class ReviewQueueDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace rolecall::ui
