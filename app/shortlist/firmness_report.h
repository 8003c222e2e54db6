// SPDX-License-Identifier: GPL-3.0-or-later
// How firm a shortlist is, with the names that a person reads it by, and only what the reviewer may know.
#pragma once

#include "app/shortlist/firmness.h"

#include <QHash>

namespace rolecall::app {

struct FirmnessReport
{
    Firmness firmness;          ///< without the reviewers' effects while they are hidden
    bool reviewersHidden = false; ///< somebody's submitted review is not to be seen yet: their effect would tell it
    QHash<db::ApplicationId, QString> people; ///< of the flips and effects; codes in a blind role
    QHash<db::QualityId, QString> qualities;
    QHash<db::ReviewerId, QString> reviewers;
};

/// At most `flipLimit` pairs.
Result<FirmnessReport> firmnessReport(db::Connection &connection, db::RoleId role, const FirmnessRequest &request, int flipLimit, Progress *progress = nullptr);

} // namespace rolecall::app
