// SPDX-License-Identifier: GPL-3.0-or-later
// What item models tell delegates beside the display text. Plain values, so that a delegate knows no record.
#pragma once

#include <Qt>

namespace rolecall::ui {

enum ItemRole {
    IdRole = Qt::UserRole + 1, ///< qint64: the row's key in the workspace
    LevelRole,        ///< double, a level or the mean of several, 0 to 3; null: unrated
    ThresholdRole,    ///< double: the level that counts as met; null: 2
    AskRole,          ///< bool: to be asked at the interview
    DisagreementRole, ///< bool: reviewers differ
    ReconfirmRole,    ///< bool: rated on an earlier wording
    GateRole,         ///< int, a Gate; null: no gate shown
    GateCountRole,    ///< int: how many necessary qualities are open or below
    ScoreRole,        ///< double 0 to 100: the useful score; null: none
    CoverageRole,     ///< double 0 to 1: share of the qualities that is rated; null: not shown
    DetailRole,       ///< QString: the quiet second line
    StageRole,        ///< QString: where the application stands
    RankRole,         ///< int: the shared rank; null: none
    MarkRole,         ///< int, a Mark: the small state at the end of an agenda row or file row
    MarkTextRole,     ///< QString: the word beside the mark ("overdue", "in 3 days")
    AgreedRole,       ///< QString: why the panel settled on this level; null: it did not
    HiddenRole,       ///< bool: rated by others, not to be seen before one's own review is submitted
};

enum class Gate { Through, Open, Below };
enum class Mark { None, Good, Attention, Bad, Quiet };

} // namespace rolecall::ui
