// SPDX-License-Identifier: GPL-3.0-or-later
// Running statements: every database call below goes through here, so that a failure always becomes an Error
// with a remedy, and so that a test can make the i-th call fail.
#pragma once

#include "db/result.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariantList>
#include <functional>

class QSqlError;

namespace rolecall::db {

class Connection;

/// Prepares and executes one statement. The query is forward only.
Result<QSqlQuery> run(Connection &connection, const QString &sql, const QVariantList &values = {});
/// The same where nothing is read from it.
Outcome execute(Connection &connection, const QString &sql, const QVariantList &values = {});
/// The first column of the first row; an invalid QVariant where there is no row.
Result<QVariant> single(Connection &connection, const QString &sql, const QVariantList &values = {});
/// Runs a script of statements that need no values, through SQLite itself: Qt Sql takes one statement at a time.
Outcome runScript(Connection &connection, const QByteArray &script);

/// The Error of a failed statement, in words a person can act on.
Error sqlError(const QSqlError &error, const QString &sql);
/// The same for a result code of SQLite and its message.
Error sqliteError(int extendedCode, const QString &message);

/// SQL NULL for absence.
template<class T> QVariant nullable(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}
inline std::optional<QString> optionalText(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toString());
}

/// A list of texts as it is stored, and back.
QString jsonArray(const QStringList &texts);
QStringList textsOfJson(const QString &jsonArray);

/// A new UUID of version 7 (RFC 9562): ordered by time, so that indexes grow at their end. 36 characters.
QString newUuid();

} // namespace rolecall::db
