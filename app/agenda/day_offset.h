// SPDX-License-Identifier: GPL-3.0-or-later
// Days counted from another day.
#pragma once

#include "db/deadlines.h"

namespace rolecall::app {

/// So many days, or working days, after a day; negative: before it. Working days are Monday to Friday: public holidays
/// differ from place to place, and Rolecall does not guess them.
QDate dayAfter(const QDate &day, int offset, bool workingDays);

/// "3 working days after", "the day before", "on the day of".
QString offsetInWords(int offset, bool workingDays);

} // namespace rolecall::app
