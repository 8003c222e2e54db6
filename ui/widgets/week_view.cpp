// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/week_view.h"

#include "app/agenda/zoned_time.h"
#include "ui/theme/colours.h"
#include "ui/theme/typography.h"
#include "ui/widgets/calendar_painting.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int days = 7;
constexpr int dayMinutes = 24 * 60;
constexpr int quarter = 15;
constexpr int firstHourShown = 8;

constexpr int wholeDayRows = 3;

/// Where the hours stand, in the person's own form of them.
int gutter(const QFont &font)
{
    return std::max(56, QFontMetrics(textFont(TextSize::Small, font)).horizontalAdvance(app::clockText(QTime(22, 0))) + 16);
}

} // namespace

WeekView::WeekView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_today(QDate::currentDate())
    , m_current(m_today)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Week"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setMinimumSize(480, 280);
}

void WeekView::setBlocks(const QList<CalendarBlock> &blocks)
{
    m_blocks = blocks;
    m_drag.reset();
    place();
}

void WeekView::setNow(const QDate &today, int minute)
{
    m_today = today;
    m_minute = minute;
    viewport()->update();
}

void WeekView::setCurrentDay(const QDate &day)
{
    if (day != m_current)
        goTo(day);
}

void WeekView::setCurrentKey(qint64 key)
{
    m_key = key;
    viewport()->update();
}

QDate WeekView::firstDay() const
{
    return m_current.addDays(-((m_current.dayOfWeek() - int(QLocale().firstDayOfWeek()) + days) % days));
}

int WeekView::headHeight() const
{
    int rows = 0;
    for (int column = 0; column < days; ++column)
        rows = std::max(rows, int(std::count_if(m_placed.cbegin(), m_placed.cend(), [&](const Placed &one) { return one.block->startMinute < 0 && this->column(one.block->day) == column; })));
    return weekdayHeight(font()) + blockHeight(font()) + std::min(rows, wholeDayRows) * blockHeight(font()) + 6;
}

int WeekView::hourHeight() const
{
    return 2 * blockHeight(font());
}

int WeekView::columnLeft(int column) const
{
    return gutter(font()) + (viewport()->width() - gutter(font())) * column / days;
}

int WeekView::yOf(int minute) const
{
    return headHeight() + hourHeight() * minute / 60 - verticalScrollBar()->value();
}

QDate WeekView::dayAt(int x) const
{
    const int column = std::clamp((x - gutter(font())) * days / std::max(1, viewport()->width() - gutter(font())), 0, days - 1);
    return firstDay().addDays(column);
}

int WeekView::minuteAt(int y) const
{
    const int minute = (y - headHeight() + verticalScrollBar()->value()) * 60 / hourHeight();
    return std::clamp(minute, 0, dayMinutes - quarter);
}

/// Events that overlap stand side by side.
void WeekView::place()
{
    m_placed.clear();
    for (const CalendarBlock &block : std::as_const(m_blocks)) {
        if (block.day >= firstDay() && block.day <= lastDay())
            m_placed << Placed{&block};
    }
    std::stable_sort(m_placed.begin(), m_placed.end(), [](const Placed &a, const Placed &b) { return std::pair(a.block->day, a.block->startMinute) < std::pair(b.block->day, b.block->startMinute); });
    for (qsizetype first = 0; first < m_placed.size();) {
        const QDate day = m_placed.at(first).block->day;
        if (m_placed.at(first).block->startMinute < 0) {
            int row = 0;
            for (; first < m_placed.size() && m_placed.at(first).block->day == day && m_placed.at(first).block->startMinute < 0; ++first)
                m_placed[first].lane = row++;
            continue;
        }
        QList<int> ends;
        int groupEnd = 0;
        qsizetype last = first;
        for (; last < m_placed.size() && m_placed.at(last).block->day == day && (last == first || m_placed.at(last).block->startMinute < groupEnd); ++last) {
            const CalendarBlock &block = *m_placed.at(last).block;
            const int end = block.startMinute + std::max(block.minutes, 2 * quarter);
            auto lane = std::find_if(ends.begin(), ends.end(), [&block](int other) { return other <= block.startMinute; });
            if (lane == ends.end())
                lane = ends.insert(ends.end(), end);
            *lane = end;
            m_placed[last].lane = int(lane - ends.begin());
            groupEnd = std::max(groupEnd, end);
        }
        for (qsizetype i = first; i < last; ++i)
            m_placed[i].lanes = int(ends.size());
        first = last;
    }
    fit();
    viewport()->update();
}

void WeekView::fit()
{
    const int room = viewport()->height() - headHeight();
    verticalScrollBar()->setRange(0, std::max(0, 24 * hourHeight() - room));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(hourHeight() / 2);
    if (m_scrolled || room <= 0 || viewport()->width() < gutter(font()))
        return;
    verticalScrollBar()->setValue(firstHourShown * hourHeight() - 12); // the hour's own figure is whole
    m_scrolled = verticalScrollBar()->maximum() > 0;
}

QRect WeekView::rectOf(const Placed &placed, const QDate &day, int startMinute) const
{
    const int at = column(day);
    const int left = columnLeft(at) + 3, width = columnLeft(at + 1) - left - 3;
    if (placed.block->startMinute < 0) {
        const int line = blockHeight(font());
        return placed.lane < wholeDayRows ? QRect(left, weekdayHeight(font()) + line + placed.lane * line, width, line - 2) : QRect();
    }
    const int laneWidth = width / placed.lanes;
    return {left + placed.lane * laneWidth, yOf(startMinute) + 1, laneWidth - (placed.lanes > 1 ? 2 : 0), std::max(blockHeight(font()), hourHeight() * placed.block->minutes / 60 - 2)};
}

QRect WeekView::blockRect(qint64 key) const
{
    for (const Placed &placed : m_placed) {
        if (placed.block->key == key)
            return rectOf(placed, placed.block->day, placed.block->startMinute);
    }
    return {};
}

const CalendarBlock *WeekView::block(qint64 key) const
{
    const auto found = std::find_if(m_placed.cbegin(), m_placed.cend(), [key](const Placed &placed) { return placed.block->key == key; });
    return found == m_placed.cend() ? nullptr : found->block;
}

const CalendarBlock *WeekView::blockAt(const QPoint &position) const
{
    for (const Placed &placed : m_placed) {
        const bool under = placed.block->startMinute >= 0 && position.y() < headHeight();
        if (!under && rectOf(placed, placed.block->day, placed.block->startMinute).contains(position))
            return placed.block;
    }
    return nullptr;
}

void WeekView::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), colours.surface);
    const int head = headHeight();
    painter.setClipRect(QRect(0, head, viewport()->width(), viewport()->height() - head));
    painter.setFont(textFont(TextSize::Small, font()));
    for (int hour = 0; hour < 24; ++hour) {
        painter.fillRect(QRect(gutter(font()), yOf(hour * 60), viewport()->width(), 1), mixed(colours.line, colours.surface, 0.5));
        painter.setPen(colours.quietText);
        if (hour > 0 && yOf(hour * 60) - 10 >= head) // half a figure says nothing
            painter.drawText(QRect(0, yOf(hour * 60) - 10, gutter(font()) - 8, 20), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, app::clockText(QTime(hour, 0)));
    }
    for (const Placed &placed : std::as_const(m_placed)) {
        if (placed.block->startMinute < 0 || (m_drag && m_drag->moving && m_drag->key == placed.block->key))
            continue;
        paintBlock(painter, rectOf(placed, placed.block->day, placed.block->startMinute), *placed.block, hasFocus() && placed.block->key == m_key, palette(), font());
    }
    if (m_drag && m_drag->moving) {
        for (const Placed &placed : std::as_const(m_placed)) {
            if (placed.block->key != m_drag->key)
                continue;
            CalendarBlock moved = *placed.block;
            moved.text = QStringLiteral("%1 %2").arg(app::clockText(QTime(m_drag->minute / 60, m_drag->minute % 60)), moved.text);
            paintBlock(painter, rectOf({&moved}, m_drag->day, m_drag->minute), moved, true, palette(), font());
        }
    }
    if (m_minute >= 0 && m_today >= firstDay() && m_today <= lastDay())
        painter.fillRect(QRect(columnLeft(column(m_today)), yOf(m_minute), columnLeft(column(m_today) + 1) - columnLeft(column(m_today)), 2), colours.accent);
    painter.setClipping(false);
    for (int at = 0; at < days; ++at) {
        const QDate day = firstDay().addDays(at);
        const int left = columnLeft(at), width = columnLeft(at + 1) - left;
        if (at > 0)
            painter.fillRect(QRect(left, 0, 1, viewport()->height()), mixed(colours.line, colours.surface, 0.5));
        paintWeekday(painter, QRect(left, 0, width, weekdayHeight(font())), QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat), palette(), font());
        const QRect number(left + 3, weekdayHeight(font()) - 2, width - 6, blockHeight(font()));
        paintDayNumber(painter, number, day, day == m_today, false, palette(), font());
        if (hasFocus() && day == m_current && m_key == 0)
            paintFocus(painter, number, palette());
    }
    for (const Placed &placed : std::as_const(m_placed)) {
        if (const QRect area = rectOf(placed, placed.block->day, 0); placed.block->startMinute < 0 && !area.isNull())
            paintBlock(painter, area, *placed.block, hasFocus() && placed.block->key == m_key, palette(), font());
    }
    painter.fillRect(QRect(0, head - 1, viewport()->width(), 1), colours.line);
}

void WeekView::resizeEvent(QResizeEvent *)
{
    fit();
}

void WeekView::goTo(const QDate &day)
{
    const bool other = day != m_current;
    m_current = day;
    m_key = 0;
    place();
    tell();
    if (other)
        Q_EMIT dayChanged(day);
}

void WeekView::choose(qint64 key)
{
    m_key = key;
    if (const CalendarBlock *chosen = block(key)) {
        const bool other = m_current != chosen->day;
        m_current = chosen->day;
        const QRect area = blockRect(key);
        if (chosen->startMinute >= 0 && area.top() < headHeight())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + area.top() - headHeight());
        else if (chosen->startMinute >= 0 && area.bottom() > viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + area.bottom() - viewport()->height());
        if (other)
            Q_EMIT dayChanged(m_current);
        Q_EMIT blockChosen(key);
    }
    viewport()->update();
    tell();
}

void WeekView::tell()
{
    const CalendarBlock *chosen = block(m_key);
    setAccessibleDescription(chosen ? QStringLiteral("%1, %2").arg(QLocale().toString(chosen->day, QLocale::LongFormat), chosen->hint) : QLocale().toString(m_current, QLocale::LongFormat));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void WeekView::step(int direction)
{
    const auto found = std::find_if(m_placed.cbegin(), m_placed.cend(), [this](const Placed &placed) { return placed.block->key == m_key; });
    qsizetype place = found - m_placed.cbegin();
    if (found == m_placed.cend()) {
        const auto next = std::find_if(m_placed.cbegin(), m_placed.cend(), [this](const Placed &placed) { return placed.block->day >= m_current; });
        place = (next - m_placed.cbegin()) - (direction > 0 ? 1 : 0);
    }
    place += direction;
    if (place >= 0 && place < m_placed.size())
        choose(m_placed.at(place).block->key);
}

void WeekView::move(int byDays, int minutes)
{
    const CalendarBlock *chosen = block(m_key);
    if (!chosen || !chosen->movable || chosen->startMinute < 0)
        return;
    if (const int start = chosen->startMinute + minutes; start >= 0 && start < dayMinutes)
        Q_EMIT blockMoved(m_key, chosen->day.addDays(byDays), start);
}

void WeekView::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!m_drag)
            return QAbstractScrollArea::keyPressEvent(event);
        m_drag.reset();
        viewport()->update();
        return;
    case Qt::Key_Left:
        return alt ? move(-1, 0) : goTo(m_current.addDays(-1));
    case Qt::Key_Right:
        return alt ? move(1, 0) : goTo(m_current.addDays(1));
    case Qt::Key_Up:
        return alt ? move(0, -quarter) : step(-1);
    case Qt::Key_Down:
        return alt ? move(0, quarter) : step(1);
    case Qt::Key_PageUp:
        return goTo(m_current.addDays(-days));
    case Qt::Key_PageDown:
        return goTo(m_current.addDays(days));
    case Qt::Key_Home:
        return goTo(m_today);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_key != 0)
            Q_EMIT blockOpened(m_key);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void WeekView::mousePressEvent(QMouseEvent *event)
{
    const CalendarBlock *under = blockAt(event->pos());
    if (!under)
        return goTo(dayAt(event->pos().x()));
    const CalendarBlock pressed = *under; // whoever hears of the choice may set the events anew
    choose(pressed.key);
    if (event->button() == Qt::LeftButton && pressed.movable && pressed.startMinute >= 0)
        m_drag = Drag{pressed.key, event->pos(), pressed.day, pressed.startMinute, false};
}

void WeekView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag) {
        const CalendarBlock *under = blockAt(event->pos());
        viewport()->setCursor(under && under->movable ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    if (!m_drag->moving && (event->pos() - m_drag->from).manhattanLength() < QApplication::startDragDistance())
        return;
    const CalendarBlock *dragged = block(m_drag->key);
    if (!dragged)
        return m_drag.reset();
    m_drag->moving = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    m_drag->day = dayAt(event->pos().x());
    const int shift = (event->pos().y() - m_drag->from.y()) * 60 / hourHeight();
    const int minute = dragged->startMinute + shift;
    m_drag->minute = std::clamp((minute + quarter / 2) / quarter * quarter, 0, dayMinutes - quarter);
    viewport()->update();
}

void WeekView::mouseReleaseEvent(QMouseEvent *)
{
    const std::optional<Drag> drag = std::exchange(m_drag, std::nullopt);
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
    const CalendarBlock *dragged = drag ? block(drag->key) : nullptr;
    if (dragged && drag->moving && (dragged->day != drag->day || dragged->startMinute != drag->minute))
        Q_EMIT blockMoved(drag->key, drag->day, drag->minute);
}

void WeekView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const CalendarBlock *under = blockAt(event->pos()))
        Q_EMIT blockOpened(under->key);
    else if (event->pos().y() > headHeight())
        Q_EMIT timeOpened(dayAt(event->pos().x()), minuteAt(event->pos().y()) / (2 * quarter) * (2 * quarter));
}

bool WeekView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const CalendarBlock *under = blockAt(help->pos());
        under ? QToolTip::showText(help->globalPos(), under->hint, viewport()) : QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void WeekView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void WeekView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace rolecall::ui
