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

/// Of qualities in force alone: what is retired needs no confirmation.
Result<ReconfirmCounts> toConfirm(Connection &connection, const QString &whose, const QVariantList &values)
{
    auto query = run(connection,
                     QStringLiteral("SELECT count(*), count(DISTINCT a.id) FROM application a CROSS JOIN review v ON v.application_id = a.id CROSS JOIN rating g "
                                    "ON g.review_id = v.id JOIN quality q ON q.id = g.quality_id "
                                    "WHERE a.role_id = ? AND v.kind = 'written' AND g.reconfirm = 1 AND q.retired_at IS NULL AND %1")
                         .arg(whose),
                     values);
    if (!query)
        return tl::unexpected(query.error());
    query->next();
    return ReconfirmCounts{query->value(0).toInt(), query->value(1).toInt()};
}

} // namespace

Result<ReconfirmCounts> submittedToConfirm(Connection &connection, RoleId role)
{
    return toConfirm(connection, QStringLiteral("v.state = 'submitted'"), {role.number()});
}

Result<ReconfirmCounts> ownToConfirm(Connection &connection, RoleId role, ReviewerId reviewer)
{
    return toConfirm(connection, QStringLiteral("v.reviewer_id = ?"), {role.number(), reviewer.number()});
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
