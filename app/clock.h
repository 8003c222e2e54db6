// SPDX-License-Identifier: GPL-3.0-or-later
// Time comes in through here, so that a test can stop it.
#pragma once

#include <QDateTime>
#include <functional>

namespace rolecall::app {

/// Returns the present moment in UTC.
using Clock = std::function<QDateTime()>;

QDateTime systemClock();

} // namespace rolecall::app
