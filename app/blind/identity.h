// SPDX-License-Identifier: GPL-3.0-or-later
// Who an application may be shown as: by name, or in a blind role by its code until somebody reveals it, with a reason
// that the log keeps. Everything that can be seen or exported asks here.
#pragma once

#include "app/done.h"
#include "db/applications.h"

#include <QHash>

namespace rolecall::app {

struct Identity
{
    bool hidden = false;     ///< blind, and not revealed to the connection's reviewer
    bool revealed = false;   ///< blind, and revealed
    QString code;
    db::Candidate candidate; ///< nothing in it but the id where hidden
    QString shown() const { return hidden ? code : candidate.name; }
};
Result<Identity> identity(db::Connection &connection, db::ApplicationId application);

/// The name, or the code where it is hidden; the application's number where it cannot be read.
QString displayName(db::Connection &connection, db::ApplicationId application);

/// The same for many; `role` says once whether it is blind, so that a list pays nothing where it is not.
Result<QHash<db::ApplicationId, QString>> displayNames(db::Connection &connection, db::RoleId role, const QList<db::ApplicationId> &applications);

/// Shows one applicant to the connection's reviewer. Fails without a reason. Undoing the change hides again.
Result<Done> reveal(db::Connection &connection, db::ApplicationId application, const QString &reason);

/// The connection's reviewer looks at the names of those who are about to be imported into a blind role: the role's
/// history keeps it, and nothing takes it back.
Result<Done> notePeek(db::Connection &connection, db::RoleId role);

} // namespace rolecall::app
