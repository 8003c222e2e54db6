// SPDX-License-Identifier: GPL-3.0-or-later
// Krippendorff's alpha: how far several reviewers agree beyond what chance would give, with ratings missing.
// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), University of Pennsylvania, asc_papers/43.
#pragma once

#include <QString>
#include <map>
#include <optional>
#include <vector>

namespace rolecall::app {

/// How much two values differ. Levels are ordered but not evenly spaced, so theirs is Ordinal.
enum class AlphaMetric { Nominal, Ordinal, Interval, Ratio };

/// What was rated (an application on a quality): one value per reviewer who rated it, in any order.
using RatedUnit = std::vector<int>;

struct Alpha
{
    std::optional<double> value; ///< at most 1 (full agreement); 0 is chance; below 0 is worse than chance
    QString reason;              ///< why there is no value; translated, empty where there is one
    QString warning;             ///< translated: few units, so the value may be far off; empty where there are enough
    int pairableUnits = 0;       ///< rated by two or more
    int pairableValues = 0;      ///< the values of those units
};

/// Below this many pairable units a value comes with a warning. A rule of thumb of Rolecall's own: the error of alpha
/// shrinks with the number of units, and with fewer than this one changed rating moves it by a tenth or more.
constexpr int fewUnits = 10;

/// Units taken one by one: what is kept of them does not grow with their number.
class PairedValues
{
public:
    void add(const RatedUnit &unit);
    Alpha alpha(AlphaMetric metric) const;

private:
    int m_units = 0;
    int m_values = 0;
    std::map<int, double> m_counts; ///< how often each value stands in a pairable unit
    std::map<std::pair<int, int>, double> m_pairs; ///< of two unlike values, both ways round; a unit counts by its number of values
};

/// Units rated once or never say nothing about agreement and are left out. No value where there is nothing to pair or
/// where every pairable value is the same, for then agreement cannot be told from a lack of variation (section E of the paper).
Alpha krippendorffAlpha(const std::vector<RatedUnit> &units, AlphaMetric metric);

} // namespace rolecall::app
