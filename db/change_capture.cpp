// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/change_capture.h"

#include "db/connection.h"
#include "db/search_index.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

QString jsonObject(const QStringList &columns)
{
    QStringList pairs;
    for (const QString &column : columns)
        pairs << QStringLiteral("'%1', old.%1").arg(column);
    return QStringLiteral("json_object(%1)").arg(pairs.join(QStringLiteral(", ")));
}

QString jsonKey(const QStringList &columns, const QString &row)
{
    QStringList parts;
    for (const QString &column : columns)
        parts << row + u'.' + column;
    return QStringLiteral("json_array(%1)").arg(parts.join(QStringLiteral(", ")));
}

QString captureTriggers(const LoggedTable &table)
{
    const QString capture = QStringLiteral(
        "CREATE TEMP TRIGGER capture_%1_%2 AFTER %2 ON main.%1 WHEN (SELECT change_id FROM temp.capture) IS NOT NULL BEGIN "
        "INSERT INTO change_row (change_id, table_name, row_key, before) SELECT change_id, '%1', %3, %4 FROM temp.capture; END;\n");
    const QString before = jsonObject(table.columns);
    return capture.arg(table.name, QStringLiteral("insert"), jsonKey(table.keyColumns, QStringLiteral("new")), QStringLiteral("NULL"))
           + capture.arg(table.name, QStringLiteral("update"), jsonKey(table.keyColumns, QStringLiteral("old")), before)
           + capture.arg(table.name, QStringLiteral("delete"), jsonKey(table.keyColumns, QStringLiteral("old")), before);
}

/// A full-text table may not be written from a trigger while the schema is not trusted, so the triggers only note what
/// has to be taken out and put in, and applyIndexQueue() does it before the commit.
QString indexTriggers(const IndexedTable &table)
{
    QStringList places;
    for (int i = 0; i < table.columns.size(); ++i)
        places << QStringLiteral("c%1").arg(i);
    const QString columns = places.join(QStringLiteral(", "));
    const QString olds = QStringLiteral("old.") + table.columns.join(QStringLiteral(", old."));
    const QString news = QStringLiteral("new.") + table.columns.join(QStringLiteral(", new."));
    const QString note = QStringLiteral("INSERT INTO index_queue (index_name, row, adds, %1) VALUES ('%2', %3.id, %4, %5); ");
    const QString add = note.arg(columns, table.index, QStringLiteral("new"), QStringLiteral("1"), news);
    const QString remove = note.arg(columns, table.index, QStringLiteral("old"), QStringLiteral("0"), olds);
    const QString trigger = QStringLiteral("CREATE TEMP TRIGGER index_%1_%2 AFTER %3 ON main.%1 BEGIN %4 END;\n");
    return trigger.arg(table.table, QStringLiteral("insert"), QStringLiteral("insert"), add)
           + trigger.arg(table.table, QStringLiteral("update"), QStringLiteral("update OF ") + table.columns.join(QStringLiteral(", ")), remove + add)
           + trigger.arg(table.table, QStringLiteral("delete"), QStringLiteral("delete"), remove);
}

Outcome makeTriggers(Connection &connection)
{
    QString script;
    for (const QString &name : loggedTableNames()) {
        const auto table = loggedTable(connection, name);
        if (!table)
            return tl::unexpected(table.error());
        script += captureTriggers(*table);
    }
    for (const IndexedTable &table : indexedTables())
        script += indexTriggers(table);
    return runScript(connection, script.toUtf8());
}

} // namespace

const QStringList &loggedTableNames()
{
    static const QStringList names = QString::fromLatin1(
                                         "reviewer role posting quality duty contact stage candidate application stage_visit deadline tag application_tag note "
                                         "document panel_member review rating evidence agreed_level hand_placement shortlist shortlist_entry "
                                         "import_report import_row quality_pass stage_template stage_template_step message_template interview "
                                         "interview_member interview_assessment question custom_field candidate_field candidate_apart "
                                         "retention_rule group_answer")
                                         .split(u' ');
    return names;
}

Result<LoggedTable> loggedTable(Connection &connection, const QString &name)
{
    auto query = run(connection, QStringLiteral("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"), {name});
    if (!query)
        return tl::unexpected(query.error());
    LoggedTable table{name, {}, {}};
    QMap<int, QString> keys;
    while (query->next()) {
        table.columns << query->value(0).toString();
        if (const int place = query->value(1).toInt(); place > 0)
            keys.insert(place, query->value(0).toString());
    }
    table.keyColumns = keys.values();
    return table;
}

Outcome startCapture(Connection &connection)
{
    if (connection.isCapturing())
        return {};
    if (auto outcome = runScript(connection, "CREATE TEMP TABLE IF NOT EXISTS capture (change_id INTEGER);"
                                             "DELETE FROM temp.capture; INSERT INTO temp.capture VALUES (NULL);"
                                             "CREATE TEMP TABLE IF NOT EXISTS index_queue (id INTEGER PRIMARY KEY, index_name TEXT, row INTEGER, "
                                             "adds INTEGER, c0 TEXT, c1 TEXT, c2 TEXT, c3 TEXT);");
        !outcome)
        return outcome;
    if (auto outcome = makeTriggers(connection); !outcome)
        return outcome;
    connection.setCapturing(true);
    return {};
}

Outcome captureInto(Connection &connection, ChangeId change)
{
    return execute(connection, QStringLiteral("UPDATE temp.capture SET change_id = ?"), {change.isValid() ? QVariant(change.number()) : QVariant()});
}

Outcome suspendCapture(Connection &connection)
{
    QByteArray script;
    auto query = run(connection, QStringLiteral("SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'"));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        script += "DROP TRIGGER temp." + query->value(0).toString().toUtf8() + ";\n";
    query->finish();
    return runScript(connection, script);
}

Outcome resumeCapture(Connection &connection)
{
    return makeTriggers(connection);
}

} // namespace rolecall::db
