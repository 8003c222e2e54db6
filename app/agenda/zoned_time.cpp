// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/zoned_time.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <memory>
#include <unicode/strenum.h>
#include <unicode/timezone.h>

namespace rolecall::app {

namespace {

constexpr qint64 dayInMilliseconds = 86'400'000;
constexpr int millisecondsInMinute = 60'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("ZonedTime", text);
}

icu::UnicodeString unicode(const QString &text)
{
    return icu::UnicodeString(reinterpret_cast<const char16_t *>(text.utf16()), int32_t(text.size()));
}

QString text(const icu::UnicodeString &unicode)
{
    return QString(reinterpret_cast<const QChar *>(unicode.getBuffer()), unicode.length());
}

std::unique_ptr<icu::TimeZone> zoneOf(const QString &name)
{
    if (name.isEmpty() || name.size() > 64)
        return nullptr;
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(unicode(name)));
    // ICU makes a zone of anything; what it does not know is called Etc/Unknown.
    return zone && *zone != icu::TimeZone::getUnknown() ? std::move(zone) : nullptr;
}

qint64 offsetAt(const icu::TimeZone &zone, qint64 utc)
{
    int32_t raw = 0, daylight = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone.getOffset(UDate(utc), false, raw, daylight, status);
    return U_SUCCESS(status) ? qint64(raw) + daylight : 0;
}

QDateTime moment(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

} // namespace

Result<ZonedTime> zonedTime(const QDateTime &local, const QString &zoneName, bool second)
{
    const auto zone = zoneOf(zoneName);
    if (!zone)
        return failure(tr("Reading the time"), zoneName, tr("there is no such time zone"), tr("Choose one such as Europe/Berlin"));
    const qint64 clock = QDateTime(local.date(), local.time(), Qt::UTC).toMSecsSinceEpoch();
    const qint64 before = offsetAt(*zone, clock - dayInMilliseconds);
    const qint64 after = offsetAt(*zone, clock + dayInMilliseconds);
    QList<qint64> moments;
    for (const qint64 offset : {before, after}) {
        if (const qint64 utc = clock - offset; offsetAt(*zone, utc) == offset && !moments.contains(utc))
            moments << utc;
    }
    std::sort(moments.begin(), moments.end());
    ZonedTime time;
    if (moments.isEmpty()) {
        time.kind = LocalKind::Skipped;
        time.utc = moment(clock - before);
    } else {
        time.kind = moments.size() > 1 ? LocalKind::Twice : LocalKind::Usual;
        time.second = second && moments.size() > 1;
        time.utc = moment(time.second ? moments.last() : moments.first());
    }
    time.local = time.utc.addMSecs(offsetAt(*zone, time.utc.toMSecsSinceEpoch()));
    return time;
}

QDateTime localTime(const QDateTime &utc, const QString &zoneName)
{
    const auto zone = zoneOf(zoneName);
    return zone ? utc.toUTC().addMSecs(offsetAt(*zone, utc.toMSecsSinceEpoch())) : utc.toUTC();
}

int utcOffset(const QDateTime &utc, const QString &zoneName)
{
    const auto zone = zoneOf(zoneName);
    return zone ? int(offsetAt(*zone, utc.toMSecsSinceEpoch()) / millisecondsInMinute) : 0;
}

QString clockText(const QTime &time)
{
    return QLocale().toString(time, clockFormat());
}

QString clockFormat()
{
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss")); // the plain locale's short form has them
    return format;
}

QString momentText(const QDateTime &moment)
{
    return QStringLiteral("%1 %2").arg(QLocale().toString(moment.date(), QLocale::ShortFormat), clockText(moment.time()));
}

QString offsetText(int minutes)
{
    if (minutes == 0)
        return QStringLiteral("UTC");
    const int distance = std::abs(minutes);
    QString text = (minutes < 0 ? QStringLiteral("UTC\u2212%1") : QStringLiteral("UTC+%1")).arg(distance / 60);
    if (distance % 60 != 0)
        text += QStringLiteral(":%1").arg(distance % 60, 2, 10, QLatin1Char('0'));
    return text;
}

bool isKnownZone(const QString &zone)
{
    return zoneOf(zone) != nullptr;
}

QStringList zoneNames()
{
    static const QStringList names = [] {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::StringEnumeration> all(icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
        QStringList list{QStringLiteral("UTC")};
        for (const icu::UnicodeString *name = all && U_SUCCESS(status) ? all->snext(status) : nullptr; name && U_SUCCESS(status); name = all->snext(status))
            list << text(*name);
        list.sort();
        return list;
    }();
    return names;
}

QString systemZone()
{
    const QString name = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    return isKnownZone(name) ? name : QStringLiteral("UTC");
}

QString ianaName(const QString &name)
{
    const QString clean = name.trimmed();
    if (clean.contains(u'/')) {
        // A prefix makes the name longer, never its last parts: try from the shortest.
        const QStringList parts = clean.split(u'/', Qt::SkipEmptyParts);
        for (int count : {2, 3}) {
            if (const QString tail = parts.mid(std::max(0, int(parts.size()) - count)).join(u'/'); parts.size() >= count && isKnownZone(tail))
                return tail;
        }
        return {};
    }
    static const QSet<QString> universal{QStringLiteral("UTC"), QStringLiteral("GMT"), QStringLiteral("Z"), QStringLiteral("Etc/UTC")};
    if (universal.contains(clean))
        return QStringLiteral("UTC");
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString found;
    icu::TimeZone::getIDForWindowsID(unicode(clean), nullptr, found, status);
    if (U_SUCCESS(status) && !found.isEmpty())
        return text(found);
    return zoneNames().contains(clean) ? clean : QString();
}

QString localKindText(const ZonedTime &time, const QDateTime &asked, const QString &zone)
{
    const auto clock = [](const QDateTime &moment) { return clockText(moment.time()); };
    switch (time.kind) {
    case LocalKind::Skipped:
        return tr("On this day the clocks of %1 go forward and never show %2; it will be %3").arg(zone, clock(asked), clock(time.local));
    case LocalKind::Twice:
        return time.second ? tr("On this day the clocks of %1 go back and show %2 twice; this is the second").arg(zone, clock(asked))
                           : tr("On this day the clocks of %1 go back and show %2 twice; this is the first").arg(zone, clock(asked));
    case LocalKind::Usual:
        break;
    }
    return {};
}

} // namespace rolecall::app
