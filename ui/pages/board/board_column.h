// SPDX-License-Identifier: GPL-3.0-or-later
// One column of the board: what it is for, how many stand in it, how many for too long, and its cards. It takes cards that are
// dropped anywhere on it.
#pragma once

#include "db/id.h"

#include <QWidget>

namespace rolecall::ui {

class BoardColumnModel;
class BoardList;
class ElidedLabel;
class TextLabel;

class BoardColumn : public QWidget
{
    Q_OBJECT
public:
    explicit BoardColumn(BoardColumnModel &model, QWidget *parent = nullptr);

    BoardList &list() const { return *m_list; }
    void showCounts();
    /// Whether cards would come here if they were let go.
    void setDraggedOver(bool over);

    /// The cards that are on their way; `from` is the board they come from.
    static QByteArray draggedBytes(const QList<db::ApplicationId> &applications);
    inline static const QString mimeType = QStringLiteral("application/x-rolecall-cards");

Q_SIGNALS:
    void dropped(const QList<rolecall::db::ApplicationId> &applications);
    void draggedOver(const QPoint &global);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    BoardColumnModel &m_model;
    ElidedLabel *m_name;
    TextLabel *m_count;
    ElidedLabel *m_detail;
    BoardList *m_list;
    bool m_over = false;
};

} // namespace rolecall::ui
