// SPDX-License-Identifier: GPL-3.0-or-later
// Who rates, who sits on a panel, and whom the workspace knows as its user.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

struct Reviewer
{
    ReviewerId id;
    QString uuid;
    QString name;
    std::optional<QString> email;
    std::optional<QString> retiredAt;
};
Result<ReviewerId> insertReviewer(Connection &connection, const Reviewer &reviewer);
Outcome updateReviewer(Connection &connection, const Reviewer &reviewer);
Result<QList<Reviewer>> reviewers(Connection &connection);
Result<std::optional<Reviewer>> reviewerByName(Connection &connection, const QString &name);
/// Who the workspace remembers as the person in front of it; not a change of the work, so not in the log.
Result<std::optional<Reviewer>> ownReviewer(Connection &connection);
Outcome setOwnReviewer(Connection &connection, ReviewerId reviewer);
Result<QList<Reviewer>> panel(Connection &connection, RoleId role);
Outcome addToPanel(Connection &connection, RoleId role, ReviewerId reviewer);
Outcome removeFromPanel(Connection &connection, RoleId role, ReviewerId reviewer);

/// Small facts about the workspace itself (its UUID, when it was made, who uses it).
Result<std::optional<QString>> workspaceInfo(Connection &connection, const QString &name);
Outcome setWorkspaceInfo(Connection &connection, const QString &name, const QString &value);

} // namespace rolecall::db
