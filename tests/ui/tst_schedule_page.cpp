// SPDX-License-Identifier: GPL-3.0-or-later
// Schedule and Calendar as a person uses them: planned, moved by key and by mouse, scored, asked, read back from a file.
#include "app/blind/identity.h"
#include "app/calendar/calendar_export.h"
#include "app/interviews/interview_cover.h"
#include "app/interviews/interview_editing.h"
#include "app/shortlist/explanation.h"
#include "tests/support/sample_workspace.h"
#include "ui/application/reminding.h"
#include "ui/pages/calendar/calendar_page.h"
#include "ui/pages/calendar/proposal_panel.h"
#include "ui/pages/review/criteria_pane.h"
#include "ui/pages/schedule/applicant_choice.h"
#include "ui/pages/schedule/date_form.h"
#include "ui/pages/schedule/interview_form.h"
#include "ui/pages/schedule/question_panel.h"
#include "ui/pages/schedule/schedule_page.h"
#include "ui/pages/schedule/score_sheet.h"
#include "ui/pages/today/today_page.h"
#include "ui/widgets/month_view.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/week_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

const QString berlin = QStringLiteral("Europe/Berlin");

QPushButton *button(QWidget &inside, const QString &text)
{
    const auto all = inside.findChildren<QPushButton *>();
    for (QPushButton *one : all) {
        if (one->text() == text && one->isVisibleTo(&inside))
            return one;
    }
    return nullptr;
}

} // namespace

class TestSchedulePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_now = QDateTime(QDate(2031, 3, 10), QTime(8, 0), Qt::UTC); // a Monday
        m_sample = std::make_unique<test::SampleWorkspace>();
        m_people = m_sample->addPeople({{2, 2, 2}, {3, 2, 2}});
        m_page = std::make_unique<SchedulePage>(m_sample->session(), clock(), berlin);
        m_page->setRole(m_sample->role());
        m_page->resize(1100, 760);
        m_page->show();
        m_page->activate();
    }
    void cleanup()
    {
        m_page.reset();
        m_sample.reset();
    }

    void planningAnInterviewAndWhatIsNotRight()
    {
        m_page->planInterview(m_people.first(), QDate(2031, 3, 12));
        InterviewForm &form = m_page->interviewForm();
        QVERIFY(form.isVisible());
        QVERIFY2(form.warnings().join(u' ').contains(QStringLiteral("Nobody assesses")), qPrintable(form.warnings().join(u' ')));
        const auto ticks = form.findChildren<QCheckBox *>();
        int ticked = 0;
        for (QCheckBox *tick : ticks) {
            if (tick->accessibleName().contains(QStringLiteral("assesses")) && ticked < 3) {
                tick->click(); // the three necessary ones come first
                ++ticked;
            }
        }
        QCOMPARE(ticked, 3);
        QTRY_VERIFY(form.warnings().isEmpty());
        form.keep();
        QCOMPARE(m_page->list().model()->rowCount(), 3); // two dates of the posting and the interview
        const db::Interview interview = stored();
        QCOMPARE(interview.startsAt, QDateTime(QDate(2031, 3, 12), QTime(9, 0), Qt::UTC));
        QCOMPARE(interview.zone, berlin);
        QCOMPARE(db::assessments(m_sample->connection(), interview.id)->size(), 3);
        // A second one at the same time has both people twice.
        m_page->planInterview(m_people.at(1), QDate(2031, 3, 12));
        QVERIFY2(form.warnings().first().contains(QStringLiteral("Ada Example is in the interview with Person 0")), qPrintable(form.warnings().first()));
    }

    void severalAreInterviewedOneAfterTheOther()
    {
        m_page->navigateTo({{roleArgument, m_sample->role().number()}, {QStringLiteral("applications"), QVariantList{m_people[1].number(), m_people[0].number()}}});
        m_page->activate();
        InterviewForm &form = m_page->interviewForm();
        QTRY_VERIFY(form.isVisible());
        QVERIFY(button(form, QStringLiteral("Keep, then the next")));
        QCOMPARE(form.written().interview.application, m_people[1]);
        form.keep();
        QVERIFY(form.isVisible());
        QVERIFY(button(form, QStringLiteral("Keep")));
        form.keep();
        QVERIFY(!form.isVisible());
        const auto both = *db::interviews(m_sample->connection(), m_sample->role());
        QCOMPARE(both.size(), 2);
        QCOMPARE(both[0].application, m_people[1]);
        QCOMPARE(both[1].application, m_people[0]);
        QCOMPARE(both[0].endsAt(), both[1].startsAt);
        for (const db::Interview &interview : both)
            QCOMPARE(interview.stageName, QStringLiteral("Interview")); // the role's interview stage is proposed
    }

    void anybodyIsFoundByTyping()
    {
        m_sample->addPeople(QList<QList<int>>(130, {2, 2, 2}));
        ApplicantChoice choice(m_sample->session(), {});
        choice.setRole(m_sample->role());
        QCOMPARE(choice.count(), 100);
        choice.show();
        QVERIFY(QTest::qWaitForWindowActive(&choice));
        choice.lineEdit()->setFocus();
        QTest::keyClicks(choice.lineEdit(), QStringLiteral("person 131"));
        QCOMPARE(choice.application(), db::ApplicationId());
        QTRY_COMPARE(choice.found().completionCount(), 1);
        QTRY_VERIFY(choice.application().isValid()); // as good as chosen: it is one, and nobody else
        QCOMPARE(app::displayName(m_sample->connection(), choice.application()), QStringLiteral("Person 131"));
        choice.lineEdit()->clear();
        QTest::keyClicks(choice.lineEdit(), QStringLiteral("pers"));
        QTRY_VERIFY(choice.found().completionCount() > 1);
        QCOMPARE(choice.application(), db::ApplicationId()); // half a name is nobody
        QTest::keyClick(choice.found().popup(), Qt::Key_Down);
        QTest::keyClick(choice.found().popup(), Qt::Key_Return);
        QVERIFY(choice.application().isValid());
        // Blind, nobody is found by name; by the code they are.
        const db::ApplicationId last = choice.application();
        auto role = *db::role(m_sample->connection(), m_sample->role());
        role.blind = true;
        test::SampleWorkspace::must(app::changeRole(m_sample->connection(), role, QStringLiteral("Made the role blind")));
        const QString code = db::application(m_sample->connection(), last)->code;
        choice.setRole(m_sample->role());
        QCOMPARE(choice.currentText(), code);
        choice.lineEdit()->clear();
        QTest::keyClicks(choice.lineEdit(), QStringLiteral("Person 5"));
        QTest::qWait(400);
        QCOMPARE(choice.found().completionCount(), 0);
        choice.lineEdit()->clear();
        QTest::keyClicks(choice.lineEdit(), code.toLower());
        QTRY_COMPARE(choice.application(), last);
    }

    void aMeetingNamesNobodyInABlindRole()
    {
        plan(0, QDate(2031, 3, 12), 10);
        const db::InterviewId id = stored().id;
        auto written = *app::interviewPlan(m_sample->connection(), id);
        written.interview.place = QStringLiteral("Room 4, with Person 0");
        written.interview.link = QStringLiteral("https://meet.example.org/tide-panel");
        test::SampleWorkspace::must(app::keepInterview(m_sample->connection(), written));
        auto role = *db::role(m_sample->connection(), m_sample->role());
        role.blind = true;
        m_sample->session().apply(app::changeRole(m_sample->connection(), role, QStringLiteral("Made the role blind")));
        const QString code = db::application(m_sample->connection(), m_people.first())->code;
        m_page->openKey(interviewKey(id));
        InterviewForm &form = m_page->interviewForm();
        QStringList shown;
        for (const QLineEdit *field : form.findChildren<QLineEdit *>())
            shown << field->text();
        const QString all = shown.join(u'|') + m_page->list().model()->index(0, 0).data(DetailRole).toString();
        QVERIFY2(!all.contains(QStringLiteral("Person")) && all.contains(QStringLiteral("Room 4, with ") + code), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("https://meet.example.org/tide-panel")), qPrintable(all)); // it names nobody, and the panel has to get there
        app::CalendarScope scope;
        scope.role = m_sample->role();
        const auto calendar = app::exportCalendar(m_sample->connection(), scope);
        QVERIFY(calendar && !calendar->bytes.contains("Person") && calendar->bytes.contains("Room 4"));
        // Kept as it is shown, it stays as it is stored.
        form.keep();
        QCOMPARE(stored().place, QStringLiteral("Room 4, with Person 0"));
        written.interview.link = QStringLiteral("https://meet.example.org/PERSON-0-talk");
        test::SampleWorkspace::must(app::keepInterview(m_sample->connection(), written));
        QCOMPARE(app::covered(m_sample->connection(), stored()).link, QStringLiteral("[link]"));
    }

    void keysConfirmAndRemove()
    {
        plan(0, QDate(2031, 3, 12), 10);
        m_page->list().setCurrentIndex(m_page->list().model()->index(0, 0));
        QTest::keyClick(&m_page->list(), Qt::Key_Space);
        QCOMPARE(stored().status, QStringLiteral("confirmed"));
        QTest::keyClick(&m_page->list(), Qt::Key_Space);
        QCOMPARE(stored().status, QStringLiteral("done"));
        QTest::keyClick(&m_page->list(), Qt::Key_Delete);
        QVERIFY(db::interviews(m_sample->connection(), m_sample->role())->isEmpty());
    }

    void aDateFollowsAnotherOne()
    {
        m_page->addDate();
        DateForm &form = m_page->dateForm();
        form.findChildren<QLineEdit *>().first()->setText(QStringLiteral("Shortlist ready"));
        const auto boxes = form.findChildren<QComboBox *>();
        for (QComboBox *box : boxes) {
            const int closes = box->findText(QStringLiteral("Applications close"));
            if (closes > 0 && box->findText(QStringLiteral("no other date")) == 0)
                box->setCurrentIndex(closes);
        }
        form.keep();
        const auto all = db::deadlines(m_sample->connection(), m_sample->role());
        const auto made = std::find_if(all->cbegin(), all->cend(), [](const db::Deadline &deadline) { return deadline.title == u"Shortlist ready"; });
        QVERIFY(made != all->cend());
        QCOMPARE(made->date, std::optional(QDate(2031, 3, 19))); // three working days after Friday the 14th
    }

    void scoresAreGivenOnTheirOwnSheet()
    {
        const db::InterviewId id = plan(0, QDate(2031, 3, 12), 10);
        db::Question question;
        question.role = m_sample->role();
        question.text = QStringLiteral("Which tide surprised you?");
        test::SampleWorkspace::must(app::keepQuestion(m_sample->connection(), question));
        m_page->openKey(interviewKey(id)); // as a person comes to it: by the form's button
        button(m_page->interviewForm(), QStringLiteral("Score…"))->click();
        ScoreSheet &sheet = m_page->scoreSheet();
        QVERIFY(sheet.isVisible());
        const auto labels = sheet.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text() == u"Which tide surprised you?"; }));
        QTest::keyClick(&sheet.criteria(), Qt::Key_3);
        QVERIFY(sheet.isVisible()); // a level is no reason to go back to the form
        QTest::keyClick(&sheet.criteria(), Qt::Key_1);
        QTest::keyClick(&sheet.criteria(), Qt::Key_Return, Qt::ControlModifier);
        const auto own = db::findReview(m_sample->connection(), m_people.first(), m_sample->session().reviewer(), QStringLiteral("interview"));
        QVERIFY(own && *own && (*own)->submitted);
        QCOMPARE(db::ratings(m_sample->connection(), (*own)->id)->size(), 2);
        const auto explained = app::explainShortlist(m_sample->connection(), m_people.first());
        QCOMPARE(explained->qualities.first().levels.size(), 2);
        QVERIFY(explained->qualities.first().levels.last().reviewer.contains(QStringLiteral("interview")) || explained->qualities.first().levels.first().reviewer.contains(QStringLiteral("interview")));
        button(sheet, QStringLiteral("Back to the schedule"))->click();
        QVERIFY(m_page->list().isVisible());
    }

    void questionsAreKept()
    {
        m_page->showQuestions();
        QuestionPanel &panel = m_page->questions();
        for (const char *text : {"First?", "Second?"}) {
            panel.findChild<QLineEdit *>()->setText(QLatin1String(text));
            panel.keep();
        }
        QCOMPARE(panel.list().count(), 2);
        panel.list().setCurrentRow(1);
        QTest::keyClick(&panel.list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(db::questions(m_sample->connection(), m_sample->role())->first().text, QStringLiteral("Second?"));
        QTest::keyClick(&panel.list(), Qt::Key_Delete);
        QCOMPARE(panel.list().count(), 1);
    }

    void theMonthIsWalkedByKeys()
    {
        plan(0, QDate(2031, 3, 12), 10);
        m_page->views().setCurrentIndex(1);
        MonthView &month = m_page->month();
        month.setCurrentDay(QDate(2031, 3, 11));
        QTest::keyClick(&month, Qt::Key_Right);
        QCOMPARE(month.currentDay(), QDate(2031, 3, 12));
        QVERIFY(!month.blockRect(interviewKey(stored().id)).isEmpty());
        QTest::keyClick(&month, Qt::Key_Return);
        QVERIFY(m_page->interviewForm().isVisible());
        QCOMPARE(m_page->interviewForm().interview(), stored().id);
        QTest::keyClick(&month, Qt::Key_PageDown);
        QCOMPARE(month.currentDay(), QDate(2031, 4, 12));
        QTest::mouseClick(&month, Qt::LeftButton, {}, QPoint(month.width() / 2, month.height() / 2));
        QVERIFY(month.currentDay() != QDate(2031, 4, 12));
    }

    void theWeekMovesInterviews()
    {
        plan(0, QDate(2031, 3, 12), 10);
        CalendarPage calendar(m_sample->session(), clock(), berlin);
        calendar.resize(1000, 700);
        calendar.show();
        calendar.activate();
        WeekView &week = calendar.week();
        const qint64 key = interviewKey(stored().id);
        QTRY_VERIFY(!week.blockRect(key).isEmpty());
        week.setCurrentKey(key);
        QTest::keyClick(&week, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(stored().localStart, QDateTime(QDate(2031, 3, 12), QTime(10, 15), Qt::UTC));
        QTest::keyClick(&week, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(stored().localStart, QDateTime(QDate(2031, 3, 13), QTime(10, 15), Qt::UTC));
        QCOMPARE(stored().status, QStringLiteral("moved"));

        const QRect block = week.blockRect(key);
        const QPoint from = block.center();
        const int day = (week.viewport()->width() - 56) / 7;
        QTest::mousePress(week.viewport(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) {
            QMouseEvent moved(QEvent::MouseMove, from + QPoint(day * step / 4, 0), week.viewport()->mapToGlobal(from + QPoint(day * step / 4, 0)), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(week.viewport(), &moved);
        }
        QTest::mouseRelease(week.viewport(), Qt::LeftButton, {}, from + QPoint(day, 0));
        QCOMPARE(stored().localStart, QDateTime(QDate(2031, 3, 14), QTime(10, 15), Qt::UTC));
        m_sample->session().undo();
        QTRY_COMPARE(stored().localStart, QDateTime(QDate(2031, 3, 13), QTime(10, 15), Qt::UTC));

        for (const CalendarPage::View view : {CalendarPage::ListMode, CalendarPage::MonthMode, CalendarPage::WeekMode}) {
            calendar.setView(view);
            QVERIFY(!calendar.subtitle().isEmpty());
        }
        calendar.setView(CalendarPage::ListMode);
        QVERIFY(calendar.list().model()->rowCount() >= 2); // the closing date and the interview
        QAbstractItemModelTester tester(calendar.list().model());
        QSignalSpy places(&calendar, &Page::placeRequested);
        Q_EMIT calendar.list().activated(calendar.list().model()->index(0, 0));
        QCOMPARE(places.size(), 1);
    }

    void aCalendarFileIsReadAndTakenOver()
    {
        plan(0, QDate(2031, 3, 12), 10);
        QByteArray bytes = app::exportCalendar(m_sample->connection(), {.role = m_sample->role()})->bytes;
        bytes.replace("20310312T100000", "20310312T150000").replace("20310312T104500", "20310312T154500");
        QFile file(m_sample->filePath(QStringLiteral("back.ics")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        m_page->navigateTo({{QStringLiteral("calendar"), file.fileName()}});
        m_page->activate();
        QVERIFY(m_page->proposals().isVisible());
        QCOMPARE(m_page->proposals().proposals().proposals.size(), 1);
        m_page->proposals().accept();
        QVERIFY(!m_page->proposals().isVisible());
        QCOMPARE(stored().localStart.time(), QTime(15, 0));
        m_page->proposals().read(m_sample->filePath(QStringLiteral("sample.rolecall")));
        QVERIFY(m_page->proposals().isVisible());
        QVERIFY(!button(m_page->proposals(), QStringLiteral("Take over")));
    }

    void todayActsInPlace()
    {
        plan(0, QDate(2031, 3, 12), 10);
        AgendaFeed feed(m_sample->session(), nullptr, clock(), berlin);
        TodayPage today(m_sample->session(), feed);
        today.resize(900, 700);
        today.show();
        QTRY_VERIFY(feed.latest());
        const auto press = [&today](const QString &name) {
            const auto all = today.findChildren<QPushButton *>();
            for (QPushButton *one : all) {
                if (one->accessibleName() == name)
                    return one->click(), true;
            }
            return false;
        };
        QVERIFY(QTest::qWaitFor([&] { return press(QStringLiteral("Confirm Interview: Person 0")); }));
        QCOMPARE(stored().status, QStringLiteral("confirmed"));
        QVERIFY(QTest::qWaitFor([&] { return press(QStringLiteral("Move Interview: Person 0 by a day")); }));
        QCOMPARE(stored().localStart, QDateTime(QDate(2031, 3, 13), QTime(10, 0), Qt::UTC));
        QVERIFY(QTest::qWaitFor([&] { return press(QStringLiteral("Move Applications close by a day")); }));
        QCOMPARE(*db::closingDate(m_sample->connection(), m_sample->role()), std::optional(QDate(2031, 3, 15)));
        m_now = m_now.addDays(7);
        feed.refresh();
        QVERIFY(QTest::qWaitFor([&] { return press(QStringLiteral("Interview: Person 0 was held")); }));
        QCOMPARE(stored().status, QStringLiteral("done"));
        QTRY_VERIFY(feed.latest() && !(*feed.latest())->scores.isEmpty());
    }

    void remindersComeOnceAndBlind()
    {
        plan(0, QDate(2031, 3, 10), 10); // at nine in UTC
        auto role = *db::role(m_sample->connection(), m_sample->role());
        role.blind = true;
        test::SampleWorkspace::must(app::changeRole(m_sample->connection(), role, QStringLiteral("Made the role blind")));
        const QString code = db::application(m_sample->connection(), m_people.first())->code;
        AgendaFeed feed(m_sample->session(), nullptr, clock(), berlin);
        QStringList said;
        Reminding reminding(m_sample->session(), feed, [&said](const QString &title, const QString &text) { said << title + u' ' + text; });
        QVERIFY(reminding.missed().isEmpty()); // a first start has missed nothing
        m_now = m_now.addSecs(44 * 60);
        reminding.tick();
        QVERIFY(said.isEmpty());
        m_now = m_now.addSecs(60);
        reminding.tick();
        reminding.tick();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(code) && !said.first().contains(QStringLiteral("Person")), qPrintable(said.first()));

        plan(1, QDate(2031, 3, 12), 10);
        m_now = m_now.addDays(3); // the program was not running
        Reminding later(m_sample->session(), feed, [](const QString &, const QString &) {});
        QVERIFY(later.missed().contains(QStringLiteral("While Rolecall was closed")));
        QVERIFY(later.missed().isEmpty());
    }

private:
    app::Clock clock()
    {
        return [this] { return m_now; };
    }
    db::Interview stored() { return db::interviews(m_sample->connection(), m_sample->role())->first(); }
    db::InterviewId plan(int person, const QDate &day, int hour)
    {
        app::InterviewPlan plan;
        plan.interview.application = m_people.at(person);
        plan.interview.localStart = QDateTime(day, QTime(hour, 0), Qt::UTC);
        plan.interview.zone = berlin;
        plan.panel = {m_sample->session().reviewer()};
        if (!m_sample->session().apply(app::keepInterview(m_sample->connection(), plan)))
            qFatal("no interview");
        return db::interviews(m_sample->connection(), m_sample->role())->first().id;
    }

    QDateTime m_now;
    std::unique_ptr<test::SampleWorkspace> m_sample;
    QList<db::ApplicationId> m_people;
    std::unique_ptr<SchedulePage> m_page;
};

QTEST_MAIN(TestSchedulePage)
#include "tst_schedule_page.moc"
