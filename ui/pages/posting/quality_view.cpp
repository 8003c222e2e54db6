// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/quality_view.h"

#include "ui/models/quality_list_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace rolecall::ui {

namespace {

using RowKind = QualityListModel::RowKind;

RowKind kindOf(const QModelIndex &index)
{
    return static_cast<RowKind>(index.data(QualityListModel::RowKindRole).toInt());
}

} // namespace

QualityView::QualityView(QWidget *parent)
    : QTreeView(parent)
{
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setWordWrap(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setAccessibleName(tr("Qualities"));
}

void QualityView::setModel(QAbstractItemModel *given)
{
    QTreeView::setModel(given);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(40);
    header()->setSectionResizeMode(QualityListModel::TextColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(QualityListModel::ValueColumn, QHeaderView::Fixed);
    header()->resizeSection(QualityListModel::ValueColumn, 96);
    connect(given, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
}

void QualityView::startEditing(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (kindOf(index) == RowKind::Retired)
        Q_EMIT restoreAsked(index);
    else if (model()->flags(index) & Qt::ItemIsEditable)
        edit(index);
}

void QualityView::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState) { // a key the editor had no use for
        QTreeView::keyPressEvent(event);
        return;
    }
    const bool up = event->key() == Qt::Key_Up;
    const bool vertical = up || event->key() == Qt::Key_Down;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (vertical && modifiers == Qt::AltModifier) {
        Q_EMIT moveAsked(up ? -1 : 1);
    } else if (vertical && modifiers == Qt::ControlModifier) {
        Q_EMIT tierAsked(up ? -1 : 1);
    } else if (event->key() == Qt::Key_Delete) {
        Q_EMIT retireAsked();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2) {
        startEditing(currentIndex());
    } else if ((event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) && modifiers == Qt::NoModifier && currentIndex().isValid()) {
        const int column = event->key() == Qt::Key_Left ? QualityListModel::TextColumn : QualityListModel::ValueColumn;
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(column), QItemSelectionModel::NoUpdate);
    } else {
        QTreeView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void QualityView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // lines wrap anew
}

void QualityView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentMoved(current);
}

void QualityView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex pressed = currentIndex();
    const bool dragging = state() == DraggingState || state() == DragSelectingState;
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (dragging || event->button() != Qt::LeftButton || event->modifiers() != Qt::NoModifier || index != pressed || !index.isValid())
        return;
    // A threshold, a weight, "Add" and "Bring back" answer to one click; wording to two.
    const RowKind kind = kindOf(index);
    if (kind == RowKind::Add || (index.column() == QualityListModel::ValueColumn && (kind == RowKind::Quality || kind == RowKind::Retired)))
        startEditing(index);
}

} // namespace rolecall::ui
