// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/applicant_names.h"

#include "db/connection.h"
#include "db/raw_query.h"

namespace rolecall::db {

Result<QList<QString>> applicantNames(Connection &connection, RoleId role, int limit)
{
    auto query = RawQuery::prepare(connection, QStringLiteral("SELECT c.name FROM application a JOIN candidate c ON c.id = a.candidate_id WHERE a.role_id = ? LIMIT %1").arg(limit), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<QString> names;
    while (query->next())
        names << query->text(0);
    if (auto outcome = query->outcome(); !outcome)
        return tl::unexpected(outcome.error());
    return names;
}

} // namespace rolecall::db
