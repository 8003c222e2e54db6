// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants of the shortlist, with the headings between its parts.
#pragma once

#include "ui/delegates/row_delegates.h"

namespace rolecall::ui {

class ShortlistDelegate : public ApplicantRowDelegate
{
    Q_OBJECT
public:
    using ApplicantRowDelegate::ApplicantRowDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool detailMatters(const QModelIndex &index) const override;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const override;
};

} // namespace rolecall::ui
