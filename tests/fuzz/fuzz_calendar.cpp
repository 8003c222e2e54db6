// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a calendar file: an error, or events whose facts are in order.
#include "app/calendar/calendar_entry.h"

#include <cstdint>
#include <cstdlib>

using namespace rolecall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto calendar = app::readCalendar(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), QStringLiteral("fuzz.ics"));
    if (!calendar) {
        if (calendar.error().problem.isEmpty())
            std::abort();
        return 0;
    }
    for (const app::ReceivedEvent &event : calendar->events) {
        if (event.sequence < 0 || (event.startsAt && !event.startsAt->isValid()) || (event.minutes && (*event.minutes < 1 || *event.minutes > 24 * 60)))
            std::abort();
    }
    return 0;
}
