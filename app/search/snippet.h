// SPDX-License-Identifier: GPL-3.0-or-later
// The words in their place: the piece of a text that shows best why it was found.
#pragma once

#include "db/search_syntax.h"

namespace rolecall::app {

struct SnippetMark
{
    qsizetype start = 0; ///< UTF-16 units of the snippet
    qsizetype length = 0;
    friend bool operator==(const SnippetMark &, const SnippetMark &) = default;
};

struct Snippet
{
    QString text; ///< one line; "…" where the text goes on
    QList<SnippetMark> marks;
    qsizetype place = 0;  ///< of the first mark, in the text itself
    qsizetype placeLength = 0; ///< 0 where nothing was found
};

/// The stretch of about `length` units with the most of the terms in it, the first of equals. Without any: the beginning.
Snippet snippet(const QString &text, const QList<db::SearchTerm> &terms, qsizetype length = 180);

/// Only the marks, for a text that is shown whole, such as a name.
QList<SnippetMark> marksIn(const QString &text, const QList<db::SearchTerm> &terms);

enum class WordsAs { Phrase, Separate };
/// For a search inside one text: the words as they are typed, also in the middle of others, or each by itself.
QList<SnippetMark> findInText(const QString &text, const QString &typed, WordsAs as, qsizetype most);

/// With the marked words in [square brackets].
QString inBrackets(const Snippet &snippet);

} // namespace rolecall::app
