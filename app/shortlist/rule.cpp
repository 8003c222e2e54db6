// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/rule.h"

#include <QCoreApplication>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr int highestLevel = 3;

/// part / whole in db::scoreUnit, rounded to the nearest. Different fractions stay different: with levels in units of
/// 1/720720, at most 100 qualities and weights to 100, they lie further apart than the unit.
qint64 share(qint64 part, qint64 whole)
{
    __extension__ using Wide = __int128;
    const Wide scaled = Wide(part) * db::scoreUnit * 2 + whole;
    return qint64(scaled / (Wide(whole) * 2));
}

} // namespace

Rule ruleOf(const QList<db::Quality> &qualities)
{
    Rule rule;
    for (const db::Quality &quality : qualities) {
        if (!quality.retiredAt)
            rule.push_back({quality.id, quality.tier, quality.weight, quality.threshold});
    }
    std::sort(rule.begin(), rule.end(), [](const RuleQuality &a, const RuleQuality &b) { return a.quality < b.quality; });
    return rule;
}

qint32 panelLevel(const db::PanelRating &rating)
{
    if (rating.agreed)
        return *rating.agreed * db::levelUnit;
    if (rating.count == 0)
        return db::unratedLevel;
    // Exact for up to sixteen reviews; beyond, rounded to the nearest unit, the same everywhere.
    return qint32((qint64(rating.sum) * db::levelUnit * 2 + rating.count) / (2 * qint64(rating.count)));
}

db::Standing standingOf(const Rule &rule, std::vector<qint32> levels)
{
    db::Standing standing;
    qint64 necessarySum = 0;
    qint64 weightedSum = 0;
    qint64 weightSum = 0;
    int necessary = 0;
    int useful = 0;
    int usefulRated = 0;
    for (size_t i = 0; i < rule.size(); ++i) {
        const qint32 level = levels[i];
        const bool rated = level != db::unratedLevel;
        if (rule[i].tier == db::Tier::Necessary) {
            ++necessary;
            if (!rated)
                ++standing.necessaryUnrated;
            else if (level >= rule[i].threshold * db::levelUnit)
                ++standing.necessaryMet;
            else
                ++standing.necessaryBelow;
            necessarySum += rated ? level : 0;
        } else {
            ++useful;
            usefulRated += rated ? 1 : 0;
            weightSum += rule[i].weight;
            weightedSum += rated ? qint64(rule[i].weight) * level : 0;
        }
    }
    standing.gate = standing.necessaryUnrated > 0 ? db::Gate::Open : standing.necessaryBelow > 0 ? db::Gate::Below : db::Gate::Through;
    if (weightSum > 0)
        standing.usefulScore = share(weightedSum, weightSum * highestLevel * db::levelUnit);
    if (const int rated = necessary - standing.necessaryUnrated; rated > 0)
        standing.necessaryMean = share(necessarySum, qint64(rated) * db::levelUnit);
    standing.coverage = useful > 0 ? share(usefulRated, useful) : db::scoreUnit;
    standing.levels = std::move(levels);
    return standing;
}

bool standsBefore(const db::Standing &first, const db::Standing &second)
{
    const bool firstThrough = first.gate == db::Gate::Through;
    const bool secondThrough = second.gate == db::Gate::Through;
    if (firstThrough != secondThrough)
        return firstThrough;
    if (const qint64 a = first.usefulScore.value_or(-1), b = second.usefulScore.value_or(-1); a != b)
        return a > b;
    return first.necessaryMean > second.necessaryMean;
}

QString ruleSentence(const QList<db::Quality> &qualities)
{
    int necessary = 0;
    int useful = 0;
    bool sameThreshold = true;
    bool sameWeight = true;
    int threshold = 0;
    int weight = -1;
    for (const db::Quality &quality : qualities) {
        if (quality.retiredAt)
            continue;
        if (quality.tier == db::Tier::Necessary) {
            ++necessary;
            sameThreshold = sameThreshold && (threshold == 0 || threshold == quality.threshold);
            threshold = quality.threshold;
        } else {
            ++useful;
            sameWeight = sameWeight && (weight < 0 || weight == quality.weight);
            weight = quality.weight;
        }
    }
    const auto tr = [](const char *text, int n = -1) { return QCoreApplication::translate("Rule", text, nullptr, n); };
    QString gate;
    if (necessary == 0)
        gate = tr("There is no necessary quality, so everybody is through the gate");
    else if (sameThreshold)
        gate = tr("Through the gate is who reaches level %1 or more on each of the %2 necessary qualities").arg(threshold).arg(necessary);
    else
        gate = tr("Through the gate is who reaches the threshold of each of the %1 necessary qualities").arg(necessary);
    QString order;
    if (useful == 0)
        order = tr("order is by the mean of the necessary levels");
    else if (sameWeight)
        order = tr("order is by the useful score over %1 qualities that weigh the same, then by the mean of the necessary levels").arg(useful);
    else
        order = tr("order is by the weighted useful score over %1 qualities, then by the mean of the necessary levels").arg(useful);
    return tr("%1; %2; equals share a rank. A level is what the panel agreed on, else the mean of all submitted reviews, written ones and interviews alike.").arg(gate, order);
}

double scorePercent(qint64 score)
{
    return double(score) * 100.0 / double(db::scoreUnit);
}

double coverageShare(qint64 coverage)
{
    return double(coverage) / double(db::scoreUnit);
}

} // namespace rolecall::app
