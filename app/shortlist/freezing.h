// SPDX-License-Identifier: GPL-3.0-or-later
// Frozen shortlists: what was decided, by which rule, on which levels and reviews. It holds all that is needed to make the
// list anew from itself, so that anyone can check it, and it can be held against the list as it is now.
#pragma once

#include "app/progress.h"
#include "app/shortlist/shortlist.h"
#include "db/frozen_shortlists.h"

namespace rolecall::app {

struct FrozenQuality
{
    QString uuid;
    db::Tier tier = db::Tier::Necessary;
    QString text;
    int threshold = 2;
    int weight = 1;
};

struct FrozenRule
{
    std::optional<int> size;
    QList<FrozenQuality> qualities; ///< in the order of the levels
    db::GateCounts gates;           ///< of everybody who applied
    int nearMissCount = 0;
    QString postingFile;            ///< empty where there was none
    int postingRevision = 0;
    QString postingSha256;
};

struct FrozenPerson
{
    db::ApplicationId application; ///< not valid, but different from all others: erased
    std::optional<int> rank; ///< everybody through the gate who was not taken off has one, those beyond the size too
    QString placement;       ///< "rule", "on", "off", "near_miss"
    QString reason;
    db::Standing standing;
    QList<db::ReviewMark> reviews;
    bool onList = false;
};

struct FrozenList
{
    db::FrozenShortlist head;
    FrozenRule rule;
    QList<FrozenPerson> people; ///< in the order of the rule, then near misses, then those taken off
};

/// The list as it stands, as one change that can be undone. All who are through the gate are kept, by-hand changes, and the first
/// 1,000 near misses. Fails without a name, and while the role has no quality.
Result<Done> freezeShortlist(db::Connection &connection, db::RoleId role, const QString &name, Progress *progress = nullptr);

/// Fails where what is stored is not a frozen shortlist, rather than showing half of one.
Result<FrozenList> frozenList(db::Connection &connection, db::ShortlistId id);

/// Gate, scores, order, ranks and the cut, made anew from the frozen rule and levels alone.
struct FrozenCheck
{
    int people = 0;
    QList<db::ApplicationId> differing; ///< who would stand elsewhere than the list says
    bool holds() const { return differing.isEmpty(); }
};
FrozenCheck recompute(const FrozenList &list);

enum class MoveKind { Entered, Left, Up, Down };
struct ShortlistMove
{
    MoveKind kind = MoveKind::Entered;
    db::ApplicationId application;
    std::optional<int> before; ///< rank, where there was one
    std::optional<int> now;
    QStringList reasons; ///< which level or by-hand placement is another; translated
};

struct FrozenComparison
{
    QStringList ruleChanges; ///< thresholds, weights, size, qualities; translated
    QList<ShortlistMove> moves;
    int unmoved = 0;
};
/// Levels are named where the connection's reviewer may know them, else that they changed.
Result<FrozenComparison> compareWithPresent(db::Connection &connection, const FrozenList &list);

} // namespace rolecall::app
