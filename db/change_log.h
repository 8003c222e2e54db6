// SPDX-License-Identifier: GPL-3.0-or-later
// Every act of a person is one change: who, when, a title in plain words, and what rows were before. History reads it,
// Undo and Redo replay it, the audit export writes it. It only grows: an undo is itself a change.
#pragma once

#include "db/id.h"
#include "db/result.h"
#include "db/transaction.h"

#include <QDateTime>
#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

/// The kind of a change that says what left the workspace: it touches no row, so Undo and Redo pass it by.
inline const QString handedOutKind = QStringLiteral("message");

/// What a change says of itself. {applicant} in title and detail stands for the person's name or, blind, the code.
struct NewChange
{
    QString kind;   ///< for filters and for what must stay hidden: "rating", "import", "posting", "stage" ...
    QString title;  ///< "Rated {applicant}"
    QString detail; ///< "Experience with Jupyter: 2"; hidden from others while independence asks for it
    RoleId role{};
    ApplicationId application{};
};

/// A write transaction that is also an entry in the change log. Rows touched while it is open belong to it.
class ChangeScope
{
public:
    static Result<ChangeScope> begin(Connection &connection, const NewChange &change);
    ChangeScope(ChangeScope &&) = default;
    ~ChangeScope();

    ChangeId id() const { return m_id; }
    /// Replaces what was said at the beginning, where only the work itself shows what it was.
    Outcome describe(const NewChange &change);
    /// Rows of a table added in bulk while capture was suspended, by the range of the table's leading key.
    Outcome addRange(const QString &tableName, qint64 firstKey, qint64 lastKey);
    /// Stores it durably. Without it nothing of the change remains.
    [[nodiscard]] Outcome commit();

private:
    ChangeScope(Connection &connection, Transaction transaction, ChangeId id);
    Connection *m_connection;
    Transaction m_transaction;
    ChangeId m_id;
};

/// An entry as History shows it.
struct Change
{
    ChangeId id;
    QString uuid;
    QDateTime madeAt; ///< UTC
    ReviewerId reviewer;
    QString reviewerName;
    QString kind;
    QString title;
    QString detail;
    RoleId role;
    ApplicationId application;
    ChangeId reverses;
    bool undone = false;
};

struct ChangeFilter
{
    RoleId role{};
    ApplicationId application{};
    QString kind;
    QString words; ///< in title or detail
    ReviewerId reviewer{};
};

/// Newest first; at most `limit`, before `before` where that is valid.
Result<QList<Change>> changes(Connection &connection, const ChangeFilter &filter, int limit, ChangeId before = {});
/// What Undo would take back; nullopt where there is nothing.
Result<std::optional<Change>> nextUndo(Connection &connection);
/// What Redo would do again; nullopt after any newer change.
Result<std::optional<Change>> nextRedo(Connection &connection);

/// Takes back, or does again, within an open transaction the caller commits. Returns the change it reverses or repeats.
/// The caller refreshes what is derived (standings) before committing.
class Reversal
{
public:
    static Result<Reversal> undo(Connection &connection);
    static Result<Reversal> redo(Connection &connection);

    const Change &change() const { return m_change; } ///< the person's act, undone or redone
    const QStringList &tables() const { return m_tables; }
    [[nodiscard]] Outcome commit() { return m_scope.commit(); }

private:
    Reversal(ChangeScope scope, Change change, QStringList tables);
    static Result<Reversal> reverse(Connection &connection, const Change &target, const Change &act, bool undone);
    ChangeScope m_scope;
    Change m_change;
    QStringList m_tables;
};

} // namespace rolecall::db
