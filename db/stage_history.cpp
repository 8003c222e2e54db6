// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/stage_history.h"

#include "db/connection.h"
#include "db/raw_query.h"

namespace rolecall::db {

namespace {

/// `where` narrows the applications, named a; its values are bound twice. `order` is empty where it takes none.
Outcome readVisits(Connection &connection, const QString &where, const QString &order, const QVariantList &values, const std::function<void(const StageVisit &)> &visit)
{
    auto query = RawQuery::prepare(connection,
                                   QStringLiteral("SELECT v.application_id, v.stage_id, coalesce(g.name, v.stage_name), coalesce(g.kind, v.stage_kind), v.entered_at, v.left_at, v.id "
                                                  "FROM application a JOIN stage_visit v ON v.application_id = a.id LEFT JOIN stage g ON g.id = v.stage_id WHERE %1 "
                                                  "UNION ALL SELECT a.id, g.id, g.name, g.kind, a.stage_since, NULL, 9223372036854775807 FROM application a JOIN stage g ON g.id = a.stage_id WHERE %1 "
                                                  "%2")
                                       .arg(where, order),
                                   values + values);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        StageVisit one{ApplicationId(query->key(0)), StageId(query->isNull(1) ? 0 : query->key(1)), query->text(2), query->text(3), query->text(4), {}};
        if (!query->isNull(5))
            one.leftAt = query->text(5);
        visit(one);
    }
    return query->outcome();
}

} // namespace

Result<QList<StageVisit>> stageVisits(Connection &connection, ApplicationId application)
{
    QList<StageVisit> list;
    const Outcome read = readVisits(connection, QStringLiteral("a.id = ?"), QStringLiteral("ORDER BY 7"), {application.number()}, [&list](const StageVisit &one) { list << one; });
    if (!read)
        return tl::unexpected(read.error());
    return list;
}

Outcome forEachStageVisit(Connection &connection, RoleId role, const std::function<void(const StageVisit &)> &visit)
{
    return readVisits(connection, QStringLiteral("a.role_id = ?"), {}, {role.number()}, visit);
}

} // namespace rolecall::db
