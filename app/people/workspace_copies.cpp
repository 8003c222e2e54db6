// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/workspace_copies.h"

#include "db/connection.h"
#include "db/people.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QStandardPaths>

namespace rolecall::app {

namespace {

bool isDatabase(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3\0", 16);
}

/// Files named after the workspace, in its folder and in folders named after it.
QStringList copiesOf(const QString &workspacePath)
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
            if (file.absoluteFilePath() != workspace.absoluteFilePath() && file.fileName().contains(workspace.completeBaseName()) && isDatabase(file.absoluteFilePath()))
                copies << file.absoluteFilePath();
        }
    }
    // Backups that were made by themselves, of whichever workspace: whose they are is told by the people in them.
    QDirIterator backups(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/rolecall/backups"), {QStringLiteral("*.rolecall")}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (backups.hasNext()) {
        if (const QString path = backups.next(); !copies.contains(path) && isDatabase(path))
            copies << path;
    }
    return copies;
}

} // namespace

CopiesFound copiesHolding(const QString &workspacePath, const QList<db::Candidate> &people)
{
    CopiesFound found;
    QStringList uuids;
    for (const db::Candidate &person : people)
        uuids << person.uuid;
    for (const QString &copy : copiesOf(workspacePath)) {
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
