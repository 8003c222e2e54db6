// SPDX-License-Identifier: GPL-3.0-or-later
// The list of qualities with the keys that move its lines; what they mean is told, not done, here.
#pragma once

#include <QTreeView>

namespace rolecall::ui {

class QualityView : public QTreeView
{
    Q_OBJECT
public:
    explicit QualityView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    /// Alt+Up and Alt+Down: one place up (-1) or down (1).
    void moveAsked(int by);
    /// Ctrl+Up (-1, to the necessary ones) and Ctrl+Down (1, to the useful ones).
    void tierAsked(int towards);
    void retireAsked();
    void restoreAsked(const QModelIndex &index);
    void currentMoved(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void startEditing(const QModelIndex &index);
};

} // namespace rolecall::ui
