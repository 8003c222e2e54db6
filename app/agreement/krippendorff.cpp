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

Marginals marginalsOf(const std::map<int, double> &counts)
{
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

void PairedValues::add(const RatedUnit &unit)
{
    if (unit.size() < 2)
        return;
    ++m_units;
    m_values += int(unit.size());
    std::map<int, double> counts;
    for (const int value : unit)
        counts[value] += 1;
    for (const auto &[first, often] : counts) {
        m_counts[first] += often;
        for (const auto &[second, other] : counts) {
            if (first != second)
                m_pairs[{first, second}] += often * other / double(unit.size() - 1);
        }
    }
}

Alpha PairedValues::alpha(AlphaMetric metric) const
{
    Alpha alpha;
    alpha.pairableUnits = m_units;
    alpha.pairableValues = m_values;
    if (m_units == 0) {
        alpha.reason = tr("Nothing was rated by two reviewers yet");
        return alpha;
    }
    const Marginals marginals = marginalsOf(m_counts);
    const size_t size = marginals.values.size();
    if (size < 2) {
        alpha.reason = tr("Every rating is the same, so agreement cannot be told from chance");
        return alpha;
    }
    // Observed: the pairs within units. Expected: those of all pairable values, wherever they stand.
    double observed = 0;
    for (const auto &[pair, weight] : m_pairs)
        observed += weight * difference(marginals, marginals.indexOf(pair.first), marginals.indexOf(pair.second), metric);
    double expected = 0;
    for (size_t first = 0; first < size; ++first) {
        for (size_t second = 0; second < size; ++second)
            expected += marginals.counts[first] * marginals.counts[second] * difference(marginals, first, second, metric);
    }
    alpha.value = 1 - (m_values - 1) * observed / expected;
    if (m_units < fewUnits)
        alpha.warning = m_units == 1 ? tr("Only one cell is rated by two or more reviewers: the figure may be far off")
                                     : tr("Only %n cells are rated by two or more reviewers: the figure may be far off", m_units);
    return alpha;
}

Alpha krippendorffAlpha(const std::vector<RatedUnit> &units, AlphaMetric metric)
{
    PairedValues values;
    for (const RatedUnit &unit : units)
        values.add(unit);
    return values.alpha(metric);
}

} // namespace rolecall::app
