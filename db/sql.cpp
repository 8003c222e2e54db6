// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sql.h"

#include "db/connection.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSqlError>
#include <sqlite3.h>

namespace rolecall::db {

namespace {

Q_LOGGING_CATEGORY(database, "rolecall.database", QtFatalMsg)

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

} // namespace

Result<QSqlQuery> run(Connection &connection, const QString &sql, const QVariantList &values)
{
    if (const auto injected = connection.injectedFailure())
        return tl::unexpected(*injected);
    QSqlQuery query(connection.database());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(sqlError(query.lastError(), sql));
    for (const QVariant &value : values) {
        // A null QString is an empty text; absence is a QVariant without a type (see nullable()).
        const bool emptyText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(emptyText ? QVariant(QStringLiteral("")) : value);
    }
    if (!query.exec())
        return tl::unexpected(sqlError(query.lastError(), sql));
    return query;
}

Outcome execute(Connection &connection, const QString &sql, const QVariantList &values)
{
    const auto query = run(connection, sql, values);
    return query ? Outcome() : Outcome(tl::unexpected(query.error()));
}

Result<QVariant> single(Connection &connection, const QString &sql, const QVariantList &values)
{
    auto query = run(connection, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0) : QVariant();
}

Outcome runScript(Connection &connection, const QByteArray &script)
{
    if (const auto injected = connection.injectedFailure())
        return tl::unexpected(*injected);
    char *message = nullptr;
    const int code = sqlite3_exec(connection.handle(), script.constData(), nullptr, nullptr, &message);
    const QString text = QString::fromUtf8(message);
    sqlite3_free(message);
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(sqlite3_extended_errcode(connection.handle()), text));
    return {};
}

Error sqlError(const QSqlError &error, const QString &sql)
{
    Error result = sqliteError(error.nativeErrorCode().toInt(), error.databaseText());
    if (result.remedy.isEmpty())
        result.problem += QStringLiteral(" [%1]").arg(sql.left(160).simplified());
    return result;
}

Error sqliteError(int extendedCode, const QString &message)
{
    // The message may quote what somebody typed; the number never does.
    if (const int code = extendedCode & 0xff; code != SQLITE_CONSTRAINT && code != SQLITE_INTERRUPT && code != SQLITE_BUSY)
        qCWarning(database) << "SQLite reported" << extendedCode << sqlite3_errstr(extendedCode);
    Error error{tr("Working with the workspace"), {}, message, {}};
    switch (extendedCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.problem = tr("another program is writing to the file");
        error.remedy = tr("Wait for it to finish, then try again");
        break;
    case SQLITE_FULL:
        error.problem = tr("the disk is full; nothing was changed");
        error.remedy = tr("Make room on the disk, then try again");
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        error.problem = tr("the file cannot be written to; nothing was changed");
        error.remedy = tr("Check the permissions of the file and its folder, or save a copy elsewhere");
        break;
    case SQLITE_IOERR:
        error.problem = tr("the disk reported an error (%1)").arg(message);
        error.remedy = tr("Check the disk, then open the workspace again");
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        error.problem = tr("the file is damaged (%1)").arg(message);
        error.remedy = tr("Recover it into a new file, or restore a backup");
        break;
    case SQLITE_INTERRUPT:
        error.problem = tr("it was cancelled; nothing was changed");
        break;
    case SQLITE_NOMEM:
        error.problem = tr("there is not enough memory; nothing was changed");
        error.remedy = tr("Close other programs, then try again");
        break;
    default:
        break;
    }
    return error;
}

QString jsonArray(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QStringList textsOfJson(const QString &jsonArray)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(jsonArray.toUtf8()).array();
    for (const QJsonValue &value : array)
        list << value.toString();
    return list;
}

QString newUuid()
{
    // 48 bits of milliseconds, then a counter within the process and random bits: RFC 9562, 5.7 and 6.2.
    static thread_local quint64 lastTime = 0;
    static thread_local quint32 counter = 0;
    const quint64 now = quint64(QDateTime::currentMSecsSinceEpoch());
    if (now > lastTime) {
        lastTime = now;
        counter = QRandomGenerator::global()->bounded(1U << 20);
    } else if (++counter >= (1U << 26)) {
        ++lastTime;
        counter = 0;
    }
    const quint64 random = QRandomGenerator::global()->generate64();
    // 12 bits of counter after the version, 14 more after the variant, 48 random bits.
    const quint64 high = (lastTime << 16) | 0x7000U | (counter >> 14);
    const quint64 low = (quint64(2) << 62) | (quint64(counter & 0x3fff) << 48) | (random >> 16);
    char text[37];
    const char *digits = "0123456789abcdef";
    int at = 0;
    for (int nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20)
            text[at++] = '-';
        const quint64 half = nibble < 16 ? high : low;
        text[at++] = digits[(half >> (60 - 4 * (nibble % 16))) & 0xf];
    }
    return QString::fromLatin1(text, at);
}

} // namespace rolecall::db
