// SPDX-License-Identifier: GPL-3.0-or-later
// Roles from postings, and everything a person changes in a role. Each function is one change.
#pragma once

#include "app/agenda/deadline_editing.h"
#include "app/done.h"
#include "app/posting/posting_draft.h"
#include "db/qualities.h"
#include "db/roles.h"
#include "db/stages.h"

namespace rolecall::app {

struct RolesAdded
{
    Done done;
    QList<db::RoleId> roles;
    QStringList warnings;
};
/// Reads a posting and makes one role per role found in it, with its qualities, duties, dates, contacts, the usual
/// stages, and the person in front of the workspace on its panel. A file with a role but no lists still makes a role.
Result<RolesAdded> addRolesFromPosting(db::Connection &connection, const QByteArray &bytes, const QString &fileName);
/// The same for several files (name and bytes), all in one change or none.
Result<RolesAdded> addRolesFromPostings(db::Connection &connection, const QList<QPair<QString, QByteArray>> &files);

Result<Done> renameRole(db::Connection &connection, db::RoleId role, const QString &title);
/// Organisation, location, summary, level labels, shortlist size, blind: as given, all in one change.
Result<Done> changeRole(db::Connection &connection, const db::Role &role, const QString &what);
/// From now on applicants are read under their codes; or, with a reason that the history keeps, by their names again. A
/// single one is shown by app/blind/identity.h's reveal().
Result<Done> setBlind(db::Connection &connection, db::RoleId role, bool blind, const QString &reason = {});
Result<Done> removeRole(db::Connection &connection, db::RoleId role);

Result<Done> addQuality(db::Connection &connection, db::RoleId role, db::Tier tier, const QString &text);
/// Ratings stand; where it says something else than before they are marked for reconfirmation.
Result<Done> rewordQuality(db::Connection &connection, db::QualityId quality, const QString &text);
/// To a tier and a place in it, counted from 0; the others close up. In another tier the ratings are marked for
/// reconfirmation.
Result<Done> moveQuality(db::Connection &connection, db::QualityId quality, db::Tier tier, int position);
/// Several in one change, in this order, before the one that stands at `position` of the tier now; beyond its end: last.
Result<Done> moveQualities(db::Connection &connection, const QList<db::QualityId> &qualities, db::Tier tier, int position);
Result<Done> weighQuality(db::Connection &connection, db::QualityId quality, int weight);
Result<Done> setQualityThreshold(db::Connection &connection, db::QualityId quality, int threshold);
/// Out of force; its ratings stay and come back with it.
Result<Done> retireQuality(db::Connection &connection, db::QualityId quality);
Result<Done> retireQualities(db::Connection &connection, const QList<db::QualityId> &qualities);
Result<Done> restoreQuality(db::Connection &connection, db::QualityId quality);
/// The first keeps its ratings, marked for reconfirmation; the others begin unrated.
Result<Done> splitQuality(db::Connection &connection, db::QualityId quality, const QStringList &texts);
/// Into the first, which keeps its ratings, marked for reconfirmation; the others retire.
Result<Done> mergeQualities(db::Connection &connection, const QList<db::QualityId> &qualities, const QString &text);

/// The text of one of the role's postings, decoded as it was read, and the reading of it made anew.
struct PostingSource
{
    db::Posting posting;
    PostingDraft draft;
};
/// The newest one where no revision is named; none where there is none of this number.
Result<std::optional<PostingSource>> postingSource(db::Connection &connection, db::RoleId role, std::optional<int> revision = {});

/// The DESIGN's name of a deadline's kind, as stored and as in the JSON.
QString deadlineKindName(DeadlineKind kind);

} // namespace rolecall::app
