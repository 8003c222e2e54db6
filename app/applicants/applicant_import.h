// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants into a role from whatever they come in: tables, mail, address cards, CVs, folders of all of these. Read in
// streams, written in one transaction, one change, undone as one.
#pragma once

#include "app/done.h"
#include "app/intake/import_sources.h"
#include "app/intake/intake_item.h"
#include "app/intake/text_cache.h"
#include "app/intake/unpacked_archives.h"
#include "app/progress.h"

#include <QHash>
#include <QStringList>
#include <functional>

namespace rolecall::app {

enum class RowState { Taken, NeedsLook, Refused };
QString rowStateName(RowState state);

struct ImportedRow
{
    QString file;
    std::optional<qint64> row; ///< line of a table, the header included; number of a message or card; none of other files
    RowState state = RowState::Taken;
    QString name;
    QString email;
    QStringList messages; ///< what was changed or left out, and why
    QString key;          ///< what an answer is given under; empty for rows of tables
    bool isInDoubt = false;      ///< refused because nobody said who it is
    QList<IntakePerson> choices; ///< who was found in it
    db::RoleId role;             ///< into which it goes
    int documents = 0;
};

/// What a person said about a message, a card or documents.
struct ImportAnswer
{
    IntakePerson person; ///< nobody: as it was found
    db::RoleId role;     ///< invalid: as it was guessed
};

struct ImportRequest
{
    db::RoleId role;
    QStringList files; ///< and folders
    QStringList columnMap;   ///< FIELD=COLUMN, over what is recognised
    QHash<QString, QStringList> fileColumnMaps; ///< the same for single files, by path: over columnMap
    QHash<QString, ImportAnswer> answers; ///< by ImportedRow::key
    QString reviewerName;    ///< whose submitted ratings the rating columns are; empty: the workspace's own reviewer
    bool dryRun = false;
    /// Where a subject or a file's name says plainly that it is for another role of the workspace, it goes there; otherwise
    /// that is only said.
    bool guessRoles = false;
    /// A table that cannot be read is refused by itself; otherwise nothing at all is stored then.
    bool skipUnreadableTables = false;
    std::shared_ptr<TextCache> texts; ///< from a trial to the import after it; may be null
    std::shared_ptr<UnpackedArchives> archives; ///< the same of archives; may be null
    /// Hears of every row, in order; empty where only the counts are wanted.
    std::function<void(const ImportedRow &)> onRow;
};

struct ImportSummary
{
    qint64 taken = 0;     ///< with a clean row
    qint64 needsLook = 0; ///< taken, too, but something in it wants a person's eye
    qint64 refused = 0;
    qint64 applicants = 0; ///< made new; others only got a document more
    qint64 inDoubt = 0;   ///< of the refused: those that a word about who it is would let in
    QStringList messages; ///< about files and columns
    std::optional<Done> done; ///< none after a dry run
};

/// Whether a row's message says that somebody like them was there already: see app/people/duplicates.h.
bool tellsOfLikeness(const QString &message);

/// Fails, with nothing stored, where no file can be read at all, and where a table breaks off in the middle.
Result<ImportSummary> importApplicants(db::Connection &connection, const ImportRequest &request, Progress *progress = nullptr);

} // namespace rolecall::app
