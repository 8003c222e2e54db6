// SPDX-License-Identifier: GPL-3.0-or-later
// How well a few typed letters fit a text: for the command palette.
#pragma once

#include <QString>

namespace rolecall::ui {

/// 0: does not fit. Every word of the query must fit, in any order, best first: a word's beginning, the initials of
/// several words in order, the inside of a word, letters in order. Case and accents do not count.
int fitOf(const QString &query, const QString &text);

} // namespace rolecall::ui
