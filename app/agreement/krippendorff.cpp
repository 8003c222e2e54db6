// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agreement/krippendorff.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

namespace rolecall::app {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Agreement", text, nullptr, count);
}

/// The values that occur in pairable units, in order, each with how often it does.
struct Marginals
{
    std::vector<int> values;
    std::vector<double> counts;

    size_t indexOf(int value) const { return size_t(std::lower_bound(values.begin(), values.end(), value) - values.begin()); }
};

Marginals marginalsOf(const std::vector<RatedUnit> &units)
{
    std::map<int, double> counts;
    for (const RatedUnit &unit : units) {
        if (unit.size() >= 2) {
            for (const int value : unit)
                counts[value] += 1;
        }
    }
    Marginals marginals;
    for (const auto &[value, count] : counts) {
        marginals.values.push_back(value);
        marginals.counts.push_back(count);
    }
    return marginals;
}

double squared(double number)
{
    return number * number;
}

/// The squared difference of two values, by their places in the marginals (section D of the paper).
double difference(const Marginals &marginals, size_t first, size_t second, AlphaMetric metric)
{
    if (first == second)
        return 0;
    const double low = marginals.values[first];
    const double high = marginals.values[second];
    switch (metric) {
    case AlphaMetric::Nominal:
        return 1;
    case AlphaMetric::Ordinal: {
        double between = -(marginals.counts[first] + marginals.counts[second]) / 2;
        for (size_t place = std::min(first, second); place <= std::max(first, second); ++place)
            between += marginals.counts[place];
        return squared(between);
    }
    case AlphaMetric::Interval:
        return squared(low - high);
    case AlphaMetric::Ratio:
        return low + high == 0 ? 0 : squared((low - high) / (low + high));
    }
    return 0;
}

} // namespace

Alpha krippendorffAlpha(const std::vector<RatedUnit> &units, AlphaMetric metric)
{
    Alpha alpha;
    for (const RatedUnit &unit : units) {
        if (unit.size() >= 2) {
            ++alpha.pairableUnits;
            alpha.pairableValues += int(unit.size());
        }
    }
    if (alpha.pairableUnits == 0) {
        alpha.reason = tr("Nothing was rated by two reviewers yet");
        return alpha;
    }
    const Marginals marginals = marginalsOf(units);
    const size_t size = marginals.values.size();
    if (size < 2) {
        alpha.reason = tr("Every rating is the same, so agreement cannot be told from chance");
        return alpha;
    }

    std::vector<double> differences(size * size);
    for (size_t first = 0; first < size; ++first) {
        for (size_t second = 0; second < size; ++second)
            differences[first * size + second] = difference(marginals, first, second, metric);
    }
    // Observed: each unit's pairs of values, weighted so that a unit counts by its number of values.
    double observed = 0;
    std::vector<double> counts(size);
    for (const RatedUnit &unit : units) {
        if (unit.size() < 2)
            continue;
        std::fill(counts.begin(), counts.end(), 0.0);
        for (const int value : unit)
            counts[marginals.indexOf(value)] += 1;
        double within = 0;
        for (size_t first = 0; first < size; ++first) {
            for (size_t second = 0; counts[first] > 0 && second < size; ++second)
                within += counts[first] * counts[second] * differences[first * size + second];
        }
        observed += within / double(unit.size() - 1);
    }
    // Expected: the same over all pairable values, wherever they stand.
    double expected = 0;
    for (size_t first = 0; first < size; ++first) {
        for (size_t second = 0; second < size; ++second)
            expected += marginals.counts[first] * marginals.counts[second] * differences[first * size + second];
    }
    alpha.value = 1 - (alpha.pairableValues - 1) * observed / expected;
    if (alpha.pairableUnits < fewUnits)
        alpha.warning = alpha.pairableUnits == 1 ? tr("Only one cell is rated by two or more reviewers: the figure may be far off")
                                                 : tr("Only %n cells are rated by two or more reviewers: the figure may be far off", alpha.pairableUnits);
    return alpha;
}

} // namespace rolecall::app
