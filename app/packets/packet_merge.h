// SPDX-License-Identifier: GPL-3.0-or-later
// A colleague's packet comes back: what is in it, what it would change, where both sides differ; and taking it over as
// one change that can be undone. Nothing here is overwritten without a choice: what is not chosen stays as it is.
#pragma once

#include "app/done.h"
#include "db/packets.h"

#include <QList>
#include <QStringList>

namespace rolecall::app {

enum class ConflictKind {
    Review,          ///< the same reviewer's review was changed on both sides
    Quality,         ///< it was reworded, moved or retired since the packet was made
    Reviewer,        ///< reviews in the name of somebody here, whom the packet was not made for
    ApplicationGone  ///< a review of an applicant who is not in the role any more
};
/// "review", "quality", "reviewer", "application_gone".
QString conflictKindName(ConflictKind kind);

struct PacketConflict
{
    ConflictKind kind = ConflictKind::Review;
    QString key;     ///< the same on every reading of the packet
    QString subject; ///< the applicant (blind, the code), the quality or the reviewer
    QString reason;  ///< one sentence
    /// Side by side.
    struct Line
    {
        QString label;
        QString ours;
        QString theirs;
    };
    QList<Line> lines;
    bool canTake = true;
    bool take = false; ///< the person's choice: theirs instead of ours
};

struct PacketProposal
{
    db::PacketInfo packet;
    db::RoleId role;
    QString roleTitle;
    QStringList reviewers; ///< whose reviews are in it
    int added = 0;         ///< reviews that are new here
    int updated = 0;       ///< that replace an older revision, unchanged here
    int unchanged = 0;     ///< that are here already
    int older = 0;         ///< of an older revision than what is here: left
    int drafts = 0;        ///< not submitted: left
    QList<PacketConflict> conflicts;
    QStringList leftOut; ///< what could not be taken, and why
    qint64 leftOutCount = 0;
    bool changesAnything() const;
};
/// Writes nothing. Fails for what is no packet of this workspace, damaged or tampered with.
Result<PacketProposal> proposeMerge(db::Connection &connection, const QString &path);

/// Reads the packet again and takes it over by the proposal's choices; a conflict that it does not name keeps ours.
/// Where there is nothing to take, nothing is written and the change is not valid.
Result<Done> mergePacket(db::Connection &connection, const QString &path, const PacketProposal &proposal);

} // namespace rolecall::app
