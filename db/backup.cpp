// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/backup.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryFile>
#include <cstdio>
#include <sqlite3.h>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

constexpr int pagesAtOnce = 1024;

Outcome copyPages(sqlite3 *from, const QString &toPath)
{
    sqlite3 *to = nullptr;
    const auto closeCopy = qScopeGuard([&to] { sqlite3_close(to); });
    if (sqlite3_open_v2(QFile::encodeName(toPath).constData(), &to, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        return tl::unexpected(sqliteError(sqlite3_extended_errcode(to), QString::fromUtf8(sqlite3_errmsg(to))));
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        return tl::unexpected(sqliteError(sqlite3_extended_errcode(to), QString::fromUtf8(sqlite3_errmsg(to))));
    int code = SQLITE_OK;
    while ((code = sqlite3_backup_step(backup, pagesAtOnce)) == SQLITE_OK || code == SQLITE_BUSY) {
        if (code == SQLITE_BUSY)
            sqlite3_sleep(20);
    }
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        return tl::unexpected(sqliteError(code, QString::fromUtf8(sqlite3_errstr(code))));
    // One file, with nothing beside it.
    if (sqlite3_exec(to, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(sqliteError(sqlite3_extended_errcode(to), QString::fromUtf8(sqlite3_errmsg(to))));
    return {};
}

Error named(Error error, const QString &path)
{
    error.tried = tr("Backing the workspace up to");
    error.subject = QDir::toNativeSeparators(path);
    return error;
}

} // namespace

Outcome backUp(Connection &connection, const QString &toPath)
{
    QTemporaryFile file(toPath + QStringLiteral(".XXXXXX"));
    file.setAutoRemove(true);
    if (!file.open())
        return tl::unexpected(named({{}, {}, file.errorString(), tr("Choose a folder that can be written to")}, toPath));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (auto outcome = copyPages(connection.handle(), file.fileName()); !outcome)
        return tl::unexpected(named(outcome.error(), toPath));
    {
        auto copy = Connection::open(file.fileName(), Access::ReadOnly);
        if (!copy)
            return tl::unexpected(named(copy.error(), toPath));
        const auto found = damage(**copy);
        if (!found)
            return tl::unexpected(named(found.error(), toPath));
        if (!found->isEmpty())
            return tl::unexpected(named({{}, {}, tr("the copy does not pass its check (%1)").arg(found->first()), tr("Check the disk")}, toPath));
    }
    QFile::remove(file.fileName() + QStringLiteral("-shm"));
    QFile::remove(file.fileName() + QStringLiteral("-wal"));
    // rename(2) replaces an older backup in one step; Qt's own rename refuses to.
    if (std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(toPath).constData()) != 0)
        return tl::unexpected(named({{}, {}, qt_error_string(errno), tr("Choose another place")}, toPath));
    file.setAutoRemove(false);
    return {};
}

Result<QStringList> damage(Connection &connection)
{
    QStringList found;
    auto pages = run(connection, QStringLiteral("PRAGMA integrity_check(100)"));
    if (!pages)
        return tl::unexpected(pages.error());
    while (pages->next()) {
        if (const QString line = pages->value(0).toString(); line != QLatin1String("ok"))
            found << line;
    }
    auto references = run(connection, QStringLiteral("PRAGMA foreign_key_check"));
    if (!references)
        return tl::unexpected(references.error());
    while (references->next() && found.size() < 100)
        found << tr("row %2 of table %1 refers to a row of %3 that is not there")
                     .arg(references->value(0).toString(), references->value(1).toString(), references->value(2).toString());
    return found;
}

} // namespace rolecall::db
