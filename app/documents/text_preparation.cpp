// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/text_preparation.h"

#include "app/documents/document_reader.h"
#include "db/connection.h"
#include "db/roles.h"

namespace rolecall::app {

namespace {

/// Raise the number when readers read better: cached texts are then made anew.
const QString extractor = QStringLiteral("rolecall 1");

const QString unreadable = QStringLiteral("unreadable");

} // namespace

db::DocumentText readText(const QByteArray &bytes, const QString &sha256, const QString &fileName)
{
    db::DocumentText text;
    text.sha256 = sha256;
    text.extractor = extractor;
    const auto draft = readDocument(bytes, fileName);
    if (!draft) {
        text.kind = unreadable;
        text.problem = draft.error().problem;
        return text;
    }
    text.kind = documentKindName(draft->kind);
    text.pages = draft->pages;
    text.text = draft->text;
    text.problem = draft->warnings.join(QStringLiteral(". "));
    if (!draft->pageTexts.empty()) {
        text.pageStarts.clear();
        for (const DocumentPage &page : draft->pageTexts)
            text.pageStarts << page.start;
        text.pageStarts[0] = 0;
    }
    return text;
}

bool isUnreadable(const db::DocumentText &text)
{
    return text.kind == unreadable;
}

Result<PreparedText> prepareText(db::Connection &connection, const db::Document &document)
{
    auto kept = db::documentText(connection, document.sha256);
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept && (*kept)->extractor == extractor)
        return PreparedText{std::move(**kept), false};
    const auto bytes = db::content(connection, document.sha256);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return PreparedText{readText(*bytes, document.sha256, document.fileName), true};
}

} // namespace rolecall::app
