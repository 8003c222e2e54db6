// SPDX-License-Identifier: GPL-3.0-or-later
// An open workspace in a window: its pages, the navigation, what is said at the foot, and files that are given to it.
#pragma once

#include "ui/application/navigation.h"
#include "ui/session/text_keeper.h"
#include "ui/application/palette_providers.h"
#include "ui/application/reminding.h"
#include "ui/session/backup_keeper.h"

namespace rolecall::ui {

class FileCheck;
class MainWindow;
class Theme;

class Desk : public QObject
{
    Q_OBJECT
public:
    /// All outlive it. The window is bare: it has no pages of a workspace yet.
    Desk(Session &session, MainWindow &window, Theme &theme, const app::Clock &clock = app::systemClock, Notify notify = desktopNotifications(), QObject *parent = nullptr);

    /// Where one begins: the dates and reviews of the day.
    void openFirstPage();
    /// Lets backups come by themselves from now on, and the file be looked through.
    void beginBackups();
    /// Postings add roles; tables, mail, cards, CVs and folders open Import; what Rolecall cannot take is said. Workspaces are not for it.
    void takeFiles(const QStringList &paths);

Q_SIGNALS:
    /// A backup is to take the place of the open workspace.
    void restoreWanted(const QString &backup);
    /// The open workspace is damaged, and the person wants to do something about it.
    void rescueWanted(const QString &problem);

private:
    void registerPages();
    void connectMessages();
    void addRoles(const QStringList &paths);
    void sayError(const Error &error);
    /// Roles whose closing date has passed stop taking applications, and that is said.
    void closePassedRoles();

    Session &m_session;
    MainWindow &m_window;
    Theme &m_theme;
    AgendaFeed m_feed;
    Reminding *m_reminding = nullptr;
    BackupKeeper *m_backups;
    FileCheck *m_check;
    TextKeeper m_texts;
    Navigation *m_navigation = nullptr;
};

} // namespace rolecall::ui
