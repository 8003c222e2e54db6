// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_list.h"

#include "ui/models/board_model.h"
#include "ui/pages/board/board_card_delegate.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace rolecall::ui {

BoardList::BoardList(BoardColumnModel &model, QWidget *parent)
    : QListView(parent)
    , m_cards(model)
{
    setModel(&model);
    setItemDelegate(new BoardCardDelegate(this));
    setAccessibleName(model.head().name);
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setContextMenuPolicy(Qt::NoContextMenu);
    setMinimumHeight(BoardCardDelegate::spaceBelow * 12);
}

void BoardList::standOn(int row)
{
    if (m_cards.rowCount() == 0)
        return;
    const QModelIndex index = m_cards.index(std::clamp(row, 0, m_cards.rowCount() - 1));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    scrollTo(index);
    m_anchor = -1;
}

void BoardList::extendTo(int row)
{
    if (row < 0 || row >= m_cards.rowCount())
        return;
    if (m_anchor < 0)
        m_anchor = std::max(0, currentIndex().row());
    selectionModel()->select(QItemSelection(m_cards.index(std::min(m_anchor, row)), m_cards.index(std::max(m_anchor, row))), QItemSelectionModel::ClearAndSelect);
    selectionModel()->setCurrentIndex(m_cards.index(row), QItemSelectionModel::NoUpdate);
    scrollTo(currentIndex());
}

void BoardList::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool left = event->key() == Qt::Key_Left, vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool plain = modifiers == Qt::NoModifier;
    event->accept();
    if ((left || event->key() == Qt::Key_Right) && (plain || modifiers == Qt::ControlModifier)) {
        Q_EMIT sideways(left ? -1 : 1, !plain);
    } else if (vertical && modifiers == Qt::ShiftModifier) {
        extendTo(currentIndex().row() + (event->key() == Qt::Key_Up ? -1 : 1));
    } else if (event->key() == Qt::Key_Space && (plain || modifiers == Qt::ControlModifier)) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle);
        m_anchor = currentIndex().row();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        Q_EMIT opened();
    } else if (event->key() == Qt::Key_Delete && plain) {
        Q_EMIT rejectAsked();
    } else if (event->key() == Qt::Key_C && plain) {
        Q_EMIT compareAsked();
    } else if (event->key() == Qt::Key_Escape && plain) {
        Q_EMIT cleared();
    } else {
        if (vertical && plain)
            m_anchor = -1;
        QListView::keyPressEvent(event);
    }
}

void BoardList::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    if (plain && (!index.isValid() || !selectionModel()->isSelected(index)))
        Q_EMIT chosenAlone();
    QListView::mousePressEvent(event);
    m_anchor = -1;
}

void BoardList::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = state() != DraggingState && event->button() == Qt::LeftButton && !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    QListView::mouseReleaseEvent(event);
    if (clicked)
        Q_EMIT chosenAlone();
}

void BoardList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid())
        standOn(0);
}

void BoardList::startDrag(Qt::DropActions)
{
    Q_EMIT dragStarted();
}

QItemSelectionModel::SelectionFlags BoardList::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    if (event && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        if (!key->matches(QKeySequence::SelectAll))
            return QItemSelectionModel::NoUpdate;
    }
    return QListView::selectionCommand(index, event);
}

} // namespace rolecall::ui
