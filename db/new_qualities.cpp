// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/new_qualities.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QStringList>

namespace rolecall::db {

Result<QList<NewQuality>> newQualities(Connection &connection, RoleId role, ReviewerId reviewer)
{
    // Most roles have the lists they began with, which a look at their few lines tells; the log is long.
    const auto grown = single(connection,
                              QStringLiteral("SELECT EXISTS (SELECT 1 FROM posting WHERE role_id = ? AND revision > 1) OR EXISTS (SELECT 1 FROM quality WHERE role_id = ? AND posting_id IS NULL AND retired_at IS NULL)"),
                              {role.number(), role.number()});
    if (!grown)
        return tl::unexpected(grown.error());
    if (!grown->toBool())
        return QList<NewQuality>();
    auto query = run(connection,
                     QStringLiteral("SELECT q.id, min(c.made_at) AS since FROM change c CROSS JOIN change_row r ON r.change_id = c.id JOIN quality q ON r.row_key = json_array(q.id) "
                                    "WHERE c.role_id = ? AND c.kind IN ('quality', 'posting') AND r.table_name = 'quality' AND r.before IS NULL AND q.role_id = ? "
                                    "AND q.retired_at IS NULL GROUP BY q.id ORDER BY since, q.id"),
                     {role.number(), role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<NewQuality> list;
    while (query->next())
        list << NewQuality{QualityId(query->value(0).toLongLong()), query->value(1).toString()};
    if (list.isEmpty())
        return list;
    // Every review of the role is looked at for this, so it is asked last.
    const auto first = single(connection,
                              QStringLiteral("SELECT min(v.submitted_at) FROM application a CROSS JOIN review v ON v.application_id = a.id "
                                             "WHERE a.role_id = ? AND v.reviewer_id = ? AND v.kind = 'written' AND v.state = 'submitted'"),
                              {role.number(), reviewer.number()});
    if (!first)
        return tl::unexpected(first.error());
    list.removeIf([&first](const NewQuality &one) { return first->isNull() || one.since <= first->toString(); });
    return list;
}

QString lackingCondition(const QList<NewQuality> &qualities)
{
    QStringList any;
    for (const NewQuality &one : qualities)
        any << QStringLiteral("(v.submitted_at < '%1' AND NOT EXISTS (SELECT 1 FROM rating g WHERE g.review_id = v.id AND g.quality_id = %2))").arg(QString(one.since).remove(u'\''), QString::number(one.quality.number()));
    return any.isEmpty() ? QStringLiteral("0") : QStringLiteral("(v.kind = 'written' AND v.state = 'submitted' AND (%1))").arg(any.join(QStringLiteral(" OR ")));
}

Result<int> reviewsLacking(Connection &connection, RoleId role, ReviewerId reviewer, const QList<NewQuality> &qualities)
{
    if (qualities.isEmpty())
        return 0;
    const auto count = single(connection,
                              QStringLiteral("SELECT count(*) FROM application a CROSS JOIN review v ON v.application_id = a.id "
                                             "WHERE a.role_id = ? AND a.outcome IS NULL AND v.reviewer_id = ? AND ")
                                  + lackingCondition(qualities),
                              {role.number(), reviewer.number()});
    return count.map([](const QVariant &number) { return number.toInt(); });
}

} // namespace rolecall::db
