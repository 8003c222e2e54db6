// SPDX-License-Identifier: GPL-3.0-or-later
// From what a file lists to the entries a person would write down.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

/// Appends a list's entries. A nested list joins its parent where that ends with a colon, and stands for itself otherwise.
void appendEntries(const QList<ListEntry> &entries, QList<QualityDraft> &to);

/// Appends a paragraph that stands where a list was to be expected: one entry, or one per line.
void appendParagraph(const Block &paragraph, QList<QualityDraft> &to);

} // namespace rolecall::app
