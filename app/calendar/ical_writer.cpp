// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/zoned_time.h"
#include "app/calendar/calendar_entry.h"
#include "app/calendar/ical_pointers.h"

#include <QMap>

#include <algorithm>
#include <unicode/vtzone.h>

namespace rolecall::app {

namespace {

const QString universal = QStringLiteral("UTC");

/// A text without what would break a line or is not allowed in one (RFC 5545, 3.1).
QByteArray clean(const QString &text)
{
    QString result;
    for (const QChar character : text) {
        if (character == u'\n' || character == u'\t' || (character.unicode() >= 0x20 && character.unicode() != 0x7f))
            result += character;
    }
    return result.toUtf8();
}

icaltimetype dayTime(const QDate &day)
{
    icaltimetype time = icaltime_null_date();
    time.year = day.year();
    time.month = day.month();
    time.day = day.day();
    time.is_date = 1;
    return time;
}

icaltimetype clockTime(const QDateTime &moment, bool utc)
{
    icaltimetype time = icaltime_null_time();
    time.year = moment.date().year();
    time.month = moment.date().month();
    time.day = moment.date().day();
    time.hour = moment.time().hour();
    time.minute = moment.time().minute();
    time.second = moment.time().second();
    time.zone = utc ? icaltimezone_get_utc_timezone() : nullptr;
    return time;
}

void addMoment(icalcomponent *event, icalproperty *property, const QString &zone)
{
    if (zone != universal)
        icalproperty_add_parameter(property, icalparameter_new_tzid(zone.toLatin1().constData()));
    icalcomponent_add_property(event, property);
}

/// The zone's rules from a year before its first event on, as ICU writes them.
icalcomponent *zoneRules(const QString &name, const QDateTime &first)
{
    UErrorCode status = U_ZERO_ERROR;
    const QByteArray id = name.toLatin1();
    const std::unique_ptr<icu::VTimeZone> zone(icu::VTimeZone::createVTimeZoneByID(icu::UnicodeString(id.constData(), int32_t(id.size()), US_INV)));
    if (!zone)
        return nullptr;
    icu::UnicodeString rules;
    zone->write(UDate(first.addYears(-1).toMSecsSinceEpoch()), rules, status);
    if (U_FAILURE(status))
        return nullptr;
    std::string utf8;
    rules.toUTF8String(utf8);
    return icalparser_parse_string(utf8.c_str());
}

icalparameter_partstat unanswered()
{
    return ICAL_PARTSTAT_NEEDSACTION;
}

void addPeople(icalcomponent *event, const CalendarEntry &entry)
{
    if (!entry.organiser)
        return;
    const auto address = [](const CalendarPerson &person) { return QByteArray("mailto:") + clean(person.email); };
    icalproperty *organiser = icalproperty_new_organizer(address(*entry.organiser).constData());
    icalproperty_add_parameter(organiser, icalparameter_new_cn(clean(entry.organiser->name).constData()));
    icalcomponent_add_property(event, organiser);
    for (const CalendarPerson &person : entry.attendees) {
        icalproperty *attendee = icalproperty_new_attendee(address(person).constData());
        icalproperty_add_parameter(attendee, icalparameter_new_cn(clean(person.name).constData()));
        icalproperty_add_parameter(attendee, icalparameter_new_partstat(unanswered()));
        icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
        icalcomponent_add_property(event, attendee);
    }
}

icalcomponent *eventOf(const CalendarEntry &entry, const QDateTime &stamp)
{
    icalcomponent *event = icalcomponent_new_vevent();
    const auto add = [event](icalproperty *property) { icalcomponent_add_property(event, property); };
    add(icalproperty_new_uid(clean(entry.uid).constData()));
    add(icalproperty_new_dtstamp(clockTime(stamp, true)));
    add(icalproperty_new_sequence(entry.sequence));
    if (entry.day.isValid()) {
        add(icalproperty_new_dtstart(dayTime(entry.day)));
        add(icalproperty_new_dtend(dayTime(entry.day.addDays(1))));
        add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)); // a date occupies nobody
    } else {
        const QDateTime end = localTime(entry.startsAt.addSecs(qint64(entry.minutes) * 60), entry.zone);
        const bool utc = entry.zone == universal;
        addMoment(event, icalproperty_new_dtstart(clockTime(entry.localStart, utc)), entry.zone);
        addMoment(event, icalproperty_new_dtend(clockTime(end, utc)), entry.zone);
    }
    add(icalproperty_new_summary(clean(entry.summary).constData()));
    if (!entry.description.isEmpty())
        add(icalproperty_new_description(clean(entry.description).constData()));
    if (!entry.place.isEmpty())
        add(icalproperty_new_location(clean(entry.place).constData()));
    if (!entry.link.isEmpty())
        add(icalproperty_new_url(clean(entry.link).simplified().constData()));
    if (!entry.category.isEmpty())
        add(icalproperty_new_categories(clean(entry.category).constData()));
    add(icalproperty_new_status(entry.status == CalendarEntry::Status::Cancelled   ? ICAL_STATUS_CANCELLED
                                : entry.status == CalendarEntry::Status::Tentative ? ICAL_STATUS_TENTATIVE
                                                                                   : ICAL_STATUS_CONFIRMED));
    addPeople(event, entry);
    if (entry.alarmDays && entry.day.isValid()) {
        icalcomponent *alarm = icalcomponent_new_valarm();
        icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
        icalcomponent_add_property(alarm, icalproperty_new_description(clean(entry.summary).constData()));
        icaltriggertype trigger = icaltriggertype_from_int(-*entry.alarmDays * 24 * 60 * 60);
        icalcomponent_add_property(alarm, icalproperty_new_trigger(trigger));
        icalcomponent_add_component(event, alarm);
    }
    return event;
}

} // namespace

QByteArray writeCalendar(const QList<CalendarEntry> &entries, const QDateTime &stamp)
{
    const ComponentPointer calendar(icalcomponent_new_vcalendar());
    const bool asks = std::any_of(entries.cbegin(), entries.cend(), [](const CalendarEntry &entry) { return entry.organiser && !entry.attendees.isEmpty(); });
    const bool cancels = asks && std::all_of(entries.cbegin(), entries.cend(), [](const CalendarEntry &entry) { return entry.status == CalendarEntry::Status::Cancelled; });
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Rolecall//Rolecall//EN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_method(cancels ? ICAL_METHOD_CANCEL : asks ? ICAL_METHOD_REQUEST : ICAL_METHOD_PUBLISH));
    QMap<QString, QDateTime> zones;
    for (const CalendarEntry &entry : entries) {
        if (entry.day.isValid() || entry.zone == universal)
            continue;
        const auto known = zones.constFind(entry.zone);
        if (known == zones.constEnd() || entry.startsAt < *known)
            zones.insert(entry.zone, entry.startsAt);
    }
    for (auto zone = zones.constBegin(); zone != zones.constEnd(); ++zone) {
        if (icalcomponent *rules = zoneRules(zone.key(), zone.value()))
            icalcomponent_add_component(calendar.get(), rules);
    }
    for (const CalendarEntry &entry : entries)
        icalcomponent_add_component(calendar.get(), eventOf(entry, stamp));
    const TextPointer text(icalcomponent_as_ical_string_r(calendar.get()));
    return text ? QByteArray(text.get()) : QByteArray();
}

} // namespace rolecall::app
