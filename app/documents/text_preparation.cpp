// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/text_preparation.h"

#include "app/documents/document_kind.h"
#include "app/documents/document_reader.h"
#include "db/connection.h"
#include "db/roles.h"

namespace rolecall::app {

namespace {

/// Raise the number when readers read better: cached texts are then made anew.
const QString extractor = QStringLiteral("rolecall 2");

const QString unreadable = QStringLiteral("unreadable");

db::DocumentText textOf(const Result<DocumentDraft> &draft, const QString &sha256)
{
    db::DocumentText text;
    text.sha256 = sha256;
    text.extractor = extractor;
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

} // namespace

db::DocumentText readText(const QByteArray &bytes, const QString &sha256, const QString &fileName, const ApartReader &apart)
{
    if (apart && detectKind(bytes, fileName).kind == DocumentKind::Pdf)
        return textOf(apart(bytes, fileName).draft, sha256);
    return textOf(readDocument(bytes, fileName), sha256);
}

bool isUnreadable(const db::DocumentText &text)
{
    return text.kind == unreadable;
}

Result<PreparedText> prepareText(db::Connection &connection, const db::Document &document, const ApartReader &apart)
{
    auto kept = db::documentText(connection, document.sha256);
    if (!kept)
        return tl::unexpected(kept.error());
    const bool current = *kept && (*kept)->extractor == extractor;
    if (current && (!apart || (*kept)->kind != QLatin1String("pdf") || !(*kept)->pageView.isEmpty()))
        return PreparedText{std::move(**kept), false};
    const auto bytes = db::content(connection, document.sha256);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!apart || detectKind(*bytes, document.fileName).kind != DocumentKind::Pdf)
        return PreparedText{readText(*bytes, document.sha256, document.fileName), true};
    const ReadApart read = apart(*bytes, document.fileName);
    PreparedText prepared{textOf(read.draft, document.sha256), true};
    prepared.text.pageView = read.drawn ? QStringLiteral("drawn") : QStringLiteral("not drawn");
    return prepared;
}

Result<QList<db::DocumentId>> documentsToRead(db::Connection &connection)
{
    return db::documentsWithoutText(connection, extractor);
}

} // namespace rolecall::app
