// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/import_mappings.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<QStringList> importMapping(Connection &connection, const QString &sourceKey)
{
    const auto columns = single(connection, QStringLiteral("SELECT columns FROM import_mapping WHERE source_key = ?"), {sourceKey});
    if (!columns)
        return tl::unexpected(columns.error());
    return textsOfJson(columns->toString());
}

Outcome storeImportMapping(Connection &connection, const QString &sourceKey, const QStringList &columns)
{
    if (columns.isEmpty())
        return execute(connection, QStringLiteral("DELETE FROM import_mapping WHERE source_key = ?"), {sourceKey});
    return execute(connection,
                   QStringLiteral("INSERT INTO import_mapping (source_key, columns, used_at) VALUES (?, ?, ?) "
                                  "ON CONFLICT (source_key) DO UPDATE SET columns = excluded.columns, used_at = excluded.used_at"),
                   {sourceKey, jsonArray(columns), connection.now()});
}

} // namespace rolecall::db
