// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/waiting_reviews.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<WaitingReviews> waitingReviews(Connection &connection, RoleId role, ReviewerId reviewer, int limit)
{
    auto query = run(connection,
                     QStringLiteral("SELECT count(*), coalesce(sum(draft), 0) FROM (SELECT v.id IS NOT NULL AS draft FROM application a "
                                    "LEFT JOIN review v ON v.application_id = a.id AND v.reviewer_id = ? AND v.kind = 'written' "
                                    "WHERE a.role_id = ? AND a.outcome IS NULL AND (v.id IS NULL OR v.state = 'draft') LIMIT ?)"),
                     {reviewer.number(), role.number(), limit});
    if (!query)
        return tl::unexpected(query.error());
    query->next();
    return WaitingReviews{query->value(0).toInt(), query->value(1).toInt()};
}

} // namespace rolecall::db
