// SPDX-License-Identifier: GPL-3.0-or-later
// How dates and interviews are named wherever they are shown.
#pragma once

#include "db/deadlines.h"
#include "db/interviews.h"
#include "ui/item_roles.h"

namespace rolecall::ui {

/// What the date is for: "Applications close", "The work begins", else its own title.
QString deadlineTitle(const db::Deadline &deadline);
/// "proposed", "confirmed", "held", "cancelled", "moved, to confirm".
QString interviewStatusText(const QString &status);
Mark interviewMark(const QString &status);
/// "10:00–10:45", with the zone where it is not the reader's own.
QString interviewTime(const db::Interview &interview, const QString &ownZone);

} // namespace rolecall::ui
