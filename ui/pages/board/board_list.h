// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of one column. The arrows move the focus without choosing anything; Space chooses, Shift chooses a stretch; what a
// key means across columns the board is asked.
#pragma once

#include <QListView>

namespace rolecall::ui {

class BoardColumnModel;

class BoardList : public QListView
{
    Q_OBJECT
public:
    explicit BoardList(BoardColumnModel &model, QWidget *parent = nullptr);

    BoardColumnModel &cards() const { return m_cards; }
    /// Puts the focus on a card, without choosing it.
    void standOn(int row);
    using QListView::executeDelayedItemsLayout;
    void keyboardSearch(const QString &) override {} // it would read every card; the search field is for that

Q_SIGNALS:
    /// -1 and 1: to the column before or after; `moving`: the cards go along.
    void sideways(int by, bool moving);
    void opened();
    void rejectAsked();
    void compareAsked();
    void cleared();
    /// A press that chooses one card alone: nothing else stays chosen.
    void chosenAlone();
    void dragStarted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void startDrag(Qt::DropActions) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;

private:
    void extendTo(int row);

    BoardColumnModel &m_cards;
    int m_anchor = -1; ///< where a stretch began
};

} // namespace rolecall::ui
