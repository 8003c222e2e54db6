// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock.h"

namespace rolecall::app {

QDateTime systemClock()
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace rolecall::app
