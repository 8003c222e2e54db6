// SPDX-License-Identifier: GPL-3.0-or-later
// All of one person, as it may be shown to the connection's reviewer: nothing of an application hidden by a blind role, and
// no colleague's word on an application that is still to be reviewed independently.
#pragma once

#include "db/custom_fields.h"
#include "db/documents.h"
#include "db/people.h"

#include <QDateTime>

namespace rolecall::app {

enum class TimelineKind { Applied, Document, Mail, Review, Interview, Stage, Outcome, Note, Other };

struct TimelineEntry
{
    QDateTime at; ///< UTC
    TimelineKind kind = TimelineKind::Other;
    QString what; ///< in plain words
    QString more; ///< a quiet second line: the role, who did it; may be empty
};

struct PersonFile
{
    db::Candidate person;
    QList<db::PersonApplication> applications; ///< without the hidden ones
    QList<db::PersonNote> notes;               ///< the newest first
    int notesHeldBack = 0;                     ///< colleagues' notes that are shown once one's own review is submitted
    QList<db::Document> documents;
    QList<db::CustomField> fields;
    QHash<db::CustomFieldId, QString> values;
    QList<TimelineEntry> timeline; ///< the newest first
};

/// Fails for a person who may not be shown. For a reading thread: as long as a person's life here.
Result<PersonFile> readPersonFile(db::Connection &connection, db::CandidateId person);

} // namespace rolecall::app
