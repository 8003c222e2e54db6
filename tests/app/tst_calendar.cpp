// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar files out and in again: what leaves is what other programs read, what comes back is proposed and taken over once.
#include "app/agenda/zoned_time.h"
#include "app/calendar/calendar_export.h"
#include "app/calendar/calendar_proposal.h"
#include "app/calendar/ical_pointers.h"
#include "app/history/history.h"
#include "app/interviews/interview_editing.h"
#include "tests/app/panel_fixture.h"

using namespace rolecall;
using namespace rolecall::test;

namespace {

const QDateTime stamp(QDate(2026, 1, 1), QTime(9, 0), Qt::UTC);

app::CalendarEntry appointment(const QString &zone, const QDateTime &utc)
{
    app::CalendarEntry entry;
    entry.uid = QStringLiteral("one@example.org");
    entry.summary = QStringLiteral("Talk");
    entry.startsAt = utc;
    entry.localStart = app::localTime(utc, zone);
    entry.zone = zone;
    entry.minutes = 45;
    return entry;
}

QByteArray unfolded(QByteArray bytes)
{
    return bytes.replace("\r\n ", "");
}

} // namespace

class TestCalendar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreFoldedAndTextEscaped()
    {
        app::CalendarEntry entry = appointment(QStringLiteral("Europe/Berlin"), stamp);
        entry.summary = QStringLiteral("Gespräch; mit „Ada, der Ersten“ \\ ") + QString(60, QChar(0x4e2d)) + QStringLiteral(" 🎓 zwei\nZeilen");
        entry.place = QStringLiteral("Raum 1, Erdgeschoss\r\nATTENDEE:mailto:x@example.org");
        const QByteArray bytes = app::writeCalendar({entry}, stamp);
        for (const QByteArray &line : bytes.split('\n')) {
            QVERIFY2(line.size() <= 76, line.constData()); // 75 and the carriage return
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY2(QString::fromUtf8(line).toUtf8() == line, "a character is cut in two");
        }
        const QByteArray whole = unfolded(bytes);
        QVERIFY(whole.contains("SUMMARY:Gespräch\\; mit „Ada\\, der Ersten“ \\\\ "));
        QVERIFY(whole.contains("zwei\\nZeilen\r\n"));
        QVERIFY(!whole.contains("\r\nATTENDEE"));
        QVERIFY(whole.contains("METHOD:PUBLISH\r\n"));
        QCOMPARE(app::writeCalendar({entry}, stamp), bytes); // the same, whenever it is written
    }

    void zoneRulesSayWhatTheClocksSay_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char *zone : {"Europe/Berlin", "Europe/London", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "America/Santiago", "Asia/Kolkata", "Africa/Nairobi", "America/St_Johns"})
            QTest::newRow(zone) << QString::fromLatin1(zone);
    }
    void zoneRulesSayWhatTheClocksSay()
    {
        QFETCH(QString, zone);
        const app::CalendarEntry entry = appointment(zone, QDateTime(QDate(2026, 1, 10), QTime(9, 0), Qt::UTC));
        QByteArray bytes = app::writeCalendar({entry}, stamp);
        QVERIFY(bytes.contains("TZID=" + zone.toLatin1()) || unfolded(bytes).contains("TZID=" + zone.toLatin1()));
        // Read by the rules in the file alone: its zone gets a name that no list has.
        bytes = unfolded(bytes).replace(zone.toLatin1(), "Made-up");
        const app::ComponentPointer calendar(icalparser_parse_string(bytes.constData()));
        icaltimezone *rules = icalcomponent_get_timezone(calendar.get(), "Made-up");
        QVERIFY(rules);
        for (QDateTime moment(QDate(2026, 1, 10), QTime(9, 0), Qt::UTC); moment.date().year() < 2029; moment = moment.addSecs(86400 * 5 + 3600)) {
            icaltimetype utc = icaltime_from_string(moment.toString(QStringLiteral("yyyyMMddTHHmmssZ")).toLatin1().constData());
            int summer = 0;
            const int offset = icaltimezone_get_utc_offset_of_utc_time(rules, &utc, &summer);
            QCOMPARE(offset / 60, app::utcOffset(moment, zone));
        }
        const auto received = app::readCalendar(bytes, QStringLiteral("a.ics"));
        VERIFY_DONE(received);
        QCOMPARE(received->events.first().startsAt, std::optional(entry.startsAt));
        QCOMPARE(received->events.first().minutes, std::optional(45));
    }

    void othersCalendarsAreRead_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QString>("utc");
        QTest::newRow("utc") << QByteArray("DTSTART:20220104T100000Z") << QStringLiteral("2022-01-04T10:00");
        QTest::newRow("named zone") << QByteArray("DTSTART;TZID=Australia/Sydney:20220104T100000") << QStringLiteral("2022-01-03T23:00");
        QTest::newRow("prefixed zone") << QByteArray("DTSTART;TZID=/citadel.org/20211207_1/America/New_York:20220104T100000") << QStringLiteral("2022-01-04T15:00");
        QTest::newRow("zone of Windows") << QByteArray("DTSTART;TZID=\"Pacific Standard Time\":20220104T100000") << QStringLiteral("2022-01-04T18:00");
        QTest::newRow("unknown zone") << QByteArray("DTSTART;TZID=Middle-Earth:20220104T100000") << QString();
        QTest::newRow("a time that is none") << QByteArray("DTSTART:20221399T996100Z") << QString();
    }
    void othersCalendarsAreRead()
    {
        QFETCH(QByteArray, start);
        QFETCH(QString, utc);
        const auto received = app::readCalendar("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n" + start + "\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", QStringLiteral("a.ics"));
        VERIFY_DONE(received);
        const auto found = received->events.first().startsAt;
        QCOMPARE(found ? found->toString(QStringLiteral("yyyy-MM-ddTHH:mm")) : QString(), utc);
    }

    void whatIsNoCalendarIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("Dear panel");
        QTest::newRow("deep") << QByteArray("BEGIN:VCALENDAR\n") + QByteArray("BEGIN:VEVENT\n").repeated(50'000);
        QTest::newRow("zeros") << QByteArray(100, '\0');
    }
    void whatIsNoCalendarIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto received = app::readCalendar(bytes, QStringLiteral("a.ics"));
        QVERIFY(!received && !received.error().problem.isEmpty());
    }

    void aWorkspaceLeavesAndComesBack()
    {
        open();
        const auto file = app::exportCalendar(connection(), {});
        VERIFY_DONE(file);
        QCOMPARE(file->events, 2); // the interview and the closing date
        QCOMPARE(file->withoutDay, 1);
        const QByteArray whole = unfolded(file->bytes);
        QVERIFY(whole.contains("UID:" + interview().uuid.toLatin1() + "@rolecall\r\n"));
        QVERIFY(whole.contains("DTSTART;VALUE=DATE:20270314\r\n"));
        QVERIFY(whole.contains("TRIGGER:-P3D\r\n"));
        QVERIFY(whole.contains("SUMMARY:Interview: Person A"));
        const auto back = app::proposalsFrom(connection(), file->bytes, QStringLiteral("back.ics"));
        VERIFY_DONE(back);
        QVERIFY(back->proposals.isEmpty() && back->refused.isEmpty());
        QCOMPARE(back->same, 2);
        QVERIFY(!app::acceptProposals(connection(), back->proposals));

        VERIFY_DONE(app::moveInterview(connection(), interview().id, interview().localStart.addDays(1)));
        const QByteArray again = unfolded(app::exportCalendar(connection(), {})->bytes);
        QVERIFY(again.contains("SEQUENCE:1\r\n")); // so that the second import puts the first right
        QVERIFY(again.contains("UID:" + interview().uuid.toLatin1() + "@rolecall\r\n"));
        const auto old = app::proposalsFrom(connection(), file->bytes, QStringLiteral("back.ics"));
        QVERIFY(old->proposals.isEmpty());
        QVERIFY(old->refused.first().contains(QStringLiteral("older")));
    }

    void anInterviewMovedElsewhereIsProposedAndTakenOver()
    {
        open();
        const db::Interview before = interview();
        const QByteArray moved = event("PUBLISH", "DTSTART;TZID=America/New_York:20270405T040000\r\nDTEND;TZID=America/New_York:20270405T050000\r\nSEQUENCE:3");
        const auto found = app::proposalsFrom(connection(), moved, QStringLiteral("moved.ics"));
        VERIFY_DONE(found);
        QCOMPARE(found->proposals.size(), 1);
        QCOMPARE(found->proposals.first().changes.size(), 2);
        VERIFY_DONE(app::acceptProposals(connection(), found->proposals));
        const db::Interview after = interview();
        QCOMPARE(after.startsAt, QDateTime(QDate(2027, 4, 5), QTime(8, 0), Qt::UTC));
        QCOMPARE(after.localStart, QDateTime(QDate(2027, 4, 5), QTime(10, 0), Qt::UTC)); // told in its own zone, which has summer time now
        QCOMPARE(after.zone, before.zone);
        QCOMPARE(after.minutes, 60);
        QCOMPARE(after.status, QStringLiteral("moved"));
        VERIFY_DONE(app::undo(connection())); // one change
        QCOMPARE(interview().startsAt, before.startsAt);
        QCOMPARE(interview().minutes, before.minutes);
    }

    void answersAreTakenFromThePanel()
    {
        open();
        const auto reply = [this](const QByteArray &who, const QByteArray &answer) { return event("REPLY", "SEQUENCE:0\r\nATTENDEE;PARTSTAT=" + answer + ":mailto:" + who); };
        auto found = app::proposalsFrom(connection(), reply("BEA@example.org", "ACCEPTED"), QStringLiteral("r.ics"));
        VERIFY_DONE(found);
        QCOMPARE(found->proposals.first().changes, QStringList{QStringLiteral("Bea Panel accepts")});
        VERIFY_DONE(app::acceptProposals(connection(), found->proposals));
        QCOMPARE(db::members(connection(), interview().id)->last().answer, std::optional(QStringLiteral("accepted")));
        found = app::proposalsFrom(connection(), reply("persona@example.org", "ACCEPTED"), QStringLiteral("r.ics"));
        QCOMPARE(found->proposals.first().status, std::optional(QStringLiteral("confirmed")));
        found = app::proposalsFrom(connection(), reply("stranger@example.org", "ACCEPTED"), QStringLiteral("r.ics"));
        QVERIFY(found->proposals.isEmpty() && found->refused.size() == 1);

        auto role = *db::role(connection(), m_fixture.role);
        role.blind = true;
        VERIFY_DONE(app::changeRole(connection(), role, QStringLiteral("Made the role blind")));
        found = app::proposalsFrom(connection(), reply("persona@example.org", "ACCEPTED"), QStringLiteral("r.ics"));
        QVERIFY(found->proposals.isEmpty()); // whose address it is would say who it is
        QVERIFY2(!found->refused.join(u' ').contains(QStringLiteral("erson")), qPrintable(found->refused.join(u' ')));
        const QByteArray file = app::exportCalendar(connection(), {})->bytes;
        QVERIFY(!file.contains("Person A"));
        QVERIFY(file.contains(db::application(connection(), m_fixture.applicants[0])->code.toLatin1()));
    }

    void whatIsNotOursIsLeftAlone()
    {
        open();
        const QByteArray foreign = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:lunch@example.org\r\nDTSTART:20270405T100000Z\r\nEND:VEVENT\r\n"
                                   "BEGIN:VEVENT\r\nUID:01234567-89ab-7def-8123-456789abcdef@rolecall\r\nDTSTART:20270405T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        const auto found = app::proposalsFrom(connection(), foreign, QStringLiteral("lunch.ics"));
        VERIFY_DONE(found);
        QVERIFY(found->proposals.isEmpty());
        QCOMPARE(found->refused.size(), 2);
    }

    void oneInterviewAsksItsPanel()
    {
        open();
        const QByteArray bytes = unfolded(app::exportCalendar(connection(), {.interview = interview().id})->bytes);
        QVERIFY(bytes.contains("METHOD:REQUEST\r\n"));
        QVERIFY(bytes.contains("ORGANIZER;CN=Ada Panel:mailto:ada@example.org\r\n"));
        QVERIFY(bytes.contains("mailto:bea@example.org"));
        QVERIFY(!bytes.contains("persona@example.org"));
    }

private:
    db::Connection &connection() { return m_fixture.connection(); }
    db::Interview interview() { return db::interviews(connection(), m_fixture.role)->first(); }
    QByteArray event(const QByteArray &method, const QByteArray &lines)
    {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:" + method + "\r\nBEGIN:VEVENT\r\nUID:" + interview().uuid.toLatin1() + "@rolecall\r\nDTSTAMP:20260101T090000Z\r\n" + lines + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }
    /// An interview in Berlin with Ada and Bea, an exact closing date, and an approximate start.
    void open()
    {
        m_fixture.openPanel(1);
        auto scope = db::ChangeScope::begin(connection(), {QStringLiteral("reviewer"), QStringLiteral("Addresses"), {}});
        const QList<db::Reviewer> reviewers = *db::reviewers(connection());
        for (db::Reviewer reviewer : reviewers) {
            reviewer.email = reviewer.name.section(u' ', 0, 0).toLower() + QStringLiteral("@example.org");
            QVERIFY(db::updateReviewer(connection(), reviewer));
        }
        VERIFY_DONE(scope->commit());
        db::Deadline closes;
        closes.role = m_fixture.role;
        closes.kind = QStringLiteral("applications_close");
        closes.date = QDate(2027, 3, 14);
        closes.remindDays = 3;
        VERIFY_DONE(app::addDeadline(connection(), closes));
        db::Deadline start;
        start.role = m_fixture.role;
        start.kind = QStringLiteral("start");
        start.approx = QStringLiteral("2027-05-early");
        VERIFY_DONE(app::addDeadline(connection(), start));
        app::InterviewPlan plan;
        plan.interview.application = m_fixture.applicants[0];
        plan.interview.localStart = QDateTime(QDate(2027, 3, 20), QTime(10, 0), Qt::UTC);
        plan.interview.zone = QStringLiteral("Europe/Berlin");
        plan.panel = {m_fixture.ada, m_fixture.bea};
        VERIFY_DONE(app::keepInterview(connection(), plan));
    }

    PanelFixture m_fixture;
};

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
