// SPDX-License-Identifier: GPL-3.0-or-later
// HTML, whole pages as well as fragments inside Markdown, to blocks.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

/// base: where the text begins in the source text, or -1 where places in it are not places in the source.
QList<Block> htmlBlocks(const QString &text, qsizetype base);

/// Whether the elements nest deeper than a posting's do; such a text is better read without its tags.
bool nestsTooDeep(const QString &html);

} // namespace rolecall::app
