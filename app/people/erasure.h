// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing people (GDPR, article 17): what will go, shown before anything does, where others name them, and the act itself,
// which cannot be undone. What stays is a count, and places in frozen shortlists with nobody in them.
#pragma once

#include "app/done.h"
#include "app/progress.h"
#include "db/erasure.h"

#include <QStringList>

namespace rolecall::app {

/// Why somebody is erased; kept with the count.
enum class ErasureReason { Asked, Retention, Mistake };
QString erasureReasonName(ErasureReason reason); ///< "asked", "retention", "mistake"

/// A text of somebody else in which the person is named.
struct Mention
{
    db::StoredText stored;
    QString place;   ///< in plain words: "Note on Bea Example"
    QString excerpt; ///< the name in its place, one line
    bool certain = false;
    bool replace = false; ///< as decided; begins as `certain`
};

struct ErasurePlan
{
    QList<db::CandidateId> people;
    QStringList names;        ///< of them, or how they may be shown
    QList<db::ErasedRows> rows;
    QList<db::ErasedContent> documents;
    db::ErasedLog log;
    QList<Mention> mentions;
    QStringList documentsNaming; ///< files of others that name them: they cannot be changed, and stay
    QStringList backups;      ///< files beside the workspace that still hold them, by name
    QStringList unread;       ///< copies that could not be looked into, as encrypted ones cannot
};

/// The rows of a table, in plain words and in the plural: "Applications".
QString erasedKind(const QString &table);

/// Changes nothing. Needs a connection that may write, for its temporary tables. `backupFolder` is where backups go besides
/// the usual folder.
Result<ErasurePlan> planErasure(db::Connection &connection, const QList<db::CandidateId> &people, const QString &backupFolder, Progress *progress = nullptr);

/// Erases in one transaction, then rewrites the file, so that nothing of it can be read from freed pages. Mentions that
/// are marked are replaced; one that has changed since the plan was made fails the whole.
Result<Done> erase(db::Connection &connection, const ErasurePlan &plan, ErasureReason reason, Progress *progress = nullptr);

} // namespace rolecall::app
