// SPDX-License-Identifier: GPL-3.0-or-later
// The shortlist rule, as arithmetic on whole numbers: the same on every machine, and a tie is a tie.
#pragma once

#include "db/qualities.h"
#include "db/standings.h"

#include <QString>
#include <vector>

namespace rolecall::app {

struct RuleQuality
{
    db::QualityId quality;
    db::Tier tier = db::Tier::Necessary;
    int weight = 1;    ///< 0 to 100
    int threshold = 2; ///< level
};

/// Ordered by the qualities' ids, as the levels of a standing are.
using Rule = std::vector<RuleQuality>;
Rule ruleOf(const QList<db::Quality> &qualities);

/// A mean of ratings, or an agreed level, in db::levelUnit.
qint32 panelLevel(const db::PanelRating &rating);

/// Gate, useful score, necessary mean and coverage of one application whose panel levels stand in the rule's order.
db::Standing standingOf(const Rule &rule, std::vector<qint32> levels);

/// Whether `first` stands strictly before `second` by the rule: through the gate, useful score, necessary mean.
bool standsBefore(const db::Standing &first, const db::Standing &second);

/// The rule in one sentence, as the Shortlist page and the decision record state it.
QString ruleSentence(const QList<db::Quality> &qualities);

/// 0 to 100, and 0 to 1, for people and for JSON.
double scorePercent(qint64 score);
double coverageShare(qint64 coverage);

} // namespace rolecall::app
