// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/merging.h"

#include "db/change_capture.h"
#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

struct Referring
{
    QString table;
    QString column;
};

/// The logged tables that refer to a table.
Result<QList<Referring>> referringTo(Connection &connection, const QString &parent)
{
    auto query = run(connection, QStringLiteral("SELECT m.name, f.\"from\" FROM sqlite_schema m CROSS JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.\"table\" = ? ORDER BY m.rowid"), {parent});
    if (!query)
        return tl::unexpected(query.error());
    QList<Referring> list;
    while (query->next()) {
        const QString table = query->value(0).toString();
        if (loggedTableNames().contains(table))
            list << Referring{table, query->value(1).toString()};
    }
    return list;
}

/// Rows that would be there twice stay behind, and go with what they belong to: the same tag, the same place.
Outcome move(Connection &connection, const Referring &referring, qint64 kept, qint64 other)
{
    const auto table = loggedTable(connection, referring.table);
    if (!table)
        return tl::unexpected(table.error());
    QString sql = QStringLiteral("UPDATE OR IGNORE %1 SET %2 = ? WHERE %2 = ?").arg(referring.table, referring.column);
    // The log knows a row by its key: one with another key is another row.
    if (table->keyColumns.contains(referring.column)) {
        QStringList values = table->columns;
        values.replace(values.indexOf(referring.column), QStringLiteral("?"));
        sql = QStringLiteral("INSERT OR IGNORE INTO %1 (%2) SELECT %3 FROM %1 WHERE %4 = ?").arg(referring.table, table->columns.join(QStringLiteral(", ")), values.join(QStringLiteral(", ")), referring.column);
    }
    if (auto outcome = execute(connection, sql, {kept, other}); !outcome)
        return outcome;
    return execute(connection, QStringLiteral("DELETE FROM %1 WHERE %2 = ?").arg(referring.table, referring.column), {other});
}

} // namespace

Result<QList<ApplicationPair>> applicationsForSameRole(Connection &connection, CandidateId kept, CandidateId other)
{
    auto query = run(connection, QStringLiteral("SELECT k.id, o.id FROM application k JOIN application o ON o.role_id = k.role_id WHERE k.candidate_id = ? AND o.candidate_id = ? ORDER BY k.id"),
                     {kept.number(), other.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<ApplicationPair> pairs;
    while (query->next())
        pairs << ApplicationPair{ApplicationId(query->value(0).toLongLong()), ApplicationId(query->value(1).toLongLong())};
    return pairs;
}

Outcome mergeApplication(Connection &connection, ApplicationId kept, ApplicationId other)
{
    // In a frozen list both stood in, the second place stays with nobody in it.
    if (auto outcome = execute(connection, QStringLiteral("UPDATE shortlist_entry SET application_id = NULL WHERE application_id = ? AND shortlist_id IN (SELECT shortlist_id FROM shortlist_entry WHERE application_id = ?)"),
                               {other.number(), kept.number()});
        !outcome)
        return outcome;
    const auto tables = referringTo(connection, QStringLiteral("application"));
    if (!tables)
        return tl::unexpected(tables.error());
    for (const Referring &referring : *tables) {
        if (auto outcome = move(connection, referring, kept.number(), other.number()); !outcome)
            return outcome;
    }
    return execute(connection, QStringLiteral("DELETE FROM application WHERE id = ?"), {other.number()});
}

Outcome mergePerson(Connection &connection, CandidateId kept, CandidateId other)
{
    // Kept apart from a third: that stays said of the one who stays.
    const QString sql = QStringLiteral("INSERT INTO candidate_apart (first_id, second_id, decided_at) SELECT min(third, %1), max(third, %1), decided_at FROM "
                                       "(SELECT iif(first_id = %2, second_id, first_id) AS third, decided_at FROM candidate_apart WHERE first_id = %2 OR second_id = %2) WHERE third <> %1 ON CONFLICT DO NOTHING")
                            .arg(kept.number())
                            .arg(other.number());
    if (auto outcome = execute(connection, sql); !outcome)
        return outcome;
    if (auto outcome = execute(connection, QStringLiteral("DELETE FROM candidate_apart WHERE first_id = ? OR second_id = ?"), {other.number(), other.number()}); !outcome)
        return outcome;
    const auto tables = referringTo(connection, QStringLiteral("candidate"));
    if (!tables)
        return tl::unexpected(tables.error());
    for (const Referring &referring : *tables) {
        if (referring.table == u"candidate_apart")
            continue;
        if (auto outcome = move(connection, referring, kept.number(), other.number()); !outcome)
            return outcome;
    }
    return execute(connection, QStringLiteral("DELETE FROM candidate WHERE id = ?"), {other.number()});
}

Outcome mergeReview(Connection &connection, ReviewId kept, ReviewId other)
{
    if (auto outcome = execute(connection, QStringLiteral("UPDATE evidence SET review_id = ? WHERE review_id = ?"), {kept.number(), other.number()}); !outcome)
        return outcome;
    if (auto outcome = move(connection, {QStringLiteral("rating"), QStringLiteral("review_id")}, kept.number(), other.number()); !outcome)
        return outcome;
    return execute(connection, QStringLiteral("DELETE FROM review WHERE id = ?"), {other.number()});
}

} // namespace rolecall::db
