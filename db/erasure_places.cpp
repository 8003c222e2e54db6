// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/erasure_places.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QMultiHash>

namespace rolecall::db {

namespace {

/// A frozen place stays, with nobody in it.
bool staysWithout(const QString &table)
{
    return table == u"shortlist_entry";
}

} // namespace

Result<QList<PersonTable>> personTables(Connection &connection)
{
    QMultiHash<QString, Reference> references;
    QStringList names = loggedTableNames();
    auto query = run(connection, QStringLiteral("SELECT m.name, f.\"from\", f.\"table\" FROM sqlite_schema m CROSS JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.rowid"));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        const QString name = query->value(0).toString();
        references.insert(name, {query->value(1).toString(), query->value(2).toString()});
        if (!names.contains(name))
            names << name;
    }
    query->finish();

    QList<PersonTable> tables;
    QStringList owned;
    for (const QString &name : std::as_const(names)) {
        PersonTable place;
        place.logged = loggedTableNames().contains(name);
        const auto owners = references.values(name);
        for (const Reference &reference : owners) {
            if (reference.parent == name || (staysWithout(name) && owned.contains(reference.parent)))
                place.loosened << reference;
            else if (owned.contains(reference.parent))
                place.owners << reference;
        }
        const bool isPerson = name == u"candidate";
        if (!isPerson && place.owners.isEmpty() && !(staysWithout(name) && !place.loosened.isEmpty()))
            continue;
        auto read = loggedTable(connection, name);
        if (!read)
            return tl::unexpected(read.error());
        place.table = std::move(*read);
        place.hasId = place.table.keyColumns == QStringList{QStringLiteral("id")};
        if (place.hasId)
            owned << name;
        tables << std::move(place);
    }
    return tables;
}

Result<QStringList> imageColumns(Connection &connection, const QString &table)
{
    auto query = run(connection, QStringLiteral("SELECT DISTINCT columns FROM change_bulk_image WHERE table_name = ?"), {table});
    if (!query)
        return tl::unexpected(query.error());
    QStringList lists;
    while (query->next())
        lists << query->value(0).toString();
    return lists;
}

QString bulkValue(const QString &columns, const QString &column)
{
    // A column that came with a later schema is in no older image: nothing then.
    const qsizetype place = columns.split(QStringLiteral(", ")).indexOf(column);
    return place < 0 ? QStringLiteral("NULL") : QStringLiteral("json_extract(r.value, '$[%1]')").arg(place);
}

} // namespace rolecall::db
