// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that come to be by themselves: when one is due, where it goes, which ones are kept, and how one is taken back.
#pragma once

#include "app/progress.h"
#include "db/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

struct BackupRule
{
    enum class Every { Never, Day, Week };
    Every every = Every::Day;
    QString folder = usualFolder();
    int days = 7;  ///< the newest of each of the last so many days that have one
    int weeks = 4; ///< and of each of the last so many weeks that have one

    /// Among the person's own data, for nobody else to read.
    static QString usualFolder();
};

struct BackupFile
{
    QString path;
    QDateTime madeAt; ///< UTC, by its name
    qint64 bytes = 0;
};

/// Of this workspace, newest first, in the rule's folder; also after the workspace was renamed.
QList<BackupFile> backupsOf(db::Connection &connection, const BackupRule &rule);
/// The same by the workspace's name alone, for one that cannot be opened.
QList<BackupFile> backupsByName(const QString &workspacePath, const BackupRule &rule);
/// Those that the rule no longer keeps. The newest is never one of them, whatever the clock says.
QList<BackupFile> surplus(const QList<BackupFile> &newestFirst, const BackupRule &rule);
/// Whether something has changed since the last backup, and that one is old enough. One from the future counts as old.
Result<bool> isBackupDue(db::Connection &connection, const BackupRule &rule, const QDateTime &now);

/// Writes one, checks it, and removes what the rule no longer keeps. The connection may be a reading one.
Result<BackupFile> makeBackup(db::Connection &connection, const BackupRule &rule, const QDateTime &now, Progress *progress = nullptr);

/// Puts a backup, or any whole copy, in the place of a workspace that nobody has open. What was there is kept beside it;
/// its name is returned, empty where nothing was there.
Result<QString> restoreBackup(const QString &backupPath, const QString &workspacePath, const QDateTime &now);

} // namespace rolecall::app
