// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that stay, and in which somebody may still be named: in the tables, and in the log's images of them.
#include "db/erasure.h"
#include "db/erasure_places.h"

#include "db/connection.h"
#include "db/raw_query.h"
#include "db/search_syntax.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

/// Their texts are nobody's account of a person: what is asked for, how it is asked, or another person's own data.
bool isAboutNobody(const QString &table)
{
    static const QStringList names = QStringLiteral("candidate reviewer role posting quality duty contact stage panel_member stage_template stage_template_step message_template quality_pass "
                                                    "custom_field retention_rule question")
                                         .split(u' ');
    return names.contains(table);
}

/// Written by the program and not by people.
bool isTechnical(const QString &column)
{
    static const QStringList names = QStringLiteral("uuid sha256 kind state placement outcome code status zone local_start standing rule source_key date approx").split(u' ');
    return names.contains(column) || column.endsWith(QStringLiteral("_at")) || column.endsWith(QStringLiteral("_on")) || column.endsWith(QStringLiteral("_since"));
}

QString keyOf(const LoggedTable &table)
{
    return QStringLiteral("json_array(%1)").arg(table.keyColumns.join(QStringLiteral(", ")));
}

Result<QStringList> textColumns(Connection &connection, const LoggedTable &table)
{
    auto query = run(connection, QStringLiteral("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT' AND pk = 0"), {table.name});
    if (!query)
        return tl::unexpected(query.error());
    QStringList columns;
    while (query->next()) {
        if (const QString name = query->value(0).toString(); !isTechnical(name))
            columns << name;
    }
    return columns;
}

QString conditionOf(const QList<PersonTable> &owned, const QString &table)
{
    for (const PersonTable &place : owned) {
        if (place.table.name == table && (place.hasId || !place.owners.isEmpty()))
            return QStringLiteral("NOT %1").arg(place.belongs());
    }
    return QStringLiteral("1");
}

} // namespace

Outcome forEachRemainingText(Connection &connection, const std::function<bool(const StoredText &)> &visit)
{
    const auto owned = personTables(connection);
    if (!owned)
        return tl::unexpected(owned.error());
    QStringList tables = loggedTableNames();
    tables << QStringLiteral("change");
    for (const QString &name : std::as_const(tables)) {
        if (isAboutNobody(name))
            continue;
        const auto table = loggedTable(connection, name);
        if (!table)
            return tl::unexpected(table.error());
        const auto columns = textColumns(connection, *table);
        if (!columns)
            return tl::unexpected(columns.error());
        if (columns->isEmpty())
            continue;
        auto query = RawQuery::prepare(connection, QStringLiteral("SELECT %1, %2 FROM %3 WHERE %4").arg(keyOf(*table), columns->join(QStringLiteral(", ")), name, conditionOf(*owned, name)));
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) {
            for (int i = 0; i < columns->size(); ++i) {
                if (query->bytes(i + 1).isEmpty())
                    continue;
                if (!visit({name, query->text(0), columns->at(i), query->text(i + 1)}))
                    return {};
            }
        }
        if (auto outcome = query->outcome(); !outcome)
            return outcome;
    }
    return {};
}

Result<TextOwner> ownerOf(Connection &connection, const StoredText &text)
{
    const auto table = loggedTable(connection, text.table);
    if (!table)
        return tl::unexpected(table.error());
    const bool isEvidence = text.table == u"evidence";
    if (!isEvidence && !table->columns.contains(QStringLiteral("application_id")))
        return TextOwner{};
    const QString reviewer = table->columns.contains(QStringLiteral("reviewer_id")) ? QStringLiteral("t.reviewer_id") : QStringLiteral("NULL");
    QStringList conditions;
    QVariantList values;
    for (int i = 0; i < table->keyColumns.size(); ++i) {
        conditions << QStringLiteral("t.%1 = json_extract(?, '$[%2]')").arg(table->keyColumns.at(i)).arg(i);
        values << text.key;
    }
    const QString sql = isEvidence ? QStringLiteral("SELECT v.application_id, v.reviewer_id, v.state = 'draft' FROM evidence t JOIN review v ON v.id = t.review_id WHERE ")
                                   : QStringLiteral("SELECT t.application_id, %1, 0 FROM %2 t WHERE ").arg(reviewer, text.table);
    auto query = run(connection, sql + conditions.join(QStringLiteral(" AND ")), values);
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return TextOwner{};
    return TextOwner{ApplicationId(query->value(0).toLongLong()), ReviewerId(query->value(1).toLongLong()), query->value(2).toBool()};
}

Result<bool> replaceText(Connection &connection, const StoredText &was, const QString &text)
{
    const auto table = loggedTable(connection, was.table);
    if (!table)
        return tl::unexpected(table.error());
    QStringList conditions;
    for (int i = 0; i < table->keyColumns.size(); ++i)
        conditions << QStringLiteral("%1 = json_extract(?, '$[%2]')").arg(table->keyColumns.at(i)).arg(i);
    QVariantList values{text};
    for (qsizetype i = 0; i < table->keyColumns.size(); ++i)
        values << was.key;
    values << was.text;
    const auto query = run(connection, QStringLiteral("UPDATE %1 SET %2 = ? WHERE %3 AND %2 = ?").arg(was.table, was.column, conditions.join(QStringLiteral(" AND "))), values);
    if (!query)
        return tl::unexpected(query.error());
    return query->numRowsAffected() > 0;
}

Outcome forEachRemainingImage(Connection &connection, const std::function<bool(const LoggedImage &)> &visit)
{
    const auto owned = personTables(connection);
    if (!owned)
        return tl::unexpected(owned.error());
    QStringList gone;
    for (const PersonTable &place : *owned) {
        if (place.hasId)
            gone << QStringLiteral("(table_name = '%1' AND %2)").arg(place.table.name, PersonTable::inErased(QStringLiteral("json_extract(row_key, '$[0]')"), place.table.name));
    }
    // Others of the same name keep theirs: an image of somebody who is still here is not looked into.
    auto rows = RawQuery::prepare(connection, QStringLiteral("SELECT id, table_name, row_key, before FROM change_row WHERE before IS NOT NULL AND NOT (%1) "
                                                             "AND NOT (table_name = 'candidate' AND json_extract(row_key, '$[0]') IN (SELECT id FROM candidate))")
                                                  .arg(gone.join(QStringLiteral(" OR "))));
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        if (!visit({false, rows->key(0), rows->text(1), rows->text(2), rows->text(3)}))
            return {};
    }
    if (auto outcome = rows->outcome(); !outcome)
        return outcome;
    auto bulk = RawQuery::prepare(connection, QStringLiteral("SELECT id, table_name, rows FROM change_bulk_image"));
    if (!bulk)
        return tl::unexpected(bulk.error());
    while (bulk->next()) {
        if (!visit({true, bulk->key(0), bulk->text(1), {}, bulk->text(2)}))
            return {};
    }
    return bulk->outcome();
}

Outcome replaceImage(Connection &connection, const LoggedImage &image, const QString &json)
{
    return execute(connection, image.bulk ? QStringLiteral("UPDATE change_bulk_image SET rows = ? WHERE id = ?") : QStringLiteral("UPDATE change_row SET before = ? WHERE id = ?"), {json, image.id});
}

Result<QStringList> documentsNaming(Connection &connection, const QString &phrase)
{
    const QString expression = searchExpression(u'"' + QString(phrase).remove(u'"') + u'"');
    QStringList names;
    if (expression.isEmpty())
        return names;
    auto query = run(connection, QStringLiteral("SELECT DISTINCT d.file_name FROM (SELECT rowid AS id FROM search_document WHERE search_document MATCH ?) f JOIN document_text t ON t.id = f.id "
                                                "JOIN document d ON d.sha256 = t.sha256 WHERE NOT %1 ORDER BY d.id LIMIT 100")
                                     .arg(PersonTable::inErased(QStringLiteral("d.id"), QStringLiteral("document"))),
                     {expression});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        names << query->value(0).toString();
    return names;
}

} // namespace rolecall::db
