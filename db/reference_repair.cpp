// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/reference_repair.h"

#include "db/connection.h"
#include "db/layout.h"
#include "db/salvage.h"
#include "db/sql.h"

#include <QCoreApplication>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

struct Reference
{
    QString table;
    QString column;
    QString parent;
    QString parentColumn;
    bool mayBeEmpty = false;
};

Result<QList<Reference>> references(Connection &connection)
{
    const auto tables = ownTables();
    if (!tables)
        return tl::unexpected(tables.error());
    QList<Reference> list;
    for (const QString &table : *tables) {
        auto query = run(connection,
                         QStringLiteral("SELECT f.\"from\", f.\"table\", f.\"to\", NOT c.\"notnull\" AND c.pk = 0 FROM pragma_foreign_key_list(?) f JOIN pragma_table_info(?) c ON c.name = f.\"from\""), {table, table});
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            list << Reference{table, query->value(0).toString(), query->value(1).toString(), query->value(2).toString(), query->value(3).toBool()};
    }
    return list;
}

QString lost(const Reference &reference)
{
    return QStringLiteral("%1 IS NOT NULL AND %1 NOT IN (SELECT %2 FROM %3)").arg(reference.column, reference.parentColumn, reference.parent);
}

/// Whose absence would take people's ratings with it: they get a stand-in that says that it is one.
struct StandIn
{
    const char *parent;
    const char *from;    ///< table whose rows matter
    const char *column;
    const char *sql;     ///< n number, u UUID, w words, t now, r the role of the row that refers
    const char *words;
    const char *role;    ///< column of `from` that names the role, or NULL
};

constexpr StandIn standIns[] = {
    {"reviewer", "review", "reviewer_id", "INSERT INTO reviewer (id, uuid, name) SELECT n, u, w", QT_TRANSLATE_NOOP("Database", "Lost reviewer %1"), "NULL"},
    {"candidate", "application", "candidate_id", "INSERT INTO candidate (id, uuid, name, name_key, created_at) SELECT n, u, w, lower(w), t", QT_TRANSLATE_NOOP("Database", "Lost name %1"), "NULL"},
    {"role", "application", "role_id", "INSERT INTO role (id, uuid, title, created_at) SELECT n, u, w, t", QT_TRANSLATE_NOOP("Database", "Lost role %1"), "NULL"},
    {"role", "quality", "role_id", "INSERT INTO role (id, uuid, title, created_at) SELECT n, u, w, t", QT_TRANSLATE_NOOP("Database", "Lost role %1"), "NULL"},
    {"stage", "application", "stage_id", "INSERT INTO stage (id, uuid, role_id, position, name, kind) SELECT n, u, r, 100 + n, w, 'review'", QT_TRANSLATE_NOOP("Database", "Lost stage %1"), "role_id"},
    {"quality", "rating", "quality_id", "INSERT INTO quality (id, uuid, role_id, tier, position, text, weight) SELECT n, u, r, 'useful', 100 + n, w, 0", QT_TRANSLATE_NOOP("Database", "Lost quality %1"),
     "(SELECT a.role_id FROM review v JOIN application a ON a.id = v.application_id WHERE v.id = rating.review_id)"},
};

Outcome invent(Connection &connection, const StandIn &standIn, SalvageReport &report)
{
    const QString column = QLatin1String(standIn.column);
    auto query = run(connection, QStringLiteral("SELECT %1, max(%2) FROM %3 WHERE %1 NOT IN (SELECT id FROM %4) GROUP BY %1").arg(column, QLatin1String(standIn.role), QLatin1String(standIn.from), QLatin1String(standIn.parent)));
    if (!query)
        return tl::unexpected(query.error());
    QList<QPair<qint64, QVariant>> missing;
    while (query->next())
        missing << qMakePair(query->value(0).toLongLong(), query->value(1));
    query->finish();
    for (const auto &[id, role] : std::as_const(missing)) {
        const QString words = tr(standIn.words).arg(id);
        const QString sql = QStringLiteral("WITH v(n, u, w, t, r) AS (VALUES (?, ?, ?, ?, ?)) %1 FROM v").arg(QLatin1String(standIn.sql));
        const QVariantList values{id, newUuid(), words, connection.now(), role};
        // Where not even a stand-in fits, what refers to it goes instead.
        if (execute(connection, sql, values))
            ++report.inventedRows;
    }
    return {};
}

Result<qint64> changed(Connection &connection, const QString &sql)
{
    const auto query = run(connection, sql);
    if (!query)
        return tl::unexpected(query.error());
    return std::max(0, query->numRowsAffected());
}

} // namespace

Outcome repairReferences(Connection &connection, SalvageReport &report)
{
    const auto all = references(connection);
    if (!all)
        return tl::unexpected(all.error());
    for (const StandIn &standIn : standIns) {
        if (auto outcome = invent(connection, standIn, report); !outcome)
            return outcome;
    }
    // What is removed may have been referred to itself: again until nothing is lost any more.
    for (qint64 touched = 1; touched > 0;) {
        touched = 0;
        for (const Reference &reference : *all) {
            if (reference.mayBeEmpty) {
                const auto emptied = changed(connection, QStringLiteral("UPDATE OR IGNORE %1 SET %2 = NULL WHERE %3").arg(reference.table, reference.column, lost(reference)));
                if (!emptied)
                    return tl::unexpected(emptied.error());
            }
            const auto removed = changed(connection, QStringLiteral("DELETE FROM %1 WHERE %2").arg(reference.table, lost(reference)));
            if (!removed)
                return tl::unexpected(removed.error());
            touched += *removed;
            if (reference.table != QLatin1String("standing"))
                report.removedRows += *removed;
        }
    }
    return {};
}

} // namespace rolecall::db
