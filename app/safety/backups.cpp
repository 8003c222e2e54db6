// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/safety/backups.h"

#include "db/backup.h"
#include "db/change_log.h"
#include "db/connection.h"
#include "db/file_replacement.h"
#include "db/opening_check.h"
#include "db/reviewers.h"
#include "db/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Backups", text);
}

const QString moment = QStringLiteral("yyyy-MM-dd HHmmss");
constexpr int idLetters = 8; // the last ones of the UUID are random

QString nameOf(const db::Connection &connection)
{
    return QFileInfo(connection.path()).completeBaseName();
}

Result<QString> idOf(db::Connection &connection)
{
    const auto uuid = db::workspaceInfo(connection, QStringLiteral("uuid"));
    if (!uuid)
        return tl::unexpected(uuid.error());
    return uuid->value_or(QString()).right(idLetters);
}

/// Files in it carry the moment in UTC: "Hiring 2026-11-25 154501Z.rolecall".
std::optional<BackupFile> backupFrom(const QFileInfo &file)
{
    static const QRegularExpression pattern(QStringLiteral(" (\\d{4}-\\d\\d-\\d\\d \\d{6})Z\\.rolecall$"));
    const auto match = pattern.match(file.fileName());
    QDateTime madeAt = QDateTime::fromString(match.captured(1), moment);
    if (!match.hasMatch() || !madeAt.isValid() || !file.isFile() || file.isSymLink())
        return std::nullopt;
    madeAt.setTimeSpec(Qt::UTC);
    return BackupFile{file.absoluteFilePath(), madeAt, file.size()};
}

Result<QString> lastChange(db::Connection &connection)
{
    const auto changes = db::changes(connection, {}, 1);
    if (!changes)
        return tl::unexpected(changes.error());
    return changes->isEmpty() ? QString() : changes->first().uuid;
}

/// Makes the folder for nobody else to look into, where there is none.
Outcome makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    if (!QDir().mkpath(path))
        return failure(tr("Making the folder for backups"), QDir::toNativeSeparators(path), tr("it cannot be made there"), tr("Choose another folder in Settings"));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

QString besideName(const QString &workspacePath, const QDateTime &now)
{
    const QFileInfo file(workspacePath);
    const QString name = tr("%1 before %2").arg(file.completeBaseName(), now.toUTC().toString(moment) + u'Z');
    QString path = file.absoluteDir().filePath(name + QStringLiteral(".rolecall"));
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = file.absoluteDir().filePath(QStringLiteral("%1 (%2).rolecall").arg(name).arg(i));
    return path;
}

} // namespace

QString BackupRule::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/rolecall/backups");
}

namespace {

QList<BackupFile> backupsIn(const QFileInfoList &folders)
{
    QList<BackupFile> found;
    for (const QFileInfo &folder : folders) {
        const auto files = QDir(folder.absoluteFilePath()).entryInfoList({QStringLiteral("*.rolecall")}, QDir::Files);
        for (const QFileInfo &file : files) {
            if (const auto backup = backupFrom(file))
                found << *backup;
        }
    }
    std::sort(found.begin(), found.end(), [](const BackupFile &a, const BackupFile &b) { return a.madeAt > b.madeAt; });
    return found;
}

} // namespace

QList<BackupFile> backupsOf(db::Connection &connection, const BackupRule &rule)
{
    const auto id = idOf(connection);
    if (!id || id->isEmpty())
        return {};
    return backupsIn(QDir(rule.folder).entryInfoList({QStringLiteral("* ") + *id}, QDir::Dirs | QDir::NoDotAndDotDot));
}

QList<BackupFile> backupsByName(const QString &workspacePath, const BackupRule &rule)
{
    const QString start = QFileInfo(workspacePath).completeBaseName() + u' ';
    QFileInfoList folders = QDir(rule.folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    folders.removeIf([&start](const QFileInfo &folder) { return !folder.fileName().startsWith(start) || folder.fileName().size() != start.size() + idLetters; });
    return backupsIn(folders);
}

QList<BackupFile> surplus(const QList<BackupFile> &newestFirst, const BackupRule &rule)
{
    QSet<QDate> days;
    QSet<QPair<int, int>> weeks;
    QList<BackupFile> rest;
    for (const BackupFile &file : newestFirst) {
        const QDate day = file.madeAt.date();
        int year = 0;
        const int week = day.weekNumber(&year);
        const bool isNewest = days.isEmpty() && weeks.isEmpty();
        const bool ofDay = !days.contains(day) && days.size() < std::max(rule.days, 1);
        const bool ofWeek = !weeks.contains({year, week}) && weeks.size() < rule.weeks;
        if (ofDay || isNewest)
            days.insert(day);
        if (ofWeek)
            weeks.insert({year, week});
        if (!ofDay && !ofWeek && !isNewest)
            rest << file;
    }
    return rest;
}

Result<bool> isBackupDue(db::Connection &connection, const BackupRule &rule, const QDateTime &now)
{
    if (rule.every == BackupRule::Every::Never)
        return false;
    const auto change = lastChange(connection);
    if (!change)
        return tl::unexpected(change.error());
    if (change->isEmpty())
        return false; // nothing was done in it yet
    const QList<BackupFile> files = backupsOf(connection, rule);
    if (files.isEmpty())
        return true;
    const qint64 age = files.first().madeAt.secsTo(now);
    constexpr qint64 day = 24 * 60 * 60;
    if (age >= 0 && age < (rule.every == BackupRule::Every::Week ? 7 * day : day))
        return false;
    auto last = db::Connection::open(files.first().path, db::Access::ReadOnly);
    if (!last)
        return true; // it cannot be read, so there is none
    const auto then = lastChange(**last);
    return !then || *then != *change;
}

Result<BackupFile> makeBackup(db::Connection &connection, const BackupRule &rule, const QDateTime &now, Progress *progress)
{
    const auto id = idOf(connection);
    if (!id)
        return tl::unexpected(id.error());
    const QString folder = QStringLiteral("%1/%2 %3").arg(rule.folder, nameOf(connection), *id);
    for (const QString &path : {rule.folder, folder}) {
        if (auto outcome = makeFolder(path); !outcome)
            return tl::unexpected(outcome.error());
    }
    const QString path = QStringLiteral("%1/%2 %3Z.rolecall").arg(folder, nameOf(connection), now.toUTC().toString(moment));
    const auto written = db::backUp(connection, path, [progress](qint64 done, qint64 total) {
        if (!progress)
            return true;
        progress->setTotal(total);
        progress->setDone(done);
        return !progress->isCancelled();
    });
    if (!written)
        return tl::unexpected(written.error());
    for (const BackupFile &old : surplus(backupsOf(connection, rule), rule))
        QFile::remove(old.path); // one that stays behind does no harm, and goes the next time
    return BackupFile{path, now.toUTC(), QFileInfo(path).size()};
}

Result<QString> restoreBackup(const QString &backupPath, const QString &workspacePath, const QDateTime &now)
{
    const auto named = [&backupPath](Error error) {
        error.tried = tr("Restoring the backup");
        error.subject = QDir::toNativeSeparators(backupPath);
        return tl::unexpected(error);
    };
    if (QFileInfo(backupPath).canonicalFilePath() == QFileInfo(workspacePath).canonicalFilePath())
        return named({{}, {}, tr("it is the workspace itself"), tr("Choose a backup")});
    const auto held = db::Workspace::lock(workspacePath);
    if (!held)
        return tl::unexpected(held.error());
    // Beside the workspace, whole and checked, before anything there is touched; an older one is upgraded when it is opened.
    const QString fresh = workspacePath + QStringLiteral(".restored");
    QFile::remove(fresh);
    {
        auto backup = db::Connection::open(backupPath, db::Access::ReadOnly);
        if (!backup)
            return named(backup.error());
        if (const auto usable = db::checkUsable(**backup); !usable)
            return named(usable.error());
        if (auto outcome = db::backUp(**backup, fresh); !outcome)
            return named(outcome.error());
    }
    if (!QFileInfo::exists(workspacePath)) {
        if (auto outcome = db::moveInto(fresh, workspacePath); !outcome)
            return named(outcome.error());
        return QString();
    }
    // What its write-ahead log still holds goes into the file first, so that it is whole by itself.
    if (db::fileState(workspacePath) == db::FileState::Whole)
        db::Connection::open(workspacePath, db::Access::ReadWrite);
    const QString kept = besideName(workspacePath, now);
    if (auto outcome = db::replaceWorkspace(fresh, workspacePath, kept); !outcome) {
        QFile::remove(fresh);
        return named(outcome.error());
    }
    return kept;
}

} // namespace rolecall::app
