// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_column.h"

#include "ui/models/board_model.h"
#include "ui/pages/board/board_list.h"
#include "ui/theme/colours.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int narrowest = 200;

} // namespace

BoardColumn::BoardColumn(BoardColumnModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_name(new ElidedLabel(model.head().name))
    , m_count(new TextLabel({}, TextSize::Body, Tone::Quiet))
    , m_detail(new ElidedLabel({}, TextSize::Small, Tone::Quiet))
    , m_list(new BoardList(model))
{
    QFont strong = m_name->font();
    strong.setWeight(QFont::Medium);
    m_name->setFont(strong);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_name, 1);
    head->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 4);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_detail);
    column->addSpacing(6);
    column->addWidget(m_list, 1);
    keepRoom(*this, narrowest, Room::Least);
    setAcceptDrops(true);
    m_list->setAcceptDrops(false);
    m_list->viewport()->setAcceptDrops(false);
    showCounts();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &BoardColumn::showCounts);
    connect(&model, &QAbstractItemModel::modelReset, this, &BoardColumn::showCounts);
    connect(&model, &QAbstractItemModel::dataChanged, this, &BoardColumn::showCounts);
}

void BoardColumn::showCounts()
{
    const QString count = QLocale().toString(m_model.rowCount());
    m_count->setText(count);
    QString detail = m_model.head().detail;
    if (const int late = m_model.lateCount(); late > 0)
        detail += (detail.isEmpty() ? QString() : QStringLiteral(" · ")) + (late == 1 ? tr("1 too long") : tr("%1 too long").arg(QLocale().toString(late)));
    m_detail->setText(detail.isEmpty() ? QStringLiteral(" ") : detail);
    m_list->setAccessibleName(tr("%1, %2 applicants").arg(m_model.head().name, count));
}

QByteArray BoardColumn::draggedBytes(const QList<db::ApplicationId> &applications)
{
    QByteArrayList keys;
    for (const db::ApplicationId id : applications)
        keys << QByteArray::number(id.number());
    return keys.join(',');
}

void BoardColumn::setDraggedOver(bool over)
{
    m_over = over;
    update();
}

void BoardColumn::dragEnterEvent(QDragEnterEvent *event)
{
    // From a board of this window alone: another one's cards have other keys.
    const auto *source = qobject_cast<QWidget *>(event->source());
    if (!event->mimeData()->hasFormat(mimeType) || !source || source->window() != window())
        return;
    event->acceptProposedAction();
    setDraggedOver(true);
}

void BoardColumn::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
    Q_EMIT draggedOver(mapToGlobal(event->position().toPoint()));
}

void BoardColumn::dragLeaveEvent(QDragLeaveEvent *)
{
    setDraggedOver(false);
}

void BoardColumn::dropEvent(QDropEvent *event)
{
    setDraggedOver(false);
    QList<db::ApplicationId> applications;
    for (const QByteArray &key : event->mimeData()->data(mimeType).split(','))
        applications << db::ApplicationId(key.toLongLong());
    event->acceptProposedAction();
    Q_EMIT dropped(applications);
}

void BoardColumn::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_over ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(m_list->viewport()->palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace rolecall::ui
