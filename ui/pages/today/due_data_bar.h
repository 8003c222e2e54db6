// SPDX-License-Identifier: GPL-3.0-or-later
// On Today: of how many people the data are due for erasure. It leads to them; nothing is erased from here.
#pragma once

#include "ui/session/session.h"

#include <QDate>
#include <QWidget>

namespace rolecall::ui {

class AgendaRow;

class DueDataBar : public QWidget
{
    Q_OBJECT
public:
    /// `today` says which day it is. The session outlives it. Hidden while nobody is due.
    explicit DueDataBar(Session &session, QWidget *parent = nullptr, std::function<QDate()> today = [] { return QDate::currentDate(); });

    void refresh();
    int people() const { return m_people; }

Q_SIGNALS:
    void lookWanted();

private:
    void show(int people);

    Session &m_session;
    std::function<QDate()> m_today;
    AgendaRow *m_row = nullptr;
    int m_people = 0;
};

} // namespace rolecall::ui
