// SPDX-License-Identifier: GPL-3.0-or-later
// Where a panel agrees and what it has to talk about: spread per quality, alpha, and the agenda.
#pragma once

#include "app/agreement/krippendorff.h"
#include "db/qualities.h"
#include "db/submitted_ratings.h"

#include <array>

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

/// Levels of one reviewer pair that differ by this much or more are for the panel to settle.
constexpr int agendaGap = 2;

struct ReviewerLevel
{
    db::ReviewerId reviewer;
    int level = 0;
};

/// A cell that two or more reviewers rated at least `agendaGap` apart.
struct AgendaItem
{
    db::ApplicationId application;
    db::QualityId quality;
    std::vector<ReviewerLevel> levels; ///< lowest first
    std::optional<int> agreed;         ///< settled already
    int gap() const { return levels.back().level - levels.front().level; }
};

struct QualitySpread
{
    db::QualityId quality;
    int cells = 0;     ///< rated by two or more
    int same = 0;      ///< of these, all at one level
    int apart = 0;     ///< of these, on the agenda
    double meanGap = 0; ///< between the highest and the lowest level, over `cells`; in levels
    int largestGap = 0;
    std::array<int, 4> counts{}; ///< how often each level was given, by anyone
    Alpha alpha;       ///< ordinal
};

struct Agreement
{
    Alpha alpha; ///< ordinal, over all cells of the role
    std::vector<QualitySpread> qualities; ///< in the order given
    std::vector<AgendaItem> agenda;       ///< open ones first; widest gap first, then the qualities' order, then the application's
    int hiddenApplications = 0; ///< left out, because the person has not submitted a review of their own
};

/// Pure. `ratings` in any order; those without a level say nothing about agreement.
Agreement agreementOf(const QList<db::Quality> &qualities, const std::vector<db::SubmittedRating> &ratings, const std::vector<db::AgreedRating> &agreed);

/// The written reviews of a role as the connection's reviewer may see them (db/independence.h).
Result<Agreement> agreement(db::Connection &connection, db::RoleId role);

} // namespace rolecall::app
