// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/quality_ratings.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Outcome markForReconfirmation(Connection &connection, QualityId quality)
{
    return execute(connection, QStringLiteral("UPDATE rating SET reconfirm = 1 WHERE quality_id = ? AND reconfirm = 0"), {quality.number()});
}

Result<QHash<QualityId, int>> ratingCounts(Connection &connection, RoleId role)
{
    auto query = run(connection,
                     QStringLiteral("SELECT g.quality_id, count(*) FROM application a CROSS JOIN review v ON v.application_id = a.id CROSS JOIN rating g ON g.review_id = v.id "
                                    "WHERE a.role_id = ? GROUP BY g.quality_id"),
                     {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QHash<QualityId, int> counts;
    while (query->next())
        counts.insert(QualityId(query->value(0).toLongLong()), query->value(1).toInt());
    return counts;
}

namespace {

/// Of qualities in force alone: what is retired needs no confirmation. From the index of such ratings, which are few.
Result<QHash<RoleId, ReconfirmCounts>> toConfirm(Connection &connection, const QString &whose, const QVariantList &values)
{
    auto query = run(connection,
                     QStringLiteral("SELECT a.role_id, count(*), count(DISTINCT a.id) FROM rating g CROSS JOIN review v ON v.id = g.review_id CROSS JOIN application a "
                                    "ON a.id = v.application_id JOIN quality q ON q.id = g.quality_id "
                                    "WHERE g.reconfirm = 1 AND v.kind = 'written' AND q.retired_at IS NULL AND %1 GROUP BY a.role_id")
                         .arg(whose),
                     values);
    if (!query)
        return tl::unexpected(query.error());
    QHash<RoleId, ReconfirmCounts> counts;
    while (query->next())
        counts.insert(RoleId(query->value(0).toLongLong()), {query->value(1).toInt(), query->value(2).toInt()});
    return counts;
}

} // namespace

Result<ReconfirmCounts> submittedToConfirm(Connection &connection, RoleId role)
{
    return toConfirm(connection, QStringLiteral("v.state = 'submitted' AND a.role_id = ?"), {role.number()}).map([role](const QHash<RoleId, ReconfirmCounts> &counts) { return counts.value(role); });
}

Result<QHash<RoleId, ReconfirmCounts>> ownToConfirm(Connection &connection, ReviewerId reviewer)
{
    return toConfirm(connection, QStringLiteral("v.reviewer_id = ?"), {reviewer.number()});
}

Result<int> confirmRatings(Connection &connection, ApplicationId application, ReviewerId reviewer, QualityId quality)
{
    QString sql = QStringLiteral("UPDATE rating SET reconfirm = 0 WHERE reconfirm = 1 AND review_id IN (SELECT id FROM review WHERE application_id = ? AND reviewer_id = ? "
                                 "AND kind = 'written')");
    QVariantList values{application.number(), reviewer.number()};
    if (quality.isValid()) {
        sql += QStringLiteral(" AND quality_id = ?");
        values << quality.number();
    }
    const auto query = run(connection, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->numRowsAffected();
}

} // namespace rolecall::db
