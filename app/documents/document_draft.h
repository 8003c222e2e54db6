// SPDX-License-Identifier: GPL-3.0-or-later
// What a document says, before it is stored: its kind, its text, and where each page begins in that text.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace rolecall::app {

enum class DocumentKind { Pdf, Docx, Odt, Rtf, PlainText, Markdown, Html, Image, Mail };

/// "pdf", "docx", "odt", "rtf", "text", "markdown", "html", "image" or "mail".
QString documentKindName(DocumentKind kind);

struct DocumentPage
{
    qsizetype start = 0;  ///< in UTF-16 units of DocumentDraft::text
    qsizetype length = 0; ///< without the blank line between pages
};

struct DocumentDraft
{
    DocumentKind kind = DocumentKind::PlainText;
    std::optional<int> pages; ///< where the file itself has pages
    QString text;             ///< valid Unicode without control characters other than \n and \t
    std::vector<DocumentPage> pageTexts; ///< one for each page that was read; empty for kinds without pages
    QStringList warnings;     ///< translated, each one sentence without a full stop
};

/// What one document may cost. The defaults suit a CV and leave room for a book.
struct DocumentLimits
{
    qint64 bytes = 64LL * 1024 * 1024;         ///< of the file; a workspace keeps no larger one
    qint64 unpackedBytes = 48LL * 1024 * 1024; ///< of all parts of a DOCX or ODT together, unpacked
    qint64 characters = 8'000'000;             ///< of text; the rest is left out with a warning
    int pages = 3000;                          ///< whose text is read; the rest are counted
    int milliseconds = 10'000;                 ///< for the text of a PDF; the rest is left out with a warning
    qint64 memoryBytes = 384LL * 1024 * 1024;  ///< by which the process may grow while it reads a PDF; then as above
};

} // namespace rolecall::app
