// SPDX-License-Identifier: GPL-3.0-or-later
// Posting, Shortlist and History in the window, on a small role and on one without anything.
#include "furnished_window.h"
#include "scene.h"

#include "tests/support/sample_workspace.h"

#include "app/history/history.h"
#include "app/shortlist/shortlist.h"
#include "ui/pages/history/history_page.h"
#include "ui/pages/posting/deadline_panel.h"
#include "ui/models/revision_model.h"
#include "ui/pages/posting/posting_offer.h"
#include "ui/pages/posting/posting_page.h"
#include "ui/pages/posting/quality_panel.h"
#include "ui/pages/posting/quality_view.h"
#include "ui/pages/posting/revision_list.h"
#include "ui/pages/posting/revision_panel.h"
#include "ui/pages/shortlist/frozen_panel.h"
#include "ui/pages/shortlist/rule_panel.h"
#include "ui/pages/shortlist/shortlist_list.h"
#include "ui/pages/shortlist/shortlist_page.h"
#include "ui/widgets/tab_strip.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSlider>

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

class ListWindow : public FurnishedWindow
{
public:
    ListWindow(bool filled, Theme &theme)
        : m_sample(std::make_unique<test::SampleWorkspace>())
    {
        if (filled) {
            const auto people = m_sample->addPeople({{2, 2, 2, 3, 0, 0}, {3, 2, 2, 0, 2, 2}, {2, 2, 2, 0, 0, 3}, {1, 2, 3, 3, 3, 3}, {2, 2, 1, 0, 1, 0}, {2, 2, -1, 3, 3, 3}, {2, 3, 2, 0, 0, 3}, {3, 3, 3, 2, -1, 2}});
            test::SampleWorkspace::must(app::weighQuality(m_sample->connection(), m_sample->qualities().last().id, 4));
            test::SampleWorkspace::must(app::placeByHand(m_sample->connection(), people.at(3), app::Placement::On, QStringLiteral("worked with time series at sea")));
            test::SampleWorkspace::must(app::placeByHand(m_sample->connection(), people.at(0), app::Placement::Off, QStringLiteral("withdrew by telephone")));
            test::SampleWorkspace::must(app::retireQuality(m_sample->connection(), m_sample->qualities().at(4).id));
            test::SampleWorkspace::must(app::weighQuality(m_sample->connection(), m_sample->qualities().last().id, 9));
            test::SampleWorkspace::must(app::undo(m_sample->connection()));
        }
        furnish(m_sample->session(), theme);
    }
    ~ListWindow() override
    {
        unfurnish();
    }
    qint64 role() const { return m_sample->role().number(); }

private:
    std::unique_ptr<test::SampleWorkspace> m_sample;
};

void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 300)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
}

template<class P> Scene scene(Theme &theme, const QString &name, PageId page, bool filled, const std::function<void(P &)> &prepare = {})
{
    return {name,
            [&theme, page, filled]() -> QWidget * {
                auto *window = new ListWindow(filled, theme);
                window->open(page, {{roleArgument, window->role()}});
                return window;
            },
            [prepare](QWidget *window) {
                settle();
                if (auto *shown = window->findChild<P *>(); shown && prepare)
                    prepare(*shown);
                settle();
            }};
}

void turnTo(QWidget &page, int tab)
{
    // The page's own tabs; the window has its own strip.
    page.findChild<TabStrip *>()->setCurrentIndex(tab);
}

/// The sample's posting as it might be published a second time.
QByteArray newerText()
{
    QByteArray text = test::samplePosting();
    text.replace("- Clear writing\n", "- Clear and patient writing, for people outside the field as well\n");
    text.replace("- Care for detail and patience with instruments\n", "- Keeps tide records without gaps\n");
    text.replace("- Speaks Frisian\n", "");
    text.replace("- Experience with **time series**\n", "- Experience with **time series**\n- Speaks Frisian or another language of the coast\n");
    return text;
}

void beginRevision(PostingPage &page)
{
    page.offer(newerText(), QStringLiteral("steward-2.md"));
    settle();
    for (auto *button : page.findChild<PostingOffer *>()->findChildren<QPushButton *>()) {
        if (button->text() == PostingOffer::tr("Newer text of this role"))
            button->click();
    }
    settle();
}

} // namespace

void addListScenes(QList<Scene> &scenes, Theme &theme)
{
    scenes << scene<PostingPage>(theme, QStringLiteral("posting"), PageId::Posting, true);
    scenes << scene<PostingPage>(theme, QStringLiteral("posting-split"), PageId::Posting, true, [](PostingPage &page) {
        page.qualities().view().setCurrentIndex(page.qualities().view().model()->index(3, 0));
        page.qualities().beginSplit();
    });
    scenes << scene<PostingPage>(theme, QStringLiteral("posting-dates"), PageId::Posting, true, [](PostingPage &page) {
        turnTo(page, 1);
        page.deadlines().view().setCurrentIndex(page.deadlines().view().model()->index(0, 0));
        page.deadlines().beginEdit();
    });
    scenes << scene<PostingPage>(theme, QStringLiteral("posting-role"), PageId::Posting, true, [](PostingPage &page) { turnTo(page, 3); });
    scenes << scene<PostingPage>(theme, QStringLiteral("posting-offer"), PageId::Posting, true, [](PostingPage &page) { page.offer(newerText(), QStringLiteral("steward-2.md")); });
    scenes << scene<PostingPage>(theme, QStringLiteral("posting-remarks"), PageId::Posting, true, [](PostingPage &page) {
        page.qualities().view().model()->setData(page.qualities().view().model()->index(3, 0), QStringLiteral("Strong skills in data care and the ability to repair instruments"));
        page.qualities().view().model()->setData(page.qualities().view().model()->index(6, 0), QStringLiteral("At least 5 years of experience on a coastline"));
        settle();
        page.qualities().view().setCurrentIndex(page.qualities().view().model()->index(3, 0));
        page.qualities().view().setFocus();
    });
    scenes << scene<PostingPage>(theme, QStringLiteral("posting-revision"), PageId::Posting, true, beginRevision);
    scenes << scene<PostingPage>(theme, QStringLiteral("posting-revision-refused"), PageId::Posting, true, [](PostingPage &page) {
        beginRevision(page);
        RevisionPanel &panel = page.revising();
        panel.model().setUnchangedShown(true);
        panel.model().setAccepted(1, false);
        panel.view().setCurrentIndex(panel.model().index(panel.model().rowCount() - 1));
    });
    scenes << scene<PostingPage>(theme, QStringLiteral("posting-revisions"), PageId::Posting, true, [](PostingPage &page) {
        beginRevision(page);
        page.revising().takeOver();
        settle();
        turnTo(page, 4);
        page.revisions().setCurrentRow(1);
        settle();
    });
    scenes << scene<ShortlistPage>(theme, QStringLiteral("shortlist-rule"), PageId::Shortlist, true);
    scenes << scene<ShortlistPage>(theme, QStringLiteral("shortlist-why"), PageId::Shortlist, true, [](ShortlistPage &page) {
        turnTo(page, 1);
        page.list().takeOff();
    });
    scenes << scene<ShortlistPage>(theme, QStringLiteral("shortlist-firmness"), PageId::Shortlist, true, [](ShortlistPage &page) { turnTo(page, 2); });
    scenes << scene<ShortlistPage>(theme, QStringLiteral("shortlist-frozen"), PageId::Shortlist, true, [](ShortlistPage &page) {
        turnTo(page, 3);
        page.frozen().name().setText(QStringLiteral("First round"));
        page.frozen().freezing().click();
        settle();
        page.rule().findChildren<RuleSlider *>().constLast()->slider().setValue(0);
        settle();
        settle();
        settle();
    });
    scenes << scene<ShortlistPage>(theme, QStringLiteral("shortlist-export"), PageId::Shortlist, true, [](ShortlistPage &page) { page.showExport(); });
    scenes << scene<ShortlistPage>(theme, QStringLiteral("shortlist-nobody"), PageId::Shortlist, false);
    scenes << scene<HistoryPage>(theme, QStringLiteral("history-page"), PageId::History, true, [](HistoryPage &page) { page.view().setCurrentIndex(page.view().model()->index(1, 0)); });
}

} // namespace rolecall::pictures
