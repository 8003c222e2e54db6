// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agreement/agreement.h"

#include "db/connection.h"
#include "db/independence.h"

#include <QHash>
#include <algorithm>
#include <map>
#include <tuple>

namespace rolecall::app {

namespace {

struct Cell
{
    db::ApplicationId application;
    size_t quality = 0; ///< its place in the list
    std::vector<ReviewerLevel> levels;
};

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

/// One application after the other; only what is to be settled is kept of each.
class AgreementSum
{
public:
    AgreementSum(const QList<db::Quality> &qualities, const std::vector<db::AgreedRating> &agreed)
        : m_qualities(qualities)
        , m_ofQualities(size_t(qualities.size()))
    {
        for (qsizetype place = 0; place < qualities.size(); ++place)
            m_places.insert(qualities[place].id, size_t(place));
        for (const db::AgreedRating &rating : agreed)
            m_settled.insert({rating.application, rating.quality}, rating.level);
        m_agreement.qualities.resize(size_t(qualities.size()));
    }

    /// All ratings of one application, in any order.
    void add(std::vector<db::SubmittedRating> &ratings)
    {
        std::erase_if(ratings, [this](const db::SubmittedRating &rating) { return !rating.level || !m_places.contains(rating.quality); });
        // By quality, each one's lowest level first.
        std::sort(ratings.begin(), ratings.end(), [this](const db::SubmittedRating &a, const db::SubmittedRating &b) {
            return std::tuple(m_places.value(a.quality), *a.level, a.reviewer) < std::tuple(m_places.value(b.quality), *b.level, b.reviewer);
        });
        for (auto first = ratings.cbegin(); first != ratings.cend();) {
            Cell cell{first->application, m_places.value(first->quality), {}};
            for (const db::QualityId quality = first->quality; first != ratings.cend() && first->quality == quality; ++first)
                cell.levels.push_back({first->reviewer, *first->level});
            add(std::move(cell));
        }
    }

    Agreement result()
    {
        m_agreement.alpha = m_all.alpha(AlphaMetric::Ordinal);
        for (size_t place = 0; place < m_ofQualities.size(); ++place) {
            QualitySpread &spread = m_agreement.qualities[place];
            spread.quality = m_qualities[qsizetype(place)].id;
            spread.meanGap = spread.cells > 0 ? spread.meanGap / spread.cells : 0;
            spread.alpha = m_ofQualities[place].alpha(AlphaMetric::Ordinal);
        }
        std::sort(m_agreement.agenda.begin(), m_agreement.agenda.end(), [this](const AgendaItem &a, const AgendaItem &b) {
            return std::tuple(a.agreed.has_value(), -a.gap(), m_places.value(a.quality), a.application)
                < std::tuple(b.agreed.has_value(), -b.gap(), m_places.value(b.quality), b.application);
        });
        return std::move(m_agreement);
    }

private:
    void add(Cell cell)
    {
        addTo(m_agreement.qualities[cell.quality], cell);
        const RatedUnit unit = unitOf(cell);
        m_all.add(unit);
        m_ofQualities[cell.quality].add(unit);
        if (cell.levels.back().level - cell.levels.front().level < agendaGap)
            return;
        AgendaItem item{cell.application, m_qualities[qsizetype(cell.quality)].id, std::move(cell.levels), {}};
        if (const auto found = m_settled.constFind({item.application, item.quality}); found != m_settled.constEnd())
            item.agreed = *found;
        m_agreement.agenda.push_back(std::move(item));
    }

    const QList<db::Quality> &m_qualities;
    QHash<db::QualityId, size_t> m_places;
    QHash<std::pair<db::ApplicationId, db::QualityId>, int> m_settled;
    PairedValues m_all;
    std::vector<PairedValues> m_ofQualities;
    Agreement m_agreement;
};

} // namespace

Agreement agreementOf(const QList<db::Quality> &qualities, const std::vector<db::SubmittedRating> &ratings, const std::vector<db::AgreedRating> &agreed)
{
    std::map<db::ApplicationId, std::vector<db::SubmittedRating>> applications;
    for (const db::SubmittedRating &rating : ratings)
        applications[rating.application].push_back(rating);
    AgreementSum sum(qualities, agreed);
    for (auto &[application, ofOne] : applications)
        sum.add(ofOne);
    return sum.result();
}

Result<Agreement> agreement(db::Connection &connection, db::RoleId role)
{
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    const auto hiddenFromMe = db::hiddenApplications(connection, role, connection.reviewer());
    if (!hiddenFromMe)
        return tl::unexpected(hiddenFromMe.error());
    std::vector<db::AgreedRating> agreed;
    const Outcome settled = db::forEachAgreedLevel(connection, role, [&](const db::AgreedRating &rating) { agreed.push_back(rating); });
    if (!settled)
        return tl::unexpected(settled.error());
    AgreementSum sum(*qualities, agreed);
    std::vector<db::SubmittedRating> ofOne;
    int hidden = 0;
    const auto finish = [&] {
        if (ofOne.empty())
            return;
        if (hiddenFromMe->contains(ofOne.front().application))
            ++hidden;
        else
            sum.add(ofOne);
        ofOne.clear();
    };
    // They come ordered by application.
    const Outcome read = db::forEachSubmittedRating(connection, role, QStringLiteral("written"), [&](const db::SubmittedRating &rating) {
        if (!ofOne.empty() && ofOne.front().application != rating.application)
            finish();
        ofOne.push_back(rating);
    });
    if (!read)
        return tl::unexpected(read.error());
    finish();
    Agreement found = sum.result();
    found.hiddenApplications = hidden;
    return found;
}

} // namespace rolecall::app
