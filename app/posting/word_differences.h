// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a line went and which came, so that a person sees at a glance what a rewording changed.
#pragma once

#include <QList>
#include <QString>

namespace rolecall::app {

/// A stretch of a text in UTF-16 code units.
struct Stretch
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const Stretch &, const Stretch &) = default;
};

struct WordDifferences
{
    QList<Stretch> removed; ///< of the earlier text
    QList<Stretch> added;   ///< of the later one
};

/// Beyond this many words on one side all of both is marked: the comparison is quadratic.
constexpr qsizetype mostWordsCompared = 500;

/// By the longest common subsequence of words; case and punctuation at a word's edges do not count. Neighbouring words
/// are one stretch, with the spaces between them.
WordDifferences wordDifferences(const QString &earlier, const QString &later);

} // namespace rolecall::app
