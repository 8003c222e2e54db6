// SPDX-License-Identifier: GPL-3.0-or-later
// Looks after the backups of the open workspace: makes one when it is due, a while after the opening, in a thread of its own.
#pragma once

#include "app/safety/backups.h"
#include "ui/session/session.h"
#include "ui/shell/window_settings.h"

#include <QTimer>

namespace rolecall::ui {

app::BackupRule rememberedBackupRule(const WindowSettings &settings);
void rememberBackupRule(WindowSettings &settings, const app::BackupRule &rule);

class BackupKeeper : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it. Nothing is done until schedule() or makeNow().
    BackupKeeper(Session &session, WindowSettings &settings, QObject *parent = nullptr);
    ~BackupKeeper() override; ///< ends what is under way, which leaves nothing behind

    /// Makes one when it is due: some seconds from now, and again every hour. Never of a workspace that is only read.
    void schedule();
    void makeNow();
    void cancel();

    const app::BackupRule &rule() const { return m_rule; }
    void setRule(const app::BackupRule &rule);
    /// Newest first; as they were read last.
    const QList<app::BackupFile> &files() const { return m_files; }
    void readFiles();
    bool isWorking() const { return m_progress != nullptr; }
    /// 0 to 1; negative while the whole is not known.
    double fraction() const { return m_progress ? m_progress->fraction() : -1; }

Q_SIGNALS:
    void changed();
    void made(const rolecall::app::BackupFile &file);
    void failed(const rolecall::Error &error);

private:
    void makeWhereDue();
    void make(bool onlyWhereDue);

    Session &m_session;
    WindowSettings &m_settings;
    app::BackupRule m_rule;
    QList<app::BackupFile> m_files;
    std::shared_ptr<app::Progress> m_progress;
    QTimer m_look;
    QTimer m_tick;
    Worker m_worker; ///< last, so that it ends first
};

} // namespace rolecall::ui
