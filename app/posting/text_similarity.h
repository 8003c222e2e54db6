// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two lines of a posting are, by the words that carry meaning: for revisions and for near-duplicates.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace rolecall::app {

/// A text as its wording is compared: no case or accents, quotes and dashes alike, white space single, no end punctuation.
QString comparableText(const QString &text);

/// The stems of a text's words of meaning, sorted, repeated ones repeated. Small words of English, German and French and
/// those that every quality has ("experience", "ability") are left out unless nothing else is there. A stem is a word's
/// first six letters; in scripts without spaces between words, each character. At most `mostStems` are taken.
using Stems = std::vector<QString>;
constexpr int mostStems = 400;
Stems stemsOf(const QString &text);

/// The Dice coefficient of two texts' stems in units of 1/10000: 0 nothing shared, 10000 the same words.
int similarity(const Stems &first, const Stems &second);
/// How much of `part` is found in `whole`, in the same units.
int containment(const Stems &part, const Stems &whole);

/// Pairs rows with columns so that the sum of their gains is largest (Kuhn and Munkres, the Hungarian method; cubic in
/// the number of rows). `gains[row][column]`; a gain of 0 or less leaves both unpaired. Returns a column or -1 per row.
std::vector<int> bestAssignment(const std::vector<std::vector<int>> &gains);

} // namespace rolecall::app
