// SPDX-License-Identifier: GPL-3.0-or-later
// What is next, read once for everybody who shows it: the Today page and the count in the navigation.
#pragma once

#include "app/agenda/agenda.h"
#include "ui/session/session.h"

namespace rolecall::ui {

class AgendaFeed : public QObject
{
    Q_OBJECT
public:
    /// `today` says which day it is. The session outlives it.
    explicit AgendaFeed(Session &session, QObject *parent = nullptr, std::function<QDate()> today = [] { return QDate::currentDate(); });

    /// As last read; none before the first answer.
    const std::optional<Result<app::Agenda>> &latest() const { return m_latest; }
    /// Reads again, also when the day has changed.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    Session &m_session;
    std::function<QDate()> m_today;
    std::optional<Result<app::Agenda>> m_latest;
    bool m_reading = false;
    bool m_again = false;
    bool m_countsStale = true; ///< what is to be confirmed again may be different
};

} // namespace rolecall::ui
