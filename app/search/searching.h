// SPDX-License-Identifier: GPL-3.0-or-later
// Search as one reader may see it: blind applicants by their code, others' judgements not before one's own.
#pragma once

#include "app/search/snippet.h"
#include "db/search.h"

namespace rolecall::app {

/// Rows of a kind that are ranked while somebody types: the newest of them, which takes a few milliseconds however
/// many more there are.
constexpr int rankedAtFirst = 2000;

struct SearchRequest
{
    QString typed;
    db::SearchFilter filter = {};
    int limit = 50;
    int ranked = 0; ///< see db::search()
    friend bool operator==(const SearchRequest &, const SearchRequest &) = default;
};

struct Finding
{
    db::SearchHit hit; ///< its title and person may be shown
    Snippet snippet;
    /// Where the words are in the document's own text; UTF-16 units, no length: not a document, or not known.
    qsizetype start = 0;
    qsizetype length = 0;
};

struct Findings
{
    QList<Finding> list; ///< best first
    bool complete = true;
};

/// Applicants of a blind role who are not revealed are found by the words that are left when their text is masked, and
/// told by their code.
Result<Findings> search(db::Connection &connection, const SearchRequest &request);

} // namespace rolecall::app
