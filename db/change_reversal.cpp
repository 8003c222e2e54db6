// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/change_reversal.h"

#include "db/change_capture.h"
#include "db/connection.h"
#include "db/search_index.h"
#include "db/sql.h"

#include <QHash>
#include <algorithm>

namespace rolecall::db {

namespace {

// Rows of one table in one image: large enough that JSON's cost is spread, small enough to stay in memory.
constexpr int rowsPerImage = 2000;

class Restorer
{
public:
    Restorer(Connection &connection, ChangeId target, ChangeScope &scope)
        : m_connection(connection)
        , m_target(target)
        , m_scope(scope)
    {}

    Result<QStringList> restore()
    {
        // References may point nowhere for a moment; the commit checks them all.
        for (const auto step : {&Restorer::deferReferences, &Restorer::restoreSingleRows, &Restorer::restoreBulk}) {
            if (auto outcome = (this->*step)(); !outcome)
                return tl::unexpected(outcome.error());
        }
        return m_tables.keys();
    }

private:
    Outcome deferReferences() { return runScript(m_connection, "PRAGMA defer_foreign_keys = ON"); }

    Result<LoggedTable> table(const QString &name)
    {
        if (const auto found = m_tables.constFind(name); found != m_tables.constEnd())
            return *found;
        if (!loggedTableNames().contains(name))
            return failure({}, name, QStringLiteral("the change log names a table that it does not keep"));
        auto read = loggedTable(m_connection, name);
        if (read)
            m_tables.insert(name, *read);
        return read;
    }

    static QString keyCondition(const LoggedTable &table)
    {
        QStringList parts;
        for (int i = 0; i < table.keyColumns.size(); ++i)
            parts << QStringLiteral("%1 = json_extract((SELECT k FROM image), '$[%2]')").arg(table.keyColumns.at(i)).arg(i);
        return parts.join(QStringLiteral(" AND "));
    }

    Outcome restoreSingleRows()
    {
        // Collected first: restoring appends to the same table.
        struct Image { QString table, key; QVariant before; };
        QList<Image> images;
        auto query = run(m_connection, QStringLiteral("SELECT table_name, row_key, before FROM change_row WHERE change_id = ? ORDER BY id DESC"), {m_target.number()});
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            images << Image{query->value(0).toString(), query->value(1).toString(), query->value(2)};
        query->finish();
        for (const Image &image : std::as_const(images)) {
            const auto known = table(image.table);
            if (!known)
                return tl::unexpected(known.error());
            if (auto outcome = image.before.isNull() ? remove(*known, image.key) : putBack(*known, image.key, image.before); !outcome)
                return outcome;
        }
        return {};
    }

    Outcome remove(const LoggedTable &table, const QString &key)
    {
        if (table.name == QLatin1String("reviewer")) {
            // Who has acted stays in the log, so whoever's addition is undone is retired instead.
            const auto retired = run(m_connection, QStringLiteral("WITH image(k) AS (VALUES (?)) UPDATE reviewer SET retired_at = ? WHERE %1 AND EXISTS (SELECT 1 FROM change WHERE reviewer_id = reviewer.id)").arg(keyCondition(table)),
                                     {key, m_connection.now()});
            if (!retired)
                return tl::unexpected(retired.error());
            if (retired->numRowsAffected() > 0)
                return {};
        }
        return execute(m_connection, QStringLiteral("WITH image(k) AS (VALUES (?)) DELETE FROM %1 WHERE %2").arg(table.name, keyCondition(table)), {key});
    }

    Outcome putBack(const LoggedTable &table, const QString &key, const QVariant &before)
    {
        QStringList assignments;
        QStringList extracts;
        QStringList columns;
        for (const QString &column : table.columns) {
            assignments << QStringLiteral("%1 = json_extract((SELECT b FROM image), '$.%1')").arg(column);
            extracts << QStringLiteral("json_extract((SELECT b FROM image), '$.%1')").arg(column);
        }
        auto updated = run(m_connection, QStringLiteral("WITH image(k, b) AS (VALUES (?, ?)) UPDATE %1 SET %2 WHERE %3").arg(table.name, assignments.join(QStringLiteral(", ")), keyCondition(table)), {key, before});
        if (!updated)
            return tl::unexpected(updated.error());
        if (updated->numRowsAffected() > 0)
            return {};
        return execute(m_connection, QStringLiteral("WITH image(b) AS (VALUES (?)) INSERT INTO %1 (%2) SELECT %3").arg(table.name, table.columns.join(QStringLiteral(", ")), extracts.join(QStringLiteral(", "))), {before});
    }

    Outcome restoreBulk()
    {
        const auto ranges = single(m_connection, QStringLiteral("SELECT count(*) FROM change_range WHERE change_id = ?"), {m_target.number()});
        if (!ranges)
            return tl::unexpected(ranges.error());
        const auto images = single(m_connection, QStringLiteral("SELECT count(*) FROM change_bulk_image WHERE change_id = ?"), {m_target.number()});
        if (!images)
            return tl::unexpected(images.error());
        if (ranges->toInt() == 0 && images->toInt() == 0)
            return {};
        if (auto outcome = suspendCapture(m_connection); !outcome)
            return outcome;
        if (auto outcome = removeRanges(); !outcome)
            return outcome;
        if (auto outcome = addImages(); !outcome)
            return outcome;
        return resumeCapture(m_connection);
    }

    Outcome removeRanges()
    {
        struct Range { QString table; qint64 first, last; };
        QList<Range> ranges;
        auto query = run(m_connection, QStringLiteral("SELECT table_name, first_key, last_key FROM change_range WHERE change_id = ?"), {m_target.number()});
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            ranges << Range{query->value(0).toString(), query->value(1).toLongLong(), query->value(2).toLongLong()};
        query->finish();
        // Referring tables first.
        const QStringList &order = loggedTableNames();
        std::stable_sort(ranges.begin(), ranges.end(), [&order](const Range &a, const Range &b) { return order.indexOf(a.table) > order.indexOf(b.table); });
        for (const Range &range : std::as_const(ranges)) {
            const auto known = table(range.table);
            if (!known)
                return tl::unexpected(known.error());
            if (auto outcome = keepImages(*known, range.first, range.last); !outcome)
                return outcome;
            if (auto outcome = unindexRange(m_connection, range.table, range.first, range.last); !outcome)
                return outcome;
            const auto removed = run(m_connection, QStringLiteral("DELETE FROM %1 WHERE %2 BETWEEN ? AND ?").arg(known->name, known->keyColumns.first()), {range.first, range.last});
            if (!removed)
                return tl::unexpected(removed.error());
        }
        return {};
    }

    Outcome keepImages(const LoggedTable &table, qint64 first, qint64 last)
    {
        const QString columns = table.columns.join(QStringLiteral(", "));
        const QString sql = QStringLiteral("INSERT INTO change_bulk_image (change_id, table_name, columns, rows) "
                                           "SELECT ?, ?, ?, json_group_array(json_array(%1)) FROM %2 WHERE %3 BETWEEN ? AND ? HAVING count(*) > 0")
                                .arg(columns, table.name, table.keyColumns.first());
        for (qint64 start = first; start <= last; start += rowsPerImage) {
            const auto query = run(m_connection, sql, {m_scope.id().number(), table.name, columns, start, std::min(last, start + rowsPerImage - 1)});
            if (!query)
                return tl::unexpected(query.error());
        }
        return {};
    }

    Outcome addImages()
    {
        struct Image { qint64 id; QString table; QString columns; };
        QList<Image> images;
        auto query = run(m_connection, QStringLiteral("SELECT id, table_name, columns FROM change_bulk_image WHERE change_id = ?"), {m_target.number()});
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            images << Image{query->value(0).toLongLong(), query->value(1).toString(), query->value(2).toString()};
        query->finish();
        const QStringList &order = loggedTableNames();
        std::stable_sort(images.begin(), images.end(), [&order](const Image &a, const Image &b) { return order.indexOf(a.table) < order.indexOf(b.table); });
        QStringList columnsOf; // of the tables, in the order of `names`
        QStringList names;
        for (const Image &image : std::as_const(images)) {
            const auto known = table(image.table);
            if (!known)
                return tl::unexpected(known.error());
            if (auto outcome = addImage(*known, image.id, image.columns); !outcome)
                return outcome;
            if (names.isEmpty() || names.last() != image.table) {
                names << image.table;
                columnsOf << image.columns;
            }
        }
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (auto outcome = noteIslands(names.at(i), columnsOf.at(i)); !outcome)
                return outcome;
        }
        return {};
    }

    /// The keys that came back, as stretches without a gap: others' rows may lie between, and a redo must not touch them.
    Outcome noteIslands(const QString &name, const QString &columns)
    {
        const qsizetype key = columns.split(QStringLiteral(", ")).indexOf(m_tables.value(name).keyColumns.first());
        auto query = run(m_connection,
                         QStringLiteral("WITH keys AS (SELECT DISTINCT json_extract(row.value, '$[%1]') AS k FROM change_bulk_image i, json_each(i.rows) row WHERE i.change_id = ? AND i.table_name = ?), "
                                        "numbered AS (SELECT k, k - row_number() OVER (ORDER BY k) AS island FROM keys) SELECT min(k), max(k) FROM numbered GROUP BY island")
                             .arg(key),
                         {m_target.number(), name});
        if (!query)
            return tl::unexpected(query.error());
        QList<std::pair<qint64, qint64>> islands;
        while (query->next())
            islands.append({query->value(0).toLongLong(), query->value(1).toLongLong()});
        query->finish();
        for (const auto &[first, last] : std::as_const(islands)) {
            if (auto outcome = m_scope.addRange(name, first, last); !outcome)
                return outcome;
            if (auto outcome = indexRange(m_connection, name, first, last); !outcome)
                return outcome;
        }
        return {};
    }

    Outcome addImage(const LoggedTable &table, qint64 imageId, const QString &columns)
    {
        QStringList extracts;
        const QStringList kept = columns.split(QStringLiteral(", "));
        for (int i = 0; i < kept.size(); ++i) {
            // The names come from the log, so they are held against the schema before they become SQL.
            if (!table.columns.contains(kept.at(i)))
                return failure({}, table.name, QStringLiteral("the change log names a column that the table does not have: %1").arg(kept.at(i)));
            extracts << QStringLiteral("json_extract(row.value, '$[%1]')").arg(i);
        }
        const auto added = run(m_connection, QStringLiteral("INSERT INTO %1 (%2) SELECT %3 FROM change_bulk_image i, json_each(i.rows) row WHERE i.id = ?").arg(table.name, columns, extracts.join(QStringLiteral(", "))), {imageId});
        if (!added)
            return tl::unexpected(added.error());
        return {};
    }

    Connection &m_connection;
    ChangeId m_target;
    ChangeScope &m_scope;
    QHash<QString, LoggedTable> m_tables;
};

} // namespace

Result<QStringList> restoreRows(Connection &connection, ChangeId target, ChangeScope &scope)
{
    return Restorer(connection, target, scope).restore();
}

} // namespace rolecall::db
