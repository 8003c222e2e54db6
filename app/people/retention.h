// SPDX-License-Identifier: GPL-3.0-or-later
// How long data are kept after an application's outcome, as the workspace decides it. What is due is shown; nothing is
// erased without a person's yes.
#pragma once

#include "app/done.h"
#include "db/retention.h"

#include <optional>

namespace rolecall::app {

/// The outcomes a period can be set for, in the order they are shown.
QStringList retentionOutcomes();
/// "Rejected": in the singular, as a label.
QString outcomeLabel(const QString &outcome);

/// `months`: 0 to 1200; none: the role has no period of its own, or nothing is due for all roles.
Result<Done> setRetention(db::Connection &connection, db::RoleId role, const QString &outcome, std::optional<int> months);

} // namespace rolecall::app
