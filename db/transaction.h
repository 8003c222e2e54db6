// SPDX-License-Identifier: GPL-3.0-or-later
// A write transaction that cannot be forgotten: immediate, rolled back unless committed.
#pragma once

#include "db/result.h"

namespace rolecall::db {

class Connection;

class Transaction
{
public:
    static Result<Transaction> begin(Connection &connection);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    ~Transaction(); ///< rolls back what was not committed

    [[nodiscard]] Outcome commit();

private:
    explicit Transaction(Connection &connection);
    Connection *m_connection;
};

} // namespace rolecall::db
