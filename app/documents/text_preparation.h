// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a stored document: as it was read before, or read now by today's reader.
#pragma once

#include "app/documents/apart.h"
#include "db/documents.h"

namespace rolecall::app {

/// What today's reader makes of bytes; a document that cannot be read is a text with a problem. Safe from any thread.
/// With `apart` a PDF is read by it.
db::DocumentText readText(const QByteArray &bytes, const QString &sha256, const QString &fileName, const ApartReader &apart = {});
/// Of a text that could not be read at all.
bool isUnreadable(const db::DocumentText &text);

struct PreparedText
{
    db::DocumentText text;
    bool fresh = false; ///< just read: to be kept with db::storeDocumentText() by a connection that writes
};

/// Writes nothing, so a reading thread may do it. A document that cannot be read is a text with a problem, not a failure.
/// With `apart` a PDF is read by it, unless it was before.
Result<PreparedText> prepareText(db::Connection &connection, const db::Document &document, const ApartReader &apart = {});

/// Those whose text is not there yet, or was read by another reader than today's; one for each content.
Result<QList<db::DocumentId>> documentsToRead(db::Connection &connection);

} // namespace rolecall::app
