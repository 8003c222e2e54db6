// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that a posting counts from another one: "within three working days of closing".
#pragma once

#include "app/posting/posting_draft.h"
#include "app/posting/text_units.h"

namespace rolecall::app {

/// "14", "four", "vier", "quatre": what postings write for small numbers.
std::optional<int> smallNumber(const QString &word);

/// English, German and French; each once, in the order of the text.
QList<RelativeDateDraft> readRelativeDates(const QList<TextUnit> &units);

} // namespace rolecall::app
