// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agreement/agreement.h"

#include "db/connection.h"
#include "db/independence.h"

#include <QHash>
#include <algorithm>
#include <tuple>

namespace rolecall::app {

namespace {

struct Cell
{
    db::ApplicationId application;
    size_t quality = 0; ///< its place in the list
    std::vector<ReviewerLevel> levels;
};

/// Ratings gathered by cell, ordered by application and quality, each cell's lowest level first.
std::vector<Cell> cellsOf(const QHash<db::QualityId, size_t> &places, std::vector<db::SubmittedRating> ratings)
{
    std::erase_if(ratings, [&](const db::SubmittedRating &rating) { return !rating.level || !places.contains(rating.quality); });
    std::sort(ratings.begin(), ratings.end(), [&](const db::SubmittedRating &a, const db::SubmittedRating &b) {
        return std::tuple(a.application, places.value(a.quality), *a.level, a.reviewer) < std::tuple(b.application, places.value(b.quality), *b.level, b.reviewer);
    });
    std::vector<Cell> cells;
    for (const db::SubmittedRating &rating : ratings) {
        const size_t place = places.value(rating.quality);
        if (cells.empty() || cells.back().application != rating.application || cells.back().quality != place)
            cells.push_back({rating.application, place, {}});
        cells.back().levels.push_back({rating.reviewer, *rating.level});
    }
    return cells;
}

RatedUnit unitOf(const Cell &cell)
{
    RatedUnit unit;
    for (const ReviewerLevel &level : cell.levels)
        unit.push_back(level.level);
    return unit;
}

void addTo(QualitySpread &spread, const Cell &cell)
{
    for (const ReviewerLevel &level : cell.levels) {
        if (level.level >= 0 && level.level < int(spread.counts.size()))
            ++spread.counts[size_t(level.level)];
    }
    if (cell.levels.size() < 2)
        return;
    const int gap = cell.levels.back().level - cell.levels.front().level;
    ++spread.cells;
    spread.same += gap == 0;
    spread.apart += gap >= agendaGap;
    spread.meanGap += gap; // a sum until all cells are in
    spread.largestGap = std::max(spread.largestGap, gap);
}

} // namespace

Agreement agreementOf(const QList<db::Quality> &qualities, const std::vector<db::SubmittedRating> &ratings, const std::vector<db::AgreedRating> &agreed)
{
    QHash<db::QualityId, size_t> places;
    for (qsizetype place = 0; place < qualities.size(); ++place)
        places.insert(qualities[place].id, size_t(place));
    QHash<std::pair<db::ApplicationId, db::QualityId>, int> settled;
    for (const db::AgreedRating &rating : agreed)
        settled.insert({rating.application, rating.quality}, rating.level);

    Agreement agreement;
    agreement.qualities.resize(size_t(qualities.size()));
    std::vector<RatedUnit> all;
    std::vector<std::vector<RatedUnit>> units(size_t(qualities.size()));
    for (const Cell &cell : cellsOf(places, ratings)) {
        all.push_back(unitOf(cell));
        units[cell.quality].push_back(all.back());
        addTo(agreement.qualities[cell.quality], cell);
        if (cell.levels.back().level - cell.levels.front().level < agendaGap)
            continue;
        AgendaItem item{cell.application, qualities[qsizetype(cell.quality)].id, cell.levels, {}};
        if (const auto found = settled.constFind({item.application, item.quality}); found != settled.constEnd())
            item.agreed = *found;
        agreement.agenda.push_back(std::move(item));
    }
    agreement.alpha = krippendorffAlpha(all, AlphaMetric::Ordinal);
    for (size_t place = 0; place < units.size(); ++place) {
        QualitySpread &spread = agreement.qualities[place];
        spread.quality = qualities[qsizetype(place)].id;
        spread.meanGap = spread.cells > 0 ? spread.meanGap / spread.cells : 0;
        spread.alpha = krippendorffAlpha(units[place], AlphaMetric::Ordinal);
    }
    std::sort(agreement.agenda.begin(), agreement.agenda.end(), [&](const AgendaItem &a, const AgendaItem &b) {
        return std::tuple(a.agreed.has_value(), -a.gap(), places.value(a.quality), a.application)
            < std::tuple(b.agreed.has_value(), -b.gap(), places.value(b.quality), b.application);
    });
    return agreement;
}

Result<Agreement> agreement(db::Connection &connection, db::RoleId role)
{
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    const auto hiddenFromMe = db::hiddenApplications(connection, role, connection.reviewer());
    if (!hiddenFromMe)
        return tl::unexpected(hiddenFromMe.error());
    std::vector<db::SubmittedRating> ratings;
    QSet<db::ApplicationId> hidden;
    const Outcome read = db::forEachSubmittedRating(connection, role, QStringLiteral("written"), [&](const db::SubmittedRating &rating) {
        if (hiddenFromMe->contains(rating.application))
            hidden.insert(rating.application);
        else
            ratings.push_back(rating);
    });
    if (!read)
        return tl::unexpected(read.error());
    std::vector<db::AgreedRating> agreed;
    const Outcome settled = db::forEachAgreedLevel(connection, role, [&](const db::AgreedRating &rating) { agreed.push_back(rating); });
    if (!settled)
        return tl::unexpected(settled.error());
    Agreement found = agreementOf(*qualities, ratings, agreed);
    found.hiddenApplications = int(hidden.size());
    return found;
}

} // namespace rolecall::app
