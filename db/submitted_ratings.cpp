// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/submitted_ratings.h"

#include "db/connection.h"
#include "db/raw_query.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

/// A role's applications in the order of their keys, without sorting: by the keys they lie between. ?1 is the role.
const QString inOrder = QStringLiteral("a.id BETWEEN (SELECT min(id) FROM application WHERE role_id = ?1) AND (SELECT max(id) FROM application WHERE role_id = ?1) AND +a.role_id = ?1");

} // namespace

Outcome forEachSubmittedRating(Connection &connection, RoleId role, const QString &kind, const std::function<void(const SubmittedRating &)> &visit)
{
    QVariantList values{role.number()};
    if (!kind.isEmpty())
        values << kind;
    // The cross joins keep the order application, review, rating, in which every step is a look-up by key: a million
    // applicants' ratings go by without being held.
    auto query = RawQuery::prepare(connection,
                                   QStringLiteral("SELECT a.id, g.quality_id, v.reviewer_id, g.level, g.ask, g.reconfirm, v.kind = 'interview' FROM application a "
                                                  "CROSS JOIN review v ON v.application_id = a.id AND v.state = 'submitted' %1 "
                                                  "CROSS JOIN rating g ON g.review_id = v.id CROSS JOIN quality q ON q.id = g.quality_id AND q.retired_at IS NULL "
                                                  "WHERE %2 ORDER BY a.id, v.reviewer_id, v.kind DESC, g.quality_id")
                                       .arg(kind.isEmpty() ? QString() : QStringLiteral("AND v.kind = ?2"), inOrder),
                                   values);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        SubmittedRating rating{ApplicationId(query->key(0)), QualityId(query->key(1)), ReviewerId(query->key(2)), {}, query->integer(4) != 0, query->integer(5) != 0, query->integer(6) != 0};
        if (!query->isNull(3))
            rating.level = query->integer(3);
        visit(rating);
    }
    return query->outcome();
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
    auto query = RawQuery::prepare(connection,
                                   QStringLiteral("SELECT a.id, l.quality_id, l.level, l.reason FROM application a CROSS JOIN agreed_level l ON l.application_id = a.id "
                                                  "CROSS JOIN quality q ON q.id = l.quality_id AND q.retired_at IS NULL WHERE %1 ORDER BY a.id, l.quality_id")
                                       .arg(inOrder),
                                   {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        visit({ApplicationId(query->key(0)), QualityId(query->key(1)), query->integer(2), query->text(3)});
    return query->outcome();
}

} // namespace rolecall::db
