// SPDX-License-Identifier: GPL-3.0-or-later
// Schedule, Calendar and Today in the window: dates and interviews, forms beside them, a score sheet, questions, nothing at all.
#include "furnished_window.h"
#include "scene.h"

#include "tests/support/sample_workspace.h"

#include "app/calendar/calendar_export.h"
#include "app/interviews/interview_editing.h"
#include "ui/pages/calendar/calendar_page.h"
#include "ui/pages/calendar/proposal_panel.h"
#include "ui/pages/schedule/schedule_page.h"
#include "ui/pages/today/today_page.h"
#include "ui/widgets/month_view.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/week_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QListView>

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

const QString zone = QStringLiteral("Europe/Berlin");

QDateTime now()
{
    return {QDate(2031, 3, 11), QTime(8, 20), Qt::UTC};
}

class ScheduleWindow : public FurnishedWindow
{
public:
    ScheduleWindow(bool filled, Theme &theme)
        : m_sample(std::make_unique<test::SampleWorkspace>())
    {
        m_sample->connection().setClock(now);
        if (filled)
            fill();
        furnish(m_sample->session(), theme, now);
        m_feed = std::make_unique<AgendaFeed>(m_sample->session(), nullptr, now, zone);
        registerPage(PageId::Today, [this] { return new TodayPage(m_sample->session(), *m_feed); });
        registerPage(PageId::Schedule, [this] { return new SchedulePage(m_sample->session(), now, zone); });
        registerPage(PageId::Calendar, [this] { return new CalendarPage(m_sample->session(), now, zone); });
    }
    ~ScheduleWindow() override
    {
        unfurnish();
        m_feed.reset();
    }
    test::SampleWorkspace &sample() { return *m_sample; }
    QList<db::ApplicationId> people;

private:
    void fill()
    {
        people = m_sample->addPeople({{2, 2, 2, 3, 0, 0}, {3, 2, 2, 0, 2, 2}, {2, 2, 2, 0, 0, 3}, {2, 2, 3, 3, 3, 3}});
        db::Connection &connection = m_sample->connection();
        const auto plan = [&](int person, const QDateTime &local, const QString &in, const QString &status, const QString &place) {
            app::InterviewPlan made;
            made.interview.application = people.at(person);
            made.interview.localStart = local;
            made.interview.zone = in;
            made.interview.place = place;
            made.panel = {m_sample->session().reviewer()};
            made.assessments = {{m_sample->qualities().first().id, m_sample->session().reviewer()}};
            test::SampleWorkspace::must(app::keepInterview(connection, made));
            if (!status.isEmpty())
                test::SampleWorkspace::must(app::setInterviewStatus(connection, db::interviews(connection, m_sample->role())->last().id, status));
        };
        plan(0, {QDate(2031, 3, 10), QTime(10, 0), Qt::UTC}, zone, QStringLiteral("done"), QStringLiteral("Reading room"));
        plan(1, {QDate(2031, 3, 12), QTime(10, 0), Qt::UTC}, zone, QStringLiteral("confirmed"), QStringLiteral("Reading room"));
        plan(2, {QDate(2031, 3, 12), QTime(10, 30), Qt::UTC}, zone, {}, {});
        plan(3, {QDate(2031, 3, 13), QTime(9, 0), Qt::UTC}, QStringLiteral("America/New_York"), {}, QStringLiteral("By video"));
        db::Deadline own;
        own.role = m_sample->role();
        own.kind = QStringLiteral("other");
        own.title = QStringLiteral("Shortlist ready");
        own.state = QStringLiteral("confirmed");
        own.owner = m_sample->session().reviewer();
        own.remindDays = 2;
        own.anchor = db::Anchor{db::deadlines(connection, m_sample->role())->first().id, 3, true};
        test::SampleWorkspace::must(app::addDeadline(connection, own));
        for (const char *text : {"Tell us about a record you put right.", "How do you explain a gap in a series to a visitor?"}) {
            db::Question question;
            question.role = m_sample->role();
            question.quality = m_sample->qualities().at(text[0] == 'T' ? 0 : 1).id;
            question.text = QLatin1String(text);
            question.guidance = QStringLiteral("names what was wrong, how they saw it, and what they did about it");
            test::SampleWorkspace::must(app::keepQuestion(connection, question));
        }
    }

    std::unique_ptr<test::SampleWorkspace> m_sample;
    std::unique_ptr<AgendaFeed> m_feed;
};

void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 300)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
}

template<class P> Scene scene(Theme &theme, const QString &name, PageId page, bool filled, const std::function<void(P &, ScheduleWindow &)> &prepare = {})
{
    return {name,
            [&theme, page, filled]() -> QWidget * {
                auto *window = new ScheduleWindow(filled, theme);
                window->open(page, {{roleArgument, window->sample().role().number()}});
                return window;
            },
            [prepare](QWidget *window) {
                settle();
                if (auto *shown = window->findChild<P *>(); shown && prepare)
                    prepare(*shown, static_cast<ScheduleWindow &>(*window));
                settle();
            }};
}

db::InterviewId interviewAt(ScheduleWindow &window, int place)
{
    return db::interviews(window.sample().connection(), window.sample().role())->at(place).id;
}

} // namespace

void addScheduleScenes(QList<Scene> &scenes, Theme &theme)
{
    scenes << scene<TodayPage>(theme, QStringLiteral("today-interviews"), PageId::Today, true);
    scenes << scene<SchedulePage>(theme, QStringLiteral("schedule"), PageId::Schedule, true);
    scenes << scene<SchedulePage>(theme, QStringLiteral("schedule-interview"), PageId::Schedule, true,
                                  [](SchedulePage &page, ScheduleWindow &window) { page.openKey(interviewKey(interviewAt(window, 2))); });
    scenes << scene<SchedulePage>(theme, QStringLiteral("schedule-date"), PageId::Schedule, true, [](SchedulePage &page, ScheduleWindow &window) {
        page.openKey(deadlineKey(db::deadlines(window.sample().connection(), window.sample().role())->at(1).id));
    });
    scenes << scene<SchedulePage>(theme, QStringLiteral("schedule-month"), PageId::Schedule, true, [](SchedulePage &page, ScheduleWindow &) { page.views().setCurrentIndex(1); });
    scenes << scene<SchedulePage>(theme, QStringLiteral("schedule-score"), PageId::Schedule, true, [](SchedulePage &page, ScheduleWindow &window) { page.score(interviewAt(window, 0)); });
    scenes << scene<SchedulePage>(theme, QStringLiteral("schedule-questions"), PageId::Schedule, true, [](SchedulePage &page, ScheduleWindow &) { page.showQuestions(); });
    scenes << scene<SchedulePage>(theme, QStringLiteral("schedule-proposal"), PageId::Schedule, true, [](SchedulePage &page, ScheduleWindow &window) {
        QByteArray bytes = app::exportCalendar(window.sample().connection(), {.role = window.sample().role()})->bytes;
        bytes.replace("20310312T100000", "20310312T150000").replace("20310312T104500", "20310312T154500");
        QFile file(window.sample().filePath(QStringLiteral("from the panel.ics")));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        file.close();
        page.proposals().read(file.fileName());
    });
    scenes << scene<SchedulePage>(theme, QStringLiteral("schedule-few"), PageId::Schedule, false);
    scenes << scene<CalendarPage>(theme, QStringLiteral("calendar-week"), PageId::Calendar, true, [](CalendarPage &page, ScheduleWindow &window) {
        page.week().setFocus();
        page.week().setCurrentKey(interviewKey(interviewAt(window, 1)));
    });
    scenes << scene<CalendarPage>(theme, QStringLiteral("calendar-month"), PageId::Calendar, true, [](CalendarPage &page, ScheduleWindow &) { page.setView(CalendarPage::MonthMode); });
    scenes << scene<CalendarPage>(theme, QStringLiteral("calendar-list"), PageId::Calendar, true, [](CalendarPage &page, ScheduleWindow &) { page.setView(CalendarPage::ListMode); });
    scenes << scene<CalendarPage>(theme, QStringLiteral("calendar-nothing"), PageId::Calendar, false, [](CalendarPage &page, ScheduleWindow &) {
        page.setView(CalendarPage::ListMode);
        page.setDay(QDate(2033, 1, 1));
    });
}

} // namespace rolecall::pictures
