// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/opening_check.h"

#include "db/connection.h"
#include "db/layout.h"
#include "db/migrations.h"
#include "db/page_file.h"
#include "db/raw_query.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

constexpr int headerBytes = 100;
const QByteArray magic("SQLite format 3\0", 16);

tl::unexpected<Error> notOpened(const QString &path, const QString &problem, const QString &remedy)
{
    return failure(tr("Opening the workspace"), QDir::toNativeSeparators(path), problem, remedy);
}

quint32 number(const QByteArray &header, int offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

bool hasLog(const QString &path)
{
    return QFileInfo(path + QStringLiteral("-wal")).size() > 0;
}

/// By its header (https://www.sqlite.org/fileformat2.html, 1.3), which counts only where no write-ahead log goes before it.
bool isCut(const QString &path, const QByteArray &header)
{
    const quint32 stored = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    const bool isCounted = number(header, 24) == number(header, 92);
    return isCounted && !hasLog(path) && QFileInfo(path).size() < pageSize * qint64(number(header, 28));
}

QByteArray headerOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(headerBytes) : QByteArray();
}

} // namespace

Outcome checkHeader(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return notOpened(path, tr("there is no such file"), tr("Choose another file, or make a new workspace"));
    if (QFileInfo(path).isDir())
        return notOpened(path, tr("it is a folder"), tr("Choose a .rolecall file"));
    if (!file.open(QIODevice::ReadOnly))
        return notOpened(path, file.errorString(), tr("Check the permissions of the file"));
    const QByteArray header = file.read(headerBytes);
    if (header.isEmpty())
        return notOpened(path, tr("the file is empty"), tr("Restore a backup, or make a new workspace"));
    if (!header.startsWith(magic)) {
        if (looksLikeDamagedWorkspace(path))
            return notOpened(path, tr("the beginning of the file is damaged"), tr("Recover it into a new file, or restore a backup"));
        return notOpened(path, tr("it is not a Rolecall workspace"), tr("Choose a .rolecall file"));
    }
    if (header.size() < headerBytes || isCut(path, header))
        return notOpened(path, tr("the file is cut short"), tr("Recover it into a new file, or restore a backup"));
    return {};
}

bool hasKnownHeader(const QString &path)
{
    const QByteArray header = headerOf(path);
    return header.size() == headerBytes && number(header, 68) == quint32(applicationId) && number(header, 60) >= 1 && number(header, 60) <= quint32(newestSchemaVersion());
}

bool hasOlderSchema(const QString &path)
{
    return hasKnownHeader(path) && number(headerOf(path), 60) < quint32(newestSchemaVersion());
}

Outcome checkLayout(Connection &connection, int version)
{
    const auto found = layout(connection);
    if (!found)
        return tl::unexpected(found.error());
    const bool isKnown = version == newestSchemaVersion() && layoutDigest(*found) == newestLayoutDigest;
    const auto expected = isKnown ? found : ownLayout(version);
    if (!expected)
        return tl::unexpected(expected.error());
    if (*found != *expected)
        return failure({}, {}, tr("its tables are not as Rolecall lays them out: it was changed by another program, or is damaged"),
                       tr("Recover it into a new file, or restore a backup"));
    // Each is sound for itself, so that only a full check would notice, after rows of one were written into the other.
    const auto shared = single(connection, QStringLiteral("SELECT count(*) - count(DISTINCT rootpage) FROM sqlite_schema WHERE rootpage > 0"));
    if (!shared)
        return tl::unexpected(shared.error());
    if (shared->toInt() != 0)
        return failure({}, {}, tr("two of its tables claim the same pages: it is damaged"), tr("Recover it into a new file, or restore a backup"));
    return {};
}

Outcome checkTables(Connection &connection)
{
    if (auto outcome = checkLayout(connection, newestSchemaVersion()); !outcome)
        return outcome;
    const auto found = layout(connection); // which is as it must be
    if (!found)
        return tl::unexpected(found.error());
    for (const QString &table : tablesOf(*found)) {
        const bool hasRowNumbers = !found->filter(QStringLiteral("table|%1|").arg(table)).first().endsWith(QLatin1String("WITHOUT ROWID"));
        // One each, for SQLite: both in one query would go through every row, and through those of an index where there is one.
        auto query = RawQuery::prepare(connection, (hasRowNumbers ? QStringLiteral("SELECT (SELECT min(rowid) FROM %1), (SELECT max(rowid) FROM %1)") : QStringLiteral("SELECT * FROM %1 LIMIT 1")).arg(table));
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) { }
        if (auto outcome = query->outcome(); !outcome)
            return outcome;
    }
    return {};
}

Outcome checkUsable(Connection &connection)
{
    const auto version = checkedSchemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0)
        return failure({}, {}, tr("there is nothing in it"), tr("Choose another file"));
    return checkLayout(connection, *version);
}

FileState fileState(const QString &path)
{
    if (!QFileInfo(path).isFile() || !QFile(path).open(QIODevice::ReadOnly))
        return FileState::Missing;
    const QByteArray header = headerOf(path);
    if (!header.startsWith(magic))
        return looksLikeDamagedWorkspace(path) ? FileState::Damaged : FileState::Foreign;
    if (!checkHeader(path))
        return FileState::Damaged;
    const auto connection = Connection::open(path, Access::ReadOnly);
    if (!connection)
        return number(header, 68) == quint32(applicationId) ? FileState::Damaged : FileState::Foreign;
    const auto version = single(**connection, QStringLiteral("PRAGMA user_version"));
    const auto identity = single(**connection, QStringLiteral("PRAGMA application_id"));
    if (!version || !identity)
        return FileState::Damaged;
    if (identity->toInt() != applicationId)
        return FileState::Foreign;
    if (version->toInt() > newestSchemaVersion())
        return FileState::Newer;
    if (version->toInt() == newestSchemaVersion())
        return checkTables(**connection) ? FileState::Whole : FileState::Damaged;
    return checkLayout(**connection, version->toInt()) ? FileState::Whole : FileState::Damaged;
}

} // namespace rolecall::db
