// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts the lists of one role: which heading or lead-in each stands under, and what that makes of it.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

struct RoleLists
{
    QList<QualityDraft> necessary;
    QList<QualityDraft> useful;
    QList<QualityDraft> responsibilities;
    bool guessed = false; ///< some list was sorted by its wording, because nothing around it says what it is
};

RoleLists readLists(const QList<Block> &blocks);

} // namespace rolecall::app
