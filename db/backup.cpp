// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/backup.h"

#include "db/connection.h"
#include "db/file_replacement.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryFile>
#include <sqlite3.h>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

constexpr int pagesAtOnce = 1024;
constexpr int stepsBetweenLooks = 100'000;

/// One moment of the source for the whole copy: without it every write of somebody else would begin it anew.
class Moment
{
public:
    explicit Moment(sqlite3 *handle)
        : m_handle(sqlite3_get_autocommit(handle) != 0 ? handle : nullptr)
    {
        if (m_handle)
            sqlite3_exec(m_handle, "BEGIN; SELECT count(*) FROM sqlite_schema;", nullptr, nullptr, nullptr);
    }
    ~Moment()
    {
        if (m_handle)
            sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    Q_DISABLE_COPY_MOVE(Moment)

private:
    sqlite3 *m_handle;
};

tl::unexpected<Error> cancelled()
{
    return failure({}, {}, tr("it was cancelled; nothing was written"));
}

Outcome copyPages(sqlite3 *from, const QString &toPath, const BackupProgress &progress)
{
    if (progress && !progress(0, 1))
        return cancelled();
    const Moment moment(from);
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
        // The check that follows takes about as long again.
        const qint64 total = sqlite3_backup_pagecount(backup);
        if (progress && !progress(total - sqlite3_backup_remaining(backup), 2 * total)) {
            sqlite3_backup_finish(backup);
            return cancelled();
        }
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

Outcome backUp(Connection &connection, const QString &toPath, const BackupProgress &progress)
{
    QTemporaryFile file(toPath + QStringLiteral(".XXXXXX"));
    file.setAutoRemove(true);
    if (!file.open())
        return tl::unexpected(named({{}, {}, file.errorString(), tr("Choose a folder that can be written to")}, toPath));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (auto outcome = copyPages(connection.handle(), file.fileName(), progress); !outcome)
        return tl::unexpected(named(outcome.error(), toPath));
    {
        auto copy = Connection::open(file.fileName(), Access::ReadOnly);
        if (!copy)
            return tl::unexpected(named(copy.error(), toPath));
        if (progress) {
            const auto look = [](void *heard) { return (*static_cast<const BackupProgress *>(heard))(1, 2) ? 0 : 1; };
            sqlite3_progress_handler((*copy)->handle(), stepsBetweenLooks, look, const_cast<BackupProgress *>(&progress));
        }
        const auto found = damage(**copy);
        if (!found)
            return tl::unexpected(named(found.error(), toPath));
        if (!found->isEmpty())
            return tl::unexpected(named({{}, {}, tr("the copy does not pass its check (%1)").arg(found->first()), tr("Check the disk")}, toPath));
    }
    QFile::remove(file.fileName() + QStringLiteral("-shm"));
    QFile::remove(file.fileName() + QStringLiteral("-wal"));
    if (auto outcome = moveInto(file.fileName(), toPath); !outcome)
        return tl::unexpected(named(outcome.error(), toPath));
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
    if (!found.isEmpty())
        return found; // what refers to what cannot be asked of broken pages
    auto references = run(connection, QStringLiteral("PRAGMA foreign_key_check"));
    if (!references)
        return tl::unexpected(references.error());
    while (references->next() && found.size() < 100)
        found << tr("row %2 of table %1 refers to a row of %3 that is not there")
                     .arg(references->value(0).toString(), references->value(1).toString(), references->value(2).toString());
    return found;
}

} // namespace rolecall::db
