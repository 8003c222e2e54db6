// SPDX-License-Identifier: GPL-3.0-or-later
// Taking out what was found: rows, contents, log images, index entries; and then the traces in the file's freed pages.
#include "db/erasure.h"
#include "db/erasure_places.h"

#include "db/connection.h"
#include "db/reviewers.h"
#include "db/search_index.h"
#include "db/sql.h"

#include <QCoreApplication>

namespace rolecall::db {

namespace {

constexpr qint64 largestInMemory = 256LL * 1024 * 1024; // bytes
const QString unfinished = QStringLiteral("unfinished_erasure");

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

class Remover
{
public:
    Remover(Connection &connection, QList<PersonTable> tables, QString cutTitle)
        : m_connection(connection)
        , m_tables(std::move(tables))
        , m_cutTitle(std::move(cutTitle))
    {}

    Outcome remove()
    {
        for (const auto step : {&Remover::noteContents, &Remover::noteTags, &Remover::noteChanges, &Remover::neutraliseFrozen, &Remover::loosen, &Remover::removeImportRows, &Remover::removeRows, &Remover::removeImages,
                                &Remover::removeBulkImages, &Remover::removeTags, &Remover::cutChanges, &Remover::removeContents}) {
            if (auto outcome = (this->*step)(); !outcome)
                return outcome;
        }
        return {};
    }

private:
    Outcome noteContents()
    {
        QString script = QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS erased_content (sha256 TEXT PRIMARY KEY) WITHOUT ROWID; DELETE FROM temp.erased_content;"
                                        "INSERT OR IGNORE INTO temp.erased_content SELECT sha256 FROM document WHERE %1;"
                                        "INSERT OR IGNORE INTO temp.erased_content SELECT json_extract(before, '$.sha256') FROM change_row WHERE table_name = 'document' AND before IS NOT NULL AND %2;")
                             .arg(PersonTable::inErased(QStringLiteral("id"), QStringLiteral("document")),
                                  PersonTable::inErased(QStringLiteral("json_extract(row_key, '$[0]')"), QStringLiteral("document")));
        const auto lists = imageColumns(m_connection, QStringLiteral("document"));
        if (!lists)
            return tl::unexpected(lists.error());
        for (const QString &columns : *lists) {
            script += QStringLiteral("INSERT OR IGNORE INTO temp.erased_content SELECT %1 FROM change_bulk_image i, json_each(i.rows) r WHERE i.table_name = 'document' AND i.columns = '%2' AND %3;")
                          .arg(bulkValue(columns, QStringLiteral("sha256")), columns, PersonTable::inErased(bulkValue(columns, QStringLiteral("id")), QStringLiteral("document")));
        }
        return runScript(m_connection, script.toUtf8());
    }

    Outcome noteTags()
    {
        const QString key = PersonTable::inErased(QStringLiteral("json_extract(row_key, '$[0]')"), QStringLiteral("application"));
        QString script = QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS erased_tag (id INTEGER PRIMARY KEY); DELETE FROM temp.erased_tag;"
                                        "INSERT OR IGNORE INTO temp.erased_tag SELECT tag_id FROM application_tag WHERE %1;"
                                        "INSERT OR IGNORE INTO temp.erased_tag SELECT json_extract(row_key, '$[1]') FROM change_row WHERE table_name = 'application_tag' AND %2;")
                             .arg(PersonTable::inErased(QStringLiteral("application_id"), QStringLiteral("application")), key);
        const auto lists = imageColumns(m_connection, QStringLiteral("application_tag"));
        if (!lists)
            return tl::unexpected(lists.error());
        for (const QString &columns : *lists)
            script += QStringLiteral("INSERT OR IGNORE INTO temp.erased_tag SELECT %1 FROM change_bulk_image i, json_each(i.rows) r WHERE i.table_name = 'application_tag' AND i.columns = '%2' AND %3;")
                          .arg(bulkValue(columns, QStringLiteral("tag_id")), columns, PersonTable::inErased(bulkValue(columns, QStringLiteral("application_id")), QStringLiteral("application")));
        return runScript(m_connection, script.toUtf8());
    }

    /// A tag that nobody else has, now or in the log, may say who had it.
    Outcome removeTags()
    {
        QStringList others{QStringLiteral("SELECT tag_id FROM application_tag"), QStringLiteral("SELECT json_extract(row_key, '$[1]') FROM change_row WHERE table_name = 'application_tag'")};
        const auto lists = imageColumns(m_connection, QStringLiteral("application_tag"));
        if (!lists)
            return tl::unexpected(lists.error());
        for (const QString &columns : *lists)
            others << QStringLiteral("SELECT %1 FROM change_bulk_image i, json_each(i.rows) r WHERE i.table_name = 'application_tag' AND i.columns = '%2'").arg(bulkValue(columns, QStringLiteral("tag_id")), columns);
        QString script = QStringLiteral("DELETE FROM temp.erased_tag WHERE id IN (%1); DELETE FROM tag WHERE id IN (SELECT id FROM temp.erased_tag);"
                                        "DELETE FROM change_row WHERE table_name = 'tag' AND json_extract(row_key, '$[0]') IN (SELECT id FROM temp.erased_tag);")
                             .arg(others.join(QStringLiteral(" UNION ALL ")));
        const auto tags = imageColumns(m_connection, QStringLiteral("tag"));
        if (!tags)
            return tl::unexpected(tags.error());
        for (const QString &columns : *tags)
            script += QStringLiteral("UPDATE change_bulk_image SET rows = (SELECT json_group_array(json(r.value)) FROM json_each(change_bulk_image.rows) r WHERE %1 NOT IN (SELECT id FROM temp.erased_tag)) "
                                     "WHERE table_name = 'tag' AND columns = '%2';")
                          .arg(bulkValue(columns, QStringLiteral("id")), columns);
        return runScript(m_connection, script.toUtf8());
    }

    /// SQL: a row of the log, by its key and what it was, belongs to a noted person.
    static QString imageBelongs(const PersonTable &place)
    {
        QStringList parts;
        const QStringList &keys = place.table.keyColumns;
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const QString value = QStringLiteral("json_extract(row_key, '$[%1]')").arg(i);
            if (place.hasId)
                parts << PersonTable::inErased(value, place.table.name);
            for (const Reference &owner : place.owners) {
                if (owner.column == keys.at(i))
                    parts << PersonTable::inErased(value, owner.parent);
            }
        }
        for (const Reference &owner : place.owners)
            parts << QStringLiteral("(before IS NOT NULL AND %1)").arg(PersonTable::inErased(QStringLiteral("json_extract(before, '$.%1')").arg(owner.column), owner.parent));
        return QStringLiteral("(table_name = '%1' AND (%2))").arg(place.table.name, parts.join(QStringLiteral(" OR ")));
    }

    QString anyImage() const
    {
        QStringList parts;
        for (const PersonTable &place : m_tables) {
            if (place.logged && (place.hasId || !place.owners.isEmpty()))
                parts << imageBelongs(place);
        }
        return parts.join(QStringLiteral(" OR "));
    }

    Outcome noteChanges()
    {
        return runScript(m_connection, QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS erased_change (id INTEGER PRIMARY KEY); DELETE FROM temp.erased_change;"
                                                      "INSERT OR IGNORE INTO temp.erased_change SELECT id FROM change WHERE %1;"
                                                      "INSERT OR IGNORE INTO temp.erased_change SELECT change_id FROM change_row WHERE %2;"
                                                      "INSERT OR IGNORE INTO temp.erased_change SELECT c.id FROM change c JOIN temp.erased e ON e.table_name = 'candidate' "
                                                      "WHERE instr(c.title || c.detail, '{person:' || e.id || '}') > 0;")
                                           .arg(PersonTable::inErased(QStringLiteral("application_id"), QStringLiteral("application")), anyImage())
                                           .toUtf8());
    }

    Outcome neutraliseFrozen()
    {
        const QString who = PersonTable::inErased(QStringLiteral("application_id"), QStringLiteral("application"));
        QString script = QStringLiteral("UPDATE shortlist_entry SET application_id = NULL, reason = '', standing = json_set(standing, '$.reviews', json('[]')) WHERE %1;"
                                        "UPDATE change_row SET before = json_set(before, '$.application_id', NULL, '$.reason', '', '$.standing', json_set(json_extract(before, '$.standing'), '$.reviews', json('[]'))) "
                                        "WHERE table_name = 'shortlist_entry' AND before IS NOT NULL AND %2;")
                             .arg(who, PersonTable::inErased(QStringLiteral("json_extract(before, '$.application_id')"), QStringLiteral("application")));
        const auto lists = imageColumns(m_connection, QStringLiteral("shortlist_entry"));
        if (!lists)
            return tl::unexpected(lists.error());
        for (const QString &columns : *lists) {
            const QStringList names = columns.split(QStringLiteral(", "));
            const auto path = [&names](const char *column) { return QStringLiteral("'$[%1]'").arg(names.indexOf(QLatin1String(column))); };
            script += QStringLiteral("UPDATE change_bulk_image SET rows = (SELECT json_group_array(iif(%2, json_set(r.value, %3, NULL, %4, '', %5, json_set(json_extract(r.value, %5), '$.reviews', json('[]'))), json(r.value))) "
                                     "FROM json_each(change_bulk_image.rows) r) WHERE table_name = 'shortlist_entry' AND columns = '%1';")
                          .arg(columns, PersonTable::inErased(bulkValue(columns, QStringLiteral("application_id")), QStringLiteral("application")), path("application_id"), path("reason"), path("standing"));
        }
        return runScript(m_connection, script.toUtf8());
    }

    /// What refers to one of their rows and is somebody else's stands alone from now on.
    Outcome loosen()
    {
        for (const PersonTable &place : m_tables) {
            for (const Reference &reference : place.loosened) {
                if (reference.parent != place.table.name)
                    continue; // frozen places have been seen to
                const QString script = QStringLiteral("UPDATE %1 SET %2 = NULL WHERE %3; UPDATE change_row SET before = json_set(before, '$.%2', NULL) WHERE table_name = '%1' AND before IS NOT NULL AND %4;")
                                           .arg(place.table.name, reference.column, PersonTable::inErased(reference.column, reference.parent),
                                                PersonTable::inErased(QStringLiteral("json_extract(before, '$.%1')").arg(reference.column), reference.parent));
                if (auto outcome = runScript(m_connection, script.toUtf8()); !outcome)
                    return outcome;
            }
        }
        return {};
    }

    /// Rows that an import refused belong to no application, but say whose they were.
    Outcome removeImportRows()
    {
        // A message that nobody was taken from is known by its file's name, and says in its reason whose addresses it holds.
        return execute(m_connection,
                       QStringLiteral("DELETE FROM import_row WHERE application_id IS NULL AND EXISTS (SELECT 1 FROM candidate c WHERE %1 AND ("
                                      "(c.email <> '' AND (c.email = import_row.email OR instr(lower(messages), lower(c.email)) > 0 OR instr(lower(file_name), lower(c.email)) > 0)) "
                                      "OR (length(c.name) > 2 AND (instr(lower(messages), lower(c.name)) > 0 OR instr(lower(file_name), lower(c.name)) > 0))))")
                           .arg(PersonTable::inErased(QStringLiteral("c.id"), QStringLiteral("candidate"))));
    }

    Outcome removeRows()
    {
        for (auto place = m_tables.crbegin(); place != m_tables.crend(); ++place) {
            if (!place->hasId && place->owners.isEmpty())
                continue;
            if (auto outcome = execute(m_connection, QStringLiteral("DELETE FROM %1 WHERE %2").arg(place->table.name, place->belongs())); !outcome)
                return outcome;
        }
        return {};
    }

    Outcome removeImages() { return execute(m_connection, QStringLiteral("DELETE FROM change_row WHERE %1").arg(anyImage())); }

    Outcome removeBulkImages()
    {
        for (const PersonTable &place : m_tables) {
            if (!place.logged || (!place.hasId && place.owners.isEmpty()))
                continue;
            const auto lists = imageColumns(m_connection, place.table.name);
            if (!lists)
                return tl::unexpected(lists.error());
            for (const QString &columns : *lists) {
                const QString belongs = place.belongs([&columns](const QString &column) { return bulkValue(columns, column); });
                const QString sql = QStringLiteral("UPDATE change_bulk_image SET rows = (SELECT json_group_array(json(r.value)) FROM json_each(change_bulk_image.rows) r WHERE NOT coalesce(%3, 0)) "
                                                   "WHERE table_name = '%1' AND columns = '%2' AND EXISTS (SELECT 1 FROM json_each(change_bulk_image.rows) r WHERE %3)")
                                        .arg(place.table.name, columns, belongs);
                if (auto outcome = execute(m_connection, sql); !outcome)
                    return outcome;
            }
        }
        return {};
    }

    Outcome cutChanges()
    {
        const QString mine = PersonTable::inErased(QStringLiteral("application_id"), QStringLiteral("application"));
        // What was done is in the words of whoever did it: who did it, when and of which kind stays.
        if (auto outcome = execute(m_connection, QStringLiteral("UPDATE change SET title = ?, detail = '', application_id = NULL WHERE %1").arg(mine), {m_cutTitle}); !outcome)
            return outcome;
        if (auto outcome = runScript(m_connection, "UPDATE change SET detail = '' WHERE id IN (SELECT id FROM temp.erased_change) AND instr(title || detail, '{person:') > 0;"
                                                   "UPDATE change SET cut = 1 WHERE id IN (SELECT id FROM temp.erased_change) "
                                                   "AND NOT EXISTS (SELECT 1 FROM change_row w WHERE w.change_id = change.id) AND NOT EXISTS (SELECT 1 FROM change_range g WHERE g.change_id = change.id) "
                                                   "AND NOT EXISTS (SELECT 1 FROM change_bulk_image i WHERE i.change_id = change.id);");
            !outcome)
            return outcome;
        // The number may be given to somebody else one day, who must not inherit these words.
        auto query = run(m_connection, QStringLiteral("SELECT id FROM temp.erased WHERE table_name = 'candidate'"));
        if (!query)
            return tl::unexpected(query.error());
        QList<qint64> people;
        while (query->next())
            people << query->value(0).toLongLong();
        query->finish();
        for (const qint64 person : std::as_const(people)) {
            const QString mark = QStringLiteral("{person:%1}").arg(person);
            if (auto outcome = execute(m_connection, QStringLiteral("UPDATE change SET title = replace(title, ?, '{person:0}') WHERE instr(title, ?) > 0"), {mark, mark}); !outcome)
                return outcome;
        }
        return {};
    }

    /// A content goes where nobody else has it, and no change that can be taken back needs it.
    Outcome removeContents()
    {
        QStringList needed{QStringLiteral("SELECT sha256 FROM document"), QStringLiteral("SELECT sha256 FROM posting"),
                           QStringLiteral("SELECT json_extract(before, '$.sha256') FROM change_row WHERE table_name IN ('document', 'posting') AND before IS NOT NULL")};
        for (const char *table : {"document", "posting"}) {
            const auto lists = imageColumns(m_connection, QLatin1String(table));
            if (!lists)
                return tl::unexpected(lists.error());
            for (const QString &columns : *lists)
                needed << QStringLiteral("SELECT %1 FROM change_bulk_image i, json_each(i.rows) r WHERE i.table_name = '%2' AND i.columns = '%3'")
                              .arg(bulkValue(columns, QStringLiteral("sha256")), QLatin1String(table), columns);
        }
        return runScript(m_connection, QStringLiteral("DELETE FROM temp.erased_content WHERE sha256 IN (%1);"
                                                      "DELETE FROM document_text WHERE sha256 IN (SELECT sha256 FROM temp.erased_content);"
                                                      "DELETE FROM content WHERE sha256 IN (SELECT sha256 FROM temp.erased_content);")
                                           .arg(needed.join(QStringLiteral(" UNION ALL ")))
                                           .toUtf8());
    }

    Connection &m_connection;
    QList<PersonTable> m_tables;
    QString m_cutTitle;
};

} // namespace

Outcome removeErased(Connection &connection, const QString &reason, const ErasureTitles &titles)
{
    auto tables = personTables(connection);
    if (!tables)
        return tl::unexpected(tables.error());
    // The triggers note what has to leave the full-text indexes; no change is open, so nothing is kept in the log.
    if (!connection.isCapturing())
        return failure(tr("Erasing"), {}, QStringLiteral("the full-text indexes do not follow"));
    const auto people = single(connection, QStringLiteral("SELECT count(*) FROM candidate WHERE %1").arg(PersonTable::inErased(QStringLiteral("id"), QStringLiteral("candidate"))));
    if (!people)
        return tl::unexpected(people.error());
    if (people->toInt() == 0)
        return failure(tr("Erasing"), {}, tr("nobody of them is in the workspace any more"));
    if (auto outcome = runScript(connection, "PRAGMA secure_delete = ON"); !outcome)
        return outcome;
    if (auto outcome = Remover(connection, std::move(*tables), titles.cut).remove(); !outcome)
        return outcome;
    for (int i = 0; i < people->toInt(); ++i) {
        if (auto outcome = execute(connection, QStringLiteral("INSERT INTO erasure (erased_at, reason) VALUES (?, ?)"), {connection.now(), reason}); !outcome)
            return outcome;
    }
    if (auto outcome = execute(connection, QStringLiteral("INSERT INTO change (uuid, made_at, reviewer_id, kind, title, detail, cut) VALUES (?, ?, ?, 'erasure', ?, '', 1)"),
                               {newUuid(), connection.now(), connection.reviewer().isValid() ? QVariant(connection.reviewer().number()) : QVariant(), titles.done});
        !outcome)
        return outcome;
    // Words that nobody else uses stand in the indexes' segments until those are merged into one.
    if (auto outcome = forgetDeleted(connection); !outcome)
        return outcome;
    return setWorkspaceInfo(connection, unfinished, QStringLiteral("1"));
}

Outcome cleanse(Connection &connection)
{
    // VACUUM writes every page anew, from a copy in the temporary store; a large copy is kept on disk, where it holds
    // only what stays. Another temporary store is an empty one: the triggers are made again by the next change.
    const auto size = single(connection, QStringLiteral("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"));
    if (!size)
        return tl::unexpected(size.error());
    const bool large = size->toLongLong() > largestInMemory;
    connection.setCapturing(connection.isCapturing() && !large);
    const QByteArray rewrite = QByteArray("PRAGMA secure_delete = ON;") + (large ? "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY;" : "VACUUM;");
    if (auto outcome = runScript(connection, rewrite); !outcome)
        return outcome;
    {
        auto checkpoint = run(connection, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        if (!checkpoint)
            return tl::unexpected(checkpoint.error());
        if (checkpoint->next() && checkpoint->value(0).toInt() != 0)
            return failure(tr("Erasing"), {}, tr("the rows are gone, but something else still reads the file, so that traces are left in its log"),
                           tr("Close other programs that have the workspace open, then open it again: it is finished then"));
    }
    // Only now: whatever was cut short before this is done again.
    return execute(connection, QStringLiteral("DELETE FROM workspace_info WHERE name = ?"), {unfinished});
}

Outcome finishErasure(Connection &connection)
{
    const auto left = workspaceInfo(connection, unfinished);
    if (!left)
        return tl::unexpected(left.error());
    // Where something reads the file just now, the next opening finishes it: no reason to keep the person out.
    if (*left)
        (void)cleanse(connection);
    return {};
}

} // namespace rolecall::db
