// SPDX-License-Identifier: GPL-3.0-or-later
// Local times in their zones: both hemispheres, changes of an hour and of half an hour, times that are skipped or come twice.
#include "app/agenda/day_offset.h"
#include "app/agenda/zoned_time.h"

#include <QTest>

using namespace rolecall;
using app::LocalKind;

class TestZonedTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheMoment_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *zone, const char *local, const char *first, const char *second, LocalKind kind) {
            QTest::addRow("%s %s", zone, local) << QString::fromLatin1(zone) << QString::fromLatin1(local) << QString::fromLatin1(first) << QString::fromLatin1(second) << int(kind);
        };
        row("UTC", "2022-01-04T10:00", "2022-01-04T10:00", "2022-01-04T10:00", LocalKind::Usual);
        row("Europe/Berlin", "2022-01-04T10:00", "2022-01-04T09:00", "2022-01-04T09:00", LocalKind::Usual);
        row("Europe/Berlin", "2022-07-04T10:00", "2022-07-04T08:00", "2022-07-04T08:00", LocalKind::Usual);
        row("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30", "2026-03-29T01:30", LocalKind::Skipped);
        row("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00", "2026-03-29T01:00", LocalKind::Usual);
        row("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30", "2026-10-25T01:30", LocalKind::Twice);
        row("America/New_York", "2026-03-08T02:15", "2026-03-08T07:15", "2026-03-08T07:15", LocalKind::Skipped);
        row("America/New_York", "2026-11-01T01:15", "2026-11-01T05:15", "2026-11-01T06:15", LocalKind::Twice);
        row("Australia/Sydney", "2026-10-04T02:30", "2026-10-03T16:30", "2026-10-03T16:30", LocalKind::Skipped);
        row("Australia/Sydney", "2026-04-05T02:30", "2026-04-04T15:30", "2026-04-04T16:30", LocalKind::Twice);
        row("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45", "2026-10-03T15:45", LocalKind::Skipped);
        row("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45", "2026-04-04T15:15", LocalKind::Twice);
        row("America/Santiago", "2026-01-15T09:00", "2026-01-15T12:00", "2026-01-15T12:00", LocalKind::Usual);
        row("Asia/Kolkata", "2026-06-01T09:30", "2026-06-01T04:00", "2026-06-01T04:00", LocalKind::Usual);
        row("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00", "2011-12-30T22:00", LocalKind::Skipped); // a day that never was
    }
    void findsTheMoment()
    {
        QFETCH(QString, zone);
        QFETCH(QString, local);
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(int, kind);
        const QString form = QStringLiteral("yyyy-MM-ddTHH:mm");
        const QDateTime clock = QDateTime::fromString(local + QStringLiteral(":00Z"), Qt::ISODate);
        for (const bool later : {false, true}) {
            const auto time = app::zonedTime(clock, zone, later);
            QVERIFY(time);
            QCOMPARE(time->utc.toString(form), later ? second : first);
            QCOMPARE(int(time->kind), kind);
            QCOMPARE(app::localTime(time->utc, zone), time->local);
            // What is not skipped is on the clock as it was asked for; what is skipped is said.
            QCOMPARE(time->local == clock, time->kind != LocalKind::Skipped);
            QCOMPARE(app::localKindText(*time, clock, zone).isEmpty(), time->kind == LocalKind::Usual);
        }
    }

    void knowsWhatZonesAreCalled()
    {
        QVERIFY(!app::zonedTime(QDateTime(QDate(2026, 1, 1), QTime(9, 0), Qt::UTC), QStringLiteral("Europe/Atlantis")));
        QVERIFY(!app::isKnownZone({}));
        QVERIFY(app::zoneNames().contains(QStringLiteral("Europe/Berlin")));
        QCOMPARE(app::ianaName(QStringLiteral("Europe/Berlin")), QStringLiteral("Europe/Berlin"));
        QCOMPARE(app::ianaName(QStringLiteral("/freeassociation.sourceforge.net/America/Argentina/Salta")), QStringLiteral("America/Argentina/Salta"));
        QCOMPARE(app::ianaName(QStringLiteral("W. Europe Standard Time")), QStringLiteral("Europe/Berlin"));
        QCOMPARE(app::ianaName(QStringLiteral("Z")), QStringLiteral("UTC"));
        QCOMPARE(app::ianaName(QStringLiteral("Middle Earth")), QString());
        QCOMPARE(app::offsetText(-210), QStringLiteral("UTC\u22123:30"));
        QCOMPARE(app::offsetText(60), QStringLiteral("UTC+1"));
    }

    void countsWorkingDays()
    {
        const QDate friday(2021, 12, 31);
        QCOMPARE(app::dayAfter(friday, 3, true), QDate(2022, 1, 5));
        QCOMPARE(app::dayAfter(friday, 1, true), QDate(2022, 1, 3));
        QCOMPARE(app::dayAfter(friday, -5, true), QDate(2021, 12, 24));
        QCOMPARE(app::dayAfter(QDate(2022, 1, 1), 1, true), QDate(2022, 1, 3)); // a Saturday
        QCOMPARE(app::dayAfter(friday, 10, false), QDate(2022, 1, 10));
        QCOMPARE(app::dayAfter(friday, 0, true), friday);
    }
};

QTEST_GUILESS_MAIN(TestZonedTime)
#include "tst_zoned_time.moc"
