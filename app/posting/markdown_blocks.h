// SPDX-License-Identifier: GPL-3.0-or-later
// CommonMark with tables, footnotes and MyST directives, to blocks.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

/// base: where the text begins in the source text, or -1 where places in it are not places in the source.
QList<Block> markdownBlocks(const QString &text, qsizetype base);

} // namespace rolecall::app
