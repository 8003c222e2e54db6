// SPDX-License-Identifier: GPL-3.0-or-later
// One table that rows are salvaged for: how its rows look as they are stored, and where they go.
#pragma once

#include "db/page_cells.h"
#include "db/result.h"

#include <QHash>
#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace rolecall::db {

class Connection;

class SalvageTable
{
public:
    QString name;
    bool hasRowNumbers = true; ///< false: WITHOUT ROWID, so that its tree is one of an index
    quint32 usualRoot = 0;     ///< where a workspace that was made new by this program has it
    quint32 root = 0;          ///< in the damaged file; 0: not known
    qint64 taken = 0;
    qint64 refused = 0;

    /// Whether the values could be a row of this table, by kind and look.
    bool fits(const StoredRow &row) const;
    /// How many of its columns have a look of their own: a UUID, a time, a hash, a word of a few.
    int marks() const;
    /// Whether it can be told from indexes and other tables by its rows alone.
    bool isRecognisable() const { return marks() > 0; }
    /// False where the table does not take it: a constraint, or a row of this key is there.
    bool insert(const StoredRow &row);

private:
    friend Result<std::vector<SalvageTable>> salvageTables(Connection &connection);

    enum class Look { Any, Uuid, Time, Hash, Reference };
    struct Column
    {
        QString name;
        QString type;
        bool notNull = false;
        bool hasDefault = false;
        bool isRowNumber = false; ///< stored as NULL: the row's number is its value
        Look look = Look::Any;
    };
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    static bool matches(const Column &column, const StoredValue &value);
    sqlite3_stmt *statementFor(qsizetype columns);

    sqlite3 *m_handle = nullptr;
    std::vector<Column> m_columns; ///< in the order in which they are stored
    qsizetype m_fewest = 0;        ///< values a row may end after: columns that were added later have defaults
    std::vector<std::unique_ptr<sqlite3_stmt, Finalizer>> m_statements;
};

/// All tables of Rolecall's own, those that others refer to first.
Result<std::vector<SalvageTable>> salvageTables(Connection &connection);

} // namespace rolecall::db
