// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of a posting with what stands over them, for everything that is read from prose.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

struct TextUnit
{
    QString sentence;
    QString context; ///< the heading or lead-in it stands under
    SourceRange source = {};
    bool inList = false;
    bool fact = false;
};

QList<TextUnit> textUnits(const QList<Block> &blocks);

} // namespace rolecall::app
