// SPDX-License-Identifier: GPL-3.0-or-later
// Interviews: planned, moved, held; clashes and what nobody assesses; score sheets beside written reviews.
#include "app/history/history.h"
#include "app/interviews/interview_checks.h"
#include "app/reviews/comparison.h"
#include "app/shortlist/explanation.h"
#include "app/shortlist/rule.h"
#include "db/independence.h"
#include "db/standings.h"
#include "tests/app/panel_fixture.h"

using namespace rolecall;
using namespace rolecall::test;
using app::ReviewSource;

class TestInterviews : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_fixture.openPanel(2); }
    void cleanup() { m_fixture.close(); }

    void isPlannedMovedAndUndone()
    {
        const db::InterviewId id = plan(0, QStringLiteral("2026-03-28T10:00"), {m_fixture.ada, m_fixture.bea});
        db::Interview interview = *db::interview(connection(), id);
        QCOMPARE(interview.startsAt, QDateTime(QDate(2026, 3, 28), QTime(9, 0), Qt::UTC));
        QCOMPARE(interview.status, QStringLiteral("proposed"));
        VERIFY_DONE(app::setInterviewStatus(connection(), id, QStringLiteral("confirmed")));
        VERIFY_DONE(transaction([&] { return db::setAnswer(connection(), id, m_fixture.bea, QStringLiteral("accepted")); }));

        // A day later the clocks have changed: the same hour on the wall is another one in UTC.
        VERIFY_DONE(app::moveInterview(connection(), id, interview.localStart.addDays(1)));
        interview = *db::interview(connection(), id);
        QCOMPARE(interview.startsAt, QDateTime(QDate(2026, 3, 29), QTime(8, 0), Qt::UTC));
        QCOMPARE(interview.localStart.toString(QStringLiteral("HH:mm")), QStringLiteral("10:00"));
        QCOMPARE(interview.status, QStringLiteral("moved"));
        QVERIFY(!db::members(connection(), id)->last().answer); // who said yes said it to another time
        QCOMPARE(interview.sequence, 2);
        const auto entries = app::history(connection(), {{}, m_fixture.applicants[0], QStringLiteral("interview"), {}, {}}, 1);
        QCOMPARE(entries->first().title, QStringLiteral("Moved the interview with Person A"));
        QVERIFY(entries->first().detail.contains(QStringLiteral("2026-03-28 10:00")));
        VERIFY_DONE(app::undo(connection()));
        interview = *db::interview(connection(), id);
        QCOMPARE(interview.status, QStringLiteral("confirmed"));
        QCOMPARE(db::members(connection(), id)->last().answer, std::optional(QStringLiteral("accepted")));

        VERIFY_DONE(app::setInterviewStatus(connection(), id, QStringLiteral("done")));
        QVERIFY(!app::moveInterview(connection(), id, interview.localStart));
        VERIFY_DONE(app::removeInterview(connection(), id));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM interview_member")), QStringLiteral("0"));
        VERIFY_DONE(app::undo(connection()));
        QCOMPARE(db::members(connection(), id)->size(), 2);
    }

    void skippedAndDoubledTimesAreSaid()
    {
        app::InterviewPlan plan = planOf(0, QStringLiteral("2026-03-29T02:30"), {m_fixture.ada});
        auto checks = app::checkInterview(connection(), plan, now());
        VERIFY_DONE(checks);
        QVERIFY(checks->timeText.contains(QStringLiteral("never")));
        VERIFY_DONE(app::keepInterview(connection(), plan));
        QCOMPARE(db::interviews(connection(), m_fixture.role)->last().localStart.toString(QStringLiteral("HH:mm")), QStringLiteral("03:30"));

        plan = planOf(0, QStringLiteral("2026-10-25T02:30"), {m_fixture.ada});
        plan.secondOfTwice = true;
        VERIFY_DONE(app::keepInterview(connection(), plan));
        const db::Interview second = db::interviews(connection(), m_fixture.role)->last();
        QCOMPARE(second.startsAt, QDateTime(QDate(2026, 10, 25), QTime(1, 30), Qt::UTC));
        QVERIFY(app::interviewPlan(connection(), second.id)->secondOfTwice); // and stays so when it is opened again
        plan.interview.zone = QStringLiteral("Europe/Atlantis");
        QVERIFY(!app::keepInterview(connection(), plan));
    }

    void clashesAreSeenAcrossZones()
    {
        plan(0, QStringLiteral("2026-03-30T10:00"), {m_fixture.ada, m_fixture.bea});
        app::InterviewPlan other = planOf(1, QStringLiteral("2026-03-30T09:30"), {m_fixture.bea});
        other.interview.zone = QStringLiteral("Europe/London"); // 10:30 in Berlin
        auto checks = app::checkInterview(connection(), other, now());
        VERIFY_DONE(checks);
        QCOMPARE(checks->clashes.size(), 1);
        QCOMPARE(checks->clashes.first().people, QStringList{QStringLiteral("Bea Panel")});
        QVERIFY(!checks->clashes.first().applicant);
        other.interview.localStart = other.interview.localStart.addSecs(15 * 60); // right after
        QVERIFY(app::checkInterview(connection(), other, now())->clashes.isEmpty());
        other = planOf(0, QStringLiteral("2026-03-30T10:15"), {m_fixture.coordinator});
        checks = app::checkInterview(connection(), other, now());
        QVERIFY(checks->clashes.size() == 1 && checks->clashes.first().applicant);
        QVERIFY(app::checksInWords(*checks).first().contains(QStringLiteral("applicant")));

        auto role = *db::role(connection(), m_fixture.role);
        role.blind = true;
        VERIFY_DONE(app::changeRole(connection(), role, QStringLiteral("Made the role blind")));
        for (const QString &sentence : app::checksInWords(*app::checkInterview(connection(), other, now())))
            QVERIFY2(!sentence.contains(QStringLiteral("Person")), qPrintable(sentence));
    }

    void whatNobodyAssessesIsSaid()
    {
        app::InterviewPlan one = planOf(0, QStringLiteral("2026-03-30T10:00"), {m_fixture.ada});
        one.assessments = {{m_fixture.qualities[0].id, m_fixture.ada}};
        QCOMPARE(app::checkInterview(connection(), one, now())->uncovered.size(), 1); // the other necessary one; useful ones need not
        VERIFY_DONE(app::keepInterview(connection(), one));
        const auto gaps = app::coverageGaps(connection(), m_fixture.role);
        QVERIFY(gaps && gaps->size() == 1);
        QCOMPARE(gaps->first().uncovered.first().id, m_fixture.qualities[1].id);
        app::InterviewPlan two = planOf(0, QStringLiteral("2026-03-31T10:00"), {m_fixture.bea});
        two.assessments = {{m_fixture.qualities[1].id, m_fixture.bea}};
        QVERIFY(app::checkInterview(connection(), two, now())->uncovered.isEmpty());
        VERIFY_DONE(app::keepInterview(connection(), two));
        QVERIFY(app::coverageGaps(connection(), m_fixture.role)->isEmpty());
        two.assessments = {{m_fixture.qualities[1].id, m_fixture.ada}};
        QVERIFY(!app::keepInterview(connection(), two)); // Ada is not in it
    }

    void questionsKeepTheirOrder()
    {
        for (const char *text : {"What tides?", "Which tables?", "Why clocks?"}) {
            db::Question question;
            question.role = m_fixture.role;
            question.text = QLatin1String(text);
            VERIFY_DONE(app::keepQuestion(connection(), question));
        }
        auto all = *db::questions(connection(), m_fixture.role);
        VERIFY_DONE(app::moveQuestion(connection(), m_fixture.role, all.last().id, -2));
        QCOMPARE(db::questions(connection(), m_fixture.role)->first().text, QStringLiteral("Why clocks?"));
        VERIFY_DONE(app::undo(connection()));
        QCOMPARE(db::questions(connection(), m_fixture.role)->first().text, QStringLiteral("What tides?"));
        all.first().text = QStringLiteral("   ");
        QVERIFY(!app::keepQuestion(connection(), all.first()));
    }

    void scoresCountBesideWrittenReviews()
    {
        const db::ApplicationId person = m_fixture.applicants[0];
        const db::QualityId quality = m_fixture.qualities[0].id;
        m_fixture.rate(m_fixture.ada, person, {1, 2, -1, -1});
        m_fixture.rate(m_fixture.bea, person, {2, 2, -1, -1});
        QVERIFY(!app::rate(connection(), person, quality, 3, false, ReviewSource::Interview)); // no interview yet
        plan(0, QStringLiteral("2026-03-30T10:00"), {m_fixture.ada, m_fixture.bea});

        score(m_fixture.ada, person, 3, true);
        // 1 + 2 + 3 over three submitted reviews.
        QCOMPARE(db::standing(connection(), person)->value().levels[0], 2 * db::levelUnit);
        // Bea wrote a review and saw Ada's; the scores of the interview she gives independently.
        m_fixture.be(m_fixture.bea);
        auto explained = app::explainShortlist(connection(), person);
        VERIFY_DONE(explained);
        QVERIFY(explained->panelHidden);
        auto sheet = app::reviewSheet(connection(), person, ReviewSource::Interview);
        QVERIFY(sheet->panelHidden);
        QCOMPARE(sheet->others.size(), 1); // her own written one
        QCOMPARE(sheet->others.first().review.reviewer, m_fixture.bea);
        score(m_fixture.bea, person, 2, true);
        QVERIFY(!app::explainShortlist(connection(), person)->panelHidden);
        QCOMPARE(db::standing(connection(), person)->value().levels[0], 2 * db::levelUnit);

        QStringList labels;
        explained = app::explainShortlist(connection(), person);
        for (const app::ReviewedLevel &level : explained->qualities.first().levels)
            labels << QStringLiteral("%1: %2").arg(level.reviewer).arg(level.level.value_or(-1));
        labels.sort();
        QCOMPARE(labels, (QStringList{QStringLiteral("Ada Panel (interview): 3"), QStringLiteral("Ada Panel: 1"), QStringLiteral("Bea Panel (interview): 2"), QStringLiteral("Bea Panel: 2")}));
        QVERIFY(app::ruleSentence(m_fixture.qualities).contains(QStringLiteral("interviews alike")));

        VERIFY_DONE(app::withdrawReview(connection(), person, ReviewSource::Interview));
        QVERIFY(app::reviewSheet(connection(), person)->own->submitted); // the written one stands
        QVERIFY(app::explainShortlist(connection(), person)->panelHidden);
    }

    void whoOnlyInterviewsSeesNothingBefore()
    {
        const db::ApplicationId person = m_fixture.applicants[0];
        m_fixture.rate(m_fixture.ada, person, {1, 2, -1, -1});
        const auto hidden = [&] { return db::hiddenAmong(connection(), {person}, m_fixture.coordinator)->contains(person); };
        QVERIFY(!hidden());
        const db::InterviewId id = plan(0, QStringLiteral("2026-03-30T10:00"), {m_fixture.coordinator});
        QVERIFY(hidden());
        QVERIFY(*db::canHide(connection(), m_fixture.role, m_fixture.coordinator));
        score(m_fixture.coordinator, person, 2, false);
        QVERIFY(hidden());
        score(m_fixture.coordinator, person, 2, true);
        QVERIFY(!hidden());
        VERIFY_DONE(app::withdrawReview(connection(), person, ReviewSource::Interview));
        VERIFY_DONE(app::setInterviewStatus(connection(), id, QStringLiteral("cancelled")));
        QVERIFY(!hidden()); // a cancelled interview binds nobody
    }

private:
    db::Connection &connection() { return m_fixture.connection(); }
    static QDateTime now() { return QDateTime(QDate(2026, 1, 1), QTime(9, 0), Qt::UTC); }
    Outcome transaction(const std::function<Outcome()> &work)
    {
        auto scope = db::ChangeScope::begin(connection(), {QStringLiteral("interview"), QStringLiteral("Test"), {}});
        if (auto outcome = work(); !outcome)
            return outcome;
        return scope->commit();
    }
    app::InterviewPlan planOf(int applicant, const QString &local, const QList<db::ReviewerId> &panel)
    {
        app::InterviewPlan plan;
        plan.interview.application = m_fixture.applicants[applicant];
        plan.interview.localStart = QDateTime::fromString(local + QStringLiteral(":00Z"), Qt::ISODate);
        plan.interview.zone = QStringLiteral("Europe/Berlin");
        plan.panel = panel;
        return plan;
    }
    db::InterviewId plan(int applicant, const QString &local, const QList<db::ReviewerId> &panel)
    {
        const auto done = app::keepInterview(connection(), planOf(applicant, local, panel));
        if (!done)
            qFatal("%s", qPrintable(done.error().text()));
        return db::interviews(connection(), m_fixture.role)->last().id;
    }
    void score(db::ReviewerId reviewer, db::ApplicationId person, int level, bool submit)
    {
        m_fixture.be(reviewer);
        VERIFY_DONE(app::rate(connection(), person, m_fixture.qualities[0].id, level, false, ReviewSource::Interview));
        if (submit)
            VERIFY_DONE(app::submitReview(connection(), person, ReviewSource::Interview));
    }

    PanelFixture m_fixture;
};

QTEST_GUILESS_MAIN(TestInterviews)
#include "tst_interviews.moc"
