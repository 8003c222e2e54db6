// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <sqlite3.h>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

} // namespace

Transaction::Transaction(Connection &connection)
    : m_connection(&connection)
{}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{}

Transaction::~Transaction()
{
    // Straight to SQLite: a rollback must also happen after an injected failure, and it has no failure of its own
    // that anybody could act on (SQLite rolls back by itself at the next opening).
    if (m_connection && sqlite3_get_autocommit(m_connection->handle()) == 0)
        sqlite3_exec(m_connection->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<Transaction> Transaction::begin(Connection &connection)
{
    // A file that was moved or deleted meanwhile still takes writes through its open handle, and nobody would find them again.
    int hasMoved = 0;
    if (sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved) == SQLITE_OK && hasMoved != 0)
        return failure(tr("Writing to the workspace"), QDir::toNativeSeparators(connection.path()), tr("the file was moved, replaced or deleted, or its disk was taken away; nothing was changed"),
                       tr("Save a copy elsewhere, or put the file back and open it again"));
    if (auto outcome = runScript(connection, "BEGIN IMMEDIATE"); !outcome)
        return tl::unexpected(outcome.error());
    return Transaction(connection);
}

Outcome Transaction::commit()
{
    Connection *connection = m_connection;
    if (auto outcome = runScript(*connection, "COMMIT"); !outcome)
        return outcome;
    m_connection = nullptr;
    return {};
}

} // namespace rolecall::db
