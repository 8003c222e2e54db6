// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/long_stays.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<QList<LongStay>> longStays(Connection &connection, const QDate &today)
{
    auto query = run(connection, QStringLiteral("SELECT s.role_id, r.title, s.id, s.name, s.target_days FROM stage s JOIN role r ON r.id = s.role_id WHERE s.target_days IS NOT NULL ORDER BY s.role_id, s.position"));
    if (!query)
        return tl::unexpected(query.error());
    QList<LongStay> stages;
    while (query->next())
        stages << LongStay{RoleId(query->value(0).toLongLong()), query->value(1).toString(), StageId(query->value(2).toLongLong()), query->value(3).toString(), query->value(4).toInt(), 0, {}};
    query->finish();
    QList<LongStay> overstayed;
    for (LongStay &stage : stages) {
        const QString before = today.addDays(-stage.targetDays).toString(Qt::ISODate);
        auto counted = run(connection, QStringLiteral("SELECT count(*), min(stage_since) FROM application WHERE role_id = ? AND stage_id = ? AND outcome IS NULL AND stage_since < ?"),
                           {stage.role.number(), stage.stage.number(), before});
        if (!counted)
            return tl::unexpected(counted.error());
        counted->next();
        stage.applications = counted->value(0).toInt();
        stage.since = QDate::fromString(counted->value(1).toString().left(10), Qt::ISODate);
        if (stage.applications > 0)
            overstayed << stage;
    }
    return overstayed;
}

} // namespace rolecall::db
