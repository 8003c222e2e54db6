// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the text of CVs and letters. What a file is, its content says; its name only decides between kinds of text.
// Nothing in a document is fetched or run, and a hostile one costs bounded time and memory.
#pragma once

#include "app/documents/document_draft.h"
#include "db/result.h"

namespace rolecall::app {

/// Fails, with the reason, for what cannot be read: empty, damaged, protected, too large, without pages, of no known kind.
/// A scan is read: it has pages, no text and a warning. Pure, and safe to call from any thread.
Result<DocumentDraft> readDocument(const QByteArray &bytes, const QString &fileName, const DocumentLimits &limits = {});

} // namespace rolecall::app
