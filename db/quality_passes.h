// SPDX-License-Identifier: GPL-3.0-or-later
// Passes of one reviewer over one quality across all applications of a role; app/reviews/quality_pass.h makes the order.
// insertQualityPass must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QString>
#include <optional>

namespace rolecall::db {

class Connection;

using QualityPassId = Id<struct QualityPassTag>;

struct QualityPass
{
    QualityPassId id;
    QString uuid;
    RoleId role;
    QualityId quality;
    ReviewerId reviewer;
    quint64 seed = 0;
    QString startedAt;
};

Result<QualityPassId> insertQualityPass(Connection &connection, const QualityPass &pass);
/// The newest pass of this reviewer over this quality.
Result<std::optional<QualityPass>> latestQualityPass(Connection &connection, QualityId quality, ReviewerId reviewer);

/// The applications a pass goes over, in the order of their UUIDs: those that were there when it started, and those that came later.
struct PassApplications
{
    QList<ApplicationId> first;
    QList<ApplicationId> later;
};
Result<PassApplications> passApplications(Connection &connection, const QualityPass &pass);

} // namespace rolecall::db
