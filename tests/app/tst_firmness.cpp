// SPDX-License-Identifier: GPL-3.0-or-later
// How firm a shortlist is: against areas of the simplex known in closed form, and against a brute-force computation in
// whole numbers with the same generator.
#include "app/shortlist/firmness.h"

#include <QTest>

using namespace rolecall;
using namespace rolecall::app;

namespace {

constexpr qint32 unit = db::levelUnit;

Rule rule(int necessary, const std::vector<int> &weights)
{
    Rule rule;
    qint64 id = 0;
    for (int i = 0; i < necessary; ++i)
        rule.push_back({db::QualityId(++id), db::Tier::Necessary, 1, 2});
    for (const int weight : weights)
        rule.push_back({db::QualityId(++id), db::Tier::Useful, weight, 2});
    return rule;
}

/// Numbered from 1 in the order given.
std::vector<FirmnessApplicant> applicants(const std::vector<std::vector<int>> &levels)
{
    std::vector<FirmnessApplicant> list;
    for (const std::vector<int> &row : levels) {
        FirmnessApplicant applicant{db::ApplicationId(qint64(list.size()) + 1), {}};
        for (const int level : row)
            applicant.levels.push_back(level < 0 ? db::unratedLevel : level * unit);
        list.push_back(applicant);
    }
    return list;
}

std::map<qint64, int> stays(const WeightingShares &shares)
{
    std::map<qint64, int> found;
    for (const FirmnessShare &share : shares.shares)
        found[share.application.number()] = share.stays;
    return found;
}

db::SubmittedRating rating(int application, int quality, int reviewer, int level)
{
    return {db::ApplicationId(application), db::QualityId(quality), db::ReviewerId(reviewer), level, false, false};
}

} // namespace

class TestFirmness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The sequence that every implementation of splitmix64 prints for this seed.
    void generator()
    {
        SplitMix64 random(1234567);
        for (const quint64 expected : {6457827717110365317u, 3203168211198807973u, 9817491932198370423u, 4593380528125082431u, 16408922859458223821u})
            QCOMPARE(random.next(), quint64(expected));
    }

    void weightsAreUniformOnTheSimplex()
    {
        SplitMix64 random(5);
        std::vector<qint32> weights(4);
        std::vector<double> sums(4);
        double largest = 0;
        constexpr int draws = 20'000;
        for (int draw = 0; draw < draws; ++draw) {
            drawWeighting(random, weights);
            qint64 sum = 0;
            for (size_t place = 0; place < weights.size(); ++place) {
                QVERIFY(weights[place] >= 0);
                sum += weights[place];
                sums[place] += weights[place];
            }
            QCOMPARE(sum, qint64(weightSum));
            largest += *std::max_element(weights.begin(), weights.end());
        }
        for (const double sum : sums)
            QVERIFY(qAbs(sum / draws / weightSum - 0.25) < 0.005);
        // The largest of n spacings is on average (1 + 1/2 + ... + 1/n) / n: 0.5208 for four.
        QVERIFY(qAbs(largest / draws / weightSum - 25.0 / 48.0) < 0.005);
    }

    void areasOfTheSimplex()
    {
        // First where 3 w1 > w1 + w2, so where w1 > 1/3: two thirds of the weightings.
        const WeightingShares shares = weightingShares(rule(1, {1, 1}), applicants({{2, 3, 0}, {2, 1, 1}}), 1, 10'000, 7);
        const auto found = stays(shares);
        QVERIFY2(qAbs(found.at(1) - 6667) < 150, qPrintable(QString::number(found.at(1))));
        QCOMPARE(found.at(1) + found.at(2), 10'000);
        QCOMPARE(shares.weightings, 10'000);
    }

    void sameFiguresAsBruteForce()
    {
        // Five through the gate, one below it; the last two differ by the necessary mean alone.
        const auto panel = applicants({{2, 3, 0, 1}, {3, 1, 2, 2}, {2, 0, 3, 1}, {2, 2, 1, 1}, {3, 2, 1, 1}, {1, 3, 3, 3}});
        const WeightingShares shares = weightingShares(rule(1, {1, 1, 1}), panel, 2, 10'000, 42);
        QCOMPARE(stays(shares), (std::map<qint64, int>{{1, 5050}, {2, 7484}, {3, 4950}, {4, 0}, {5, 2516}}));
        QCOMPARE(shares.shares.front().application, db::ApplicationId(2));
        QCOMPARE(shares.shares.front().rank, 1);
        QVERIFY(shares.shares[1].isInNow);
        QVERIFY(!shares.shares[2].isInNow);
        QVERIFY(stays(weightingShares(rule(1, {1, 1, 1}), panel, 2, 10'000, 43)) != stays(shares));
    }

    void equalsOnTheLastPlaceAllStay()
    {
        const auto shares = weightingShares(rule(1, {1, 1}), applicants({{2, 3, 3}, {2, 1, 1}, {2, 1, 1}, {2, 0, 1}}), 2, 500, 1);
        QCOMPARE(stays(shares), (std::map<qint64, int>{{1, 500}, {2, 500}, {3, 500}, {4, 0}}));
        QCOMPARE(shares.shares[1].rank, 2);
        QCOMPARE(shares.shares[2].rank, 2);
        QCOMPARE(shares.shares[3].rank, 4);
    }

    void withoutUsefulQualitiesTheMeanDecides()
    {
        const auto shares = weightingShares(rule(2, {}), applicants({{2, 2}, {3, 2}, {2, 2}, {-1, 3}}), 1, 100, 1);
        QCOMPARE(stays(shares), (std::map<qint64, int>{{1, 0}, {2, 100}, {3, 0}}));
    }

    void smallPanels()
    {
        QVERIFY(weightingShares(rule(1, {1}), {}, 3, 100, 1).shares.empty());
        QCOMPARE(stays(weightingShares(rule(1, {1}), applicants({{2, 1}}), 3, 100, 1)), (std::map<qint64, int>{{1, 100}}));
        QCOMPARE(stays(weightingShares(rule(1, {1}), applicants({{2, 1}}), 0, 100, 1)), (std::map<qint64, int>{{1, 0}}));
    }

    void canBeCancelled()
    {
        Progress progress;
        progress.cancel();
        const auto shares = weightingShares(rule(1, {1, 1}), applicants({{2, 3, 0}, {2, 1, 1}}), 1, 10'000, 7, &progress);
        QVERIFY(shares.cancelled);
        QCOMPARE(shares.weightings, 0);
    }

    void pairsFlipAtTheirCriticalWeight()
    {
        // 1 leads 2 by 5*3+1*0 - (5*1+1*2) = 8. The second's weight must pass 1 + 8/2 = 5; the first's fall under 5 - 8/2 = 1.
        const auto flips = pairFlips(rule(1, {5, 1}), applicants({{2, 3, 0}, {2, 1, 2}}), 1);
        QCOMPARE(flips.size(), size_t(1));
        QCOMPARE(flips[0].above, db::ApplicationId(1));
        QCOMPARE(flips[0].below, db::ApplicationId(2));
        QVERIFY(flips[0].crossesLine);
        QCOMPARE(flips[0].quality, db::QualityId(2)); // both need a change of 5; the first in order is named
        QCOMPARE(flips[0].weight, 5);
        QCOMPARE(flips[0].flippingWeight, 0);
        QCOMPARE(flips[0].criticalWeight, 1.0);

        // With the better necessary mean below, the tie itself is enough.
        const auto tie = pairFlips(rule(1, {5, 1}), applicants({{2, 3, 0}, {3, 1, 2}}), 1);
        QCOMPARE(tie[0].flippingWeight, 1);
    }

    void pairsThatNoWeightFlipsAreLeftOut()
    {
        QVERIFY(pairFlips(rule(1, {1, 1}), applicants({{2, 3, 3}, {2, 1, 1}}), 1).empty());
        QVERIFY(pairFlips(rule(1, {1, 1}), applicants({{2, 1, 2}, {2, 2, 1}}), 1).empty()); // equals already
    }

    // The rule itself, with the weight that is named and with the one before it, agrees.
    void flippingWeightIsTheNearest()
    {
        Rule present = rule(1, {3, 2, 4});
        const auto panel = applicants({{2, 3, 1, 2}, {3, 2, 2, 2}, {2, 1, 3, 2}, {3, 0, 1, 3}, {2, 2, 2, 1}, {2, 1, 1, 3}});
        const auto flips = pairFlips(present, panel, 2);
        QVERIFY(flips.size() >= 3);
        QVERIFY(flips.front().crossesLine);
        for (const PairFlip &flip : flips) {
            const size_t quality = size_t(flip.quality.number()) - 1;
            const auto belowFirst = [&](int weight) {
                Rule changed = present;
                changed[quality].weight = weight;
                return standsBefore(standingOf(changed, panel[size_t(flip.below.number()) - 1].levels), standingOf(changed, panel[size_t(flip.above.number()) - 1].levels));
            };
            QVERIFY(belowFirst(flip.flippingWeight));
            const int towards = flip.flippingWeight > flip.weight ? -1 : 1;
            for (int weight = flip.flippingWeight + towards; weight != flip.weight + towards; weight += towards)
                QVERIFY(!belowFirst(weight));
        }
    }

    void oneReviewerLess()
    {
        // Two reviewers; the second alone keeps applicant 1 in front of applicant 2 and through the gate.
        const Rule simple = rule(1, {1});
        const std::vector<db::ApplicationId> all{db::ApplicationId(1), db::ApplicationId(2), db::ApplicationId(3)};
        const std::vector<db::SubmittedRating> ratings{rating(1, 1, 1, 1), rating(1, 1, 2, 3), rating(1, 2, 1, 1), rating(1, 2, 2, 3), rating(2, 1, 1, 2),
                                                       rating(2, 1, 2, 2), rating(2, 2, 1, 2), rating(2, 2, 2, 1), rating(3, 1, 2, 1)};
        const auto effects = reviewerEffects(simple, all, ratings, {}, 1);
        QCOMPARE(effects.size(), size_t(2));
        QCOMPARE(effects[0].reviewer, db::ReviewerId(1));
        QVERIFY(effects[0].entering.empty());
        QCOMPARE(effects[0].gateChanges, 0);
        QCOMPARE(effects[1].entering, std::vector<db::ApplicationId>{db::ApplicationId(2)});
        QCOMPARE(effects[1].leaving, std::vector<db::ApplicationId>{db::ApplicationId(1)});
        QCOMPARE(effects[1].gateChanges, 2); // 1 falls below; 3, rated by the second alone, opens
        // What was agreed stands without any reviewer.
        const auto settled = reviewerEffects(simple, all, ratings, {{db::ApplicationId(1), db::QualityId(1), 3, {}}, {db::ApplicationId(1), db::QualityId(2), 3, {}}}, 1);
        QVERIFY(settled[1].entering.empty());
    }
};

QTEST_GUILESS_MAIN(TestFirmness)
#include "tst_firmness.moc"
