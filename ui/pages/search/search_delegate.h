// SPDX-License-Identifier: GPL-3.0-or-later
// A finding: its title with kind, person and role at the end, and beneath it the words in their place, marked.
#pragma once

#include "ui/delegates/row_delegates.h"

namespace rolecall::ui {

class SearchDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace rolecall::ui
