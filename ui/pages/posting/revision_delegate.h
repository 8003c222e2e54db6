// SPDX-License-Identifier: GPL-3.0-or-later
// One difference between two texts of a posting: what it is and whether it is taken at the left, the line in force and
// the newer one side by side with the words marked that went and came.
#pragma once

#include <QStyledItemDelegate>

namespace rolecall::ui {

/// Where the parts of a row of this width stand, in pixels from its left; shared with the line of headings.
struct RevisionColumns
{
    explicit RevisionColumns(int width, const QFont &font);

    int check, kind, kindWidth, from, to, textWidth;
};

class RevisionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
};

} // namespace rolecall::ui
