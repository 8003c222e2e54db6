// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connection.h"

#include "db/search_tokenizer.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <atomic>
#include <sqlite3.h>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

constexpr int busyMilliseconds = 5000;
// Nothing that Rolecall keeps is larger; a document above this is refused on its way in.
constexpr int maximalValueBytes = 256 * 1024 * 1024;

/// SQLite counts every allocation under one lock unless it is told not to, before its first use.
void configureLibrary()
{
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(done)
}

QString uniqueName()
{
    static std::atomic<int> counter = 0;
    return QStringLiteral("rolecall-%1").arg(++counter);
}

/// A file that must stay as it is, in a folder where SQLite can make nothing beside it.
bool isImmutable(const QString &path)
{
    const QFileInfo file(path);
    return !QFileInfo(file.absolutePath()).isWritable() && !QFileInfo::exists(path + QStringLiteral("-wal"));
}

} // namespace

Connection::Connection(QString path, Access access)
    : m_path(std::move(path))
    , m_name(uniqueName())
    , m_access(access)
{}

Connection::~Connection()
{
    if (m_database.isOpen())
        m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access)
{
    std::unique_ptr<Connection> connection(new Connection(QFileInfo(path).absoluteFilePath(), access));
    if (auto outcome = connection->setUp(); !outcome) {
        Error error = outcome.error();
        error.tried = tr("Opening the workspace");
        error.subject = QDir::toNativeSeparators(path);
        return tl::unexpected(error);
    }
    return connection;
}

Outcome Connection::setUp()
{
    configureLibrary();
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    QString name = m_path;
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMilliseconds);
    if (m_access == Access::ReadOnly) {
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        if (isImmutable(m_path)) {
            options += QStringLiteral(";QSQLITE_OPEN_URI");
            name = QUrl::fromLocalFile(m_path).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1");
        }
    }
    m_database.setConnectOptions(options);
    m_database.setDatabaseName(name);
    if (!m_database.open())
        return tl::unexpected(sqlError(m_database.lastError(), {}));

    const QVariant handle = m_database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return failure({}, {}, tr("the SQLite driver does not give access to its connection"), tr("Install Qt's own SQLite driver"));
    m_handle = *static_cast<sqlite3 *const *>(handle.constData());

    sqlite3_extended_result_codes(m_handle, 1);
    int ignored = 0;
    // A file made by somebody else must not run anything: no triggers or views of its own (temporary ones of ours still
    // work), no functions with side effects in its schema, no shadow tables written to, no extension loaded.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, &ignored);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &ignored);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, &ignored);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, &ignored);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, &ignored);
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, maximalValueBytes);
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 1);
    if (const int code = registerTokenizer(m_handle); code != SQLITE_OK)
        return tl::unexpected(sqliteError(code, tr("this SQLite has no full-text search")));

    if (auto outcome = runScript(*this, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
                                        "PRAGMA cache_size = -8000;");
        !outcome)
        return outcome;
    if (m_access == Access::ReadOnly)
        return runScript(*this, "PRAGMA query_only = ON;");

    // Takes effect in a file that is still empty: larger pages make bulk loads and scans cheaper than SQLite's usual 4096.
    if (auto outcome = runScript(*this, "PRAGMA page_size = 8192"); !outcome)
        return outcome;
    const auto mode = single(*this, QStringLiteral("PRAGMA journal_mode = WAL"));
    if (!mode)
        return tl::unexpected(mode.error());
    if (mode->toString() != QLatin1String("wal"))
        return failure({}, {}, tr("the file system does not allow the write-ahead log that keeps the file safe"),
                       tr("Keep the workspace on a local disk"));
    return runScript(*this, "PRAGMA synchronous = FULL;");
}

void Connection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

QString Connection::now() const
{
    const QDateTime moment = m_clock ? m_clock() : QDateTime::currentDateTimeUtc();
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace rolecall::db
