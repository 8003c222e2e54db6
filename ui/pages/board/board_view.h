// SPDX-License-Identifier: GPL-3.0-or-later
// The board: columns side by side, cards moved between them by mouse or keyboard, one or many. What a move means is told, not
// done, here.
#pragma once

#include "db/id.h"

#include <QScrollArea>

class QHBoxLayout;

namespace rolecall::ui {

class BoardColumn;
class BoardList;
class BoardModel;
struct BoardHead;

class BoardView : public QScrollArea
{
    Q_OBJECT
public:
    explicit BoardView(BoardModel &model, QWidget *parent = nullptr);

    /// The chosen cards of all columns; where none is chosen, the one with the focus.
    QList<db::ApplicationId> selected() const;
    /// How many are chosen, the one with the focus left aside.
    int selectedCount() const;
    void select(const QList<db::ApplicationId> &applications);
    void clearSelection();
    /// Puts the focus on a card.
    void goTo(db::ApplicationId application);
    /// Gives the focus to the list that had it, or to the first that has a card.
    void takeFocus();
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    const QList<BoardColumn *> &columns() const { return m_columns; }
    /// As the mouse does it.
    void drop(const QList<db::ApplicationId> &applications, int column);

Q_SIGNALS:
    void selectionChanged();
    /// These cards were put on this column.
    void moveAsked(const QList<rolecall::db::ApplicationId> &applications, const rolecall::ui::BoardHead &head);
    void rejectAsked();
    void compareAsked();
    void opened(rolecall::db::ApplicationId application);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeColumns();
    void keepPlaces();
    void bringBack();
    void sideways(int column, int by, bool moving);
    void startDrag(int column);
    void scrollWhileDragging(const QPoint &global);
    void paintGround();
    BoardList &list(int column) const;

    BoardModel &m_model;
    QWidget *m_row;
    QHBoxLayout *m_layout;
    QList<BoardColumn *> m_columns;
    bool m_readOnly = false;
    int m_lastColumn = 0; ///< where the focus was
    // While the columns are filled anew.
    QList<db::ApplicationId> m_keptSelection;
    db::ApplicationId m_keptFocus;
    QList<int> m_keptScroll;
    bool m_quiet = false;
};

} // namespace rolecall::ui
