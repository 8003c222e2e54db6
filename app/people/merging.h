// SPDX-License-Identifier: GPL-3.0-or-later
// Two entries of one person become one, as one change: Undo makes them two again. Nothing is dropped; what there can only
// be one of is kept as a note.
#pragma once

#include "app/done.h"

#include <QSet>
#include <QStringList>

namespace rolecall::app {

/// Of which of the two a field is taken.
struct MergeChoice
{
    db::CandidateId kept;  ///< whose entry stays
    db::CandidateId other; ///< whose entry goes
    bool otherName = false, otherEmail = false, otherPhone = false, otherLocation = false;
    QSet<db::CustomFieldId> otherFields;
};

/// What a merge will do, in sentences: for a person to read before it is done.
struct MergePreview
{
    QStringList sentences;
};
Result<MergePreview> previewMerge(db::Connection &connection, const MergeChoice &choice);

Result<Done> mergePeople(db::Connection &connection, const MergeChoice &choice);

} // namespace rolecall::app
