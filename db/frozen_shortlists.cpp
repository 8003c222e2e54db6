// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/frozen_shortlists.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>

namespace rolecall::db {

namespace {

const QString frozenColumns = QStringLiteral("SELECT s.id, s.uuid, s.role_id, s.posting_id, s.name, s.rule, s.reviewer_id, r.name, s.frozen_at FROM shortlist s JOIN reviewer r ON r.id = s.reviewer_id ");

FrozenShortlist frozenFrom(const QSqlQuery &query)
{
    return {ShortlistId(query.value(0).toLongLong()), query.value(1).toString(), RoleId(query.value(2).toLongLong()), PostingId(query.value(3).toLongLong()), query.value(4).toString(),
            query.value(5).toString(), ReviewerId(query.value(6).toLongLong()), query.value(7).toString(), query.value(8).toString()};
}

} // namespace

Result<ShortlistId> insertFrozenShortlist(Connection &connection, const FrozenShortlist &shortlist)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO shortlist (uuid, role_id, posting_id, name, rule, reviewer_id, frozen_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                           {newUuid(), shortlist.role.number(), shortlist.posting.isValid() ? QVariant(shortlist.posting.number()) : QVariant(), shortlist.name, shortlist.rule,
                            connection.reviewer().number(), connection.now()});
    if (!query)
        return tl::unexpected(query.error());
    return ShortlistId(query->lastInsertId().toLongLong());
}

Outcome insertFrozenRow(Connection &connection, ShortlistId shortlist, int position, const FrozenRow &row)
{
    return execute(connection, QStringLiteral("INSERT INTO shortlist_entry (shortlist_id, position, application_id, rank, placement, reason, standing) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                   {shortlist.number(), position, row.application.isValid() ? QVariant(row.application.number()) : QVariant(), nullable(row.rank), row.placement, row.reason.isNull() ? QStringLiteral("") : row.reason, row.standing});
}

Result<QList<FrozenShortlist>> frozenShortlists(Connection &connection, RoleId role)
{
    auto query = run(connection, frozenColumns + QStringLiteral("WHERE s.role_id = ? ORDER BY s.id DESC"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<FrozenShortlist> list;
    while (query->next())
        list << frozenFrom(*query);
    return list;
}

Result<FrozenShortlist> frozenShortlist(Connection &connection, ShortlistId id)
{
    auto query = run(connection, frozenColumns + QStringLiteral("WHERE s.id = ?"), {id.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(QCoreApplication::translate("Database", "Reading the frozen shortlist"), QString::number(id.number()), QCoreApplication::translate("Database", "it is not in this workspace"));
    return frozenFrom(*query);
}

Result<QList<FrozenRow>> frozenRows(Connection &connection, ShortlistId shortlist)
{
    auto query = run(connection, QStringLiteral("SELECT application_id, rank, placement, reason, standing FROM shortlist_entry WHERE shortlist_id = ? ORDER BY position"), {shortlist.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<FrozenRow> rows;
    while (query->next())
        rows << FrozenRow{ApplicationId(query->value(0).toLongLong()), query->value(1).isNull() ? std::nullopt : std::optional(query->value(1).toInt()), query->value(2).toString(),
                          query->value(3).toString(), query->value(4).toString()};
    return rows;
}

Result<QHash<ApplicationId, QList<ReviewMark>>> submittedReviewMarks(Connection &connection, RoleId role)
{
    auto query = run(connection,
                     QStringLiteral("SELECT v.application_id, v.uuid, v.revision FROM application a CROSS JOIN review v ON v.application_id = a.id "
                                    "WHERE a.role_id = ? AND v.state = 'submitted' ORDER BY v.application_id, v.uuid"),
                     {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QHash<ApplicationId, QList<ReviewMark>> marks;
    while (query->next())
        marks[ApplicationId(query->value(0).toLongLong())] << ReviewMark{query->value(1).toString(), query->value(2).toInt()};
    return marks;
}

} // namespace rolecall::db
