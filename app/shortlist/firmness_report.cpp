// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/firmness_report.h"

#include "db/application_lists.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/reviewers.h"
#include "db/roles.h"

namespace rolecall::app {

Result<FirmnessReport> firmnessReport(db::Connection &connection, db::RoleId role, const FirmnessRequest &request, int flipLimit, Progress *progress)
{
    const auto facts = db::role(connection, role);
    if (!facts)
        return tl::unexpected(facts.error());
    const auto hidden = db::hiddenApplications(connection, role, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());
    auto found = firmness(connection, role, request, progress);
    if (!found)
        return tl::unexpected(found.error());

    FirmnessReport report;
    report.firmness = std::move(*found);
    report.reviewersHidden = !hidden->isEmpty();
    if (report.reviewersHidden)
        report.firmness.reviewers.clear();
    auto &flips = report.firmness.flips;
    std::erase_if(flips, [&hidden](const PairFlip &flip) { return hidden->contains(flip.above) || hidden->contains(flip.below); });
    std::erase_if(report.firmness.weightings.shares, [&hidden](const FirmnessShare &share) { return hidden->contains(share.application); });
    if (flips.size() > size_t(flipLimit))
        flips.resize(size_t(flipLimit));
    QSet<db::ApplicationId> named;
    for (const PairFlip &flip : flips)
        named << flip.above << flip.below;
    for (const ReviewerEffect &effect : report.firmness.reviewers) {
        named += QSet<db::ApplicationId>(effect.entering.begin(), effect.entering.end());
        named += QSet<db::ApplicationId>(effect.leaving.begin(), effect.leaving.end());
    }
    const auto rows = db::applicationRows(connection, named.values(), connection.reviewer());
    if (!rows)
        return tl::unexpected(rows.error());
    for (const db::ApplicationRow &row : *rows)
        report.people.insert(row.id, facts->blind ? row.code : row.name);
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    for (const db::Quality &quality : *qualities)
        report.qualities.insert(quality.id, quality.text);
    const auto reviewers = db::reviewers(connection);
    if (!reviewers)
        return tl::unexpected(reviewers.error());
    for (const db::Reviewer &reviewer : *reviewers)
        report.reviewers.insert(reviewer.id, reviewer.name);
    return report;
}

} // namespace rolecall::app
