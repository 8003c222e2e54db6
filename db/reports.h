// SPDX-License-Identifier: GPL-3.0-or-later
// What reports over a role are made from, in one reading each. No names: a report counts.
#pragma once

#include "db/id.h"
#include "db/result.h"
#include "db/standings.h"

#include <QDate>
#include <QList>
#include <functional>
#include <optional>

namespace rolecall::db {

class Connection;

struct ReportApplication
{
    ApplicationId id;
    StageId stage;
    QString source;
    QDate arrivedOn;                ///< applied, else entered here
    std::optional<QString> outcome; ///< hired, rejected, withdrawn
    QString outcomeReason;
    QDate outcomeOn;
    std::optional<Gate> gate; ///< none where nothing was computed, and where it is hidden from the connection's reviewer
};
/// In no order.
Outcome forEachReportApplication(Connection &connection, RoleId role, const std::function<void(const ReportApplication &)> &visit);

struct ReviewerLoad
{
    ReviewerId reviewer;
    QString name;
    int submitted = 0;
    int drafts = 0;
    int undecidedSubmitted = 0; ///< of the submitted ones, of applications without an outcome
};
/// Of everybody who has written a review of the role, by name.
Result<QList<ReviewerLoad>> reviewerLoads(Connection &connection, RoleId role);

} // namespace rolecall::db
