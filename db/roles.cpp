// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/roles.h"

#include "db/connection.h"
#include "db/independence.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace rolecall::db {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Database", text, nullptr, count);
}

const QString roleColumns = QStringLiteral(
    "r.id, r.uuid, r.title, r.organisation, r.location, r.summary, r.blind, r.level_labels, r.shortlist_size, r.created_at, r.closed_at");

Role roleFrom(const QSqlQuery &query)
{
    Role role;
    role.id = RoleId(query.value(0).toLongLong());
    role.uuid = query.value(1).toString();
    role.title = query.value(2).toString();
    role.organisation = query.value(3).toString();
    role.location = optionalText(query.value(4));
    role.summary = query.value(5).toString();
    role.blind = query.value(6).toBool();
    role.levelLabels = textsOfJson(query.value(7).toString());
    if (!query.value(8).isNull())
        role.shortlistSize = query.value(8).toInt();
    role.createdAt = query.value(9).toString();
    role.closedAt = optionalText(query.value(10));
    return role;
}

QVariantList roleValues(const Role &role)
{
    return {role.title, role.organisation, nullable(role.location), role.summary, role.blind ? 1 : 0,
            role.levelLabels.isEmpty() ? QVariant() : QVariant(jsonArray(role.levelLabels)), nullable(role.shortlistSize), nullable(role.closedAt)};
}

Result<QList<RoleSummary>> summaries(Connection &connection, const QString &where, const QVariantList &values)
{
    // A count that grows as others submit would tell of them.
    const auto hides = canHide(connection, {}, connection.reviewer());
    if (!hides)
        return tl::unexpected(hides.error());
    const QString seen = *hides ? QStringLiteral(" AND NOT ") + hiddenCondition(QStringLiteral("s.application_id"), QStringLiteral("r.id"), connection.reviewer()) : QString();
    auto query = run(connection,
                     QStringLiteral("SELECT %1, "
                                    "(SELECT count(*) FROM quality q WHERE q.role_id = r.id AND q.tier = 'necessary' AND q.retired_at IS NULL), "
                                    "(SELECT count(*) FROM quality q WHERE q.role_id = r.id AND q.tier = 'useful' AND q.retired_at IS NULL), "
                                    "(SELECT count(*) FROM application a WHERE a.role_id = r.id), "
                                    "(SELECT count(*) FROM standing s WHERE s.role_id = r.id AND s.not_through = 0%3), "
                                    "(SELECT max(d.date) FROM deadline d WHERE d.role_id = r.id AND d.kind = 'applications_close') "
                                    "FROM role r %2 ORDER BY r.closed_at IS NOT NULL, r.id")
                         .arg(roleColumns, where, seen),
                     values);
    if (!query)
        return tl::unexpected(query.error());
    QList<RoleSummary> list;
    while (query->next()) {
        RoleSummary summary{roleFrom(*query), query->value(11).toInt(), query->value(12).toInt(), query->value(13).toInt(), query->value(14).toInt(), {}};
        if (const QDate closes = QDate::fromString(query->value(15).toString(), Qt::ISODate); closes.isValid())
            summary.closesOn = closes;
        list << summary;
    }
    return list;
}

} // namespace

Result<RoleId> insertRole(Connection &connection, const Role &role)
{
    QVariantList values{role.uuid.isEmpty() ? newUuid() : role.uuid, connection.now()};
    values += roleValues(role);
    const auto query = run(connection,
                           QStringLiteral("INSERT INTO role (uuid, created_at, title, organisation, location, summary, blind, level_labels, shortlist_size, closed_at) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                           values);
    if (!query)
        return tl::unexpected(query.error());
    return RoleId(query->lastInsertId().toLongLong());
}

Outcome updateRole(Connection &connection, const Role &role)
{
    return execute(connection,
                    QStringLiteral("UPDATE role SET title = ?, organisation = ?, location = ?, summary = ?, blind = ?, level_labels = ?, shortlist_size = ?, closed_at = ? "
                                   "WHERE id = ?"),
                    roleValues(role) + QVariantList{role.id.number()});
}

Result<Role> role(Connection &connection, RoleId id)
{
    auto query = run(connection, QStringLiteral("SELECT %1 FROM role r WHERE r.id = ?").arg(roleColumns), {id.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(tr("Opening the role"), QString::number(id.number()), tr("it is not in this workspace"));
    return roleFrom(*query);
}

Result<QList<RoleSummary>> roleSummaries(Connection &connection)
{
    return summaries(connection, {}, {});
}

Result<RoleSummary> roleSummary(Connection &connection, RoleId id)
{
    auto list = summaries(connection, QStringLiteral("WHERE r.id = ?"), {id.number()});
    if (!list)
        return tl::unexpected(list.error());
    if (list->isEmpty())
        return failure(tr("Opening the role"), QString::number(id.number()), tr("it is not in this workspace"));
    return list->first();
}

Result<RoleId> findRole(Connection &connection, const QString &text)
{
    auto query = run(connection, QStringLiteral("SELECT id, uuid, title FROM role"));
    if (!query)
        return tl::unexpected(query.error());
    const QString wanted = text.trimmed();
    QList<RoleId> whole;
    QList<RoleId> begins;
    while (query->next()) {
        const RoleId id(query->value(0).toLongLong());
        if (wanted == query->value(0).toString() || wanted.compare(query->value(1).toString(), Qt::CaseInsensitive) == 0)
            return id;
        const QString title = query->value(2).toString().simplified();
        if (title.compare(wanted, Qt::CaseInsensitive) == 0)
            whole << id;
        else if (!wanted.isEmpty() && title.startsWith(wanted, Qt::CaseInsensitive))
            begins << id;
    }
    const QList<RoleId> &found = whole.isEmpty() ? begins : whole;
    if (found.size() == 1)
        return found.first();
    return failure(tr("Finding the role"), text, found.isEmpty() ? tr("there is none with this number, UUID or title") : tr("%n role(s) have this title", int(found.size())),
                   tr("List the roles and name one by its number"));
}

Result<QString> storeContent(Connection &connection, const QByteArray &bytes)
{
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const auto query = run(connection, QStringLiteral("INSERT INTO content (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING"),
                           {sha256, qint64(bytes.size()), bytes.isNull() ? QByteArray("") : bytes});
    if (!query)
        return tl::unexpected(query.error());
    return sha256;
}

Result<QByteArray> content(Connection &connection, const QString &sha256)
{
    auto query = run(connection, QStringLiteral("SELECT bytes FROM content WHERE sha256 = ?"), {sha256});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(tr("Reading the document"), sha256, tr("its content is not in this workspace"));
    return query->value(0).toByteArray();
}

Result<PostingId> insertPosting(Connection &connection, const Posting &posting)
{
    const auto query = run(connection,
                           QStringLiteral("INSERT INTO posting (role_id, revision, file_name, sha256, encoding, warnings, source_start, source_length, imported_at) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                           {posting.role.number(), posting.revision, posting.fileName, posting.sha256, posting.encoding, jsonArray(posting.warnings),
                            qint64(posting.sourceStart), qint64(posting.sourceLength), connection.now()});
    if (!query)
        return tl::unexpected(query.error());
    return PostingId(query->lastInsertId().toLongLong());
}

Result<QList<Posting>> postings(Connection &connection, RoleId role)
{
    auto query = run(connection,
                     QStringLiteral("SELECT id, revision, file_name, sha256, encoding, warnings, source_start, source_length, imported_at FROM posting WHERE role_id = ? "
                                    "ORDER BY revision DESC"),
                     {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Posting> list;
    while (query->next())
        list << Posting{PostingId(query->value(0).toLongLong()), role, query->value(1).toInt(), query->value(2).toString(), query->value(3).toString(),
                        query->value(4).toString(), textsOfJson(query->value(5).toString()), qsizetype(query->value(6).toLongLong()),
                        qsizetype(query->value(7).toLongLong()), query->value(8).toString()};
    return list;
}

Result<QList<Duty>> duties(Connection &connection, RoleId role)
{
    auto query = run(connection, QStringLiteral("SELECT id, text FROM duty WHERE role_id = ? ORDER BY position"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Duty> list;
    while (query->next())
        list << Duty{query->value(0).toLongLong(), query->value(1).toString()};
    return list;
}

Outcome setDuties(Connection &connection, RoleId role, const QStringList &list)
{
    if (auto outcome = execute(connection, QStringLiteral("DELETE FROM duty WHERE role_id = ?"), {role.number()}); !outcome)
        return outcome;
    for (int i = 0; i < list.size(); ++i) {
        if (auto outcome = execute(connection, QStringLiteral("INSERT INTO duty (role_id, position, text) VALUES (?, ?, ?)"), {role.number(), i, list.at(i)}); !outcome)
            return outcome;
    }
    return {};
}

Result<QStringList> contacts(Connection &connection, RoleId role)
{
    auto query = run(connection, QStringLiteral("SELECT email FROM contact WHERE role_id = ? ORDER BY id"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QStringList list;
    while (query->next())
        list << query->value(0).toString();
    return list;
}

Outcome setContacts(Connection &connection, RoleId role, const QStringList &emails)
{
    if (auto outcome = execute(connection, QStringLiteral("DELETE FROM contact WHERE role_id = ?"), {role.number()}); !outcome)
        return outcome;
    for (const QString &email : emails) {
        if (auto outcome = execute(connection, QStringLiteral("INSERT INTO contact (role_id, email) VALUES (?, ?)"), {role.number(), email}); !outcome)
            return outcome;
    }
    return {};
}

} // namespace rolecall::db
