// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/month_view.h"

#include "ui/theme/colours.h"
#include "ui/theme/typography.h"
#include "ui/widgets/calendar_painting.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int days = 7, weeks = 6;
constexpr int padding = 4;

} // namespace

MonthView::MonthView(QWidget *parent)
    : QWidget(parent)
    , m_today(QDate::currentDate())
    , m_current(m_today)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Month"));
}

void MonthView::setBlocks(const QList<CalendarBlock> &blocks)
{
    m_blocks = blocks;
    update();
}

void MonthView::setToday(const QDate &today)
{
    m_today = today;
    update();
}

void MonthView::setCurrentDay(const QDate &day)
{
    if (day != m_current)
        choose(day, 0);
}

void MonthView::setCurrentKey(qint64 key)
{
    m_key = key;
    update();
}

QDate MonthView::firstDay() const
{
    const QDate first(m_current.year(), m_current.month(), 1);
    return first.addDays(-((first.dayOfWeek() - int(QLocale().firstDayOfWeek()) + days) % days));
}

QRect MonthView::cell(int place) const
{
    const int top = weekdayHeight(font());
    const int column = place % days, row = place / days;
    const auto x = [this](int at) { return width() * at / days; };
    const auto y = [this, top](int at) { return top + (height() - top) * at / weeks; };
    return {QPoint(x(column), y(row)), QPoint(x(column + 1) - 1, y(row + 1) - 1)};
}

int MonthView::rowsIn(const QRect &cell) const
{
    const int line = blockHeight(font());
    return std::max(0, (cell.height() - line - padding) / line);
}

QRect MonthView::rowIn(const QRect &cell, int row) const
{
    const int line = blockHeight(font());
    return {cell.left() + padding, cell.top() + line + row * line, cell.width() - 2 * padding, line - 2};
}

QList<const CalendarBlock *> MonthView::on(const QDate &day) const
{
    QList<const CalendarBlock *> list;
    for (const CalendarBlock &block : m_blocks) {
        if (block.day == day)
            list << &block;
    }
    return list;
}

QRect MonthView::blockRect(qint64 key) const
{
    for (int place = 0; place < days * weeks; ++place) {
        const auto list = on(firstDay().addDays(place));
        for (int row = 0; row < list.size(); ++row) {
            if (list.at(row)->key == key)
                return row < rowsIn(cell(place)) ? rowIn(cell(place), row) : QRect();
        }
    }
    return {};
}

const CalendarBlock *MonthView::blockAt(const QPoint &position) const
{
    for (const CalendarBlock &block : m_blocks) {
        if (blockRect(block.key).contains(position))
            return &block;
    }
    return nullptr;
}

QDate MonthView::dayAt(const QPoint &position) const
{
    for (int place = 0; place < days * weeks; ++place) {
        if (cell(place).contains(position))
            return firstDay().addDays(place);
    }
    return {};
}

void MonthView::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.surface);
    for (int column = 0; column < days; ++column) {
        const QRect head(cell(column).left(), 0, cell(column).width(), weekdayHeight(font()));
        paintWeekday(painter, head, QLocale().dayName(firstDay().addDays(column).dayOfWeek(), QLocale::ShortFormat), palette(), font());
    }
    for (int place = 0; place < days * weeks; ++place)
        paintCell(painter, place);
}

void MonthView::paintCell(QPainter &painter, int place) const
{
    const Colours &colours = coloursOf(palette());
    const QDate day = firstDay().addDays(place);
    const QRect area = cell(place);
    const bool outside = day.month() != m_current.month();
    if (outside)
        painter.fillRect(area, mixed(colours.surface, colours.window, 0.6));
    painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), colours.line);
    if (place % days > 0)
        painter.fillRect(QRect(area.left(), area.top(), 1, area.height()), mixed(colours.line, colours.surface, 0.5));
    const QRect number(area.left() + padding, area.top() + 1, area.width() - 2 * padding, blockHeight(font()) - 2);
    paintDayNumber(painter, number, day, day == m_today, outside, palette(), font());
    const auto list = on(day);
    const int room = rowsIn(area);
    for (int row = 0; row < std::min(room, int(list.size())); ++row) {
        if (row == room - 1 && list.size() > room) {
            painter.setFont(textFont(TextSize::Small, font()));
            painter.setPen(colours.quietText);
            painter.drawText(rowIn(area, row).adjusted(4, 0, 0, 0), Qt::AlignVCenter, tr("%1 more").arg(list.size() - row));
            break;
        }
        paintBlock(painter, rowIn(area, row), *list.at(row), list.at(row)->key == m_key && day == m_current, palette(), font());
    }
    if (day == m_current && hasFocus() && m_key == 0)
        paintFocus(painter, area.adjusted(1, 2, -1, -1), palette());
}

void MonthView::choose(const QDate &day, qint64 key)
{
    const bool other = day != m_current;
    m_current = day;
    m_key = key;
    update();
    tell();
    if (other)
        Q_EMIT dayChanged(day);
    if (key != 0)
        Q_EMIT blockChosen(key);
}

void MonthView::tell()
{
    QStringList words{QLocale().toString(m_current, QLocale::LongFormat)};
    const auto list = on(m_current);
    for (const CalendarBlock *block : list) {
        if (m_key == 0 || block->key == m_key)
            words << block->hint;
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

/// To the next event of the day; false where there is none, so that Tab leaves.
bool MonthView::step(int direction)
{
    const auto list = on(m_current);
    const auto found = std::find_if(list.cbegin(), list.cend(), [this](const CalendarBlock *block) { return block->key == m_key; });
    const qsizetype place = (found == list.cend() ? (direction > 0 ? -1 : list.size()) : found - list.cbegin()) + direction;
    if (place < 0 || place >= list.size())
        return false;
    const qint64 key = list.at(place)->key;
    choose(m_current, key);
    return true;
}

void MonthView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_current.addDays(-1), 0);
    case Qt::Key_Right:
        return choose(m_current.addDays(1), 0);
    case Qt::Key_Up:
        return choose(m_current.addDays(-days), 0);
    case Qt::Key_Down:
        return choose(m_current.addDays(days), 0);
    case Qt::Key_PageUp:
        return choose(m_current.addMonths(-1), 0);
    case Qt::Key_PageDown:
        return choose(m_current.addMonths(1), 0);
    case Qt::Key_Home:
        return choose(m_today, 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_key == 0 && !on(m_current).isEmpty())
            step(1);
        m_key != 0 ? Q_EMIT blockOpened(m_key) : Q_EMIT dayOpened(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MonthView::mousePressEvent(QMouseEvent *event)
{
    const CalendarBlock *block = blockAt(event->pos());
    const qint64 key = block ? block->key : 0;
    if (const QDate day = block ? block->day : dayAt(event->pos()); day.isValid())
        choose(day, key);
}

void MonthView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const CalendarBlock *block = blockAt(event->pos()))
        Q_EMIT blockOpened(block->key);
    else if (const QDate day = dayAt(event->pos()); day.isValid())
        Q_EMIT dayOpened(day);
}

bool MonthView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const CalendarBlock *block = blockAt(help->pos());
        block ? QToolTip::showText(help->globalPos(), block->hint, this) : QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Tab && step(1)) || (key->key() == Qt::Key_Backtab && m_key != 0 && step(-1)))
            return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace rolecall::ui
