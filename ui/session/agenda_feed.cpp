// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/agenda_feed.h"

namespace rolecall::ui {

AgendaFeed::AgendaFeed(Session &session, QObject *parent, std::function<QDate()> today)
    : QObject(parent)
    , m_session(session)
    , m_today(std::move(today))
{
    connect(&session, &Session::changed, this, [this](app::Areas areas) {
        if (areas & (app::Area::Roles | app::Area::Dates | app::Area::Ratings | app::Area::Applications | app::Area::Reviewers))
            refresh();
    });
    refresh();
}

void AgendaFeed::refresh()
{
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_session.reader().ask<app::Agenda>(
        this, [today = m_today()](db::Connection &connection) { return app::agenda(connection, today); },
        [this](const Result<app::Agenda> &agenda) {
            m_reading = false;
            m_latest = agenda;
            Q_EMIT changed();
            if (m_again)
                refresh();
        });
}

} // namespace rolecall::ui
