// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/firmness.h"

#include "app/shortlist/weighted_scores.h"
#include "db/connection.h"
#include "db/roles.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace rolecall::app {

namespace {

struct Ranked
{
    db::Standing standing;
    int rank = 0;
};

/// Those through the gate in the rule's order, equals by their number, with ranks 1, 2, 2, 4.
std::vector<Ranked> rankedThrough(const Rule &rule, const std::vector<FirmnessApplicant> &applicants)
{
    std::vector<Ranked> ranked;
    for (const FirmnessApplicant &applicant : applicants) {
        db::Standing standing = standingOf(rule, applicant.levels);
        standing.application = applicant.application;
        if (standing.gate == db::Gate::Through)
            ranked.push_back({std::move(standing), 0});
    }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        if (standsBefore(a.standing, b.standing) || standsBefore(b.standing, a.standing))
            return standsBefore(a.standing, b.standing);
        return a.standing.application < b.standing.application;
    });
    for (size_t place = 0; place < ranked.size(); ++place) {
        const bool equal = place > 0 && !standsBefore(ranked[place - 1].standing, ranked[place].standing);
        ranked[place].rank = equal ? ranked[place - 1].rank : int(place) + 1;
    }
    return ranked;
}

std::vector<size_t> usefulPlaces(const Rule &rule)
{
    std::vector<size_t> places;
    for (size_t place = 0; place < rule.size(); ++place) {
        if (rule[place].tier == db::Tier::Useful)
            places.push_back(place);
    }
    return places;
}

qint64 ratedLevel(const db::Standing &standing, size_t place)
{
    return std::max(standing.levels[place], 0); // unrated counts 0
}

/// The nearest whole weight of one quality with which `below` stands first; none from 0 to 100 does.
std::optional<int> flippingWeight(int weight, qint64 lead, qint64 difference, bool belowWinsTie)
{
    for (int change = 1; change <= 100; ++change) {
        for (const int other : {weight - change, weight + change}) {
            const qint64 left = lead + qint64(other - weight) * difference;
            if (other >= 0 && other <= 100 && (left < 0 || (left == 0 && belowWinsTie)))
                return other;
        }
    }
    return {};
}

} // namespace

void drawWeighting(SplitMix64 &random, std::vector<qint32> &weights)
{
    if (weights.empty())
        return;
    for (size_t place = 0; place + 1 < weights.size(); ++place)
        weights[place] = qint32(random.next() >> 40);
    weights.back() = weightSum;
    std::sort(weights.begin(), weights.end());
    for (size_t place = weights.size() - 1; place > 0; --place)
        weights[place] -= weights[place - 1];
}

WeightingShares weightingShares(const Rule &rule, const std::vector<FirmnessApplicant> &applicants, int size, int weightings, quint64 seed, Progress *progress)
{
    WeightingShares result;
    const std::vector<Ranked> ranked = rankedThrough(rule, applicants);
    for (const Ranked &one : ranked)
        result.shares.push_back({one.standing.application, 0, one.rank <= size, one.rank});

    // Ordered by necessary mean, so that among equal scores the earlier stands first.
    std::vector<size_t> order(ranked.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return ranked[a].standing.necessaryMean > ranked[b].standing.necessaryMean; });
    const std::vector<size_t> useful = usefulPlaces(rule);
    WeightedScores scores(order.size(), useful.size());
    for (size_t row = 0; row < order.size(); ++row) {
        for (size_t column = 0; column < useful.size(); ++column)
            scores.setLevel(row, column, qint32(ratedLevel(ranked[order[row]].standing, useful[column])));
    }
    std::vector<qint64> means;
    for (const size_t place : order)
        means.push_back(ranked[place].standing.necessaryMean);

    SplitMix64 random(seed);
    std::vector<qint32> weights(useful.size());
    std::vector<qint32> stays(order.size());
    if (progress)
        progress->setTotal(weightings);
    while (result.weightings < weightings) {
        if (progress && result.weightings % 64 == 0) {
            progress->setDone(result.weightings);
            result.cancelled = progress->isCancelled();
            if (result.cancelled)
                break;
        }
        drawWeighting(random, weights);
        countFirst(scores.weighted(weights), means, size, stays);
        ++result.weightings;
    }
    for (size_t row = 0; row < order.size(); ++row)
        result.shares[order[row]].stays = stays[row];
    if (progress)
        progress->setDone(result.weightings);
    return result;
}

std::vector<PairFlip> pairFlips(const Rule &rule, const std::vector<FirmnessApplicant> &applicants, int size)
{
    std::vector<PairFlip> flips;
    const std::vector<Ranked> ranked = rankedThrough(rule, applicants);
    const std::vector<size_t> useful = usefulPlaces(rule);
    for (size_t place = 1; place < ranked.size(); ++place) {
        const db::Standing &above = ranked[place - 1].standing;
        const db::Standing &below = ranked[place].standing;
        if (ranked[place - 1].rank == ranked[place].rank)
            continue;
        qint64 lead = 0; // both scores have the same denominator, so the weighted sums decide
        for (const size_t quality : useful)
            lead += rule[quality].weight * (ratedLevel(above, quality) - ratedLevel(below, quality));
        std::optional<PairFlip> closest;
        for (const size_t quality : useful) {
            const int weight = rule[quality].weight;
            const qint64 difference = ratedLevel(above, quality) - ratedLevel(below, quality);
            const auto other = difference == 0 ? std::nullopt : flippingWeight(weight, lead, difference, below.necessaryMean > above.necessaryMean);
            if (!other || (closest && std::abs(*other - weight) >= std::abs(closest->flippingWeight - closest->weight)))
                continue;
            closest = PairFlip{above.application, below.application, rule[quality].quality, weight, *other, weight - double(lead) / double(difference), false};
        }
        if (!closest)
            continue;
        closest->crossesLine = ranked[place - 1].rank <= size && ranked[place].rank > size;
        flips.push_back(*closest);
    }
    std::stable_sort(flips.begin(), flips.end(), [](const PairFlip &a, const PairFlip &b) {
        return std::tuple(!a.crossesLine, std::abs(a.flippingWeight - a.weight)) < std::tuple(!b.crossesLine, std::abs(b.flippingWeight - b.weight));
    });
    return flips;
}

Result<Firmness> firmness(db::Connection &connection, db::RoleId role, const FirmnessRequest &request, Progress *progress)
{
    const auto facts = db::role(connection, role);
    if (!facts)
        return tl::unexpected(facts.error());
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    const Rule rule = ruleOf(*qualities);

    std::vector<FirmnessApplicant> applicants;
    std::vector<db::ApplicationId> applications;
    int through = 0;
    Outcome read = db::forEachStanding(connection, role, [&](const db::Standing &standing) {
        applications.push_back(standing.application);
        if (standing.levels.size() == rule.size() && standing.gate == db::Gate::Through) {
            applicants.push_back({standing.application, standing.levels});
            ++through;
        }
        return !(progress && progress->isCancelled());
    });
    std::vector<db::SubmittedRating> ratings;
    if (read)
        read = db::forEachSubmittedRating(connection, role, QString(), [&](const db::SubmittedRating &rating) { ratings.push_back(rating); });
    std::vector<db::AgreedRating> agreed;
    if (read)
        read = db::forEachAgreedLevel(connection, role, [&](const db::AgreedRating &level) { agreed.push_back(level); });
    if (!read)
        return tl::unexpected(read.error());

    Firmness found;
    found.size = request.top.value_or(facts->shortlistSize.value_or(through));
    found.seed = request.seed;
    found.weightings = weightingShares(rule, applicants, found.size, request.weightings, request.seed, progress);
    if (found.weightings.cancelled)
        return found;
    found.flips = pairFlips(rule, applicants, found.size);
    found.reviewers = reviewerEffects(rule, applications, ratings, agreed, found.size, progress);
    return found;
}

} // namespace rolecall::app
