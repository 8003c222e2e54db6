// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/workspace_copies.h"

#include "app/safety/backups.h"
#include "app/sealing/sealed_file.h"
#include "db/connection.h"
#include "db/people.h"

#include <QDirIterator>
#include <QFileInfo>

namespace rolecall::app {

namespace {

bool isCopy(const QString &path)
{
    if (isSealed(path))
        return true;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3\0", 16);
}

/// Files named after the workspace, in its folder and in folders named after it.
QStringList copiesOf(const QString &workspacePath, const QString &backupFolder)
{
    const QFileInfo workspace(workspacePath);
    QStringList folders{workspace.absolutePath()};
    QDirIterator inner(workspace.absolutePath(), QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    while (inner.hasNext()) {
        const QString folder = inner.next();
        const QString name = QFileInfo(folder).fileName();
        if (name.contains(workspace.completeBaseName()) || name.contains(QLatin1String("backup"), Qt::CaseInsensitive))
            folders << folder;
    }
    QStringList copies;
    for (const QString &folder : std::as_const(folders)) {
        const auto files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDir::Name);
        for (const QFileInfo &file : files) {
            if (file.absoluteFilePath() != workspace.absoluteFilePath() && file.fileName().contains(workspace.completeBaseName()) && isCopy(file.absoluteFilePath()))
                copies << file.absoluteFilePath();
        }
    }
    // Backups that were made by themselves, of whichever workspace: whose they are is told by the people in them.
    QStringList ofBackups{BackupRule::usualFolder(), backupFolder};
    ofBackups.removeDuplicates();
    for (const QString &folder : std::as_const(ofBackups)) {
        QDirIterator backups(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (backups.hasNext()) {
            const QString path = QFileInfo(backups.next()).absoluteFilePath();
            if (path != workspace.absoluteFilePath() && !copies.contains(path) && isCopy(path))
                copies << path;
        }
    }
    return copies;
}

} // namespace

CopiesFound copiesHolding(const QString &workspacePath, const QList<db::Candidate> &people, const QString &backupFolder)
{
    CopiesFound found;
    QStringList uuids;
    for (const db::Candidate &person : people)
        uuids << person.uuid;
    for (const QString &copy : copiesOf(workspacePath, backupFolder)) {
        if (isSealed(copy)) {
            found.unread << copy;
            continue;
        }
        const auto connection = db::Connection::open(copy, db::Access::ReadOnly);
        const auto holds = connection ? db::hasAnyCandidate(**connection, uuids) : Result<bool>(tl::unexpected(connection.error()));
        if (!holds)
            found.unread << copy;
        else if (*holds)
            found.holding << copy;
    }
    return found;
}

} // namespace rolecall::app
