// SPDX-License-Identifier: GPL-3.0-or-later
// A panel settles a level with its reason, and applicants stand side by side, each as the reader may see them.
#include "panel_fixture.h"

#include "app/agreement/agreement.h"
#include "app/history/history.h"
#include "app/reviews/agreeing.h"
#include "app/reviews/comparison.h"
#include "db/matrix.h"
#include "db/standings.h"

#include <QTest>

using namespace rolecall;

class AgreeingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Person A is disputed on the first quality (0 and 3); B rated by Bea alone.
    void init()
    {
        m_panel.openPanel(3);
        m_panel.rate(m_panel.bea, at(0), {3, 2, 3, 3});
        m_panel.rate(m_panel.ada, at(0), {0, 2, 3, 3});
        m_panel.rate(m_panel.bea, at(1), {2, 2, 1, 1});
        m_panel.be(m_panel.ada);
    }
    void cleanup() { m_panel.close(); }

    void standingFollows()
    {
        QCOMPARE(gate(), db::Gate::Below);
        VERIFY_DONE(app::agreeLevel(connection(), at(0), quality(0), 2, QStringLiteral("  The second page  shows it ")));
        QCOMPARE(gate(), db::Gate::Through);
        const auto agreed = db::agreedLevels(connection(), at(0));
        QCOMPARE(agreed->size(), 1);
        QCOMPARE(agreed->first().reason, QStringLiteral("The second page shows it"));
        QCOMPARE(agreed->first().reviewer, m_panel.ada);
        const auto agreement = app::agreement(connection(), m_panel.role);
        QCOMPARE(agreement->agenda.size(), size_t(1));
        QCOMPARE(agreement->agenda.front().agreed, std::optional(2));
        const auto rows = db::matrixRows(connection(), {at(0)}, m_panel.ada);
        QCOMPARE(rows->first().agreed.size(), 1);
        QVERIFY(rows->first().disputed.isEmpty());

        VERIFY_DONE(app::undo(connection()));
        QCOMPARE(gate(), db::Gate::Below);
        QVERIFY(db::agreedLevels(connection(), at(0))->isEmpty());
        VERIFY_DONE(app::redo(connection()));
        QCOMPARE(gate(), db::Gate::Through);
        VERIFY_DONE(app::removeAgreedLevel(connection(), at(0), quality(0)));
        QCOMPARE(gate(), db::Gate::Below);
        QVERIFY(!app::removeAgreedLevel(connection(), at(0), quality(0)));
    }

    void refusals()
    {
        QVERIFY(!app::agreeLevel(connection(), at(0), quality(0), 2, QStringLiteral("   ")));
        QVERIFY(!app::agreeLevel(connection(), at(0), quality(0), 4, QStringLiteral("beyond the scale")));
        QVERIFY(!app::agreeLevel(connection(), at(0), quality(0), -1, QStringLiteral("beyond the scale")));
        QVERIFY(!app::agreeLevel(connection(), at(1), quality(0), 2, QStringLiteral("not reviewed by me yet")));
        auto other = app::addRolesFromPosting(connection(), "# Clock Mender\n\n## Necessary qualities\n\n- Mends clocks well\n- Keeps a workshop tidy\n", QStringLiteral("clock.md"));
        VERIFY_DONE(other);
        const auto foreign = db::qualities(connection(), other->roles.first());
        QVERIFY(!foreign->isEmpty());
        QVERIFY(!app::agreeLevel(connection(), at(0), foreign->first().id, 2, QStringLiteral("another role's quality")));
        VERIFY_DONE(app::retireQuality(connection(), quality(1)));
        QVERIFY(!app::agreeLevel(connection(), at(0), quality(1), 2, QStringLiteral("no longer asked for")));
        QVERIFY(db::agreedLevels(connection(), at(0))->isEmpty());
        connection().setReviewer({});
        QVERIFY(!app::agreeLevel(connection(), at(0), quality(0), 2, QStringLiteral("nobody said it")));
    }

    void comparesWhatMayBeSeen()
    {
        m_panel.be(m_panel.bea);
        VERIFY_DONE(app::withdrawReview(connection(), at(1)));
        VERIFY_DONE(app::addNoteEvidence(connection(), at(1), quality(0), QStringLiteral("Person B drew the chart")));
        VERIFY_DONE(app::submitReview(connection(), at(1)));
        m_panel.be(m_panel.ada);
        VERIFY_DONE(app::rate(connection(), at(1), quality(0), 1));
        VERIFY_DONE(app::addNoteEvidence(connection(), at(1), quality(0), QStringLiteral("mine")));

        auto seen = app::compareApplicants(connection(), m_panel.role, {at(1), at(0), at(2)});
        VERIFY_DONE(seen);
        QCOMPARE(seen->applicants.size(), 3);
        const app::ComparedApplicant &hidden = seen->applicants.at(0);
        QVERIFY(hidden.panelHidden);
        QCOMPARE(hidden.hiddenReviews, 1);
        QCOMPARE(hidden.cells.size(), 4);
        QCOMPARE(hidden.cells.at(0).panelLevel, db::unratedLevel);
        QCOMPARE(hidden.cells.at(0).levels.size(), 1);
        QCOMPARE(hidden.cells.at(0).levels.first().level, std::optional(1));
        QCOMPARE(hidden.cells.at(0).evidence.size(), 1);
        QCOMPARE(hidden.cells.at(0).evidence.first().text, QStringLiteral("mine"));
        const app::ComparedApplicant &open = seen->applicants.at(1);
        QVERIFY(!open.panelHidden);
        QVERIFY(open.cells.at(0).disputed);
        QCOMPARE(open.cells.at(0).panelLevel, 3 * db::levelUnit / 2);
        QCOMPARE(open.cells.at(0).levels.size(), 2);
        QVERIFY(!open.cells.at(1).disputed);

        VERIFY_DONE(app::agreeLevel(connection(), at(0), quality(0), 1, QStringLiteral("halfway")));
        seen = app::compareApplicants(connection(), m_panel.role, {at(0), at(2)});
        QVERIFY(!seen->applicants.first().cells.first().disputed);
        QCOMPARE(seen->applicants.first().cells.first().agreed, std::optional(1));
        QCOMPARE(seen->applicants.first().cells.first().agreedReason, QStringLiteral("halfway"));
    }

    void comparesBlind()
    {
        m_panel.be(m_panel.bea);
        VERIFY_DONE(app::withdrawReview(connection(), at(1)));
        VERIFY_DONE(app::addNoteEvidence(connection(), at(1), quality(0), QStringLiteral("Person B drew the chart, see personb@example.org")));
        VERIFY_DONE(app::submitReview(connection(), at(1)));
        db::Role role = *db::role(connection(), m_panel.role);
        role.blind = true;
        VERIFY_DONE(app::changeRole(connection(), role, QStringLiteral("blind")));
        const auto seen = app::compareApplicants(connection(), m_panel.role, {at(0), at(1)});
        VERIFY_DONE(seen);
        QCOMPARE(seen->applicants.at(1).name, db::application(connection(), at(1))->code);
        const QString text = seen->applicants.at(1).cells.at(0).evidence.first().text;
        QVERIFY2(!text.contains(QStringLiteral("Person B")) && !text.contains(QStringLiteral("personb")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("chart")));
    }

    void comparesTwoToFiveOfOneRole()
    {
        QVERIFY(!app::compareApplicants(connection(), m_panel.role, {at(0)}));
        QVERIFY(!app::compareApplicants(connection(), m_panel.role, {at(0), at(1), at(2), at(0), at(1), at(2)}));
        QVERIFY(!app::compareApplicants(connection(), m_panel.role, {at(0), db::ApplicationId(999)}));
        auto other = app::addRolesFromPosting(connection(), "# Clock Mender\n\n## Necessary qualities\n\n- Mends clocks well\n- Keeps a workshop tidy\n", QStringLiteral("clock.md"));
        VERIFY_DONE(other);
        QVERIFY(!app::compareApplicants(connection(), other->roles.first(), {at(0), at(1)}));
    }

private:
    db::Connection &connection() { return m_panel.connection(); }
    db::ApplicationId at(int place) const { return m_panel.applicants.at(place); }
    db::QualityId quality(int place) const { return m_panel.qualities.at(place).id; }
    db::Gate gate() { return db::standing(connection(), at(0))->value().gate; }

    test::PanelFixture m_panel;
};

QTEST_GUILESS_MAIN(AgreeingTest)
#include "tst_agreeing.moc"
