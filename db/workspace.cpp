// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/workspace.h"

#include "db/erasure.h"
#include "db/migrations.h"
#include "db/opening_check.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

QString lockPath(const QString &path)
{
    const QFileInfo file(path);
    return file.absoluteDir().filePath(QStringLiteral(".%1.lock").arg(file.fileName()));
}

tl::unexpected<Error> notOpened(const QString &path, const QString &problem, const QString &remedy)
{
    return failure(tr("Opening the workspace"), QDir::toNativeSeparators(path), problem, remedy);
}

/// People's data: nobody else on this computer is to read it, also where the file came from elsewhere with other permissions.
void keepPrivate(const QString &path)
{
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &file : {path, path + QStringLiteral("-wal"), path + QStringLiteral("-shm")}) {
        if (QFile::permissions(file) & others)
            QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner); // where it is not ours to change, its owner decides
    }
}

} // namespace

Workspace::Workspace(std::unique_ptr<QLockFile> lockFile, std::unique_ptr<Connection> connection)
    : m_lock(std::move(lockFile))
    , m_connection(std::move(connection))
{}

Workspace::~Workspace() = default;

std::optional<Holder> Workspace::holder(const QString &path)
{
    QLockFile file(lockPath(path));
    Holder holder;
    if (!file.getLockInfo(&holder.processId, &holder.hostName, &holder.program))
        return std::nullopt;
    return holder;
}

Result<std::unique_ptr<QLockFile>> Workspace::lock(const QString &path)
{
    auto file = std::make_unique<QLockFile>(lockPath(path));
    // A lock is stale when its process is gone, never by its age.
    file->setStaleLockTime(0);
    if (file->tryLock(0))
        return file;
    // A lock that says nothing is one whose program was killed while it made it, or is about to write into it. A program
    // that lives holds the lock file itself locked besides, so that it cannot be taken away from it.
    constexpr int writingMilliseconds = 100;
    if (file->error() == QLockFile::LockFailedError && !holder(path)) {
        if (file->tryLock(writingMilliseconds))
            return file;
        if (!holder(path) && file->removeStaleLockFile() && file->tryLock(0))
            return file;
    }
    if (const auto held = holder(path); file->error() == QLockFile::LockFailedError && held) {
        const Holder &other = *held;
        if (other.isElsewhere())
            return notOpened(path, tr("the computer “%1” has it open for writing, or was switched off while it had").arg(other.hostName),
                             tr("Close it there, or open it read-only here. Where it is surely not open there, delete the file %1").arg(QDir::toNativeSeparators(lockPath(path))));
        return notOpened(path, tr("%1 (process %2 on %3) has it open for writing").arg(other.program).arg(other.processId).arg(other.hostName),
                         tr("Close it there, or open it read-only here"));
    }
    return notOpened(path, tr("its folder cannot be written to"), tr("Open it read-only, or copy it to a folder of yours"));
}

bool Holder::isElsewhere() const
{
    return !hostName.isEmpty() && hostName != QSysInfo::machineHostName();
}

Outcome Workspace::releaseElsewhere(const QString &path)
{
    const auto other = holder(path);
    if (other && other->isElsewhere() && !QFile::remove(lockPath(path)))
        return notOpened(path, tr("the lock beside it cannot be taken away"), tr("Check the permissions of its folder"));
    return {};
}

Result<std::unique_ptr<Workspace>> Workspace::create(const QString &path)
{
    auto held = lock(path);
    if (!held)
        return tl::unexpected(held.error());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return failure(tr("Making the workspace"), QDir::toNativeSeparators(path), file.errorString(), tr("Choose another name or folder"));
    file.close();
    auto connection = Connection::open(path, Access::ReadWrite);
    Outcome outcome = connection ? Outcome() : Outcome(tl::unexpected(connection.error()));
    if (outcome) {
        if (const auto migrated = migrate(**connection); !migrated)
            outcome = tl::unexpected(migrated.error());
    }
    if (outcome) {
        if (const auto written = run(**connection, QStringLiteral("INSERT INTO workspace_info VALUES ('uuid', ?), ('created_at', ?)"), {newUuid(), (*connection)->now()}); !written)
            outcome = tl::unexpected(written.error());
    }
    if (!outcome) {
        if (connection)
            connection->reset();
        QFile::remove(path); // it was made a moment ago, by us, and holds nothing
        return tl::unexpected(outcome.error());
    }
    return std::unique_ptr<Workspace>(new Workspace(std::move(*held), std::move(*connection)));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, Access access)
{
    if (auto outcome = checkHeader(path); !outcome)
        return tl::unexpected(outcome.error());
    std::unique_ptr<QLockFile> held;
    if (access == Access::ReadWrite) {
        auto taken = lock(path);
        if (!taken)
            return tl::unexpected(taken.error());
        held = std::move(*taken);
        keepPrivate(path);
    }
    const auto named = [&path](Error error) {
        error.tried = tr("Opening the workspace");
        error.subject = QDir::toNativeSeparators(path);
        return tl::unexpected(error);
    };
    if (access == Access::ReadWrite && !hasKnownHeader(path)) {
        // Another program's file, or a newer one's, stays as it is: it is not even opened for writing.
        auto reading = Connection::open(path, Access::ReadOnly);
        if (!reading)
            return tl::unexpected(reading.error());
        if (const auto version = checkedSchemaVersion(**reading); !version)
            return named(version.error());
    }
    auto connection = Connection::open(path, access);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto version = checkedSchemaVersion(**connection);
    if (!version)
        return named(version.error());
    if (access == Access::ReadOnly && *version != newestSchemaVersion())
        return notOpened(path, tr("it was written by an older version of Rolecall and has to be upgraded first"), tr("Open it for writing once"));
    if (access == Access::ReadWrite) {
        if (const auto migrated = migrate(**connection); !migrated)
            return named(migrated.error());
        // An erasure that was cut short after its rows had gone.
        if (auto outcome = finishErasure(**connection); !outcome)
            return named(outcome.error());
    }
    if (auto outcome = checkTables(**connection); !outcome)
        return named(outcome.error());
    return std::unique_ptr<Workspace>(new Workspace(std::move(held), std::move(*connection)));
}

Result<std::unique_ptr<Connection>> Workspace::connect() const
{
    auto connection = Connection::open(m_connection->path(), m_connection->access());
    if (connection)
        (*connection)->setReviewer(m_connection->reviewer());
    return connection;
}

} // namespace rolecall::db
