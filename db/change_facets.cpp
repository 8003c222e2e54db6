// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/change_facets.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<ChangeFacets> changeFacets(Connection &connection, RoleId role)
{
    const QString where = role.isValid() ? QStringLiteral("WHERE c.role_id = ?") : QString();
    const QVariantList values = role.isValid() ? QVariantList{role.number()} : QVariantList();
    ChangeFacets facets;
    auto kinds = run(connection, QStringLiteral("SELECT DISTINCT c.kind FROM change c %1 ORDER BY c.kind").arg(where), values);
    if (!kinds)
        return tl::unexpected(kinds.error());
    while (kinds->next())
        facets.kinds << kinds->value(0).toString();
    auto reviewers = run(connection, QStringLiteral("SELECT r.id, r.name FROM reviewer r WHERE r.id IN (SELECT c.reviewer_id FROM change c %1) ORDER BY r.name").arg(where), values);
    if (!reviewers)
        return tl::unexpected(reviewers.error());
    while (reviewers->next())
        facets.reviewers << std::pair(ReviewerId(reviewers->value(0).toLongLong()), reviewers->value(1).toString());
    return facets;
}

Result<QList<TouchedRows>> touchedRows(Connection &connection, ChangeId change)
{
    auto query = run(connection,
                     QStringLiteral("SELECT table_name, sum(n) AS rows_touched FROM ("
                                    "SELECT table_name, count(*) AS n FROM change_row WHERE change_id = ? GROUP BY table_name "
                                    "UNION ALL SELECT table_name, sum(last_key - first_key + 1) FROM change_range WHERE change_id = ? GROUP BY table_name "
                                    "UNION ALL SELECT table_name, sum(json_array_length(rows)) FROM change_bulk_image WHERE change_id = ? GROUP BY table_name) AS touched "
                                    "GROUP BY table_name ORDER BY rows_touched DESC, table_name"),
                     {change.number(), change.number(), change.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<TouchedRows> list;
    while (query->next())
        list << TouchedRows{query->value(0).toString(), query->value(1).toLongLong()};
    return list;
}

} // namespace rolecall::db
