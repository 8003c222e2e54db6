// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the structure that a posting shows without marking it: bold lines and plain lines that are headings, run-in
// headings, bullets typed by hand, tables that hold lists.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

/// Returns headings, paragraphs, lists, directives and resets only.
QList<Block> shapedBlocks(const QList<Block> &blocks);

/// What a table says, as blocks: columns or rows of needs and wishes become lists, facts become lines of facts.
QList<Block> tableBlocks(const Block &table);

} // namespace rolecall::app
