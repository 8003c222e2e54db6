// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/zoned_time.h"
#include "app/calendar/calendar_entry.h"
#include "app/calendar/ical_pointers.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::app {

namespace {

constexpr qsizetype largestCalendar = 4 * 1024 * 1024;
constexpr int deepestComponent = 8; // a calendar, an event, an alarm: what lies deeper is none
constexpr int mostEvents = 5000;

QString tr(const char *text)
{
    return QCoreApplication::translate("CalendarReader", text);
}

tl::unexpected<Error> unreadable(const QString &fileName, const QString &problem)
{
    return failure(tr("Reading the calendar"), fileName, problem, tr("Choose an .ics file that a calendar program wrote"));
}

/// libical calls itself for each level, when it reads and when it lets go.
bool isTooDeep(const QByteArray &bytes)
{
    int depth = 0, deepest = 0;
    for (qsizetype start = 0; start < bytes.size();) {
        qsizetype end = start;
        while (end < bytes.size() && bytes.at(end) != '\n' && bytes.at(end) != '\r')
            ++end;
        const QByteArray line = bytes.mid(start, std::min<qsizetype>(end - start, 16)).trimmed().toUpper();
        if (line.startsWith("BEGIN"))
            deepest = std::max(deepest, ++depth);
        else if (line.startsWith("END") && depth > 0)
            --depth;
        start = end + 1;
    }
    return deepest > deepestComponent;
}

QString textOf(const char *text)
{
    return text ? QString::fromUtf8(text) : QString();
}

/// The IANA name of a zone the file speaks of; a VTIMEZONE may carry its place in X-LIC-LOCATION.
QString zoneName(icalcomponent *calendar, const QString &tzid)
{
    if (const QString name = ianaName(tzid); !name.isEmpty())
        return name;
    for (icalcomponent *zone = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT); zone; zone = icalcomponent_get_next_component(calendar, ICAL_VTIMEZONE_COMPONENT)) {
        const icalproperty *id = icalcomponent_get_first_property(zone, ICAL_TZID_PROPERTY);
        if (!id || textOf(icalproperty_get_tzid(id)) != tzid)
            continue;
        for (icalproperty *property = icalcomponent_get_first_property(zone, ICAL_X_PROPERTY); property; property = icalcomponent_get_next_property(zone, ICAL_X_PROPERTY)) {
            if (textOf(icalproperty_get_x_name(property)).compare(QLatin1String("X-LIC-LOCATION"), Qt::CaseInsensitive) == 0)
                return ianaName(textOf(icalproperty_get_x(property)));
        }
    }
    return {};
}

struct Moment
{
    QDate day;
    std::optional<QDateTime> utc;
    bool floating = false;
    QString unknownZone;
};

Moment momentOf(icalcomponent *calendar, icalproperty *property, const icaltimetype &time)
{
    Moment moment;
    const QDate date(time.year, time.month, time.day);
    if (icaltime_is_null_time(time) || !date.isValid())
        return moment;
    if (time.is_date) {
        moment.day = date;
        return moment;
    }
    const QTime clock(time.hour, time.minute, std::min(time.second, 59));
    if (!clock.isValid())
        return moment;
    const QDateTime local(date, clock, Qt::UTC);
    icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const QString tzid = parameter ? textOf(icalparameter_get_tzid(parameter)) : QString();
    if (tzid.isEmpty()) {
        moment.utc = local;
        moment.floating = !icaltime_is_utc(time);
        return moment;
    }
    if (const QString zone = zoneName(calendar, tzid); !zone.isEmpty()) {
        if (const auto zoned = zonedTime(local, zone))
            moment.utc = zoned->utc;
        return moment;
    }
    // A zone of the file's own making: its rules stand in it.
    if (icaltimezone *zone = icalcomponent_get_timezone(calendar, tzid.toUtf8().constData())) {
        icaltimetype inZone = time;
        inZone.zone = zone;
        const icaltimetype utc = icaltime_convert_to_zone(inZone, icaltimezone_get_utc_timezone());
        const QDateTime found(QDate(utc.year, utc.month, utc.day), QTime(utc.hour, utc.minute, std::min(utc.second, 59)), Qt::UTC);
        if (found.isValid())
            moment.utc = found;
        return moment;
    }
    moment.unknownZone = tzid;
    return moment;
}

std::optional<CalendarEntry::Status> statusOf(icalcomponent *event)
{
    switch (icalcomponent_get_status(event)) {
    case ICAL_STATUS_CONFIRMED:
        return CalendarEntry::Status::Confirmed;
    case ICAL_STATUS_TENTATIVE:
        return CalendarEntry::Status::Tentative;
    case ICAL_STATUS_CANCELLED:
        return CalendarEntry::Status::Cancelled;
    default:
        return {};
    }
}

QList<CalendarAnswer> answersOf(icalcomponent *event)
{
    QList<CalendarAnswer> answers;
    for (icalproperty *attendee = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY); attendee && answers.size() < 200; attendee = icalcomponent_get_next_property(event, ICAL_ATTENDEE_PROPERTY)) {
        icalparameter *parameter = icalproperty_get_first_parameter(attendee, ICAL_PARTSTAT_PARAMETER);
        QString email = textOf(icalproperty_get_attendee(attendee)).trimmed().toLower();
        if (email.startsWith(u"mailto:"))
            email.remove(0, 7);
        QString answer;
        switch (parameter ? icalparameter_get_partstat(parameter) : ICAL_PARTSTAT_NONE) {
        case ICAL_PARTSTAT_ACCEPTED:
            answer = QStringLiteral("accepted");
            break;
        case ICAL_PARTSTAT_DECLINED:
            answer = QStringLiteral("declined");
            break;
        case ICAL_PARTSTAT_TENTATIVE:
            answer = QStringLiteral("tentative");
            break;
        default:
            continue;
        }
        if (!email.isEmpty())
            answers << CalendarAnswer{email, answer};
    }
    return answers;
}

ReceivedEvent eventOf(icalcomponent *calendar, icalcomponent *component, QStringList &warnings)
{
    ReceivedEvent event;
    event.uid = textOf(icalcomponent_get_uid(component)).trimmed();
    if (icalproperty *sequence = icalcomponent_get_first_property(component, ICAL_SEQUENCE_PROPERTY))
        event.sequence = std::max(0, icalproperty_get_sequence(sequence));
    event.status = statusOf(component);
    event.answers = answersOf(component);
    event.repeats = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY) || icalcomponent_get_first_property(component, ICAL_RDATE_PROPERTY);
    icalproperty *start = icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY);
    if (!start)
        return event;
    const Moment begin = momentOf(calendar, start, icalproperty_get_dtstart(start));
    event.day = begin.day;
    event.startsAt = begin.utc;
    event.floating = begin.floating;
    if (!begin.unknownZone.isEmpty())
        warnings << tr("A time is in the zone “%1”, of which nothing is known: it was left out").arg(begin.unknownZone.left(80));
    if (!begin.utc)
        return event;
    if (icalproperty *end = icalcomponent_get_first_property(component, ICAL_DTEND_PROPERTY)) {
        const Moment finish = momentOf(calendar, end, icalproperty_get_dtend(end));
        if (finish.utc && *finish.utc > *begin.utc)
            event.minutes = int(std::min<qint64>(begin.utc->secsTo(*finish.utc) / 60, 24 * 60));
    } else if (icalproperty *duration = icalcomponent_get_first_property(component, ICAL_DURATION_PROPERTY)) {
        const int seconds = icaldurationtype_as_int(icalproperty_get_duration(duration));
        if (seconds >= 60)
            event.minutes = std::min(seconds / 60, 24 * 60);
    }
    if (event.minutes && *event.minutes < 1)
        event.minutes.reset();
    return event;
}

} // namespace

Result<ReceivedCalendar> readCalendar(const QByteArray &bytes, const QString &fileName)
{
    if (bytes.size() > largestCalendar)
        return unreadable(fileName, tr("it is too large for an invitation"));
    QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    text.replace('\0', ' ');
    if (!text.trimmed().left(15).toUpper().startsWith("BEGIN:VCALENDAR"))
        return unreadable(fileName, tr("it is not a calendar"));
    if (isTooDeep(text))
        return unreadable(fileName, tr("its parts lie too deep in each other"));
    const ComponentPointer calendar(icalparser_parse_string(text.constData()));
    if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT)
        return unreadable(fileName, tr("it is damaged"));
    ReceivedCalendar received;
    if (icalproperty *method = icalcomponent_get_first_property(calendar.get(), ICAL_METHOD_PROPERTY)) {
        const icalproperty_method value = icalproperty_get_method(method);
        received.method = textOf(icalproperty_method_to_string(value)).toUpper();
    }
    // Collected first: looking at a zone walks through the same list.
    QList<icalcomponent *> components;
    for (icalcomponent *event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); event; event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT))
        components << event;
    for (icalcomponent *component : std::as_const(components)) {
        if (received.events.size() >= mostEvents) {
            received.warnings << tr("Only the first %1 events were read").arg(mostEvents);
            break;
        }
        received.events << eventOf(calendar.get(), component, received.warnings);
    }
    return received;
}

} // namespace rolecall::app
