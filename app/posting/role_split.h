// SPDX-License-Identifier: GPL-3.0-or-later
// One file may hold several roles; finds where each begins.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

struct RolePart
{
    qsizetype heading = -1; ///< index of the block that is the role's title; -1 where the file is one role
    QList<Block> blocks;
};

struct SplitPosting
{
    QList<RolePart> roles; ///< never empty
    QList<Block> common;   ///< what stands before the first role or behind the last, for all of them
};

SplitPosting splitRoles(const QList<Block> &blocks);

} // namespace rolecall::app
