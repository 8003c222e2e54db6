// SPDX-License-Identifier: GPL-3.0-or-later
// Where a quote stands in a text: at its recorded range as long as the words are there, else wherever its words are.
// A text can be extracted anew by a better reader, and a PDF page has line breaks of its own.
#pragma once

#include <QString>
#include <optional>

namespace rolecall::app {

struct QuotePlace
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool exact = true; ///< false: found by its words, elsewhere or in part
};
/// `start` and `length` are where it was (UTF-16); of several places the nearest counts. nullopt: the words are not there.
std::optional<QuotePlace> findQuote(const QString &text, const QString &quote, qsizetype start, qsizetype length);

} // namespace rolecall::app
