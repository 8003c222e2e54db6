// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/search_choices.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<SearchChoices> searchChoices(Connection &connection)
{
    SearchChoices choices;
    auto roles = run(connection, QStringLiteral("SELECT id, title FROM role ORDER BY id DESC"));
    if (!roles)
        return tl::unexpected(roles.error());
    while (roles->next())
        choices.roles << std::pair(RoleId(roles->value(0).toLongLong()), roles->value(1).toString());
    // From one source to the next in the index: as many looks as there are sources, not as there are applications.
    const std::pair<QStringList *, QString> lists[] = {
        {&choices.stages, QStringLiteral("SELECT name FROM stage GROUP BY name ORDER BY min(position), name")},
        {&choices.tags, QStringLiteral("SELECT name FROM tag ORDER BY name")},
        {&choices.sources, QStringLiteral("WITH RECURSIVE s (source) AS (SELECT * FROM (SELECT source FROM application WHERE source <> '' ORDER BY source LIMIT 1) "
                                          "UNION ALL SELECT (SELECT a.source FROM application a WHERE a.source <> '' AND a.source > s.source ORDER BY a.source LIMIT 1) FROM s "
                                          "WHERE s.source IS NOT NULL LIMIT 201) SELECT source FROM s WHERE source IS NOT NULL")},
    };
    for (const auto &[list, sql] : lists) {
        auto query = run(connection, sql);
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            *list << query->value(0).toString();
    }
    return choices;
}

} // namespace rolecall::db
