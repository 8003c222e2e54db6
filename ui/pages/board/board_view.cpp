// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_view.h"

#include "ui/models/board_model.h"
#include "ui/pages/board/board_card_delegate.h"
#include "ui/pages/board/board_column.h"
#include "ui/pages/board/board_list.h"
#include "ui/theme/colours.h"

#include <QApplication>
#include <QDrag>
#include <QHBoxLayout>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int edge = 48; ///< so near the side a dragged card moves the board along

/// Some cards on top of each other, with how many there are.
QPixmap dragPicture(const BoardList &list, const QModelIndex &index, int count)
{
    QStyleOptionViewItem option;
    option.initFrom(&list);
    option.font = list.font();
    option.palette = QApplication::palette();
    option.state = QStyle::State_Enabled | QStyle::State_Selected;
    const QSize size = list.visualRect(index).size(), seen = size - QSize(0, BoardCardDelegate::spaceBelow);
    const int behind = count > 1 ? 4 : 0;
    QPixmap picture((seen + QSize(behind + 1, behind + 1)) * list.devicePixelRatioF());
    picture.setDevicePixelRatio(list.devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setOpacity(0.92);
    if (behind > 0) {
        option.rect = QRect(QPoint(behind, behind), size);
        BoardCardDelegate::paintCard(painter, option, nullptr);
    }
    option.rect = QRect(QPoint(), size);
    BoardCardDelegate::paintCard(painter, option, list.cards().cardAt(index.row()));
    if (count > 1) {
        const Colours &colours = coloursOf(option.palette);
        const QString text = QLocale().toString(count);
        const int width = std::max(20, QFontMetrics(option.font).horizontalAdvance(text) + 12);
        const QRectF badge(size.width() - width - 6, seen.height() - 26, width, 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(badge, 10, 10);
        painter.setPen(colours.onAccent);
        painter.setFont(option.font);
        painter.drawText(badge, Qt::AlignCenter, text);
    }
    return picture;
}

} // namespace

BoardView::BoardView(BoardModel &model, QWidget *parent)
    : QScrollArea(parent)
    , m_model(model)
    , m_row(new QWidget)
    , m_layout(new QHBoxLayout(m_row))
{
    m_layout->setContentsMargins(24, 0, 24, 16);
    m_layout->setSpacing(8);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(m_row);
    m_row->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Board"));
    connect(&model, &BoardModel::columnsChanged, this, &BoardView::makeColumns);
    connect(&model, &BoardModel::aboutToList, this, &BoardView::keepPlaces);
    connect(&model, &BoardModel::listed, this, &BoardView::bringBack);
    makeColumns();
}

BoardList &BoardView::list(int column) const
{
    return m_columns.at(column)->list();
}

void BoardView::makeColumns()
{
    for (BoardColumn *column : std::as_const(m_columns)) {
        column->hide();
        column->deleteLater();
    }
    m_columns.clear();
    for (const auto &model : m_model.columns()) {
        auto *column = new BoardColumn(*model);
        const int number = int(m_columns.size());
        m_columns << column;
        m_layout->addWidget(column, 1);
        BoardList &cards = column->list();
        connect(column, &BoardColumn::dropped, this, [this, number](const QList<db::ApplicationId> &ids) { drop(ids, number); });
        connect(column, &BoardColumn::draggedOver, this, &BoardView::scrollWhileDragging);
        connect(&cards, &BoardList::sideways, this, [this, number](int by, bool moving) { sideways(number, by, moving); });
        connect(&cards, &BoardList::opened, this, [this, &cards] { Q_EMIT opened(cards.cards().applicationAt(cards.currentIndex().row())); });
        connect(&cards, &QAbstractItemView::doubleClicked, this, [this, &cards](const QModelIndex &index) { Q_EMIT opened(cards.cards().applicationAt(index.row())); });
        connect(&cards, &BoardList::rejectAsked, this, [this] {
            select(selected()); // the one with the focus, where none is chosen: so it is seen who is meant
            Q_EMIT rejectAsked();
        });
        connect(&cards, &BoardList::compareAsked, this, &BoardView::compareAsked);
        connect(&cards, &BoardList::cleared, this, &BoardView::clearSelection);
        connect(&cards, &BoardList::chosenAlone, this, [this, number] {
            for (int other = 0; other < m_columns.size(); ++other) {
                if (other != number)
                    list(other).clearSelection();
            }
        });
        connect(&cards, &BoardList::dragStarted, this, [this, number] { startDrag(number); });
        connect(cards.selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
            if (!m_quiet)
                Q_EMIT selectionChanged();
        });
    }
    m_lastColumn = 0;
    paintGround();
}

void BoardView::paintGround()
{
    const Colours &colours = coloursOf(palette());
    for (BoardColumn *column : std::as_const(m_columns)) {
        QPalette ground = palette();
        ground.setColor(QPalette::Base, mixed(colours.window, colours.line, 0.45));
        column->list().viewport()->setPalette(ground);
        column->update();
    }
}

void BoardView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintGround();
}

QList<db::ApplicationId> BoardView::selected() const
{
    QList<db::ApplicationId> ids;
    for (const BoardColumn *column : m_columns) {
        QList<int> rows;
        for (const QItemSelectionRange &range : column->list().selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                rows << row;
        }
        std::sort(rows.begin(), rows.end());
        for (const int row : std::as_const(rows))
            ids << column->list().cards().applicationAt(row);
    }
    if (ids.isEmpty()) {
        for (const BoardColumn *column : m_columns) {
            if (column->list().hasFocus() && column->list().currentIndex().isValid())
                ids << column->list().cards().applicationAt(column->list().currentIndex().row());
        }
    }
    return ids;
}

int BoardView::selectedCount() const
{
    int count = 0;
    for (const BoardColumn *column : m_columns) {
        for (const QItemSelectionRange &range : column->list().selectionModel()->selection())
            count += range.height();
    }
    return count;
}

void BoardView::select(const QList<db::ApplicationId> &applications)
{
    m_quiet = true;
    const QSet<db::ApplicationId> wanted(applications.cbegin(), applications.cend());
    for (const BoardColumn *column : std::as_const(m_columns)) {
        const BoardColumnModel &cards = column->list().cards();
        QItemSelection selection;
        for (int row = 0; row < cards.rowCount() && !wanted.isEmpty(); ++row) {
            if (!wanted.contains(cards.applicationAt(row)))
                continue;
            if (!selection.isEmpty() && selection.last().bottom() == row - 1) { // stretches, so that thousands stay quick
                const int top = selection.last().top();
                selection.removeLast();
                selection << QItemSelectionRange(cards.index(top), cards.index(row));
            } else {
                selection << QItemSelectionRange(cards.index(row));
            }
        }
        column->list().selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    }
    m_quiet = false;
    Q_EMIT selectionChanged();
}

void BoardView::clearSelection()
{
    select({});
}

void BoardView::goTo(db::ApplicationId application)
{
    const int column = m_model.columnOf(application);
    if (column < 0)
        return;
    m_lastColumn = column;
    list(column).setFocus(Qt::OtherFocusReason);
    list(column).standOn(list(column).cards().rowOf(application));
    ensureWidgetVisible(m_columns.at(column), 24, 0);
}

void BoardView::takeFocus()
{
    if (m_columns.isEmpty())
        return;
    int column = std::min(m_lastColumn, int(m_columns.size()) - 1);
    if (list(column).cards().rowCount() == 0) {
        const auto some = std::find_if(m_columns.cbegin(), m_columns.cend(), [](const BoardColumn *one) { return one->list().cards().rowCount() > 0; });
        column = some == m_columns.cend() ? 0 : int(some - m_columns.cbegin());
    }
    list(column).setFocus(Qt::OtherFocusReason);
}

void BoardView::keepPlaces()
{
    m_keptSelection = selectedCount() > 0 ? selected() : QList<db::ApplicationId>();
    m_keptFocus = {};
    m_keptScroll.clear();
    for (int column = 0; column < m_columns.size(); ++column) {
        m_keptScroll << list(column).verticalScrollBar()->value();
        if (list(column).hasFocus() && list(column).currentIndex().isValid()) {
            m_keptFocus = list(column).cards().applicationAt(list(column).currentIndex().row());
            m_lastColumn = column;
        }
    }
}

void BoardView::bringBack()
{
    for (int column = 0; column < std::min(m_columns.size(), m_keptScroll.size()); ++column) {
        list(column).executeDelayedItemsLayout();
        list(column).verticalScrollBar()->setValue(m_keptScroll.at(column));
    }
    if (!m_keptSelection.isEmpty() || selectedCount() > 0)
        select(m_keptSelection);
    const bool hasFocus = isAncestorOf(QApplication::focusWidget());
    if (m_keptFocus.isValid() && hasFocus) {
        if (m_model.columnOf(m_keptFocus) >= 0)
            goTo(m_keptFocus);
        else
            takeFocus();
    }
}

void BoardView::sideways(int column, int by, bool moving)
{
    const int target = column + by;
    if (target < 0 || target >= m_columns.size())
        return;
    if (moving) {
        if (const QList<db::ApplicationId> ids = selected(); !ids.isEmpty())
            drop(ids, target);
        return;
    }
    // To the card at the same height, so that the eye stays where it is.
    const BoardList &from = list(column);
    BoardList &to = list(target);
    const QModelIndex beside = to.indexAt(QPoint(8, std::max(0, from.visualRect(from.currentIndex()).center().y())));
    to.setFocus(Qt::OtherFocusReason);
    to.standOn(beside.isValid() ? beside.row() : to.cards().rowCount() - 1);
    m_lastColumn = target;
    ensureWidgetVisible(m_columns.at(target), 24, 0);
}

void BoardView::drop(const QList<db::ApplicationId> &applications, int column)
{
    if (m_readOnly || applications.isEmpty())
        return;
    const BoardColumnModel &target = list(column).cards();
    // Those that are there already need nothing.
    QSet<db::ApplicationId> wanted(applications.cbegin(), applications.cend());
    for (int row = 0; row < target.rowCount(); ++row)
        wanted.remove(target.applicationAt(row));
    QList<db::ApplicationId> moving;
    for (const db::ApplicationId id : applications) {
        if (wanted.contains(id))
            moving << id;
    }
    if (!moving.isEmpty())
        Q_EMIT moveAsked(moving, target.head());
}

void BoardView::startDrag(int column)
{
    if (m_readOnly)
        return;
    const QList<db::ApplicationId> ids = selected();
    const QModelIndex index = list(column).currentIndex();
    if (ids.isEmpty() || !index.isValid())
        return;
    auto *cards = new QMimeData;
    cards->setData(BoardColumn::mimeType, BoardColumn::draggedBytes(ids));
    auto *drag = new QDrag(&list(column));
    drag->setMimeData(cards);
    drag->setPixmap(dragPicture(list(column), index, int(ids.size())));
    drag->setHotSpot(QPoint(24, 20));
    drag->exec(Qt::MoveAction);
}

void BoardView::scrollWhileDragging(const QPoint &global)
{
    const int x = viewport()->mapFromGlobal(global).x();
    QScrollBar *bar = horizontalScrollBar();
    if (x < edge)
        bar->setValue(bar->value() - 24);
    else if (x > viewport()->width() - edge)
        bar->setValue(bar->value() + 24);
}

} // namespace rolecall::ui
