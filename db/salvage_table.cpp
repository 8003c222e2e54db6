// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/salvage_table.h"

#include "db/connection.h"
#include "db/layout.h"
#include "db/sql.h"

#include <QMap>
#include <algorithm>
#include <sqlite3.h>

namespace rolecall::db {

void SalvageTable::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

bool SalvageTable::matches(const Column &column, const StoredValue &value)
{
    using Kind = StoredValue::Kind;
    if (column.isRowNumber)
        return value.kind == Kind::Null;
    if (value.kind == Kind::Null)
        return !column.notNull;
    if (column.type == QLatin1String("INTEGER"))
        return value.kind == Kind::Integer && (column.look != Look::Reference || value.integer > 0);
    if (column.type == QLatin1String("BLOB"))
        return value.kind == Kind::Blob;
    if (value.kind != Kind::Text)
        return false;
    const QByteArray &text = value.bytes;
    switch (column.look) {
    case Look::Uuid:
        return text.size() == 36 && text.at(8) == '-' && text.at(23) == '-';
    case Look::Time:
        return text.size() >= 16 && text.at(4) == '-' && text.at(10) == 'T';
    case Look::Hash:
        return text.size() == 64;
    default:
        return true;
    }
}

bool SalvageTable::fits(const StoredRow &row) const
{
    if (row.rowId.has_value() != hasRowNumbers || row.values.size() < m_fewest || row.values.size() > qsizetype(m_columns.size()))
        return false;
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        if (!matches(m_columns.at(size_t(i)), row.values.at(i)))
            return false;
    }
    return true;
}

int SalvageTable::marks() const
{
    return int(std::count_if(m_columns.begin(), m_columns.end(), [](const Column &column) { return column.notNull && (column.look == Look::Uuid || column.look == Look::Time || column.look == Look::Hash); }));
}

sqlite3_stmt *SalvageTable::statementFor(qsizetype columns)
{
    if (m_statements.empty())
        m_statements.resize(m_columns.size() + 1);
    auto &statement = m_statements.at(size_t(columns));
    if (!statement) {
        QStringList names;
        QStringList places;
        for (qsizetype i = 0; i < columns; ++i) {
            names << m_columns.at(size_t(i)).name;
            places << QStringLiteral("?%1").arg(i + 1);
        }
        const QByteArray sql = QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)").arg(name, names.join(QStringLiteral(", ")), places.join(QStringLiteral(", "))).toUtf8();
        sqlite3_stmt *prepared = nullptr;
        sqlite3_prepare_v2(m_handle, sql.constData(), int(sql.size()), &prepared, nullptr);
        statement.reset(prepared);
    }
    return statement.get();
}

bool SalvageTable::insert(const StoredRow &row)
{
    // A row that is shorter than the table was written before columns were added.
    if (!fits(row))
        return false;
    sqlite3_stmt *statement = statementFor(row.values.size());
    if (!statement)
        return false;
    QList<QByteArray> texts; // alive until the step is done
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        const StoredValue &value = row.values.at(i);
        const int place = int(i) + 1;
        switch (value.kind) {
        case StoredValue::Kind::Null:
            if (m_columns.at(size_t(i)).isRowNumber)
                sqlite3_bind_int64(statement, place, row.rowId.value_or(0));
            else
                sqlite3_bind_null(statement, place);
            break;
        case StoredValue::Kind::Integer:
            sqlite3_bind_int64(statement, place, value.integer);
            break;
        case StoredValue::Kind::Real:
            sqlite3_bind_double(statement, place, value.real);
            break;
        case StoredValue::Kind::Text:
            texts << QString::fromUtf8(value.bytes).toUtf8(); // a flipped bit leaves a question mark, not a broken text
            sqlite3_bind_text(statement, place, texts.last().constData(), int(texts.last().size()), SQLITE_TRANSIENT);
            break;
        case StoredValue::Kind::Blob:
            sqlite3_bind_blob(statement, place, value.bytes.constData(), int(value.bytes.size()), SQLITE_STATIC);
            break;
        }
    }
    const bool stepped = sqlite3_step(statement) == SQLITE_DONE;
    const bool added = stepped && sqlite3_changes(m_handle) > 0;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return added;
}

Result<std::vector<SalvageTable>> salvageTables(Connection &connection)
{
    const auto names = ownTables();
    if (!names)
        return tl::unexpected(names.error());
    std::vector<SalvageTable> tables;
    for (const QString &name : *names) {
        SalvageTable table;
        table.name = name;
        table.m_handle = connection.handle();
        auto place = run(connection, QStringLiteral("SELECT rootpage, sql FROM sqlite_schema WHERE type = 'table' AND name = ?"), {name});
        if (!place)
            return tl::unexpected(place.error());
        if (place->next()) {
            table.usualRoot = place->value(0).toUInt();
            table.hasRowNumbers = !place->value(1).toString().endsWith(QLatin1String("WITHOUT ROWID"));
        }
        place->finish();
        auto columns = run(connection, QStringLiteral("SELECT name, type, \"notnull\", pk, dflt_value IS NOT NULL FROM pragma_table_info(?) ORDER BY cid"), {name});
        if (!columns)
            return tl::unexpected(columns.error());
        QMap<int, SalvageTable::Column> keys;
        std::vector<SalvageTable::Column> others;
        while (columns->next()) {
            SalvageTable::Column column{columns->value(0).toString(), columns->value(1).toString(), columns->value(2).toBool(), columns->value(4).toBool(), false, SalvageTable::Look::Any};
            const int key = columns->value(3).toInt();
            column.isRowNumber = table.hasRowNumbers && key == 1 && column.type == QLatin1String("INTEGER");
            if (column.name == QLatin1String("uuid"))
                column.look = SalvageTable::Look::Uuid;
            else if (column.name.endsWith(QLatin1String("_at")) || column.name == QLatin1String("stage_since"))
                column.look = SalvageTable::Look::Time;
            else if (column.name == QLatin1String("sha256") && name != QLatin1String("import_report"))
                column.look = SalvageTable::Look::Hash;
            else if (column.name.endsWith(QLatin1String("_id")))
                column.look = SalvageTable::Look::Reference;
            if (key > 0 && !table.hasRowNumbers)
                keys.insert(key, column); // a table without row numbers is stored with its key first
            else
                others.push_back(column);
        }
        table.m_columns.assign(keys.cbegin(), keys.cend());
        table.m_columns.insert(table.m_columns.end(), others.begin(), others.end());
        for (size_t i = 0; i < table.m_columns.size(); ++i) {
            if (table.m_columns.at(i).notNull && !table.m_columns.at(i).hasDefault)
                table.m_fewest = qsizetype(i) + 1;
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

} // namespace rolecall::db
