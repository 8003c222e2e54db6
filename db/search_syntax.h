// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types in a search field: as an FTS5 expression, and as words to be found in a text.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace rolecall::db {

/// Words that stand next to each other: one word as it is typed, or a quotation.
struct SearchTerm
{
    QList<QByteArray> words; ///< folded (db/text_words.h), UTF-8
    bool open = true;        ///< the last word may go on: it is a beginning
};
/// Every term must be there. Empty where there is nothing to look for.
QList<SearchTerm> searchTerms(const QString &typed);

/// The same for FTS5: every word must be there, each as a prefix; "quoted words" must stand together. Anything else of
/// FTS5's syntax is text to be found, never an operator.
enum class TermsWanted { All, Any };
QString searchExpression(const QString &typed, TermsWanted wanted = TermsWanted::All);

/// Where a term stands in a text.
struct FoundTerm
{
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;
    int term = 0; ///< its place among the terms
};
/// All places of the terms, in the order of the text, at most `most`.
QList<FoundTerm> findTerms(const QString &text, const QList<SearchTerm> &terms, qsizetype most);
/// Whether every term is in the text.
bool hasTerms(const QString &text, const QList<SearchTerm> &terms);

} // namespace rolecall::db
