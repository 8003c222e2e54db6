// SPDX-License-Identifier: GPL-3.0-or-later
// A month as six weeks of days with what is on them. Arrows move between days, Tab and Shift+Tab between the events of a
// day, Enter opens, Page Up and Page Down change the month.
#pragma once

#include "ui/widgets/calendar_block.h"

#include <QList>
#include <QWidget>

namespace rolecall::ui {

class MonthView : public QWidget
{
    Q_OBJECT
public:
    explicit MonthView(QWidget *parent = nullptr);

    void setBlocks(const QList<CalendarBlock> &blocks);
    void setToday(const QDate &today);
    /// Shows the month of this day and makes it the current one.
    void setCurrentDay(const QDate &day);
    QDate currentDay() const { return m_current; }
    void setCurrentKey(qint64 key);
    qint64 currentKey() const { return m_key; }
    QDate firstDay() const; ///< of the six weeks
    QDate lastDay() const { return firstDay().addDays(41); }
    QRect blockRect(qint64 key) const; ///< empty where there is no room for it

    QSize sizeHint() const override { return {720, 520}; }
    QSize minimumSizeHint() const override { return {280, 300}; }

Q_SIGNALS:
    void dayChanged(const QDate &day);
    void blockChosen(qint64 key);
    void blockOpened(qint64 key);
    void dayOpened(const QDate &day); ///< Enter or a double click where nothing is

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect cell(int place) const;
    QRect rowIn(const QRect &cell, int row) const;
    int rowsIn(const QRect &cell) const;
    QList<const CalendarBlock *> on(const QDate &day) const;
    const CalendarBlock *blockAt(const QPoint &position) const;
    QDate dayAt(const QPoint &position) const;
    void paintCell(QPainter &painter, int place) const;
    void choose(const QDate &day, qint64 key);
    bool step(int direction);
    void tell();

    QList<CalendarBlock> m_blocks; ///< by day, as given
    QDate m_today;
    QDate m_current;
    qint64 m_key = 0;
};

} // namespace rolecall::ui
