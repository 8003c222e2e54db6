// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a workspace holds as one short text: two that are alike hold the same.
#pragma once

#include "db/layout.h"
#include "db/sql.h"

#include <QCryptographicHash>
#include <QSqlRecord>

namespace rolecall::tests {

/// Of all rows of all tables, the change log among them; `without` names tables that do not count.
inline QString stateDigest(db::Connection &connection, const QStringList &without = {})
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto tables = db::ownTables();
    if (!tables)
        return tables.error().text();
    for (const QString &table : *tables) {
        if (without.contains(table))
            continue;
        hash.addData(table.toUtf8());
        auto query = db::run(connection, QStringLiteral("SELECT * FROM ") + table);
        if (!query)
            return query.error().text();
        while (query->next()) {
            for (int i = 0; i < query->record().count(); ++i) {
                hash.addData(query->isNull(i) ? QByteArray("\1") : query->value(i).toByteArray());
                hash.addData(QByteArray(1, '\0'));
            }
        }
    }
    return QString::fromLatin1(hash.result().toHex().left(24));
}

/// Whether the full-text indexes say what their tables hold; the connection may write.
inline bool searchIsWhole(db::Connection &connection)
{
    for (const char *index : {"search_candidate", "search_note", "search_evidence", "search_document", "search_role"}) {
        if (!db::execute(connection, QStringLiteral("INSERT INTO %1 (%1, rank) VALUES ('integrity-check', 1)").arg(QLatin1String(index))))
            return false;
    }
    return true;
}

} // namespace rolecall::tests
