// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody on a panel sees what the others made of somebody before their own review is submitted, wherever they look.
#include "panel_fixture.h"

#include "app/agreement/agreement.h"
#include "app/reviews/agreeing.h"
#include "app/search/searching.h"
#include "app/shortlist/explanation.h"
#include "app/shortlist/live_ranking.h"
#include "db/independence.h"
#include "db/matrix.h"

#include <QTest>

using namespace rolecall;

using Keys = QList<db::ApplicationId>;

class IndependenceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Person A: best, rated by Bea alone. B: rated by both. C: by nobody. D: rated by Bea alone, below.
    void init()
    {
        m_panel.openPanel(4);
        m_panel.rate(m_panel.bea, at(0), {3, 3, 3, 3});
        m_panel.rate(m_panel.bea, at(1), {2, 2, 1, 1});
        m_panel.rate(m_panel.bea, at(3), {0, 3, 2, 2});
        m_panel.rate(m_panel.ada, at(1), {2, 2, 1, 1});
    }
    void cleanup() { m_panel.close(); }

    void whoSeesWhat()
    {
        QCOMPARE(hidden(m_panel.ada), (QSet<db::ApplicationId>{at(0), at(3)}));
        QVERIFY(hidden(m_panel.bea).isEmpty());
        QVERIFY(hidden(m_panel.coordinator).isEmpty());
        QVERIFY(hidden({}).isEmpty());
        // Who begins to rate is bound as the panel is, for that applicant.
        m_panel.rate(m_panel.coordinator, at(0), {1}, false);
        QCOMPARE(hidden(m_panel.coordinator), QSet<db::ApplicationId>{at(0)});
        // Where nobody is on the panel, everybody may review, and is bound.
        const auto panel = db::panel(connection(), m_panel.role);
        VERIFY_DONE(panel);
        for (const db::Reviewer &member : *panel)
            VERIFY_DONE(app::removePanelMember(connection(), m_panel.role, member));
        QCOMPARE(hidden(m_panel.coordinator), (QSet<db::ApplicationId>{at(0), at(1), at(3)}));
        QCOMPARE(hidden(m_panel.ada), (QSet<db::ApplicationId>{at(0), at(3)}));
    }

    // The look over all reviews of a role, and the condition in SQL that lists and rows use, are one rule.
    void bothWaysOfAskingAgree()
    {
        m_panel.rate(m_panel.coordinator, at(0), {1}, false);
        m_panel.rate(m_panel.bea, at(2), {1, 1}, false);
        for (int round = 0; round < 2; ++round) {
            for (const db::ReviewerId reader : {m_panel.ada, m_panel.bea, m_panel.coordinator}) {
                m_panel.be(reader);
                QCOMPARE(hidden(reader), db::hiddenAmong(connection(), m_panel.applicants, reader).value());
            }
            m_panel.be(m_panel.bea); // settled by who has seen both sides: then it hides from all others
            VERIFY_DONE(app::agreeLevel(connection(), at(1), m_panel.qualities.at(2).id, 2, QStringLiteral("talked over")));
            const auto panel = db::panel(connection(), m_panel.role);
            for (const db::Reviewer &member : *panel)
                VERIFY_DONE(app::removePanelMember(connection(), m_panel.role, member));
        }
    }

    void rowsTellNothing()
    {
        m_panel.be(m_panel.ada);
        const auto rows = db::applicationRows(connection(), m_panel.applicants, m_panel.ada);
        VERIFY_DONE(rows);
        QCOMPARE(rows->at(0).panelHidden, true);
        QCOMPARE(rows->at(0).standing.application, at(0));
        QVERIFY(rows->at(0).standing.levels.empty());
        QVERIFY(!rows->at(0).standing.usefulScore);
        QCOMPARE(rows->at(0).standing.gate, db::Gate::Open);
        QCOMPARE(rows->at(1).panelHidden, false);
        QCOMPARE(rows->at(1).standing.gate, db::Gate::Through);
        QCOMPARE(rows->at(2).panelHidden, false);
        const auto whole = db::applicationRows(connection(), m_panel.applicants, {});
        QCOMPARE(whole->at(0).standing.gate, db::Gate::Through);
        const auto matrix = db::matrixRows(connection(), m_panel.applicants, m_panel.ada);
        QVERIFY(matrix->at(0).application.panelHidden);
        QVERIFY(matrix->at(0).application.standing.levels.empty());
    }

    void orderTellsNothing()
    {
        m_panel.be(m_panel.ada);
        QCOMPARE(ids(db::ApplicationOrder::Rule), (Keys{at(1), at(2), at(0), at(3)}));
        QCOMPARE(ids(db::ApplicationOrder::Rule, true).mid(2), (Keys{at(0), at(3)}));
        for (const bool descending : {false, true}) {
            for (const auto order : {db::ApplicationOrder::Gate, db::ApplicationOrder::UsefulScore})
                QCOMPARE(ids(order, descending).mid(2), (Keys{at(0), at(3)}));
        }
        for (int limit = 0; limit <= 5; ++limit)
            QCOMPARE(*db::applicationIds(connection(), m_panel.role, {}, db::ApplicationOrder::Rule, false, limit), ids(db::ApplicationOrder::Rule).mid(0, limit));
        db::ApplicationFilter filter;
        filter.gates = {db::Gate::Through, db::Gate::Below};
        QCOMPARE(*db::applicationIds(connection(), m_panel.role, filter, db::ApplicationOrder::Rule), Keys{at(1)});
        QCOMPARE(*db::applicationIds(connection(), m_panel.role, filter, db::ApplicationOrder::Name), Keys{at(1)});
        QCOMPARE(*db::applicationIds(connection(), m_panel.role, filter, db::ApplicationOrder::Rule, false, 10), Keys{at(1)});
        filter = {};
        filter.panelResult = true;
        QCOMPARE(*db::applicationIds(connection(), m_panel.role, filter, db::ApplicationOrder::Rule), (Keys{at(0), at(1), at(3), at(2)}));
        const db::MatrixColumn column{m_panel.qualities[0].id, db::levelPlaces(m_panel.qualities).value(m_panel.qualities[0].id), db::LevelsOf::Panel};
        QCOMPARE(*db::matrixIds(connection(), m_panel.role, {}, column, true), (Keys{at(1), at(2), at(0), at(3)}));
        const auto counts = db::qualityCounts(connection(), m_panel.role, m_panel.qualities, db::LevelsOf::Panel);
        QCOMPARE(counts->first().rated, 1);

        QCOMPARE(db::roleSummary(connection(), m_panel.role)->through, 1);

        m_panel.be(m_panel.coordinator);
        QCOMPARE(db::roleSummary(connection(), m_panel.role)->through, 2);
        QCOMPARE(ids(db::ApplicationOrder::Rule), (Keys{at(0), at(1), at(3), at(2)}));
        QCOMPARE(*db::matrixIds(connection(), m_panel.role, {}, column, true), (Keys{at(0), at(1), at(3), at(2)}));
    }

    void shortlistIsWithoutThem()
    {
        m_panel.be(m_panel.ada);
        app::ShortlistSize size;
        const auto whole = app::shortlist(connection(), m_panel.role, size);
        QCOMPARE(whole->entries.size(), 2);
        QCOMPARE(whole->nearMisses.size(), 1);
        QCOMPARE(whole->afterReview, 0);
        size.reader = m_panel.ada;
        const auto seen = app::shortlist(connection(), m_panel.role, size);
        QCOMPARE(seen->entries.size(), 1);
        QCOMPARE(seen->entries.first().application, at(1));
        QCOMPARE(seen->entries.first().rank, std::optional(1));
        QVERIFY(seen->nearMisses.isEmpty());
        QCOMPARE(seen->nearMissCount, 0);
        QCOMPARE(seen->gates.through, 1);
        QCOMPARE(seen->afterReview, 2);
        const auto why = app::explainShortlist(connection(), at(0));
        QVERIFY(why->panelHidden);
        QVERIFY(why->standing.levels.empty());
        QVERIFY(why->qualities.first().levels.isEmpty());
        const auto agreement = app::agreement(connection(), m_panel.role);
        QCOMPARE(agreement->hiddenApplications, 2);
    }

    void searchFindsNothingOfOthers()
    {
        m_panel.be(m_panel.bea);
        VERIFY_DONE(app::withdrawReview(connection(), at(0)));
        VERIFY_DONE(app::addNoteEvidence(connection(), at(0), m_panel.qualities[0].id, QStringLiteral("heliograph at the old mill")));
        const auto found = [this](db::ReviewerId who) {
            m_panel.be(who);
            return app::search(connection(), {QStringLiteral("heliograph")})->list.size();
        };
        QCOMPARE(found(m_panel.bea), 1);
        QCOMPARE(found(m_panel.coordinator), 0); // a draft is its writer's alone
        m_panel.be(m_panel.bea);
        VERIFY_DONE(app::submitReview(connection(), at(0)));
        QCOMPARE(found(m_panel.ada), 0);
        QCOMPARE(found(m_panel.coordinator), 1);
        m_panel.rate(m_panel.ada, at(0), {2});
        QCOMPARE(found(m_panel.ada), 1);
    }

    void submittingShows()
    {
        m_panel.rate(m_panel.ada, at(0), {2, 2});
        QCOMPARE(hidden(m_panel.ada), QSet<db::ApplicationId>{at(3)});
        QCOMPARE(ids(db::ApplicationOrder::Rule).first(), at(0));
        QVERIFY(!app::reviewSheet(connection(), at(0))->panelHidden);
        VERIFY_DONE(app::withdrawReview(connection(), at(0)));
        QVERIFY(hidden(m_panel.ada).contains(at(0)));
        QVERIFY(app::reviewSheet(connection(), at(0))->panelHidden);
        QCOMPARE(app::reviewSheet(connection(), at(0))->others.size(), 0);
        m_panel.be(m_panel.coordinator);
        QCOMPARE(app::reviewSheet(connection(), at(0))->others.size(), 1);
    }

    void retiredReviewerKeepsRatings()
    {
        m_panel.be(m_panel.ada);
        const db::Reviewer bea = db::reviewerByName(connection(), QStringLiteral("Bea Panel"))->value();
        VERIFY_DONE(app::retireReviewer(connection(), bea));
        QCOMPARE(db::panel(connection(), m_panel.role)->size(), 1);
        QVERIFY(db::reviewerByName(connection(), bea.name)->value().retiredAt.has_value());
        QCOMPARE(db::applicationRows(connection(), {at(0)}, {})->first().standing.gate, db::Gate::Through);
        QVERIFY(!app::addReviewer(connection(), bea.name));
        VERIFY_DONE(app::restoreReviewer(connection(), db::reviewerByName(connection(), bea.name)->value()));
        QVERIFY(!db::reviewerByName(connection(), bea.name)->value().retiredAt);
        QVERIFY(!app::retireReviewer(connection(), db::reviewerByName(connection(), QStringLiteral("Ada Panel"))->value()));
        VERIFY_DONE(app::retireReviewer(connection(), db::reviewerByName(connection(), bea.name)->value()));
        VERIFY_DONE(app::addPanelMember(connection(), m_panel.role, bea.name));
        QVERIFY(!db::reviewerByName(connection(), bea.name)->value().retiredAt);
        VERIFY_DONE(app::retireReviewer(connection(), db::reviewerByName(connection(), bea.name)->value()));
        VERIFY_DONE(app::becomeReviewer(connection(), bea.name));
        QVERIFY(!db::reviewerByName(connection(), bea.name)->value().retiredAt);
    }

private:
    db::Connection &connection() { return m_panel.connection(); }
    db::ApplicationId at(int place) const { return m_panel.applicants.at(place); }
    QSet<db::ApplicationId> hidden(db::ReviewerId reader)
    {
        const auto all = *db::hiddenApplications(connection(), m_panel.role, reader);
        if (all != *db::hiddenAmong(connection(), m_panel.applicants, reader))
            qFatal("the two ways to ask differ");
        return all;
    }
    Keys ids(db::ApplicationOrder order, bool descending = false) { return *db::applicationIds(connection(), m_panel.role, {}, order, descending); }

    test::PanelFixture m_panel;
};

QTEST_GUILESS_MAIN(IndependenceTest)
#include "tst_independence.moc"
