// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/group_answers.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

Result<QList<ApplicationId>> applicationsOf(Connection &connection, const QString &sql, const QVariantList &values)
{
    auto query = run(connection, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    QList<ApplicationId> ids;
    while (query->next())
        ids << ApplicationId(query->value(0).toLongLong());
    return ids;
}

} // namespace

Outcome storeGroupAnswer(Connection &connection, ApplicationId application, const QString &question, const QString &answer)
{
    return execute(connection, QStringLiteral("INSERT INTO group_answer (application_id, question, answer) VALUES (?, ?, ?) ON CONFLICT (application_id, question) DO UPDATE SET answer = excluded.answer"),
                   {application.number(), question, answer});
}

Result<int> deleteGroupAnswers(Connection &connection, RoleId role)
{
    const auto query = run(connection, QStringLiteral("DELETE FROM group_answer WHERE application_id IN (SELECT id FROM application WHERE role_id = ?)"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    return query->numRowsAffected();
}

Result<QStringList> groupQuestions(Connection &connection, RoleId role)
{
    auto query = run(connection, QStringLiteral("SELECT DISTINCT g.question FROM application a CROSS JOIN group_answer g ON g.application_id = a.id WHERE a.role_id = ? ORDER BY g.question"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QStringList questions;
    while (query->next())
        questions << query->value(0).toString();
    return questions;
}

Result<QList<GroupCount>> groupCounts(Connection &connection, RoleId role, const QString &question, Selection selection)
{
    const QString selected = selection == Selection::Hired ? QStringLiteral("coalesce(a.outcome = 'hired', 0)") : QStringLiteral("coalesce(s.gate = 0, 0)");
    auto query = run(connection,
                     QStringLiteral("SELECT g.answer, count(*), sum(%1) FROM application a CROSS JOIN group_answer g ON g.application_id = a.id AND g.question = ? "
                                    "LEFT JOIN standing s ON s.application_id = a.id WHERE a.role_id = ? GROUP BY g.answer ORDER BY g.answer")
                         .arg(selected),
                     {question, role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<GroupCount> counts;
    while (query->next())
        counts << GroupCount{query->value(0).toString(), query->value(1).toInt(), query->value(2).toInt()};
    return counts;
}

Result<QList<ApplicationId>> applicationsByEmail(Connection &connection, RoleId role, const QString &email)
{
    return applicationsOf(connection, QStringLiteral("SELECT a.id FROM candidate c JOIN application a ON a.candidate_id = c.id WHERE c.email = ? AND a.role_id = ?"), {email, role.number()});
}

Result<QList<ApplicationId>> applicationsByCode(Connection &connection, RoleId role, const QString &code)
{
    return applicationsOf(connection, QStringLiteral("SELECT id FROM application WHERE role_id = ? AND code = ?"), {role.number(), code});
}

} // namespace rolecall::db
