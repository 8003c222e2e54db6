// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists of a posting are where no known heading says so: by weak words in their headings ("We can't do without",
// "would make us jump"), by the wording of their entries, and by the order in which postings go.
#pragma once

#include "app/posting/block.h"
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

/// What the words of an unknown heading lean to: duties, needs, wishes or what the employer gives. Unknown where they lean
/// nowhere, or to two sides alike.
SectionKind leaningOf(const QString &heading);

struct GuessedList
{
    QString heading;
    const QList<ListEntry> *entries = nullptr;
    SectionKind kind = SectionKind::Unknown; ///< known ones stay as they are
};

/// Fills in the kinds of the unknown ones, in the order of the posting, all at once, so that each fits its neighbours.
/// Those of which nothing tells stay Unknown; what the employer gives becomes Other.
void guessLists(QList<GuessedList> &lists);

} // namespace rolecall::app
