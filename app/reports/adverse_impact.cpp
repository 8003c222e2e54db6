// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/adverse_impact.h"

#include <algorithm>
#include <cmath>

namespace rolecall::app {

namespace {

double logChoose(int n, int k)
{
    return std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
}

} // namespace

double fisherExact(int selected, int rejected, int otherSelected, int otherRejected)
{
    const int group = selected + rejected;
    const int other = otherSelected + otherRejected;
    const int chosen = selected + otherSelected;
    if (group == 0 || other == 0 || chosen == 0 || chosen == group + other)
        return 1;
    const auto logProbability = [&](int inGroup) { return logChoose(group, inGroup) + logChoose(other, chosen - inGroup) - logChoose(group + other, chosen); };
    // Tables of the same probability must count, although the logarithms differ in their last digits.
    const double limit = logProbability(selected) + 1e-7;
    double sum = 0;
    for (int inGroup = std::max(0, chosen - other); inGroup <= std::min(group, chosen); ++inGroup) {
        if (const double one = logProbability(inGroup); one <= limit)
            sum += std::exp(one);
    }
    return std::min(1.0, sum);
}

std::vector<GroupImpact> adverseImpact(const QList<db::GroupCount> &counts)
{
    std::vector<GroupImpact> impacts;
    for (const db::GroupCount &count : counts) {
        GroupImpact impact;
        impact.group = count.group;
        impact.applicants = count.applicants;
        impact.selected = count.selected;
        impact.rate = count.applicants > 0 ? double(count.selected) / count.applicants : 0;
        impacts.push_back(impact);
    }
    const auto highest = std::max_element(impacts.cbegin(), impacts.cend(), [](const GroupImpact &a, const GroupImpact &b) {
        // Whole numbers, so that equal rates are equal.
        const qint64 left = qint64(a.selected) * b.applicants;
        const qint64 right = qint64(b.selected) * a.applicants;
        return left != right ? left < right : a.applicants < b.applicants;
    });
    if (highest == impacts.cend() || highest->selected == 0)
        return impacts;
    const GroupImpact best = *highest;
    const auto place = highest - impacts.cbegin();
    for (std::size_t i = 0; i < impacts.size(); ++i) {
        GroupImpact &one = impacts[i];
        if (qsizetype(i) == place || one.applicants == 0)
            continue;
        one.ratio = one.rate / best.rate;
        // Four fifths without rounding: selected / applicants < 4/5 of the best's.
        one.below = 5 * qint64(one.selected) * best.applicants < 4 * qint64(best.selected) * one.applicants;
        one.fisher = fisherExact(one.selected, one.applicants - one.selected, best.selected, best.applicants - best.selected);
        const double total = double(one.applicants) + best.applicants;
        const double chosen = double(one.selected) + best.selected;
        const double smallest = std::min(double(one.applicants), double(best.applicants)) * std::min(chosen, total - chosen) / total;
        one.small = smallest < smallExpected;
    }
    return impacts;
}

} // namespace rolecall::app
