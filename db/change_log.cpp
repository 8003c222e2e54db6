// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/change_log.h"

#include "db/change_capture.h"
#include "db/change_reversal.h"
#include "db/connection.h"
#include "db/search_index.h"
#include "db/sql.h"

#include <QCoreApplication>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

QVariant key(qint64 number)
{
    return number > 0 ? QVariant(number) : QVariant();
}

const QString changeColumns = QStringLiteral(
    "SELECT c.id, c.uuid, c.made_at, c.reviewer_id, r.name, c.kind, c.title, c.detail, c.role_id, c.application_id, c.reverses, c.undone "
    "FROM change c LEFT JOIN reviewer r ON r.id = c.reviewer_id ");

Change changeFrom(const QSqlQuery &query)
{
    Change change;
    change.id = ChangeId(query.value(0).toLongLong());
    change.uuid = query.value(1).toString();
    change.madeAt = QDateTime::fromString(query.value(2).toString(), Qt::ISODateWithMs);
    change.reviewer = ReviewerId(query.value(3).toLongLong());
    change.reviewerName = query.value(4).toString();
    change.kind = query.value(5).toString();
    change.title = query.value(6).toString();
    change.detail = query.value(7).toString();
    change.role = RoleId(query.value(8).toLongLong());
    change.application = ApplicationId(query.value(9).toLongLong());
    change.reverses = ChangeId(query.value(10).toLongLong());
    change.undone = query.value(11).toBool();
    return change;
}

Result<std::optional<Change>> one(Connection &connection, const QString &where)
{
    auto query = run(connection, changeColumns + where);
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<Change>();
    return changeFrom(*query);
}

} // namespace

ChangeScope::ChangeScope(Connection &connection, Transaction transaction, ChangeId id)
    : m_connection(&connection)
    , m_transaction(std::move(transaction))
    , m_id(id)
{}

ChangeScope::~ChangeScope() = default;

Result<ChangeScope> ChangeScope::begin(Connection &connection, const NewChange &change)
{
    if (auto outcome = startCapture(connection); !outcome)
        return tl::unexpected(outcome.error());
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto query = run(connection,
                     QStringLiteral("INSERT INTO change (uuid, made_at, reviewer_id, kind, title, detail, role_id, application_id) "
                                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                     {newUuid(), connection.now(), key(connection.reviewer().number()), change.kind, change.title,
                      change.detail, key(change.role.number()), key(change.application.number())});
    if (!query)
        return tl::unexpected(query.error());
    const ChangeId id(query->lastInsertId().toLongLong());
    if (auto outcome = captureInto(connection, id); !outcome)
        return tl::unexpected(outcome.error());
    return ChangeScope(connection, std::move(*transaction), id);
}

Outcome ChangeScope::describe(const NewChange &change)
{
    return execute(*m_connection, QStringLiteral("UPDATE change SET kind = ?, title = ?, detail = ?, role_id = ?, application_id = ? WHERE id = ?"),
                           {change.kind, change.title, change.detail, key(change.role.number()),
                            key(change.application.number()), m_id.number()});
}

Outcome ChangeScope::addRange(const QString &tableName, qint64 firstKey, qint64 lastKey)
{
    return execute(*m_connection, QStringLiteral("INSERT INTO change_range (change_id, table_name, first_key, last_key) VALUES (?, ?, ?, ?)"),
                           {m_id.number(), tableName, firstKey, lastKey});
}

Outcome ChangeScope::commit()
{
    if (auto outcome = applyIndexQueue(*m_connection); !outcome)
        return outcome;
    // Rolled back with the transaction where the commit fails, so the next scope starts clean either way.
    if (auto outcome = captureInto(*m_connection, {}); !outcome)
        return outcome;
    return m_transaction.commit();
}

Result<QList<Change>> changes(Connection &connection, const ChangeFilter &filter, int limit, ChangeId before)
{
    QStringList conditions;
    QVariantList values;
    if (filter.role.isValid()) {
        conditions << QStringLiteral("c.role_id = ?");
        values << filter.role.number();
    }
    if (filter.application.isValid()) {
        conditions << QStringLiteral("c.application_id = ?");
        values << filter.application.number();
    }
    if (!filter.kind.isEmpty()) {
        conditions << QStringLiteral("c.kind = ?");
        values << filter.kind;
    }
    if (filter.reviewer.isValid()) {
        conditions << QStringLiteral("c.reviewer_id = ?");
        values << filter.reviewer.number();
    }
    if (!filter.words.isEmpty()) {
        conditions << QStringLiteral("(instr(lower(c.title), lower(?)) > 0 OR instr(lower(c.detail), lower(?)) > 0)");
        values << filter.words << filter.words;
    }
    if (before.isValid()) {
        conditions << QStringLiteral("c.id < ?");
        values << before.number();
    }
    QString sql = changeColumns;
    if (!conditions.isEmpty())
        sql += QStringLiteral("WHERE ") + conditions.join(QStringLiteral(" AND "));
    sql += QStringLiteral(" ORDER BY c.id DESC LIMIT ?");
    values << limit;
    auto query = run(connection, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    QList<Change> result;
    while (query->next())
        result << changeFrom(*query);
    return result;
}

Result<std::optional<Change>> nextUndo(Connection &connection)
{
    return one(connection, QStringLiteral("WHERE c.reverses IS NULL AND c.undone = 0 AND c.cut = 0 AND c.kind <> '%1' ORDER BY c.id DESC LIMIT 1").arg(handedOutKind));
}

Result<std::optional<Change>> nextRedo(Connection &connection)
{
    // Nothing that was undone before a newer act: neither while that act stands nor once it is undone too. An erasure takes
    // from the log and adds nothing to it, and what was handed out changes nothing here, so they are no such acts.
    return one(connection, QStringLiteral("WHERE c.reverses IS NULL AND c.undone = 1 AND c.cut = 0 AND (SELECT max(u.id) FROM change u WHERE u.reverses = c.id AND u.kind = 'undo') > "
                                          "(SELECT max(n.id) FROM change n WHERE n.reverses IS NULL AND n.kind NOT IN ('erasure', '%1')) ORDER BY c.id LIMIT 1").arg(handedOutKind));
}

Reversal::Reversal(ChangeScope scope, Change change, QStringList tables)
    : m_scope(std::move(scope))
    , m_change(std::move(change))
    , m_tables(std::move(tables))
{}

Result<Reversal> Reversal::undo(Connection &connection)
{
    const auto act = nextUndo(connection);
    if (!act)
        return tl::unexpected(act.error());
    if (!*act)
        return failure(tr("Undo"), {}, tr("there is nothing to undo"));
    return reverse(connection, **act, **act, true);
}

Result<Reversal> Reversal::redo(Connection &connection)
{
    const auto act = nextRedo(connection);
    if (!act)
        return tl::unexpected(act.error());
    if (!*act)
        return failure(tr("Redo"), {}, tr("there is nothing to redo"));
    const auto undoing = one(connection, QStringLiteral("WHERE c.id = (SELECT max(id) FROM change WHERE kind = 'undo' AND reverses = %1)").arg((*act)->id.number()));
    if (!undoing)
        return tl::unexpected(undoing.error());
    if (!*undoing)
        return failure(tr("Redo"), (*act)->title, tr("the change log does not say how it was undone"));
    return reverse(connection, **undoing, **act, false);
}

Result<Reversal> Reversal::reverse(Connection &connection, const Change &target, const Change &act, bool undone)
{
    auto scope = ChangeScope::begin(connection, {undone ? QStringLiteral("undo") : QStringLiteral("redo"),
                                                 (undone ? tr("Undid: %1") : tr("Redid: %1")).arg(act.title), act.detail, act.role, act.application});
    if (!scope)
        return tl::unexpected(scope.error());
    // An undo points at the act it takes back, a redo at the undo it takes back.
    const ChangeId reversed = undone ? act.id : target.id;
    if (auto query = run(connection, QStringLiteral("UPDATE change SET reverses = ? WHERE id = ?"), {reversed.number(), scope->id().number()}); !query)
        return tl::unexpected(query.error());
    if (auto query = run(connection, QStringLiteral("UPDATE change SET undone = ? WHERE id = ?"), {undone ? 1 : 0, act.id.number()}); !query)
        return tl::unexpected(query.error());
    auto tables = restoreRows(connection, target.id, *scope);
    if (!tables)
        return tl::unexpected(tables.error());
    return Reversal(std::move(*scope), act, *tables);
}

} // namespace rolecall::db
