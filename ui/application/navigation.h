// SPDX-License-Identifier: GPL-3.0-or-later
// The side bar of a workspace: its pages, its roles with their applicants, live.
#pragma once

#include "db/roles.h"
#include "ui/session/agenda_feed.h"

namespace rolecall::ui {

class MainWindow;

class Navigation : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    Navigation(Session &session, AgendaFeed &feed, MainWindow &window, QObject *parent);

    /// As they were last read.
    const QList<db::RoleSummary> &roles() const { return m_roles; }
    /// Reads the roles now, in the interface thread: before something new is gone to.
    void refresh();

private:
    void show();
    void countAgenda(const app::Agenda &agenda);

    Session &m_session;
    MainWindow &m_window;
    QList<db::RoleSummary> m_roles;
    int m_waiting = 0; ///< dates of the coming week and reviews
    bool m_overdue = false;
};

} // namespace rolecall::ui
