// SPDX-License-Identifier: GPL-3.0-or-later
// An event as it leaves for other programs' calendars, and as it comes back from them (RFC 5545, RFC 5546).
#pragma once

#include "db/result.h"

#include <QDateTime>
#include <QList>
#include <QStringList>
#include <optional>

namespace rolecall::app {

struct CalendarPerson
{
    QString name;
    QString email;
};

/// A day, where `day` is valid, else an appointment of some minutes.
struct CalendarEntry
{
    QString uid;      ///< stable: a second import finds the first by it
    int sequence = 0; ///< grows with each version
    QString summary;
    QString description;
    QString place;
    QString link;
    QString category;
    QDate day;
    QDateTime startsAt;   ///< UTC
    QDateTime localStart; ///< on the clock of `zone`; its spec is UTC
    QString zone;         ///< IANA name
    int minutes = 0;
    enum class Status { Tentative, Confirmed, Cancelled } status = Status::Confirmed;
    std::optional<int> alarmDays; ///< before a day
    std::optional<CalendarPerson> organiser;
    QList<CalendarPerson> attendees; ///< only where there is an organiser
};

/// One VCALENDAR with the rules of every zone in it, lines folded at 75 bytes. `stamp` (UTC) is when this version was
/// written. A request where an entry has attendees, else published for information. Pure.
QByteArray writeCalendar(const QList<CalendarEntry> &entries, const QDateTime &stamp);

struct CalendarAnswer
{
    QString email;  ///< lower case
    QString answer; ///< accepted, tentative, declined
};

struct ReceivedEvent
{
    QString uid;
    int sequence = 0;
    QDate day;                         ///< where it is a day
    std::optional<QDateTime> startsAt; ///< UTC; none where it has no time, or a zone that nobody knows
    bool floating = false;             ///< without a zone: `startsAt` holds what the clock shows
    std::optional<int> minutes;
    std::optional<CalendarEntry::Status> status;
    QList<CalendarAnswer> answers;
    bool repeats = false;
};

struct ReceivedCalendar
{
    QString method; ///< upper case: PUBLISH, REQUEST, REPLY, COUNTER, CANCEL; empty where it has none
    QList<ReceivedEvent> events;
    QStringList warnings;
};

/// Any bytes; fails where they are no calendar. Pure.
Result<ReceivedCalendar> readCalendar(const QByteArray &bytes, const QString &fileName);

} // namespace rolecall::app
