// SPDX-License-Identifier: GPL-3.0-or-later
// What a shortlist owes to each single reviewer: the rule applied again without their ratings.
#include "app/shortlist/firmness.h"

#include <QHash>
#include <algorithm>

namespace rolecall::app {

namespace {

/// One rating with its places: the application's row and the quality's column.
struct PlacedRating
{
    size_t row = 0;
    size_t column = 0;
    int level = 0;
    db::ReviewerId reviewer;
};

struct Panel
{
    const Rule &rule;
    const std::vector<db::ApplicationId> &applications;
    std::vector<PlacedRating> ratings;
    std::vector<db::PanelRating> agreed; ///< row by row; a sum of nothing where nothing was agreed
};

Panel panelOf(const Rule &rule, const std::vector<db::ApplicationId> &applications, const std::vector<db::SubmittedRating> &ratings, const std::vector<db::AgreedRating> &agreed)
{
    QHash<db::ApplicationId, size_t> rows;
    for (size_t row = 0; row < applications.size(); ++row)
        rows.insert(applications[row], row);
    QHash<db::QualityId, size_t> columns;
    for (size_t column = 0; column < rule.size(); ++column)
        columns.insert(rule[column].quality, column);

    Panel panel{rule, applications, {}, std::vector<db::PanelRating>(applications.size() * rule.size())};
    for (const db::SubmittedRating &rating : ratings) {
        const auto row = rows.constFind(rating.application);
        const auto column = columns.constFind(rating.quality);
        if (rating.level && row != rows.constEnd() && column != columns.constEnd())
            panel.ratings.push_back({*row, *column, *rating.level, rating.reviewer});
    }
    for (const db::AgreedRating &level : agreed) {
        const auto row = rows.constFind(level.application);
        const auto column = columns.constFind(level.quality);
        if (row != rows.constEnd() && column != columns.constEnd())
            panel.agreed[*row * rule.size() + *column].agreed = level.level;
    }
    return panel;
}

/// Everybody's standing, without one reviewer's ratings; with an id that is not valid nobody's are left out.
std::vector<db::Standing> standingsWithout(const Panel &panel, db::ReviewerId reviewer)
{
    std::vector<db::PanelRating> cells = panel.agreed;
    for (const PlacedRating &rating : panel.ratings) {
        if (rating.reviewer == reviewer)
            continue;
        db::PanelRating &cell = cells[rating.row * panel.rule.size() + rating.column];
        cell.sum += rating.level;
        ++cell.count;
    }
    std::vector<db::Standing> standings;
    standings.reserve(panel.applications.size());
    for (size_t row = 0; row < panel.applications.size(); ++row) {
        std::vector<qint32> levels;
        for (size_t column = 0; column < panel.rule.size(); ++column)
            levels.push_back(panelLevel(cells[row * panel.rule.size() + column]));
        standings.push_back(standingOf(panel.rule, std::move(levels)));
    }
    return standings;
}

/// Which rows are among the first `size`, equals of the last place included.
std::vector<bool> firstOf(const std::vector<db::Standing> &standings, int size)
{
    std::vector<size_t> through;
    for (size_t row = 0; row < standings.size(); ++row) {
        if (standings[row].gate == db::Gate::Through)
            through.push_back(row);
    }
    std::vector<bool> first(standings.size());
    if (size <= 0 || through.empty())
        return first;
    const auto last = through.begin() + std::min(size_t(size), through.size()) - 1;
    std::nth_element(through.begin(), last, through.end(), [&](size_t a, size_t b) { return standsBefore(standings[a], standings[b]); });
    const db::Standing &line = standings[*last];
    for (const size_t row : through)
        first[row] = !standsBefore(line, standings[row]);
    return first;
}

} // namespace

std::vector<ReviewerEffect> reviewerEffects(const Rule &rule, const std::vector<db::ApplicationId> &applications, const std::vector<db::SubmittedRating> &ratings,
                                            const std::vector<db::AgreedRating> &agreed, int size, Progress *progress)
{
    const Panel panel = panelOf(rule, applications, ratings, agreed);
    std::vector<db::ReviewerId> reviewers;
    for (const PlacedRating &rating : panel.ratings)
        reviewers.push_back(rating.reviewer);
    std::sort(reviewers.begin(), reviewers.end());
    reviewers.erase(std::unique(reviewers.begin(), reviewers.end()), reviewers.end());

    const std::vector<db::Standing> present = standingsWithout(panel, {});
    const std::vector<bool> presentFirst = firstOf(present, size);
    std::vector<ReviewerEffect> effects;
    for (const db::ReviewerId reviewer : reviewers) {
        if (progress && progress->isCancelled())
            break;
        const std::vector<db::Standing> without = standingsWithout(panel, reviewer);
        const std::vector<bool> withoutFirst = firstOf(without, size);
        ReviewerEffect effect{reviewer, {}, {}, 0};
        for (size_t row = 0; row < present.size(); ++row) {
            effect.gateChanges += present[row].gate != without[row].gate;
            if (withoutFirst[row] && !presentFirst[row])
                effect.entering.push_back(applications[row]);
            if (presentFirst[row] && !withoutFirst[row])
                effect.leaving.push_back(applications[row]);
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

} // namespace rolecall::app
