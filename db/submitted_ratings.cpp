// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/submitted_ratings.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Outcome forEachSubmittedRating(Connection &connection, RoleId role, const QString &kind, const std::function<void(const SubmittedRating &)> &visit)
{
    const QString ofKind = kind.isEmpty() ? QString() : QStringLiteral("AND v.kind = ?");
    QVariantList values;
    if (!kind.isEmpty())
        values << kind;
    values << role.number();
    // The cross joins keep the order application, review, rating, in which every step is a look-up by key.
    auto query = run(connection,
                     QStringLiteral("SELECT a.id, g.quality_id, v.reviewer_id, g.level, g.ask, g.reconfirm, v.kind = 'interview' FROM application a "
                                    "CROSS JOIN review v ON v.application_id = a.id AND v.state = 'submitted' %1 "
                                    "CROSS JOIN rating g ON g.review_id = v.id CROSS JOIN quality q ON q.id = g.quality_id AND q.retired_at IS NULL "
                                    "WHERE a.role_id = ? ORDER BY a.id, v.reviewer_id, v.kind DESC, g.quality_id")
                         .arg(ofKind),
                     values);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        SubmittedRating rating{ApplicationId(query->value(0).toLongLong()), QualityId(query->value(1).toLongLong()), ReviewerId(query->value(2).toLongLong()), {},
                               query->value(4).toBool(), query->value(5).toBool(), query->value(6).toBool()};
        if (!query->value(3).isNull())
            rating.level = query->value(3).toInt();
        visit(rating);
    }
    return {};
}

Result<QSet<ApplicationId>> submittedApplications(Connection &connection, RoleId role, ReviewerId reviewer)
{
    auto query = run(connection,
                     QStringLiteral("SELECT v.application_id FROM review v JOIN application a ON a.id = v.application_id "
                                    "WHERE v.reviewer_id = ? AND v.state = 'submitted' AND v.kind = 'written' AND a.role_id = ?"),
                     {reviewer.number(), role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QSet<ApplicationId> applications;
    while (query->next())
        applications.insert(ApplicationId(query->value(0).toLongLong()));
    return applications;
}

Outcome forEachAgreedLevel(Connection &connection, RoleId role, const std::function<void(const AgreedRating &)> &visit)
{
    auto query = run(connection,
                     QStringLiteral("SELECT a.id, l.quality_id, l.level, l.reason FROM application a CROSS JOIN agreed_level l ON l.application_id = a.id "
                                    "CROSS JOIN quality q ON q.id = l.quality_id AND q.retired_at IS NULL WHERE a.role_id = ? ORDER BY a.id, l.quality_id"),
                     {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        visit({ApplicationId(query->value(0).toLongLong()), QualityId(query->value(1).toLongLong()), query->value(2).toInt(), query->value(3).toString()});
    return {};
}

} // namespace rolecall::db
