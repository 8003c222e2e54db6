// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a posting's lists: wrapped text that is edited where it stands, and its threshold or weight beside it.
#pragma once

#include <QStyledItemDelegate>

namespace rolecall::ui {

class QualityDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The names of the levels, for the threshold; four.
    void setLevelLabels(const QStringList &labels) { m_labels = labels; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintValue(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QStringList m_labels;
};

} // namespace rolecall::ui
