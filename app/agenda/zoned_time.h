// SPDX-License-Identifier: GPL-3.0-or-later
// Times on the clocks of places: an appointment is made in local time, and clocks change. The rules are ICU's
// (the IANA time zone database), the same whatever the computer has installed.
#pragma once

#include "db/result.h"

#include <QDateTime>
#include <QStringList>

namespace rolecall::app {

/// What a local time is on the day when clocks change.
enum class LocalKind {
    Usual,
    Skipped, ///< the clock never shows it: it is put forward over it
    Twice,   ///< the clock shows it twice: it is put back over it
};

struct ZonedTime
{
    QDateTime utc;
    QDateTime local; ///< what the clock shows at `utc`: for a skipped time a later one. Its spec is UTC; nothing is converted
    LocalKind kind = LocalKind::Usual;
    bool second = false; ///< of the two moments
};

/// The moment at which a clock in `zone` shows `local` (date and time count, its spec does not). A skipped time is read
/// with the offset from before the change, a time shown twice is the first unless `second` is asked for, as RFC 5545
/// (3.3.5) has it; `kind` says so. Fails for a zone that nobody knows.
Result<ZonedTime> zonedTime(const QDateTime &local, const QString &zone, bool second = false);

/// What a clock in `zone` shows at a moment; its spec is UTC. The moment itself in UTC where the zone is not known.
QDateTime localTime(const QDateTime &utc, const QString &zone);
/// Minutes that a clock in `zone` is ahead of UTC.
int utcOffset(const QDateTime &utc, const QString &zone);
/// "10:00" or "10:00 AM" as the person's locale writes a time of day, without seconds.
QString clockText(const QTime &time);
/// The form of clockText(), for an editor of times.
QString clockFormat();
/// A day in short form and its time, in the zone that the moment has.
QString momentText(const QDateTime &moment);
/// "UTC+1", "UTC−3:30", "UTC".
QString offsetText(int minutes);

bool isKnownZone(const QString &zone);
/// IANA names that stand for a place, each once, ordered: "Europe/Berlin".
QStringList zoneNames();
/// The zone of the computer; UTC where it does not say.
QString systemZone();
/// The IANA name for what a calendar program calls a zone: an IANA name, one with a prefix ("/citadel.org/20190914_1/Europe/Berlin"),
/// or a name of Windows ("W. Europe Standard Time"). Empty where none is known.
QString ianaName(const QString &name);

/// What to tell a person about a time on the day of a change; empty for a usual one.
QString localKindText(const ZonedTime &time, const QDateTime &asked, const QString &zone);

} // namespace rolecall::app
