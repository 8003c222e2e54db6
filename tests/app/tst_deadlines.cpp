// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that follow from others, and roles that close when their date has passed.
#include "app/agenda/agenda.h"
#include "app/agenda/closing.h"
#include "app/agenda/deadline_editing.h"
#include "app/history/history.h"
#include "app/posting/posting_reader.h"
#include "db/connection.h"
#include "tests/app/panel_fixture.h"

using namespace rolecall;
using namespace rolecall::test;

namespace {

const QByteArray posting = "# Tide Clerk\n\nKeeps the tide tables.\n\n## Necessary qualities\n\n- Reads tide tables\n\n"
                           "Applications close on 31 December 2021. We shortlist within three working days of closing. Interviews take place from early January.\n"
                           "You will hear from us two weeks after the closing date.\n";

db::Deadline find(db::Connection &connection, db::RoleId role, const QString &text)
{
    const QList<db::Deadline> all = db::deadlines(connection, role).value_or(QList<db::Deadline>());
    for (const db::Deadline &deadline : all) {
        if (deadline.title.contains(text) || deadline.sentence.contains(text))
            return deadline;
    }
    return {};
}

} // namespace

class TestDeadlines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_fixture.openPanel(1);
        const auto added = app::addRolesFromPosting(connection(), posting, QStringLiteral("clerk.md"));
        VERIFY_DONE(added);
        m_role = added->roles.first();
    }
    void cleanupTestCase() { m_fixture.close(); }

    void readsRelativeDates_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("read");
        const auto row = [](const char *sentence, const char *read) { QTest::addRow("%s", sentence) << QString::fromUtf8(sentence) << QString::fromLatin1(read); };
        row("We shortlist within three working days of closing.", "close +3w");
        row("Shortlisting happens within 5 business days after the application deadline.", "close +5w");
        row("A test is sent two weeks before the interviews.", "interviews -14d");
        row("References are taken up one week after the interview.", "interviews +7d");
        row("Die Auswahl erfolgt innerhalb von drei Arbeitstagen nach Bewerbungsschluss.", "close +3w");
        row("Vous aurez une réponse dans les dix jours ouvrés suivant la date de clôture.", "close +10w");
        row("Within three days of joining you meet the team.", "");
        row("Three years of experience after your degree.", "");
    }
    void readsRelativeDates()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, read);
        const auto draft = app::readPosting("# Clerk\n\n## Necessary qualities\n\n- Reads\n\n## How to apply\n\n" + sentence.toUtf8() + "\n", QStringLiteral("a.md"));
        VERIFY_DONE(draft);
        QString found;
        for (const app::RelativeDateDraft &date : draft->roles.first().relativeDates)
            found += QStringLiteral("%1 %2%3%4").arg(date.anchor == app::DeadlineKind::Interviews ? QStringLiteral("interviews") : QStringLiteral("close"), date.offset > 0 ? QStringLiteral("+") : QString()).arg(date.offset).arg(date.workingDays ? QStringLiteral("w") : QStringLiteral("d"));
        QCOMPARE(found, read);
    }

    void readDatesFollowTheirAnchor()
    {
        const db::Deadline closes = find(connection(), m_role, QStringLiteral("Applications close"));
        QCOMPARE(closes.date, std::optional(QDate(2021, 12, 31)));
        const db::Deadline shortlist = find(connection(), m_role, QStringLiteral("three working days"));
        QVERIFY(shortlist.anchor && shortlist.anchor->deadline == closes.id);
        QCOMPARE(shortlist.date, std::optional(QDate(2022, 1, 5)));
        QCOMPARE(find(connection(), m_role, QStringLiteral("two weeks")).date, std::optional(QDate(2022, 1, 14)));
        QCOMPARE(shortlist.state, QStringLiteral("proposed"));

        db::Deadline own; // of a person's own, two links away
        own.role = m_role;
        own.kind = QStringLiteral("other");
        own.title = QStringLiteral("Tell everybody");
        own.state = QStringLiteral("confirmed");
        own.anchor = db::Anchor{shortlist.id, 1, false};
        own.owner = m_fixture.bea;
        own.remindDays = 2;
        VERIFY_DONE(app::addDeadline(connection(), own));
        QCOMPARE(find(connection(), m_role, QStringLiteral("Tell everybody")).date, std::optional(QDate(2022, 1, 6)));
        QCOMPARE(find(connection(), m_role, QStringLiteral("Tell everybody")).ownerName, QStringLiteral("Bea Panel"));

        VERIFY_DONE(app::moveDeadline(connection(), closes.id, 3)); // Monday
        QCOMPARE(find(connection(), m_role, QStringLiteral("three working days")).date, std::optional(QDate(2022, 1, 6)));
        const db::Deadline told = find(connection(), m_role, QStringLiteral("Tell everybody"));
        QCOMPARE(told.date, std::optional(QDate(2022, 1, 7)));
        QVERIFY(told.sequence > 0); // a calendar has to take it over
        VERIFY_DONE(app::undo(connection()));
        QCOMPARE(find(connection(), m_role, QStringLiteral("Tell everybody")).date, std::optional(QDate(2022, 1, 6)));
    }

    void aDateDoesNotFollowItself()
    {
        db::Deadline shortlist = find(connection(), m_role, QStringLiteral("three working days"));
        const db::Deadline told = find(connection(), m_role, QStringLiteral("Tell everybody"));
        shortlist.anchor = db::Anchor{told.id, 1, false};
        const auto refused = app::changeDeadline(connection(), shortlist);
        QVERIFY(!refused);
        QVERIFY(!refused.error().remedy.isEmpty());
        db::Deadline foreign = told;
        foreign.role = m_fixture.role;
        foreign.id = {};
        QVERIFY(!app::addDeadline(connection(), foreign)); // its anchor is another role's
    }

    void whatItFollowedMayGo()
    {
        VERIFY_DONE(app::removeDeadline(connection(), find(connection(), m_role, QStringLiteral("three working days"))));
        const db::Deadline told = find(connection(), m_role, QStringLiteral("Tell everybody"));
        QVERIFY(!told.anchor);
        QCOMPARE(told.date, std::optional(QDate(2022, 1, 6)));
        VERIFY_DONE(app::undo(connection()));
        QVERIFY(find(connection(), m_role, QStringLiteral("Tell everybody")).anchor);
    }

    void aRoleClosesWhenItsDateHasPassed()
    {
        const auto close = [this](const QDate &today) { return app::closePassedRoles(connection(), today).value_or(QList<db::PassedClosing>{{}, {}}).size(); };
        QCOMPARE(close(QDate(2021, 12, 31)), 0); // one can still apply today
        QCOMPARE(close(QDate(2022, 2, 14)), 1);  // the program did not run for a while
        QVERIFY(db::role(connection(), m_role)->closedAt);
        QVERIFY(!db::role(connection(), m_fixture.role)->closedAt); // it has no closing date
        const auto entries = app::history(connection(), {m_role, {}, {}, {}, {}}, 1);
        QVERIFY(entries && entries->first().change.reviewerName.isEmpty()); // nobody did it
        QCOMPARE(connection().reviewer(), m_fixture.ada);
        QCOMPARE(close(QDate(2022, 2, 15)), 0);

        VERIFY_DONE(app::undo(connection()));
        QVERIFY(!db::role(connection(), m_role)->closedAt);
        QCOMPARE(close(QDate(2022, 2, 15)), 0); // who opened it again knows the date
        db::Deadline closes = find(connection(), m_role, QStringLiteral("Applications close"));
        closes.date = QDate(2022, 3, 1);
        VERIFY_DONE(app::changeDeadline(connection(), closes));
        QCOMPARE(close(QDate(2022, 3, 1)), 0);
        QCOMPARE(close(QDate(2022, 3, 2)), 1); // another date, another end
        VERIFY_DONE(app::reopenRole(connection(), m_role));
        QCOMPARE(close(QDate(2022, 3, 3)), 0);
    }

    void aLateApplicationIsTold()
    {
        const auto closing = db::closingDate(connection(), m_role);
        QVERIFY(closing && *closing);
        QVERIFY(!app::isLate(QStringLiteral("2022-03-01"), *closing));
        QVERIFY(app::isLate(QStringLiteral("2022-03-02"), *closing));
        QVERIFY(!app::isLate({}, *closing)); // nobody knows when it came
    }

    void theAgendaHasItAll()
    {
        const auto agenda = app::agenda(connection(), QDateTime(QDate(2022, 1, 4), QTime(23, 30), Qt::UTC), QStringLiteral("Europe/Berlin"));
        VERIFY_DONE(agenda);
        // In Berlin it is the fifth already.
        const auto shortlist = std::find_if(agenda->dates.cbegin(), agenda->dates.cend(), [](const app::AgendaDate &date) { return date.deadline.sentence.contains(QStringLiteral("three working days")); });
        QVERIFY(shortlist != agenda->dates.cend());
        QCOMPARE(agenda->allDates, int(agenda->dates.size()));
        QCOMPARE(shortlist->days, std::optional(int(QDate(2022, 1, 5).daysTo(*shortlist->deadline.date))));
        for (qsizetype i = 1; i < agenda->dates.size(); ++i)
            QVERIFY(!agenda->dates[i].days || *agenda->dates[i - 1].days <= *agenda->dates[i].days);
    }

private:
    db::Connection &connection() { return m_fixture.connection(); }
    PanelFixture m_fixture;
    db::RoleId m_role;
};

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
