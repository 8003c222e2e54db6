// SPDX-License-Identifier: GPL-3.0-or-later
// Where rows of people stand, by the schema's own references; for erasure*.cpp alone.
#pragma once

#include "db/change_capture.h"

#include <QList>

namespace rolecall::db {

struct Reference
{
    QString column;
    QString parent;
};

/// A table with rows that belong to people.
struct PersonTable
{
    LoggedTable table;
    bool logged = false;
    bool hasId = false;          ///< its key is one column, id
    QList<Reference> owners;     ///< a row goes with any of these
    QList<Reference> loosened;   ///< set to nothing instead: the row is somebody else's

    /// SQL: the row belongs to a noted person. `value` makes the expression for a column.
    template<class Value> QString belongs(Value value) const
    {
        QStringList parts;
        if (hasId)
            parts << inErased(value(QStringLiteral("id")), table.name);
        for (const Reference &owner : owners)
            parts << inErased(value(owner.column), owner.parent);
        return u'(' + parts.join(QStringLiteral(" OR ")) + u')';
    }
    QString belongs() const
    {
        return belongs([](const QString &column) { return column; });
    }
    static QString inErased(const QString &value, const QString &parent)
    {
        return QStringLiteral("%1 IN (SELECT id FROM temp.erased WHERE table_name = '%2')").arg(value, parent);
    }
};

/// Owners first; the first is candidate itself.
Result<QList<PersonTable>> personTables(Connection &connection);

/// The different lists of columns that images of a table have: as stored.
Result<QStringList> imageColumns(Connection &connection, const QString &table);

/// SQL for a column in an image of many rows, whose row is `r.value`.
QString bulkValue(const QString &columns, const QString &column);

} // namespace rolecall::db
