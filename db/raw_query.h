// SPDX-License-Identifier: GPL-3.0-or-later
// Reading many small values straight from SQLite: Qt Sql wraps each in a QVariant, which costs more than the query
// where a hundred thousand keys are read. Only for the few queries that are that long.
#pragma once

#include "db/result.h"

#include <QByteArrayView>
#include <QString>
#include <QVariantList>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace rolecall::db {

class Connection;

class RawQuery
{
public:
    /// Prepares and binds whole numbers, texts and bytes.
    static Result<RawQuery> prepare(Connection &connection, const QString &sql, const QVariantList &values = {});

    /// The same statement from its beginning, with other values: prepared once for many rows.
    Outcome restart(const QVariantList &values);

    /// The next row; false at the end and after a failure, which `outcome()` tells.
    bool next();
    Outcome outcome() const;

    bool isNull(int column) const;
    int integer(int column) const;
    qint64 key(int column) const;
    double real(int column) const;
    QString text(int column) const;
    /// Valid until the next row.
    QByteArrayView bytes(int column) const;

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    RawQuery(sqlite3 *handle, sqlite3_stmt *statement);
    sqlite3 *m_handle;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_code = 0;
};

} // namespace rolecall::db
