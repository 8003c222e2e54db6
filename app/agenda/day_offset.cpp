// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/day_offset.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DayOffset", text);
}

} // namespace

QDate dayAfter(const QDate &day, int offset, bool workingDays)
{
    if (!workingDays)
        return day.addDays(offset);
    QDate result = day;
    const int step = offset < 0 ? -1 : 1;
    for (int left = std::abs(offset); left > 0;) {
        result = result.addDays(step);
        left -= result.dayOfWeek() <= Qt::Friday ? 1 : 0;
    }
    return result;
}

QString offsetInWords(int offset, bool workingDays)
{
    const int distance = std::abs(offset);
    if (offset == 0)
        return tr("on the day of");
    if (workingDays) {
        if (distance == 1)
            return offset > 0 ? tr("the working day after") : tr("the working day before");
        return offset > 0 ? tr("%1 working days after").arg(distance) : tr("%1 working days before").arg(distance);
    }
    if (distance == 1)
        return offset > 0 ? tr("the day after") : tr("the day before");
    return offset > 0 ? tr("%1 days after").arg(distance) : tr("%1 days before").arg(distance);
}

} // namespace rolecall::app
