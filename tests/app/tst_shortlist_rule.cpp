// SPDX-License-Identifier: GPL-3.0-or-later
// The rule's arithmetic on cases small enough to be worked out by hand.
#include "app/shortlist/rule.h"

#include <QTest>

using namespace rolecall;
using namespace rolecall::app;
using db::Gate;

namespace {

constexpr qint32 U = db::levelUnit;
constexpr qint32 none = db::unratedLevel;

/// Two necessary qualities with threshold 2, then two useful ones of weight 3 and 1.
Rule smallRule()
{
    return {{db::QualityId(1), db::Tier::Necessary, 1, 2}, {db::QualityId(2), db::Tier::Necessary, 1, 2}, {db::QualityId(3), db::Tier::Useful, 3, 2}, {db::QualityId(4), db::Tier::Useful, 1, 2}};
}

} // namespace

class TestShortlistRule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void throughAtTheThresholdExactly()
    {
        const auto s = standingOf(smallRule(), {2 * U, 3 * U, 1 * U, 3 * U});
        QCOMPARE(s.gate, Gate::Through);
        QCOMPARE(s.necessaryMet, 2);
        // (3 x 1 + 1 x 3) / (4 x 3)
        QCOMPARE(*s.usefulScore, db::scoreUnit / 2);
        QCOMPARE(s.necessaryMean, db::scoreUnit * 5 / 2);
        QCOMPARE(s.coverage, db::scoreUnit);
    }
    void aMeanJustBelowTheThresholdIsBelow()
    {
        const auto s = standingOf(smallRule(), {2 * U - 1, 3 * U, none, none});
        QCOMPARE(s.gate, Gate::Below);
        QCOMPARE(s.necessaryBelow, 1);
    }
    void openWhileOneIsUnrated()
    {
        const auto s = standingOf(smallRule(), {0, none, none, 3 * U});
        QCOMPARE(s.gate, Gate::Open);
        QCOMPARE(s.necessaryUnrated, 1);
        QCOMPARE(*s.usefulScore, db::scoreUnit / 4);
        QCOMPARE(s.coverage, db::scoreUnit / 2);
    }
    void noUsefulQualityGivesNoScore()
    {
        const auto s = standingOf({smallRule().front()}, {3 * U});
        QVERIFY(!s.usefulScore);
        QCOMPARE(s.gate, Gate::Through);
    }
    void thirdsAreExact()
    {
        // Levels 1, 2, 2 by three reviewers and 5/3 by another way round are one and the same level.
        QCOMPARE(panelLevel({{}, {}, 5, 3, {}}), panelLevel({{}, {}, 10, 6, {}}));
        QCOMPARE(panelLevel({{}, {}, 5, 3, 2}), 2 * U);
        QCOMPARE(panelLevel({{}, {}, 0, 0, {}}), none);
    }
    void orderIsGateThenScoreThenNecessaryMean()
    {
        const auto through = standingOf(smallRule(), {2 * U, 2 * U, 0, 0});
        const auto below = standingOf(smallRule(), {1 * U, 3 * U, 3 * U, 3 * U});
        const auto stronger = standingOf(smallRule(), {2 * U, 3 * U, 0, 0});
        QVERIFY(standsBefore(through, below));
        QVERIFY(standsBefore(stronger, through));
        QVERIFY(!standsBefore(through, through));
        // The same useful score by other levels is a tie there, and the necessary mean decides.
        const auto a = standingOf(smallRule(), {2 * U, 2 * U, 1 * U, 0});
        const auto b = standingOf(smallRule(), {2 * U, 2 * U, 0, 3 * U});
        QCOMPARE(a.usefulScore, b.usefulScore);
        QVERIFY(!standsBefore(a, b) && !standsBefore(b, a));
    }
};

QTEST_GUILESS_MAIN(TestShortlistRule)
#include "tst_shortlist_rule.moc"
