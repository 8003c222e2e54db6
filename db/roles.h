// SPDX-License-Identifier: GPL-3.0-or-later
// Roles with what belongs to them: postings, qualities, duties, contacts, stages, deadlines, panel.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QDate>
#include <QList>
#include <QStringList>
#include <optional>

namespace rolecall::db {

class Connection;

struct Role
{
    RoleId id;
    QString uuid;
    QString title;
    QString organisation;
    std::optional<QString> location;
    QString summary;
    bool blind = false;
    QStringList levelLabels; ///< four, or none for the usual words
    std::optional<int> shortlistSize;
    QString createdAt;
    std::optional<QString> closedAt;
};

/// A role as a list shows it.
struct RoleSummary
{
    Role role;
    int necessary = 0;
    int useful = 0;
    int applicants = 0;
    int through = 0; ///< the gate; of those not hidden from the connection's reviewer (db/independence.h)
    std::optional<QDate> closesOn;
};

Result<RoleId> insertRole(Connection &connection, const Role &role);
Outcome updateRole(Connection &connection, const Role &role);
Result<Role> role(Connection &connection, RoleId id);
Result<QList<RoleSummary>> roleSummaries(Connection &connection);
Result<RoleSummary> roleSummary(Connection &connection, RoleId id);
/// By number, UUID or a title that only one role has (whole, or as its beginning; case does not matter).
Result<RoleId> findRole(Connection &connection, const QString &text);

struct Posting
{
    PostingId id;
    RoleId role;
    int revision = 1;
    QString fileName;
    QString sha256;
    QString encoding;
    QStringList warnings;
    qsizetype sourceStart = 0;  ///< UTF-16 offset of the role in the decoded text
    qsizetype sourceLength = 0; ///< 0: to the end
    QString importedAt;
};

/// Stores bytes once per content and returns their SHA-256 in hexadecimal.
Result<QString> storeContent(Connection &connection, const QByteArray &bytes);
Result<QByteArray> content(Connection &connection, const QString &sha256);
Result<PostingId> insertPosting(Connection &connection, const Posting &posting);
/// Newest first.
Result<QList<Posting>> postings(Connection &connection, RoleId role);

struct Duty
{
    qint64 id = 0;
    QString text;
};
Result<QList<Duty>> duties(Connection &connection, RoleId role);
/// Replaces the whole list.
Outcome setDuties(Connection &connection, RoleId role, const QStringList &texts);
Result<QStringList> contacts(Connection &connection, RoleId role);
Outcome setContacts(Connection &connection, RoleId role, const QStringList &emails);

} // namespace rolecall::db
