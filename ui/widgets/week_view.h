// SPDX-License-Identifier: GPL-3.0-or-later
// A week as seven days of hours, whole days above. Arrows move between events and days; an event is moved by dragging it,
// or with Alt and the arrows by a quarter of an hour or a day; Enter opens; Page Up and Page Down change the week.
#pragma once

#include "ui/widgets/calendar_block.h"

#include <QAbstractScrollArea>
#include <QList>

#include <optional>

namespace rolecall::ui {

class WeekView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit WeekView(QWidget *parent = nullptr);

    void setBlocks(const QList<CalendarBlock> &blocks);
    void setNow(const QDate &today, int minute);
    void setCurrentDay(const QDate &day);
    QDate currentDay() const { return m_current; }
    qint64 currentKey() const { return m_key; }
    void setCurrentKey(qint64 key);
    QDate firstDay() const;
    QDate lastDay() const { return firstDay().addDays(6); }
    /// In the viewport; empty where it is not this week's.
    QRect blockRect(qint64 key) const;

Q_SIGNALS:
    void dayChanged(const QDate &day);
    void blockChosen(qint64 key);
    void blockOpened(qint64 key);
    /// A person put an event elsewhere; the page stores it or shows the old place again.
    void blockMoved(qint64 key, const QDate &day, int startMinute);
    void timeOpened(const QDate &day, int startMinute); ///< a double click where nothing is

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Placed
    {
        const CalendarBlock *block;
        int lane = 0, lanes = 1;
    };
    struct Drag
    {
        qint64 key = 0;
        QPoint from;
        QDate day;
        int minute = 0;
        bool moving = false;
    };
    void place();
    void fit();
    int headHeight() const;
    int hourHeight() const;
    int column(const QDate &day) const { return int(firstDay().daysTo(day)); }
    int columnLeft(int column) const;
    int yOf(int minute) const;
    QDate dayAt(int x) const;
    int minuteAt(int y) const;
    QRect rectOf(const Placed &placed, const QDate &day, int startMinute) const;
    const CalendarBlock *block(qint64 key) const;
    const CalendarBlock *blockAt(const QPoint &position) const;
    void choose(qint64 key);
    void goTo(const QDate &day);
    void step(int direction);
    void move(int days, int minutes);
    void tell();

    QList<CalendarBlock> m_blocks;
    QList<Placed> m_placed; ///< of the week shown, in order of day and time
    QDate m_today;
    int m_minute = -1;
    QDate m_current;
    qint64 m_key = 0;
    std::optional<Drag> m_drag;
    bool m_scrolled = false;
};

} // namespace rolecall::ui
