// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a workspace keeps of some people, found by the references between its tables and in the change log, and
// taken out of both. What a table refers to is read from the schema, so a table that is added later is covered.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QStringList>
#include <functional>

namespace rolecall::db {

class Connection;

/// Notes in temporary tables of this connection which rows, present and in the log, belong to these people. Needs a
/// connection that may write; what the file holds stays as it is. Everything below works on what was noted last.
Outcome noteErasure(Connection &connection, const QList<CandidateId> &people);

/// How many rows of a table will go.
struct ErasedRows
{
    QString table;
    qint64 rows = 0;
};
Result<QList<ErasedRows>> erasedRows(Connection &connection);

/// A file whose content goes, or stays because somebody else has it too.
struct ErasedContent
{
    QString fileName;
    qint64 size = 0; ///< bytes
    bool shared = false;
};
Result<QList<ErasedContent>> erasedContents(Connection &connection);

struct ErasedLog
{
    qint64 changes = 0; ///< told in History without the person from then on
    qint64 images = 0;  ///< rows as they were before a change
    qint64 frozen = 0;  ///< places in frozen shortlists, kept with nobody in them
};
Result<ErasedLog> erasedLog(Connection &connection);

/// A text in which somebody else may name a person.
struct StoredText
{
    QString table;
    QString key; ///< the row's key, as a JSON array
    QString column;
    QString text;
};
/// Every text that people write and that does not go by itself: notes, evidence, reasons, titles, file names. Return false to stop.
Outcome forEachRemainingText(Connection &connection, const std::function<bool(const StoredText &)> &visit);
/// Whose word a text is, and on which application: for what may be shown of it.
struct TextOwner
{
    ApplicationId application; ///< not valid: of none
    ReviewerId reviewer;       ///< not valid: of nobody in particular
    bool draft = false;        ///< in a review that is not submitted
};
Result<TextOwner> ownerOf(Connection &connection, const StoredText &text);
/// Replaces a text where it is still what it was; tells whether it was.
Result<bool> replaceText(Connection &connection, const StoredText &was, const QString &text);

/// An image of the change log: one row before a change (an object) or many (an array of arrays), as JSON.
struct LoggedImage
{
    bool bulk = false;
    qint64 id = 0;
    QString table;
    QString key; ///< as a JSON array; empty for many rows
    QString json;
};
/// Those that do not go by themselves. Return false to stop.
Outcome forEachRemainingImage(Connection &connection, const std::function<bool(const LoggedImage &)> &visit);
Outcome replaceImage(Connection &connection, const LoggedImage &image, const QString &json);

/// Documents of others whose text has this phrase in it; names of files.
Result<QStringList> documentsNaming(Connection &connection, const QString &phrase);

struct ErasureTitles
{
    QString done; ///< of the erasure itself
    QString cut;  ///< in the place of what was done with the people before
};
/// Takes all that was noted out of the file, within a transaction of the caller that began after startCapture(): rows, contents nobody else has, log
/// images, index entries. What stays is a row of `erasure` for each person, and a change that cannot be undone.
Outcome removeErased(Connection &connection, const QString &reason, const ErasureTitles &titles);

/// Makes the freed pages of the file and its log unreadable: rewrites the file and empties the write-ahead log. Where this
/// is cut short it is done when the file is next opened for writing, see finishErasure().
Outcome cleanse(Connection &connection);
/// Called at each opening for writing.
Outcome finishErasure(Connection &connection);

} // namespace rolecall::db
