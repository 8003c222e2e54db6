// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"

#include "db/connection.h"
#include "db/sql.h"

#include <sqlite3.h>

namespace rolecall::db {

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
