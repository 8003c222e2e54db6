// SPDX-License-Identifier: GPL-3.0-or-later
// Finding what belongs to people: through the references, in the tables and in the log, until nothing more is found.
#include "db/erasure.h"
#include "db/erasure_places.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

class Finder
{
public:
    Finder(Connection &connection, QList<PersonTable> tables)
        : m_connection(connection)
        , m_tables(std::move(tables))
    {}

    Outcome find()
    {
        auto logged = run(m_connection, QStringLiteral("SELECT DISTINCT table_name FROM change_row"));
        if (!logged)
            return tl::unexpected(logged.error());
        while (logged->next())
            m_loggedSingly << logged->value(0).toString();
        logged->finish();
        if (auto outcome = namesakesOfTheLog(); !outcome)
            return outcome;
        for (;;) {
            m_added = 0;
            if (auto outcome = follow(); !outcome)
                return outcome;
            if (auto outcome = formerPeople(); !outcome)
                return outcome;
            if (m_added == 0)
                return {};
        }
    }

private:
    Outcome add(const QString &table, const QString &select)
    {
        auto query = run(m_connection, QStringLiteral("INSERT OR IGNORE INTO temp.erased (table_name, id) SELECT '%1', found FROM (%2) WHERE found IS NOT NULL").arg(table, select));
        if (!query)
            return tl::unexpected(query.error());
        m_added += query->numRowsAffected();
        return {};
    }

    /// People who are in the log alone, by the same address or name: taken away by an undo, or merged.
    Outcome namesakesOfTheLog()
    {
        const QString like = QStringLiteral("(%1 COLLATE NOCASE IN (SELECT email FROM candidate WHERE id IN (SELECT id FROM temp.erased WHERE table_name = 'candidate')) OR "
                                            "%2 IN (SELECT name_key FROM candidate WHERE id IN (SELECT id FROM temp.erased WHERE table_name = 'candidate')))");
        if (auto outcome = add(QStringLiteral("candidate"),
                               QStringLiteral("SELECT json_extract(row_key, '$[0]') AS found FROM change_row WHERE table_name = 'candidate' AND before IS NOT NULL AND %1 "
                                              "AND json_extract(row_key, '$[0]') NOT IN (SELECT id FROM candidate)")
                                   .arg(like.arg(QStringLiteral("json_extract(before, '$.email')"), QStringLiteral("json_extract(before, '$.name_key')"))));
            !outcome)
            return outcome;
        return eachBulk(QStringLiteral("candidate"), [&](const QString &columns) {
            return add(QStringLiteral("candidate"), QStringLiteral("SELECT %1 AS found FROM change_bulk_image i, json_each(i.rows) r WHERE i.table_name = 'candidate' AND i.columns = '%2' AND %3 "
                                                                   "AND %1 NOT IN (SELECT id FROM candidate)")
                                                        .arg(bulkValue(columns, QStringLiteral("id")), columns,
                                                             like.arg(bulkValue(columns, QStringLiteral("email")), bulkValue(columns, QStringLiteral("name_key")))));
        });
    }

    /// Who an application of theirs once belonged to, and who was merged into them: no longer there, but in the log.
    Outcome formerPeople()
    {
        const QString application = PersonTable::inErased(QStringLiteral("json_extract(row_key, '$[0]')"), QStringLiteral("application"));
        if (auto outcome = add(QStringLiteral("candidate"), QStringLiteral("SELECT json_extract(before, '$.candidate_id') AS found FROM change_row WHERE table_name = 'application' AND before IS NOT NULL AND %1 "
                                                                           "AND json_extract(before, '$.candidate_id') NOT IN (SELECT id FROM candidate)")
                                                                .arg(application));
            !outcome)
            return outcome;
        return add(QStringLiteral("candidate"), QStringLiteral("SELECT json_extract(w.row_key, '$[0]') AS found FROM change c JOIN change_row w ON w.change_id = c.id WHERE c.kind = 'merge' "
                                                               "AND w.table_name = 'candidate' AND json_extract(w.row_key, '$[0]') NOT IN (SELECT id FROM candidate) "
                                                               "AND EXISTS (SELECT 1 FROM change_row o WHERE o.change_id = c.id AND o.table_name = 'candidate' AND %1)")
                                                    .arg(PersonTable::inErased(QStringLiteral("json_extract(o.row_key, '$[0]')"), QStringLiteral("candidate"))));
    }

    Outcome follow()
    {
        for (const PersonTable &place : m_tables) {
            if (!place.hasId || place.owners.isEmpty())
                continue;
            const QString &name = place.table.name;
            const auto byOwner = [&place](auto value) {
                QStringList parts;
                for (const Reference &owner : place.owners)
                    parts << PersonTable::inErased(value(owner.column), owner.parent);
                return parts.join(QStringLiteral(" OR "));
            };
            if (auto outcome = add(name, QStringLiteral("SELECT id AS found FROM %1 WHERE %2").arg(name, byOwner([](const QString &column) { return column; }))); !outcome)
                return outcome;
            if (!place.logged)
                continue;
            if (m_loggedSingly.contains(name)) {
                const QString condition = byOwner([](const QString &column) { return QStringLiteral("json_extract(before, '$.%1')").arg(column); });
                if (auto outcome = add(name, QStringLiteral("SELECT json_extract(row_key, '$[0]') AS found FROM change_row WHERE table_name = '%1' AND before IS NOT NULL AND (%2)").arg(name, condition));
                    !outcome)
                    return outcome;
            }
            const Outcome bulk = eachBulk(name, [&](const QString &columns) {
                const QString condition = byOwner([&columns](const QString &column) { return bulkValue(columns, column); });
                return add(name, QStringLiteral("SELECT %1 AS found FROM change_bulk_image i, json_each(i.rows) r WHERE i.table_name = '%2' AND i.columns = '%3' AND (%4)")
                                     .arg(bulkValue(columns, QStringLiteral("id")), name, columns, condition));
            });
            if (!bulk)
                return bulk;
        }
        return {};
    }

    template<class Visit> Outcome eachBulk(const QString &table, Visit visit)
    {
        const auto lists = imageColumns(m_connection, table);
        if (!lists)
            return tl::unexpected(lists.error());
        for (const QString &columns : *lists) {
            if (Outcome outcome = visit(columns); !outcome)
                return outcome;
        }
        return {};
    }

    Connection &m_connection;
    QList<PersonTable> m_tables;
    QStringList m_loggedSingly;
    qint64 m_added = 0;
};

} // namespace

Outcome noteErasure(Connection &connection, const QList<CandidateId> &people)
{
    if (auto outcome = runScript(connection, "CREATE TEMP TABLE IF NOT EXISTS erased (table_name TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (table_name, id)) WITHOUT ROWID;"
                                             "DELETE FROM temp.erased;");
        !outcome)
        return outcome;
    for (const CandidateId person : people) {
        if (auto outcome = execute(connection, QStringLiteral("INSERT OR IGNORE INTO temp.erased SELECT 'candidate', id FROM candidate WHERE id = ?"), {person.number()}); !outcome)
            return outcome;
    }
    auto tables = personTables(connection);
    if (!tables)
        return tl::unexpected(tables.error());
    return Finder(connection, std::move(*tables)).find();
}

Result<QList<ErasedRows>> erasedRows(Connection &connection)
{
    const auto tables = personTables(connection);
    if (!tables)
        return tl::unexpected(tables.error());
    QList<ErasedRows> list;
    for (const PersonTable &place : *tables) {
        if (!place.logged || !(place.hasId || !place.owners.isEmpty()))
            continue;
        const auto count = single(connection, QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(place.table.name, place.belongs()));
        if (!count)
            return tl::unexpected(count.error());
        if (count->toLongLong() > 0)
            list << ErasedRows{place.table.name, count->toLongLong()};
    }
    return list;
}

Result<QList<ErasedContent>> erasedContents(Connection &connection)
{
    const QString mine = PersonTable::inErased(QStringLiteral("d.id"), QStringLiteral("document"));
    const QString theirs = PersonTable::inErased(QStringLiteral("o.id"), QStringLiteral("document"));
    auto query = run(connection, QStringLiteral("SELECT d.file_name, c.size, EXISTS (SELECT 1 FROM document o WHERE o.sha256 = d.sha256 AND NOT %2) OR EXISTS (SELECT 1 FROM posting p WHERE p.sha256 = d.sha256) "
                                                "FROM document d JOIN content c ON c.sha256 = d.sha256 WHERE %1 ORDER BY d.id")
                                     .arg(mine, theirs));
    if (!query)
        return tl::unexpected(query.error());
    QList<ErasedContent> list;
    while (query->next())
        list << ErasedContent{query->value(0).toString(), query->value(1).toLongLong(), query->value(2).toBool()};
    return list;
}

Result<ErasedLog> erasedLog(Connection &connection)
{
    ErasedLog log;
    const auto changes = single(connection, QStringLiteral("SELECT count(*) FROM change WHERE %1").arg(PersonTable::inErased(QStringLiteral("application_id"), QStringLiteral("application"))));
    if (!changes)
        return tl::unexpected(changes.error());
    log.changes = changes->toLongLong();
    const auto tables = personTables(connection);
    if (!tables)
        return tl::unexpected(tables.error());
    for (const PersonTable &place : *tables) {
        if (!place.logged || !place.hasId)
            continue;
        const auto images = single(connection, QStringLiteral("SELECT count(*) FROM change_row WHERE table_name = '%1' AND before IS NOT NULL AND %2")
                                                   .arg(place.table.name, PersonTable::inErased(QStringLiteral("json_extract(row_key, '$[0]')"), place.table.name)));
        if (!images)
            return tl::unexpected(images.error());
        log.images += images->toLongLong();
    }
    const auto frozen = single(connection, QStringLiteral("SELECT count(*) FROM shortlist_entry WHERE %1").arg(PersonTable::inErased(QStringLiteral("application_id"), QStringLiteral("application"))));
    if (!frozen)
        return tl::unexpected(frozen.error());
    log.frozen = frozen->toLongLong();
    return log;
}

} // namespace rolecall::db
