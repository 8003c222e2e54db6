// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/quality_passes.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<QualityPassId> insertQualityPass(Connection &connection, const QualityPass &pass)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO quality_pass (uuid, role_id, quality_id, reviewer_id, seed, started_at) VALUES (?, ?, ?, ?, ?, ?)"),
                           {pass.uuid.isEmpty() ? newUuid() : pass.uuid, pass.role.number(), pass.quality.number(), pass.reviewer.number(), qint64(pass.seed),
                            pass.startedAt.isEmpty() ? connection.now() : pass.startedAt});
    if (!query)
        return tl::unexpected(query.error());
    return QualityPassId(query->lastInsertId().toLongLong());
}

Result<std::optional<QualityPass>> latestQualityPass(Connection &connection, QualityId quality, ReviewerId reviewer)
{
    auto query = run(connection,
                     QStringLiteral("SELECT id, uuid, role_id, seed, started_at FROM quality_pass WHERE quality_id = ? AND reviewer_id = ? ORDER BY id DESC LIMIT 1"),
                     {quality.number(), reviewer.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<QualityPass>();
    return QualityPass{QualityPassId(query->value(0).toLongLong()), query->value(1).toString(), RoleId(query->value(2).toLongLong()), quality, reviewer,
                       quint64(query->value(3).toLongLong()), query->value(4).toString()};
}

Result<PassApplications> passApplications(Connection &connection, const QualityPass &pass)
{
    auto query = run(connection, QStringLiteral("SELECT id, created_at <= ? FROM application WHERE role_id = ? ORDER BY uuid"), {pass.startedAt, pass.role.number()});
    if (!query)
        return tl::unexpected(query.error());
    PassApplications applications;
    while (query->next())
        (query->value(1).toBool() ? applications.first : applications.later) << ApplicationId(query->value(0).toLongLong());
    return applications;
}

} // namespace rolecall::db
