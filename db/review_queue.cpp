// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/review_queue.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<QList<ReviewQueueRow>> reviewQueueRows(Connection &connection, const QList<ApplicationId> &ids, ReviewerId reviewer, QualityId quality)
{
    QList<ReviewQueueRow> rows;
    rows.reserve(ids.size());
    for (const ApplicationId id : ids) {
        auto query = run(connection,
                         QStringLiteral("SELECT CASE WHEN o.blind = 1 AND NOT EXISTS (SELECT 1 FROM change h WHERE h.application_id = a.id AND h.kind = 'reveal' AND h.undone = 0 "
                                        "AND h.reverses IS NULL AND h.reviewer_id = ?) THEN a.code ELSE c.name END, v.state, "
                                        "(SELECT count(*) FROM rating r JOIN quality q ON q.id = r.quality_id WHERE r.review_id = v.id AND q.retired_at IS NULL), "
                                        "(SELECT count(*) FROM rating r JOIN quality q ON q.id = r.quality_id WHERE r.review_id = v.id AND q.retired_at IS NULL AND r.reconfirm = 1), "
                                        "(SELECT level FROM rating r WHERE r.review_id = v.id AND r.quality_id = ?), (SELECT ask FROM rating r WHERE r.review_id = v.id AND r.quality_id = ?) "
                                        "FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN role o ON o.id = a.role_id "
                                        "LEFT JOIN review v ON v.application_id = a.id AND v.reviewer_id = ? AND v.kind = 'written' WHERE a.id = ?"),
                         {reviewer.number(), quality.number(), quality.number(), reviewer.number(), id.number()});
        if (!query)
            return tl::unexpected(query.error());
        if (!query->next())
            continue;
        ReviewQueueRow row;
        row.id = id;
        row.shownName = query->value(0).toString();
        row.submitted = query->value(1).toString() == QLatin1String("submitted");
        row.begun = !query->value(1).isNull();
        row.rated = query->value(2).toInt();
        row.toConfirm = query->value(3).toInt();
        if (!query->value(4).isNull())
            row.level = query->value(4).toInt();
        row.ask = query->value(5).toBool();
        rows << row;
    }
    return rows;
}

} // namespace rolecall::db
