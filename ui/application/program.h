// SPDX-License-Identifier: GPL-3.0-or-later
// The running program: one window, and in it no workspace or one. Opens, makes, copies and closes workspaces.
#pragma once

#include "app/clock.h"
#include "ui/session/session.h"
#include "ui/shell/main_window.h"

#include <QPointer>
#include <functional>

class QMenu;
class QThread;

namespace rolecall::app {
class Progress;
}

namespace rolecall::ui {

class Desk;
class SettingsFile;
class Theme;
class WelcomePage;

class Program : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    Program(SettingsFile &settings, Theme &theme, app::Clock clock = app::systemClock);
    ~Program() override;

    /// Shows the window at once and fills it right after. Without a path: what was open last, or the welcome.
    void start(const QString &path);
    MainWindow *window() const { return m_window.get(); }
    Session *session() const { return m_session.get(); }

    void openWorkspace(const QString &path, db::Access access = db::Access::ReadWrite);
    void createWorkspace(const QString &path, const QStringList &thenTake = {});
    /// Puts a backup in the place of a workspace, which is closed first where it is open here, and opens it.
    void restoreBackup(const QString &backup, const QString &path);

private:
    void openNow(const QString &path, db::Access access);
    void makeWindow();
    void makeActions();
    void showRecent();
    void begin(const QString &path);
    /// A window without pages, in the place of the one before.
    void freshWindow();
    void attach(std::unique_ptr<db::Workspace> workspace);
    void showWelcome();
    void refuse(const QString &path, const Error &error);
    void showRescue(QString path, const QString &problem); ///< by value: the session whose path it may be goes
    void askOpenSealed();
    void openSealed(const QString &path);
    void recover(const QString &damaged);
    void unseal(const QString &sealed, const QByteArray &passphrase);
    /// Long work on files that are not open here, one at a time; `done` comes after a success, `failed` otherwise.
    void runApart(const QString &title, std::function<Outcome(app::Progress &)> work, std::function<void()> done, std::function<void(const Error &)> failed = {});
    void askWorkspace();
    void askNewWorkspace(const QStringList &thenTake = {});
    void askCopy();
    void closeWorkspace();
    void openExample();
    void takeFiles(const QStringList &paths);

    SettingsFile &m_settings;
    Theme &m_theme;
    app::Clock m_clock;
    QList<QAction *> m_fileActions;
    std::unique_ptr<QMenu> m_recent;
    QAction *m_copy = nullptr;
    QAction *m_close = nullptr;
    QThread *m_maker = nullptr; ///< while files are being made, recovered, restored
    std::shared_ptr<app::Progress> m_making;
    QPointer<WelcomePage> m_welcome;
    QAction *m_restore = nullptr;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window; ///< its pages refer to the session
    std::unique_ptr<Desk> m_desk;
};

} // namespace rolecall::ui
