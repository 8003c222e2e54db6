// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of applications and candidates, and the text that was read in their contents.
// insertDocument and deleteDocument must be called within a ChangeScope; the bytes go in with storeContent() (db/roles.h).
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QString>
#include <optional>

namespace rolecall::db {

class Connection;

/// Belongs to an application or to a candidate, never to both.
struct Document
{
    DocumentId id;
    QString uuid;
    ApplicationId application;
    CandidateId candidate;
    QString sha256; ///< of its content
    QString fileName;
    qint64 size = 0; ///< bytes, read only
    QString addedAt;
};

Result<DocumentId> insertDocument(Connection &connection, const Document &document);
/// The content stays: another document, or the change log, may need it.
Outcome deleteDocument(Connection &connection, DocumentId id);
Result<Document> document(Connection &connection, DocumentId id);
/// The application's own in the order they came, then those of its candidate.
Result<QList<Document>> documents(Connection &connection, ApplicationId application);

/// What a reader made of a content. Made anew at any time, so it is not in the change log.
struct DocumentText
{
    QString sha256;
    QString kind;      ///< pdf, text, markdown, html, mail ...
    QString extractor; ///< which reader in which version: another one asks for a new reading
    std::optional<int> pages;
    QList<qsizetype> pageStarts{0}; ///< UTF-16 offsets in text
    QString text;
    QString problem; ///< why there is no text; empty where there is no problem
    QString pageView = QStringLiteral(""); ///< "drawn" or "not drawn" by a process of its own that tried; empty: none did
};
/// The starts as they are stored.
QString pageStartsText(const QList<qsizetype> &starts);
Result<std::optional<DocumentText>> documentText(Connection &connection, const QString &sha256);
/// Adds or replaces, in a transaction of its own, together with the full-text index. Not within a ChangeScope.
Outcome storeDocumentText(Connection &connection, const DocumentText &text);
/// One document for each content that has no text of this extractor, oldest first.
Result<QList<DocumentId>> documentsWithoutText(Connection &connection, const QString &extractor);
/// For erasure, within its transaction: the text of a content goes, from the full-text index too (forgetDeleted() in
/// db/search_index.h then takes the last trace of it).
Outcome deleteDocumentText(Connection &connection, const QString &sha256);

} // namespace rolecall::db
