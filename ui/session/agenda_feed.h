// SPDX-License-Identifier: GPL-3.0-or-later
// What is next, read once for everybody who shows it: the Today page and the count in the navigation.
#pragma once

#include "app/agenda/agenda.h"
#include "app/agenda/zoned_time.h"
#include "app/clock.h"
#include "ui/session/session.h"

namespace rolecall::ui {

class AgendaFeed : public QObject
{
    Q_OBJECT
public:
    /// `clock` and `zone` say which day it is. The session outlives it.
    explicit AgendaFeed(Session &session, QObject *parent = nullptr, app::Clock clock = app::systemClock, QString zone = app::systemZone());

    /// As last read; none before the first answer.
    const std::optional<Result<app::Agenda>> &latest() const { return m_latest; }
    /// Reads again, also when the day has changed.
    void refresh();
    QDateTime now() const { return m_clock(); }
    /// The person's own zone, in which a day begins for them.
    const QString &zone() const { return m_zone; }
    QDate today() const { return app::localTime(m_clock(), m_zone).date(); }

Q_SIGNALS:
    void changed();

private:
    Session &m_session;
    app::Clock m_clock;
    QString m_zone;
    std::optional<Result<app::Agenda>> m_latest;
    bool m_reading = false;
    bool m_again = false;
    bool m_countsStale = true; ///< what is to be confirmed again may be different
};

} // namespace rolecall::ui
