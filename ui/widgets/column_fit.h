// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that fill a table whose person has set no widths: as many as have their room stand whole in view, and the
// others begin where the view ends, so that no word is cut by the table's edge.
#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace rolecall::ui {

class ColumnFit : public QObject
{
    Q_OBJECT
public:
    /// Room that a column needs and what it takes at most where there is more, in average characters of its text.
    struct Room
    {
        int least = 0;
        int most = 0;
    };

    /// One for each of the model's columns. The table is its parent.
    ColumnFit(QTableView &table, QList<Room> rooms);

    /// A width that a person gave holds: from here on nothing is fitted.
    void stop();
    /// Whether widths change because the table does, and not by a person's hand.
    bool isFitting() const { return m_fitting; }
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView &m_table;
    QList<Room> m_rooms;
    bool m_fitting = false;
    bool m_stopped = false;
};

} // namespace rolecall::ui
