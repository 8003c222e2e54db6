// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/migrations.h"

#include "db/backup.h"
#include "db/connection.h"
#include "db/opening_check.h"
#include "db/sql.h"
#include "db/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

QStringList migrationFiles()
{
    static const QStringList files = QDir(QStringLiteral(":/db/migrations")).entryList(QDir::Files, QDir::Name);
    return files;
}

/// Within the transaction of migrate().
Outcome apply(Connection &connection, int version)
{
    auto script = migrationScript(version);
    if (!script)
        return tl::unexpected(script.error());
    *script += "\nPRAGMA application_id = " + QByteArray::number(applicationId) + ";\nPRAGMA user_version = " + QByteArray::number(version) + ";\n";
    return runScript(connection, *script);
}

} // namespace

int newestSchemaVersion()
{
    return int(migrationFiles().size());
}

Result<QByteArray> migrationScript(int version)
{
    QFile file(QStringLiteral(":/db/migrations/") + migrationFiles().at(version - 1));
    if (!file.open(QIODevice::ReadOnly))
        return failure(tr("Upgrading the workspace"), file.fileName(), file.errorString(), tr("Install Rolecall again"));
    return file.readAll();
}

Result<int> checkedSchemaVersion(Connection &connection)
{
    const auto version = single(connection, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    const auto identity = single(connection, QStringLiteral("PRAGMA application_id"));
    if (!identity)
        return tl::unexpected(identity.error());
    const auto tables = single(connection, QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables)
        return tl::unexpected(tables.error());
    if (tables->toInt() == 0 && version->toInt() == 0)
        return 0;
    if (identity->toInt() != applicationId)
        return failure({}, {}, tr("it is a database of another program"), tr("Choose a .rolecall file"));
    if (version->toInt() > newestSchemaVersion())
        return failure({}, {}, tr("it was written by a newer version of Rolecall (schema %1, this one knows %2); it was left as it is")
                                   .arg(version->toInt())
                                   .arg(newestSchemaVersion()),
                       tr("Open it with the newer version"));
    return version->toInt();
}

Result<MigrationOutcome> migrate(Connection &connection)
{
    const auto found = checkedSchemaVersion(connection);
    if (!found)
        return tl::unexpected(found.error());
    if (*found == newestSchemaVersion())
        return MigrationOutcome::Current;
    if (*found > 0) {
        if (auto outcome = checkLayout(connection, *found); !outcome)
            return tl::unexpected(outcome.error());
        const QString copy = QStringLiteral("%1.before-schema-%2.backup").arg(connection.path()).arg(newestSchemaVersion());
        if (auto outcome = backUp(connection, copy); !outcome)
            return tl::unexpected(outcome.error());
    }
    // One transaction around them all: after a failure the program that knew the old version still opens the file.
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (int version = *found + 1; version <= newestSchemaVersion(); ++version) {
        if (auto outcome = apply(connection, version); !outcome)
            return tl::unexpected(outcome.error());
    }
    if (auto outcome = transaction->commit(); !outcome)
        return tl::unexpected(outcome.error());
    return MigrationOutcome::Upgraded;
}

} // namespace rolecall::db
