// SPDX-License-Identifier: GPL-3.0-or-later
// Which dates of a posting are deadlines, and of which kind.
#pragma once

#include "app/posting/front_matter.h"
#include "app/posting/text_units.h"

namespace rolecall::app {

struct DeadlineContext
{
    bool monthFirst = false; ///< how to read 3/4/2024
    QDate published = {};    ///< the day the posting says it was published; may be null
    QDate reference = {};    ///< a full date of the file, for those that lack their year; may be null
};

/// Deadlines in the order of the text, each once.
QList<DeadlineDraft> readDeadlines(const QList<TextUnit> &units, const QList<FrontMatterField> &fields, const DeadlineContext &context, QStringList &warnings);

/// The date that stands for "now" in a file: its latest closing date, else the day it was posted, else any full date.
QDate referenceDate(const QList<TextUnit> &units, const QList<FrontMatterField> &fields, bool monthFirst);

/// The day the posting says it was published; null where it does not say.
QDate publicationDate(const QList<TextUnit> &units, const QList<FrontMatterField> &fields, bool monthFirst);

} // namespace rolecall::app
