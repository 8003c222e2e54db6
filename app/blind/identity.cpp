// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/blind/identity.h"

#include "db/connection.h"
#include "db/roles.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

const QString revealKind = QStringLiteral("reveal");

QString tr(const char *text)
{
    return QCoreApplication::translate("Blind", text);
}

/// Revealed to this reviewer, by a change that still stands.
Result<bool> isRevealed(db::Connection &connection, db::ApplicationId application)
{
    const auto reveals = db::changes(connection, {{}, application, revealKind, {}}, 200);
    if (!reveals)
        return tl::unexpected(reveals.error());
    return std::any_of(reveals->cbegin(), reveals->cend(), [&connection](const db::Change &change) {
        return !change.undone && !change.reverses.isValid() && change.reviewer == connection.reviewer();
    });
}

} // namespace

Result<Identity> identity(db::Connection &connection, db::ApplicationId application)
{
    const auto found = db::application(connection, application);
    if (!found)
        return tl::unexpected(found.error());
    const auto role = db::role(connection, found->role);
    if (!role)
        return tl::unexpected(role.error());
    Identity identity;
    identity.code = found->code;
    identity.candidate.id = found->candidate;
    if (role->blind) {
        const auto revealed = isRevealed(connection, application);
        if (!revealed)
            return tl::unexpected(revealed.error());
        identity.revealed = *revealed;
        identity.hidden = !*revealed;
    }
    if (!identity.hidden) {
        auto candidate = db::candidate(connection, found->candidate);
        if (!candidate)
            return tl::unexpected(candidate.error());
        identity.candidate = std::move(*candidate);
    }
    return identity;
}

QString displayName(db::Connection &connection, db::ApplicationId application)
{
    if (!application.isValid())
        return tr("somebody who is no longer here"); // a frozen place whose person was erased
    const auto found = identity(connection, application);
    return found ? found->shown() : QString::number(application.number());
}

Result<QHash<db::ApplicationId, QString>> displayNames(db::Connection &connection, db::RoleId role, const QList<db::ApplicationId> &applications)
{
    const auto found = db::role(connection, role);
    if (!found)
        return tl::unexpected(found.error());
    QHash<db::ApplicationId, QString> names;
    for (const db::ApplicationId id : applications) {
        if (!id.isValid()) {
            names.insert(id, displayName(connection, id));
            continue;
        }
        const auto application = db::application(connection, id);
        if (!application)
            return tl::unexpected(application.error());
        bool hidden = found->blind;
        if (hidden) {
            const auto revealed = isRevealed(connection, id);
            if (!revealed)
                return tl::unexpected(revealed.error());
            hidden = !*revealed;
        }
        if (hidden) {
            names.insert(id, application->code);
            continue;
        }
        const auto candidate = db::candidate(connection, application->candidate);
        if (!candidate)
            return tl::unexpected(candidate.error());
        names.insert(id, candidate->name);
    }
    return names;
}

Result<Done> reveal(db::Connection &connection, db::ApplicationId application, const QString &reason)
{
    const auto found = db::application(connection, application);
    if (!found)
        return tl::unexpected(found.error());
    if (reason.trimmed().isEmpty())
        return failure(tr("Revealing"), found->code, tr("there is no reason"), tr("Say why"));
    const db::NewChange change{revealKind, tr("Revealed who %1 is").arg(found->code), reason.simplified(), found->role, application};
    auto done = perform(connection, change, Area::Applications, [] { return Outcome(); });
    if (done && done->message.isEmpty())
        done->message = change.title;
    return done;
}

Result<Done> notePeek(db::Connection &connection, db::RoleId role)
{
    auto done = perform(connection, {db::handedOutKind, tr("Looked at names while importing applicants"), {}, role}, Area::Roles, [] { return Outcome(); });
    if (done)
        done->change = {}; // what was seen cannot be taken back
    return done;
}

} // namespace rolecall::app
