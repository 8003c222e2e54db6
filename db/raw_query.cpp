// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/raw_query.h"

#include "db/connection.h"
#include "db/sql.h"

#include <sqlite3.h>

namespace rolecall::db {

namespace {

Error errorOf(sqlite3 *handle)
{
    return sqliteError(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)));
}

int bind(sqlite3_stmt *statement, int place, const QVariant &value)
{
    if (value.isNull())
        return sqlite3_bind_null(statement, place);
    if (value.userType() == QMetaType::QString) {
        const QByteArray text = value.toString().toUtf8();
        return sqlite3_bind_text(statement, place, text.constData(), int(text.size()), SQLITE_TRANSIENT);
    }
    if (value.userType() == QMetaType::QByteArray) {
        const QByteArray bytes = value.toByteArray();
        return sqlite3_bind_blob(statement, place, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    return sqlite3_bind_int64(statement, place, value.toLongLong());
}

} // namespace

void RawQuery::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

RawQuery::RawQuery(sqlite3 *handle, sqlite3_stmt *statement)
    : m_handle(handle)
    , m_statement(statement)
{}

Result<RawQuery> RawQuery::prepare(Connection &connection, const QString &sql, const QVariantList &values)
{
    if (const auto injected = connection.injectedFailure())
        return tl::unexpected(*injected);
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(connection.handle(), text.constData(), int(text.size()), &statement, nullptr) != SQLITE_OK)
        return tl::unexpected(errorOf(connection.handle()));
    RawQuery query(connection.handle(), statement);
    for (int i = 0; i < int(values.size()); ++i) {
        if (bind(statement, i + 1, values[i]) != SQLITE_OK)
            return tl::unexpected(errorOf(connection.handle()));
    }
    return query;
}

Outcome RawQuery::restart(const QVariantList &values)
{
    sqlite3_reset(m_statement.get());
    m_code = SQLITE_OK;
    for (int i = 0; i < int(values.size()); ++i) {
        if (bind(m_statement.get(), i + 1, values[i]) != SQLITE_OK)
            return tl::unexpected(errorOf(m_handle));
    }
    return {};
}

bool RawQuery::next()
{
    m_code = sqlite3_step(m_statement.get());
    return m_code == SQLITE_ROW;
}

Outcome RawQuery::outcome() const
{
    if (m_code == SQLITE_OK || m_code == SQLITE_ROW || m_code == SQLITE_DONE)
        return {};
    return tl::unexpected(errorOf(m_handle));
}

bool RawQuery::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

int RawQuery::integer(int column) const
{
    return sqlite3_column_int(m_statement.get(), column);
}

qint64 RawQuery::key(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double RawQuery::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString RawQuery::text(int column) const
{
    const auto *characters = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(characters, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArrayView RawQuery::bytes(int column) const
{
    const auto *first = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return QByteArrayView(first, sqlite3_column_bytes(m_statement.get(), column));
}

} // namespace rolecall::db
