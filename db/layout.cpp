// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/layout.h"

#include "db/connection.h"
#include "db/migrations.h"
#include "db/search_tokenizer.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <sqlite3.h>

namespace rolecall::db {

namespace {

const char *const layoutQuery = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name LIMIT 2000";

struct Closer
{
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};

QString line(sqlite3_stmt *statement)
{
    QStringList parts;
    for (int column = 0; column < 4; ++column)
        parts << QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, column)), sqlite3_column_bytes(statement, column));
    return parts.join(u'|');
}

Result<QStringList> read(sqlite3 *handle, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    QStringList lines;
    int code = sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        while ((code = sqlite3_step(statement)) == SQLITE_ROW)
            lines << line(statement);
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE)
        return tl::unexpected(sqliteError(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle))));
    return lines;
}

Result<QStringList> make(int newest)
{
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, Closer> closer(handle);
    if (opened != SQLITE_OK)
        return tl::unexpected(sqliteError(opened, QString::fromUtf8(sqlite3_errstr(opened))));
    if (const int code = registerTokenizer(handle); code != SQLITE_OK)
        return tl::unexpected(sqliteError(code, QString::fromUtf8(sqlite3_errstr(code))));
    for (int version = 1; version <= newest; ++version) {
        const auto script = migrationScript(version);
        if (!script)
            return tl::unexpected(script.error());
        if (sqlite3_exec(handle, script->constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return tl::unexpected(sqliteError(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle))));
    }
    return read(handle, layoutQuery);
}

} // namespace

const char *const newestLayoutDigest = "b67a1d65779490d459369e558ef90bf1de62632efd683479ea9b247fc4cc52d0";

Result<QStringList> layout(Connection &connection)
{
    if (const auto injected = connection.injectedFailure())
        return tl::unexpected(*injected);
    return read(connection.handle(), layoutQuery);
}

Result<QStringList> ownLayout()
{
    static const Result<QStringList> made = make(newestSchemaVersion());
    return made;
}

Result<QStringList> ownLayout(int version)
{
    return version == newestSchemaVersion() ? ownLayout() : make(version);
}

QByteArray layoutDigest(const QStringList &layout)
{
    return QCryptographicHash::hash(layout.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex();
}

Result<QStringList> ownTables()
{
    return ownLayout().map(tablesOf);
}

QStringList tablesOf(const QStringList &layout)
{
    QStringList tables;
    for (const QString &entry : layout) {
        const QString name = entry.section(u'|', 1, 1);
        if (entry.startsWith(QLatin1String("table|")) && !name.startsWith(QLatin1String("sqlite_")) && !name.startsWith(QLatin1String("search_")))
            tables << name;
    }
    return tables;
}

} // namespace rolecall::db
