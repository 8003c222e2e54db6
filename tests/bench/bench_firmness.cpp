// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 weightings over 1,000 applicants: at most a second. The floor is the same weighted sums, added up and not ranked.
#include "figures.h"

#include "app/shortlist/firmness.h"
#include "app/shortlist/weighted_scores.h"

#include <QElapsedTimer>
#include <QTextStream>

using namespace rolecall;
using namespace rolecall::app;

int main()
{
    constexpr int applicantCount = 1000;
    constexpr int weightingCount = 10'000;
    constexpr int necessary = 7;
    constexpr int useful = 6;
    constexpr int size = 20;
    QTextStream out(stdout);

    Rule rule;
    for (int i = 0; i < necessary + useful; ++i)
        rule.push_back({db::QualityId(i + 1), i < necessary ? db::Tier::Necessary : db::Tier::Useful, 1, 2});
    SplitMix64 random(11);
    std::vector<FirmnessApplicant> applicants;
    for (int i = 0; i < applicantCount; ++i) {
        FirmnessApplicant applicant{db::ApplicationId(i + 1), {}};
        for (int q = 0; q < necessary + useful; ++q) // everybody through the gate, means of three reviews above it
            applicant.levels.push_back(qint32((q < necessary ? 6 + random.next() % 4 : random.next() % 10) * db::levelUnit / 3));
        applicants.push_back(std::move(applicant));
    }

    for (int round = 0; round < 3; ++round) {
        QElapsedTimer timer;
        timer.start();
        const WeightingShares shares = weightingShares(rule, applicants, size, weightingCount, 1);
        const double ranked = double(timer.nsecsElapsed()) / 1e6;

        WeightedScores scores(applicantCount, useful);
        for (size_t row = 0; row < applicants.size(); ++row) {
            for (size_t column = 0; column < useful; ++column)
                scores.setLevel(row, column, applicants[row].levels[necessary + column]);
        }
        SplitMix64 draws(1);
        std::vector<qint32> weights(useful);
        double sum = 0;
        timer.start();
        for (int weighting = 0; weighting < weightingCount; ++weighting) {
            drawWeighting(draws, weights);
            sum += scores.weighted(weights).back();
        }
        const double floor = double(timer.nsecsElapsed()) / 1e6;
        bench::figure(QStringLiteral("10,000 weightings of 1,000 applicants"), ranked, floor, "ms", 1000, "ms");
        out << "shares " << ranked << " ms, floor " << floor << " ms, ratio " << ranked / floor << ", check " << shares.shares.front().stays << ' ' << sum << '\n';

        timer.start();
        const size_t flips = pairFlips(rule, applicants, size).size();
        out << "pairs " << double(timer.nsecsElapsed()) / 1e6 << " ms for " << flips << '\n';
    }
    return 0;
}
