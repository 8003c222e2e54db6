// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/agenda_feed.h"

namespace rolecall::ui {

AgendaFeed::AgendaFeed(Session &session, QObject *parent, app::Clock clock, QString zone)
    : QObject(parent)
    , m_session(session)
    , m_clock(std::move(clock))
    , m_zone(std::move(zone))
{
    connect(&session, &Session::changed, this, [this](app::Areas areas) {
        // Levels wait for confirmation since qualities changed; while some do, each rating may be one less.
        m_countsStale |= bool(areas & (app::Area::Roles | app::Area::Qualities | app::Area::Reviewers)) || (m_latest && *m_latest && !(*m_latest)->confirmations.isEmpty());
        if (areas & (app::Area::Roles | app::Area::Qualities | app::Area::Dates | app::Area::Ratings | app::Area::Applications | app::Area::Reviewers))
            refresh();
    });
    connect(&session, &Session::reviewerChanged, this, [this] { m_countsStale = true; });
    refresh();
}

void AgendaFeed::refresh()
{
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_session.reader().ask<app::Agenda>(
        this,
        [now = m_clock(), zone = m_zone, counts = std::exchange(m_countsStale, false),
         known = m_latest && *m_latest ? (*m_latest)->confirmations : QList<app::AgendaConfirmation>()](db::Connection &connection) -> Result<app::Agenda> {
            auto agenda = app::agenda(connection, now, zone);
            if (!agenda)
                return agenda;
            const auto confirmations = counts ? app::toConfirm(connection) : Result<QList<app::AgendaConfirmation>>(known);
            if (!confirmations)
                return tl::unexpected(confirmations.error());
            agenda->confirmations = *confirmations;
            return agenda;
        },
        [this](const Result<app::Agenda> &agenda) {
            m_reading = false;
            m_latest = agenda;
            Q_EMIT changed();
            if (m_again)
                refresh();
        });
}

} // namespace rolecall::ui
