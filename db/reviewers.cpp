// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/reviewers.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

const QString ownReviewerName = QStringLiteral("own_reviewer");

Result<QList<Reviewer>> read(Connection &connection, const QString &rest, const QVariantList &values = {})
{
    auto query = run(connection, QStringLiteral("SELECT r.id, r.uuid, r.name, r.email, r.retired_at FROM reviewer r ") + rest, values);
    if (!query)
        return tl::unexpected(query.error());
    QList<Reviewer> list;
    while (query->next())
        list << Reviewer{ReviewerId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toString(), optionalText(query->value(3)), optionalText(query->value(4))};
    return list;
}

Result<std::optional<Reviewer>> first(const Result<QList<Reviewer>> &list)
{
    if (!list)
        return tl::unexpected(list.error());
    return list->isEmpty() ? std::nullopt : std::optional(list->first());
}

} // namespace

Result<ReviewerId> insertReviewer(Connection &connection, const Reviewer &reviewer)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO reviewer (uuid, name, email, retired_at) VALUES (?, ?, ?, ?)"),
                           {reviewer.uuid.isEmpty() ? newUuid() : reviewer.uuid, reviewer.name, nullable(reviewer.email), nullable(reviewer.retiredAt)});
    if (!query)
        return tl::unexpected(query.error());
    return ReviewerId(query->lastInsertId().toLongLong());
}

Outcome updateReviewer(Connection &connection, const Reviewer &reviewer)
{
    return execute(connection, QStringLiteral("UPDATE reviewer SET name = ?, email = ?, retired_at = ? WHERE id = ?"),
                    {reviewer.name, nullable(reviewer.email), nullable(reviewer.retiredAt), reviewer.id.number()});
}

Result<QList<Reviewer>> reviewers(Connection &connection)
{
    return read(connection, QStringLiteral("ORDER BY r.retired_at IS NOT NULL, r.name"));
}

Result<std::optional<Reviewer>> reviewerByName(Connection &connection, const QString &name)
{
    return first(read(connection, QStringLiteral("WHERE r.name = ?"), {name.simplified()}));
}

Result<std::optional<Reviewer>> ownReviewer(Connection &connection)
{
    return first(read(connection, QStringLiteral("JOIN workspace_info i ON i.name = ? AND r.uuid = i.value"), {ownReviewerName}));
}

Outcome setOwnReviewer(Connection &connection, ReviewerId reviewer)
{
    auto uuid = single(connection, QStringLiteral("SELECT uuid FROM reviewer WHERE id = ?"), {reviewer.number()});
    if (!uuid)
        return tl::unexpected(uuid.error());
    connection.setReviewer(reviewer);
    return setWorkspaceInfo(connection, ownReviewerName, uuid->toString());
}

Result<QList<Reviewer>> panel(Connection &connection, RoleId role)
{
    return read(connection, QStringLiteral("JOIN panel_member p ON p.reviewer_id = r.id WHERE p.role_id = ? ORDER BY r.name"), {role.number()});
}

Outcome addToPanel(Connection &connection, RoleId role, ReviewerId reviewer)
{
    return execute(connection, QStringLiteral("INSERT INTO panel_member (role_id, reviewer_id) VALUES (?, ?) ON CONFLICT DO NOTHING"), {role.number(), reviewer.number()});
}

Outcome removeFromPanel(Connection &connection, RoleId role, ReviewerId reviewer)
{
    return execute(connection, QStringLiteral("DELETE FROM panel_member WHERE role_id = ? AND reviewer_id = ?"), {role.number(), reviewer.number()});
}

Result<std::optional<QString>> workspaceInfo(Connection &connection, const QString &name)
{
    const auto value = single(connection, QStringLiteral("SELECT value FROM workspace_info WHERE name = ?"), {name});
    if (!value)
        return tl::unexpected(value.error());
    return optionalText(*value);
}

Outcome setWorkspaceInfo(Connection &connection, const QString &name, const QString &value)
{
    return execute(connection, QStringLiteral("INSERT INTO workspace_info (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"), {name, value});
}

} // namespace rolecall::db
