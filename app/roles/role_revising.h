// SPDX-License-Identifier: GPL-3.0-or-later
// A newer posting for a role: looked at first, then stored as its next revision, as one change that can be undone.
#pragma once

#include "app/done.h"
#include "app/posting/posting_revision.h"
#include "db/roles.h"

namespace rolecall::app {

/// A newer posting beside the role as it is. A person corrects `changes` (accepted, joinRevisions, separateRevision,
/// texts and tiers of `to`) and hands it back.
struct Revision
{
    db::RoleId role;
    int number = 1;          ///< of the posting's revision it becomes
    QByteArray bytes;        ///< as published
    QString fileName;
    QString encoding;
    RoleDraft posting;       ///< the role in the file that is most like this one
    QStringList warnings;
    bool samePosting = false; ///< byte for byte the one in force
    QList<QualityRevision> changes;
    QHash<db::QualityId, int> ratings; ///< how many each quality has, retired ones too; without an entry: none
    QList<db::Quality> retired;        ///< out of force before: a new one that says the same brings it back

    int count(RevisionKind kind) const;
    /// The ratings that the change touches: kept and marked, or kept out of force. A refused one touches none.
    int touched(const QualityRevision &change) const;
    /// The retired quality that a new one brings back, with its ratings; not valid where there is none.
    db::QualityId returning(const QualityRevision &change) const;
    /// Of all: how many will have to be confirmed again.
    int toConfirm() const;
};

/// Nothing is stored. Fails where the file is no posting or holds no role. Of several roles in a file the one whose
/// qualities fit best is taken, among equals the one whose title does; a warning says so.
Result<Revision> proposeRevision(db::Connection &connection, db::RoleId role, const QByteArray &bytes, const QString &fileName);

/// Stores the posting as the next revision and the accepted changes with it: reworded and moved qualities keep their
/// ratings, marked for reconfirmation; retired ones keep theirs out of force; the first piece of a split keeps the
/// ratings, marked; a new one that was in force before comes back with its own, marked. Duties and contacts follow the
/// newer posting; dates that are new are proposed, and none is taken away. Nothing is deleted.
/// Fails, with nothing stored, where the role's qualities have changed since the proposal.
Result<Done> applyRevision(db::Connection &connection, const Revision &revision);

} // namespace rolecall::app
