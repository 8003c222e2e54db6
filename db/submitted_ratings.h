// SPDX-License-Identifier: GPL-3.0-or-later
// Every submitted rating of a role with its author: what agreement, firmness and the decision record are made from.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QSet>
#include <functional>
#include <optional>

namespace rolecall::db {

class Connection;

struct SubmittedRating
{
    ApplicationId application;
    QualityId quality;
    ReviewerId reviewer;
    std::optional<int> level; ///< 0 to 3; none where the mark "ask at interview" stands alone
    bool ask = false;
    bool reconfirm = false;
    bool interview = false; ///< from a score sheet; else from a written review
};

/// Of qualities in force, ordered by application, then reviewer, then quality. `kind` is "written" or "interview"; empty: both.
Outcome forEachSubmittedRating(Connection &connection, RoleId role, const QString &kind, const std::function<void(const SubmittedRating &)> &visit);

/// The applications of a role for which this reviewer has submitted a written review.
Result<QSet<ApplicationId>> submittedApplications(Connection &connection, RoleId role, ReviewerId reviewer);

struct AgreedRating
{
    ApplicationId application;
    QualityId quality;
    int level = 0;
    QString reason;
};
/// What the panel settled on over a whole role, for qualities in force, ordered by application and quality.
Outcome forEachAgreedLevel(Connection &connection, RoleId role, const std::function<void(const AgreedRating &)> &visit);

} // namespace rolecall::db
