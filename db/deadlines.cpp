// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/deadlines.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>

namespace rolecall::db {

namespace {

const QString columns = QStringLiteral("SELECT d.id, d.uuid, d.role_id, r.title, d.kind, d.title, d.date, d.approx, d.sentence, d.state, d.application_id, d.owner_id, o.name, d.remind_days, "
                                       "d.anchor_id, d.anchor_offset, d.anchor_unit, d.sequence FROM deadline d JOIN role r ON r.id = d.role_id LEFT JOIN reviewer o ON o.id = d.owner_id ");
const QString workingDays = QStringLiteral("working_days");

QVariant isoDate(const std::optional<QDate> &date)
{
    return date ? QVariant(date->toString(Qt::ISODate)) : QVariant();
}

template<class T> QVariant key(T id)
{
    return id.isValid() ? QVariant(id.number()) : QVariant();
}

QVariantList valuesOf(const Deadline &deadline)
{
    const bool follows = deadline.anchor.has_value();
    return {deadline.kind,
            deadline.title,
            isoDate(deadline.date),
            nullable(deadline.approx),
            deadline.sentence,
            deadline.state,
            key(deadline.application),
            key(deadline.owner),
            nullable(deadline.remindDays),
            follows ? QVariant(deadline.anchor->deadline.number()) : QVariant(),
            follows ? QVariant(deadline.anchor->offset) : QVariant(),
            follows ? QVariant(deadline.anchor->workingDays ? workingDays : QStringLiteral("days")) : QVariant(),
            deadline.sequence};
}

Deadline deadlineFrom(const QSqlQuery &query)
{
    Deadline deadline{DeadlineId(query.value(0).toLongLong()), query.value(1).toString(), RoleId(query.value(2).toLongLong()), query.value(3).toString(),
                      query.value(4).toString(), query.value(5).toString(), {}, optionalText(query.value(7)), query.value(8).toString(), query.value(9).toString()};
    if (const QDate date = QDate::fromString(query.value(6).toString(), Qt::ISODate); date.isValid())
        deadline.date = date;
    deadline.application = ApplicationId(query.value(10).toLongLong());
    deadline.owner = ReviewerId(query.value(11).toLongLong());
    deadline.ownerName = query.value(12).toString();
    if (!query.value(13).isNull())
        deadline.remindDays = query.value(13).toInt();
    if (!query.value(14).isNull())
        deadline.anchor = Anchor{DeadlineId(query.value(14).toLongLong()), query.value(15).toInt(), query.value(16).toString() == workingDays};
    deadline.sequence = query.value(17).toInt();
    return deadline;
}

Result<QList<Deadline>> read(Connection &connection, const QString &rest, const QVariantList &values)
{
    auto query = run(connection, columns + rest, values);
    if (!query)
        return tl::unexpected(query.error());
    QList<Deadline> list;
    while (query->next())
        list << deadlineFrom(*query);
    return list;
}

} // namespace

Result<DeadlineId> insertDeadline(Connection &connection, const Deadline &deadline)
{
    const auto query = run(connection,
                           QStringLiteral("INSERT INTO deadline (uuid, role_id, kind, title, date, approx, sentence, state, application_id, owner_id, remind_days, anchor_id, anchor_offset, "
                                          "anchor_unit, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                           QVariantList{deadline.uuid.isEmpty() ? newUuid() : deadline.uuid, deadline.role.number()} + valuesOf(deadline));
    if (!query)
        return tl::unexpected(query.error());
    return DeadlineId(query->lastInsertId().toLongLong());
}

Outcome updateDeadline(Connection &connection, const Deadline &deadline)
{
    return execute(connection,
                   QStringLiteral("UPDATE deadline SET kind = ?, title = ?, date = ?, approx = ?, sentence = ?, state = ?, application_id = ?, owner_id = ?, remind_days = ?, anchor_id = ?, "
                                  "anchor_offset = ?, anchor_unit = ?, sequence = ? WHERE id = ?"),
                   valuesOf(deadline) + QVariantList{deadline.id.number()});
}

Outcome deleteDeadline(Connection &connection, DeadlineId id)
{
    if (auto outcome = execute(connection, QStringLiteral("UPDATE deadline SET anchor_id = NULL, anchor_offset = NULL, anchor_unit = NULL WHERE anchor_id = ?"), {id.number()}); !outcome)
        return outcome;
    return execute(connection, QStringLiteral("DELETE FROM deadline WHERE id = ?"), {id.number()});
}

Result<Deadline> deadline(Connection &connection, DeadlineId id)
{
    const auto list = read(connection, QStringLiteral("WHERE d.id = ?"), {id.number()});
    if (!list)
        return tl::unexpected(list.error());
    if (list->isEmpty())
        return failure(QCoreApplication::translate("Database", "Reading the date"), QString::number(id.number()), QCoreApplication::translate("Database", "it is not in this workspace"));
    return list->first();
}

Result<QList<Deadline>> deadlines(Connection &connection, RoleId role)
{
    const QString order = QStringLiteral("ORDER BY d.date IS NULL, d.date, d.approx, d.id");
    return role.isValid() ? read(connection, QStringLiteral("WHERE d.role_id = ? ") + order, {role.number()}) : read(connection, order, {});
}

Result<QList<Deadline>> deadlinesBetween(Connection &connection, const QDate &first, const QDate &last)
{
    return read(connection, QStringLiteral("WHERE d.date BETWEEN ? AND ? ORDER BY d.date, d.id"), {first.toString(Qt::ISODate), last.toString(Qt::ISODate)});
}

Result<OpenDeadlines> openDeadlines(Connection &connection, const QDate &today, const QDate &soonUntil, int limit)
{
    const QString day = today.toString(Qt::ISODate);
    auto counts = run(connection, QStringLiteral("SELECT count(*), coalesce(sum(date < ?), 0), coalesce(sum(date BETWEEN ? AND ?), 0) FROM deadline WHERE state <> 'done'"),
                      {day, day, soonUntil.toString(Qt::ISODate)});
    if (!counts)
        return tl::unexpected(counts.error());
    counts->next();
    OpenDeadlines open{{}, counts->value(0).toInt(), counts->value(1).toInt(), counts->value(2).toInt()};
    counts->finish();
    // In two steps, each of which its index answers in order: with a day, and without.
    auto dated = read(connection, QStringLiteral("WHERE d.state <> 'done' AND d.date IS NOT NULL ORDER BY d.date LIMIT ?"), {limit});
    if (!dated)
        return tl::unexpected(dated.error());
    open.first = std::move(*dated);
    if (const int left = limit - int(open.first.size()); left > 0) {
        const auto undated = read(connection, QStringLiteral("WHERE d.state <> 'done' AND d.date IS NULL ORDER BY d.id LIMIT ?"), {left});
        if (!undated)
            return tl::unexpected(undated.error());
        open.first += *undated;
    }
    return open;
}

Result<QList<PassedClosing>> passedClosings(Connection &connection, const QDate &today)
{
    auto query = run(connection,
                     QStringLiteral("SELECT id, title, closed FROM (SELECT r.id, r.title, max(d.date) AS closed, max(d.approx = 'until filled') AS stays_open FROM role r JOIN deadline d "
                                    "ON d.role_id = r.id AND d.kind = 'applications_close' AND d.application_id IS NULL WHERE r.closed_at IS NULL GROUP BY r.id) AS passed "
                                    "WHERE closed < ? AND coalesce(stays_open, 0) = 0 "
                                    "AND NOT EXISTS (SELECT 1 FROM change c WHERE c.role_id = passed.id AND c.kind = 'closing' AND c.detail = passed.closed)"),
                     {today.toString(Qt::ISODate)});
    if (!query)
        return tl::unexpected(query.error());
    QList<PassedClosing> list;
    while (query->next())
        list << PassedClosing{RoleId(query->value(0).toLongLong()), query->value(1).toString(), QDate::fromString(query->value(2).toString(), Qt::ISODate)};
    return list;
}

Result<std::optional<QDate>> closingDate(Connection &connection, RoleId role)
{
    const auto date = single(connection, QStringLiteral("SELECT max(date) FROM deadline WHERE role_id = ? AND kind = 'applications_close' AND application_id IS NULL"), {role.number()});
    if (!date)
        return tl::unexpected(date.error());
    const QDate closing = QDate::fromString(date->toString(), Qt::ISODate);
    return closing.isValid() ? std::optional(closing) : std::nullopt;
}

} // namespace rolecall::db
