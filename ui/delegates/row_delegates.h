// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are more than text: an applicant in a queue or list, an entry of the agenda.
// Each has one layout, used by sizeHint and paint alike, so that nothing is measured one way and drawn another.
#pragma once

#include <QStyledItemDelegate>

namespace rolecall::ui {

/// What the two share: the ground of a selected or hovered row, a focus ring, an accessible look.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;

protected:
    virtual void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const = 0;
    virtual void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
};

/// Name and detail at the left, gate and score at the right: DisplayRole, DetailRole, GateRole, GateCountRole,
/// ScoreRole, CoverageRole, RankRole. Where the row is narrow the gate moves under the name in place of the detail.
class ApplicantRowDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Whether this row's detail must be read: a narrow row then has a line more for it, a wide one gives it its own width.
    virtual bool detailMatters(const QModelIndex &index) const;
    /// Where the score of this row is drawn, for what stands beside it.
    QRect scoreRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

/// A title with a quiet second line and a marked word at the end: DisplayRole, DetailRole, MarkRole, MarkTextRole.
class AgendaRowDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace rolecall::ui
