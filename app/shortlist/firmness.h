// SPDX-License-Identifier: GPL-3.0-or-later
// How firm a shortlist is: whether other weights, or a panel with one reviewer fewer, would have named others.
// Whole numbers and exact sums throughout, so a seed gives the same figures on every machine.
#pragma once

#include "app/progress.h"
#include "app/shortlist/rule.h"
#include "app/split_mix.h"
#include "db/submitted_ratings.h"

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

/// The weights of one weighting are whole numbers that sum to this.
constexpr qint32 weightSum = 1 << 24;

/// `count` weights uniform on the simplex: the spacings of count - 1 sorted uniform draws (the upper 24 bits of as many
/// numbers of the generator). L. Devroye, Non-Uniform Random Variate Generation (1986), chapter V, section 2.
void drawWeighting(SplitMix64 &random, std::vector<qint32> &weights);

/// One application as it stands: panel levels in the rule's order, in db::levelUnit.
struct FirmnessApplicant
{
    db::ApplicationId application;
    std::vector<qint32> levels;
};

struct FirmnessShare
{
    db::ApplicationId application;
    int stays = 0;           ///< in how many weightings it is among the first `size`; equals on the last place all count as in
    bool isInNow = false;    ///< with the weights as they are
    int rank = 0;            ///< with the weights as they are; equals share one
};

struct WeightingShares
{
    int weightings = 0; ///< drawn; fewer than asked for where it was cancelled
    bool cancelled = false;
    std::vector<FirmnessShare> shares; ///< everybody through the gate, in the rule's order
};

/// Those not through the gate are left out: no weight brings them in.
WeightingShares weightingShares(const Rule &rule, const std::vector<FirmnessApplicant> &applicants, int size, int weightings, quint64 seed, Progress *progress = nullptr);

/// Two neighbours of the present order that another weight of one useful quality would turn round.
struct PairFlip
{
    db::ApplicationId above;
    db::ApplicationId below;
    db::QualityId quality;     ///< whose weight it takes, the one that needs the smallest change
    int weight = 0;            ///< as it is
    int flippingWeight = 0;    ///< the nearest whole weight, 0 to 100, with which `below` stands first
    double criticalWeight = 0; ///< where both have the same useful score
    bool crossesLine = false;  ///< one is among the first `size`, the other is not
};

/// Pairs that no single weight turns round, and equals, are left out. Pairs across the line first; then the smallest change first.
std::vector<PairFlip> pairFlips(const Rule &rule, const std::vector<FirmnessApplicant> &applicants, int size);

/// What the first `size` would be without one reviewer's ratings. Agreed levels stand.
struct ReviewerEffect
{
    db::ReviewerId reviewer;
    std::vector<db::ApplicationId> entering;
    std::vector<db::ApplicationId> leaving;
    int gateChanges = 0; ///< applications whose gate would be another
};
/// `applications` are all of the role; ratings and agreed levels of others are left out.
std::vector<ReviewerEffect> reviewerEffects(const Rule &rule, const std::vector<db::ApplicationId> &applications, const std::vector<db::SubmittedRating> &ratings,
                                            const std::vector<db::AgreedRating> &agreed, int size, Progress *progress = nullptr);

struct FirmnessRequest
{
    std::optional<int> top; ///< none: the role's shortlist size, else everybody through the gate
    int weightings = 10'000;
    quint64 seed = 1;
};
struct Firmness
{
    int size = 0;
    quint64 seed = 0;
    WeightingShares weightings;
    std::vector<PairFlip> flips;
    std::vector<ReviewerEffect> reviewers;
};
/// Of a role as it stands. By-hand placements are not looked at: this is about the rule.
Result<Firmness> firmness(db::Connection &connection, db::RoleId role, const FirmnessRequest &request, Progress *progress = nullptr);

} // namespace rolecall::app
