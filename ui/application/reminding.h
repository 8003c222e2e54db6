// SPDX-License-Identifier: GPL-3.0-or-later
// While the program runs: reminders as they fall due, and the turn of the day. At its start: what was missed.
#pragma once

#include "app/agenda/reminders.h"
#include "ui/session/agenda_feed.h"

#include <QTimer>

namespace rolecall::ui {

/// Shows one notification on the desktop.
using Notify = std::function<void(const QString &title, const QString &text)>;

/// The desktop's notification service on the session's own bus; where there is none, nothing is shown and nobody is told.
Notify desktopNotifications();

class Reminding : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it. Does nothing in a workspace that is opened to read only.
    Reminding(Session &session, AgendaFeed &feed, Notify notify, QObject *parent = nullptr);

    /// Once, when the window is there: what fell due while the program was not running, as one sentence; empty: nothing.
    QString missed();
    /// What a minute does.
    void tick();

Q_SIGNALS:
    void dayChanged();
    void reminded(const QList<rolecall::app::Reminder> &reminders);

private:
    QList<app::Reminder> dueNow();

    Session &m_session;
    AgendaFeed &m_feed;
    Notify m_notify;
    QTimer m_timer;
    QDate m_day;
};

} // namespace rolecall::ui
