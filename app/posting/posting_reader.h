// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a published posting: Markdown, MyST, HTML or plain text in any encoding.
#pragma once

#include "app/posting/posting_draft.h"
#include "db/result.h"

#include <QByteArray>

namespace rolecall::app {

/// The largest posting that is read, in bytes.
inline constexpr qsizetype largestPosting = 8 * 1024 * 1024;

/// Reads the posting. The file's name gives a hint at its format and names it in errors; nothing is opened.
/// Fails for an empty, binary or oversized file only. A posting without lists is a draft with a warning.
Result<PostingDraft> readPosting(const QByteArray &bytes, const QString &fileName);

} // namespace rolecall::app
