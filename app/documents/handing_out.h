// SPDX-License-Identifier: GPL-3.0-or-later
// A document on its way out of the workspace, where a person asks for it: under a name that no program mistakes.
#pragma once

#include "db/documents.h"

#include <QString>

namespace rolecall::app {

/// The document's own name without a path, reserved names, control and direction characters; its ending fits what the
/// content is (`kind` as in db::DocumentText), so that "CV.pdf.exe" which is a PDF ends in .pdf, and what is of no known
/// kind ends in .unknown.
QString safeDocumentName(const QString &fileName, const QString &kind);

/// Whether another program may be asked to show it. HTML and mail are not: a browser would fetch and run what is in them.
bool mayOpenOutside(const QString &kind);

/// Writes the bytes to a new or existing file.
Outcome saveDocument(db::Connection &connection, const db::Document &document, const QString &path);

/// Writes a copy that can only be read, by this user alone, into an existing folder; returns its path.
Result<QString> copyForOpening(db::Connection &connection, const db::Document &document, const QString &kind, const QString &folder);

} // namespace rolecall::app
