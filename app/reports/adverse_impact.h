// SPDX-License-Identifier: GPL-3.0-or-later
// Adverse impact: whether a step of the selection lets one group through much less often than another.
// The four-fifths rule is that of the United States' Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D):
// a rate below four fifths of the highest group's rate is generally taken as evidence. With few people the rule misleads, so
// R. A. Fisher's exact test (Statistical Methods for Research Workers, section 21.02) stands beside it.
#pragma once

#include "db/group_answers.h"

#include <optional>
#include <vector>

namespace rolecall::app {

/// Of the highest selection rate.
constexpr double fourFifths = 0.8;
/// Below this expected number in a cell, large-sample figures are not to be relied on (W. G. Cochran, 1954).
constexpr double smallExpected = 5;

struct GroupImpact
{
    QString group;
    int applicants = 0;
    int selected = 0;
    double rate = 0;              ///< selected over applicants
    std::optional<double> ratio;  ///< over the highest rate; none for the group that has it, and where nobody was selected
    std::optional<double> fisher; ///< two-sided p of this group beside the one with the highest rate; none for that one
    bool below = false;           ///< the ratio is under four fifths
    bool small = false;           ///< an expected number is under smallExpected: go by the exact test
};

/// In the order given. The comparison is with the group of the highest rate; of equals, the largest.
std::vector<GroupImpact> adverseImpact(const QList<db::GroupCount> &counts);

/// Two-sided p of a 2 x 2 table by Fisher's exact test: the sum of the probabilities of all tables with the same margins that are
/// no likelier than this one. 1 where a margin is empty.
double fisherExact(int selected, int rejected, int otherSelected, int otherRejected);

} // namespace rolecall::app
