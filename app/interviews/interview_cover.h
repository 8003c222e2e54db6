// SPDX-License-Identifier: GPL-3.0-or-later
// Interviews fit to be seen: in a blind role the place, the link and the note may name the person, or another one who
// applied. Every list, form, reminder and calendar file asks here.
#pragma once

#include "db/interviews.h"

namespace rolecall::app {

/// Changes what is shown, never what is stored: such a record must not be written back. Costs nothing in roles that are not blind.
void coverInterviews(db::Connection &connection, QList<db::Interview> &interviews);
db::Interview covered(db::Connection &connection, const db::Interview &interview);

} // namespace rolecall::app
