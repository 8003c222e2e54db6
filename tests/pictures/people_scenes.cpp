// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody in the workspace: the list with one person beside it, who is here twice, what an erasure asks, and the
// settings that go with it.
#include "furnished_window.h"
#include "scene.h"

#include "tests/support/many_applicants.h"
#include "tests/support/sample_workspace.h"

#include "app/applicants/application_acts.h"
#include "app/documents/attaching.h"
#include "app/people/person_acts.h"
#include "app/people/retention.h"
#include "db/people.h"
#include "ui/pages/people/duplicates_panel.h"
#include "ui/pages/people/erase_dialog.h"
#include "ui/pages/people/people_page.h"
#include "ui/pages/people/person_panel.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

class PeopleWindow : public FurnishedWindow
{
public:
    PeopleWindow(int people, Theme &theme)
    {
        if (people > 100) {
            auto made = db::Workspace::create(m_folder.filePath(QStringLiteral("many.rolecall")));
            if (!made || !tests::fill((*made)->connection(), {.applicants = people, .necessary = 2, .useful = 2}))
                qFatal("no workspace");
            m_own = std::make_unique<Session>(std::move(*made));
        } else {
            m_sample = std::make_unique<test::SampleWorkspace>();
            if (people > 0)
                fill();
        }
        furnish(m_own ? *m_own : m_sample->session(), theme);
    }
    ~PeopleWindow() override
    {
        unfurnish();
    }

private:
    void fill()
    {
        db::Connection &connection = m_sample->connection();
        const auto must = [](const auto &done) { test::SampleWorkspace::must(done); };
        const auto added = app::addRolesFromPosting(connection, "# Tide Gauge Keeper\n\n## Necessary qualities\n\n- Mends gauges\n", QStringLiteral("keeper.md"));
        const auto add = [&](const QString &name, const QString &email, const QString &phone, const QString &place) {
            db::Candidate person;
            person.name = name;
            person.email = email;
            person.phone = phone;
            person.location = place;
            person.links = QStringLiteral("https://example.org/people/%1").arg(email.section(u'@', 0, 0));
            db::CandidateId id;
            must(app::addPerson(connection, person, &id));
            return id;
        };
        const auto ines = add(QStringLiteral("Inês Carvalho-Beispiel"), QStringLiteral("ines@example.org"), QStringLiteral("+351 21 000 0101"), QStringLiteral("Lisbon, Portugal"));
        const auto twin = add(QStringLiteral("Carvalho Beispiel, Ines"), QStringLiteral("ines+jobs@example.org"), QString(), QStringLiteral("Lisbon, Portugal"));
        add(QStringLiteral("Noor Masri"), QStringLiteral("noor.masri@example.org"), QStringLiteral("+44 20 7946 0102"), QStringLiteral("Leeds"));
        add(QStringLiteral("N. Masri"), QStringLiteral("masri@example.org"), QStringLiteral("020 7946 0102"), QString());
        for (const QString &name : {QStringLiteral("Bram Virtanen"), QStringLiteral("Zelda Quispe-Featherstone von der Langen Leitung"), QStringLiteral("Aiko Takahashi")})
            must(app::addApplication(connection, add(name, name.section(u' ', 0, 0).toLower() + QStringLiteral("@example.org"), {}, QStringLiteral("Remote")), m_sample->role()));
        must(app::addApplication(connection, ines, m_sample->role()));
        must(app::addApplication(connection, ines, added->roles.first()));
        must(app::addApplication(connection, twin, m_sample->role()));
        const auto applications = db::applicationsOf(connection, ines);
        const db::ApplicationId first = applications->last().id;
        must(app::addNote(connection, first, QStringLiteral("Rang to ask whether the post may be shared with a colleague. Would start in autumn.")));
        must(app::addNote(connection, first, QStringLiteral("Knows the station from two summers there.")));
        must(app::changeTags(connection, first, QStringLiteral("second look, tide records")));
        must(app::reject(connection, {applications->first().id}, QStringLiteral("No experience with gauges")));
        (void)app::attachDocuments(connection, first, {{QStringLiteral("ines-carvalho-CV.txt"), "A CV"}, {QStringLiteral("letter.txt"), "A letter"}, {QStringLiteral("application.eml"), "From: ines@example.org\n\nHello"}});
        must(app::addCustomField(connection, {{}, QStringLiteral("Notice period"), QStringLiteral("text"), {}}));
        must(app::addCustomField(connection, {{}, QStringLiteral("Work permit"), QStringLiteral("yes_no"), {}}));
        must(app::addCustomField(connection, {{}, QStringLiteral("Contract"), QStringLiteral("choice"), {QStringLiteral("full time"), QStringLiteral("half time")}}));
        must(app::setField(connection, ines, db::customFields(connection)->first(), QStringLiteral("three months")));
        must(app::setRetention(connection, {}, QStringLiteral("rejected"), 6));
        must(app::setRetention(connection, {}, QStringLiteral("withdrawn"), 3));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::SampleWorkspace> m_sample;
    std::unique_ptr<Session> m_own;
};

void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 400)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
}

template<class P> Scene scene(Theme &theme, const QString &name, PageId page, int people, const std::function<void(P &)> &prepare = {})
{
    return {name,
            [&theme, page, people]() -> QWidget * {
                auto *window = new PeopleWindow(people, theme);
                window->open(page);
                return window;
            },
            [prepare](QWidget *window) {
                settle();
                if (auto *shown = window->findChild<P *>(); shown && prepare)
                    prepare(*shown);
                settle();
            }};
}

void standOn(PeoplePage &page, int row)
{
    page.table().selectRow(row);
    settle();
}

} // namespace

void addPeopleScenes(QList<Scene> &scenes, Theme &theme)
{
    constexpr int ines = 3; // by name
    scenes << scene<PeoplePage>(theme, QStringLiteral("people"), PageId::People, 8, [](PeoplePage &page) { standOn(page, ines); });
    scenes << scene<PeoplePage>(theme, QStringLiteral("people-notes"), PageId::People, 8, [](PeoplePage &page) {
        standOn(page, ines);
        page.panel().setTab(PersonPanel::Notes);
    });
    scenes << scene<PeoplePage>(theme, QStringLiteral("people-documents"), PageId::People, 8, [](PeoplePage &page) {
        standOn(page, ines);
        page.panel().setTab(PersonPanel::Documents);
    });
    scenes << scene<PeoplePage>(theme, QStringLiteral("people-timeline"), PageId::People, 8, [](PeoplePage &page) {
        standOn(page, ines);
        page.panel().setTab(PersonPanel::Timeline);
    });
    scenes << scene<PeoplePage>(theme, QStringLiteral("people-selected"), PageId::People, 8, [](PeoplePage &page) {
        page.actions().first()->trigger();
        page.table().selectRow(1);
        page.table().selectionModel()->select(page.table().model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    });
    scenes << scene<PeoplePage>(theme, QStringLiteral("people-duplicates"), PageId::People, 8, [](PeoplePage &page) { page.navigateTo({{PeoplePage::duplicatesArgument, true}}); });
    scenes << scene<PeoplePage>(theme, QStringLiteral("people-no-duplicates"), PageId::People, 0, [](PeoplePage &page) { page.navigateTo({{PeoplePage::duplicatesArgument, true}}); });
    scenes << scene<PeoplePage>(theme, QStringLiteral("people-nobody"), PageId::People, 0);
    scenes << scene<PeoplePage>(theme, QStringLiteral("people-no-match"), PageId::People, 8, [](PeoplePage &page) { page.search().setText(QStringLiteral("nobody of this name")); });
    scenes << scene<PeoplePage>(theme, QStringLiteral("people-many"), PageId::People, 20'000);
    scenes << Scene{QStringLiteral("people-erase"),
                    []() -> QWidget * {
                        app::ErasurePlan plan;
                        plan.people = {db::CandidateId(1)};
                        plan.names = {QStringLiteral("Inês Carvalho-Beispiel")};
                        plan.rows = {{QStringLiteral("candidate"), 1}, {QStringLiteral("application"), 2}, {QStringLiteral("note"), 3}, {QStringLiteral("document"), 2}, {QStringLiteral("review"), 2}, {QStringLiteral("rating"), 12}};
                        plan.documents = {{QStringLiteral("ines-carvalho-CV.pdf"), 184'320, false}, {QStringLiteral("reference.pdf"), 40'960, true}};
                        plan.log = {23, 31, 1};
                        plan.mentions = {{{QStringLiteral("note"), {}, {}, {}}, QStringLiteral("A note"), QStringLiteral("…has worked with Inês Carvalho-Beispiel at the station…"), true, true},
                                         {{QStringLiteral("note"), {}, {}, {}}, QStringLiteral("A note"), QStringLiteral("Inês from the front desk called"), false, false}};
                        plan.backups = {QStringLiteral("/home/ada/Documents/Panel.rolecall.before-schema-8.backup")};
                        return new EraseDialog(plan, app::ErasureReason::Asked, nullptr);
                    },
                    [](QWidget *) { settle(); }};
    scenes << scene<SettingsPage>(theme, QStringLiteral("settings-data"), PageId::Settings, 8, [](SettingsPage &page) {
        auto *scroll = page.findChild<QScrollArea *>();
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum() * 3 / 5);
    });
}

} // namespace rolecall::pictures
