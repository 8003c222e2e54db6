// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/reports.h"

#include "db/connection.h"
#include "db/independence.h"
#include "db/raw_query.h"
#include "db/sql.h"

#include <QSet>

namespace rolecall::db {

namespace {

QDate dayOf(const QString &stored)
{
    return QDate::fromString(stored.left(10), Qt::ISODate);
}

} // namespace

Outcome forEachReportApplication(Connection &connection, RoleId role, const std::function<void(const ReportApplication &)> &visit)
{
    const auto hidden = hiddenApplications(connection, role, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());
    auto query = RawQuery::prepare(connection,
                                   QStringLiteral("SELECT a.id, a.stage_id, a.source, coalesce(a.applied_on, a.created_at), a.outcome, a.outcome_reason, a.outcome_at, s.gate "
                                                  "FROM application a LEFT JOIN standing s ON s.application_id = a.id WHERE a.role_id = ?"),
                                   {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    // A million applicants come from a few sources and end for a few reasons: each such text is kept once.
    QSet<QString> texts;
    const auto shared = [&texts, &query](int column) { return *texts.insert(query->text(column)); };
    while (query->next()) {
        ReportApplication one{ApplicationId(query->key(0)), StageId(query->key(1)), shared(2), dayOf(query->text(3)), {}, {}, {}, {}};
        if (!query->isNull(4)) {
            one.outcome = shared(4);
            one.outcomeReason = shared(5);
            one.outcomeOn = dayOf(query->text(6));
        }
        if (!query->isNull(7) && !hidden->contains(one.id))
            one.gate = static_cast<Gate>(query->integer(7));
        visit(one);
    }
    return query->outcome();
}

Result<QList<ReviewerLoad>> reviewerLoads(Connection &connection, RoleId role)
{
    auto query = run(connection,
                     QStringLiteral("SELECT r.id, r.name, o.submitted, o.drafts, o.undecided FROM (SELECT v.reviewer_id, sum(v.state = 'submitted') AS submitted, sum(v.state = 'draft') AS drafts, "
                                    "sum(v.state = 'submitted' AND a.outcome IS NULL) AS undecided FROM application a CROSS JOIN review v ON v.application_id = a.id "
                                    "WHERE a.role_id = ? AND v.kind = 'written' GROUP BY v.reviewer_id) o JOIN reviewer r ON r.id = o.reviewer_id ORDER BY r.name"),
                     {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<ReviewerLoad> loads;
    while (query->next())
        loads << ReviewerLoad{ReviewerId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toInt(), query->value(3).toInt(), query->value(4).toInt()};
    return loads;
}

} // namespace rolecall::db
