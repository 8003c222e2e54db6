// SPDX-License-Identifier: GPL-3.0-or-later
// One reader per kind of document, for readDocument(), which has told the kinds apart.
#pragma once

#include "app/documents/document_draft.h"

#include <QByteArray>
#include <tl/expected.hpp>

namespace rolecall::app {

class ZipArchive;

/// Why a document cannot be read and what the person can do, translated, without full stops.
struct DocumentFault
{
    QString problem;
    QString remedy = {};
};
template<class T> using DocumentPart = tl::expected<T, DocumentFault>;

DocumentPart<DocumentDraft> readPdf(const QByteArray &bytes, const DocumentLimits &limits);
DocumentPart<DocumentDraft> readDocx(const ZipArchive &archive, const DocumentLimits &limits);
DocumentPart<DocumentDraft> readOdt(const ZipArchive &archive, const DocumentLimits &limits);
/// RTF 1.9.1: the text, without pictures, objects and field instructions.
DocumentDraft readRtf(const QByteArray &bytes, const DocumentLimits &limits);

/// A member of a DOCX or ODT, of at most `mostBytes` unpacked.
DocumentPart<QByteArray> zipEntry(const ZipArchive &archive, const QByteArray &name, qint64 mostBytes);

/// Text that is valid and safe to show: line ends are \n, no control characters, no lone surrogates.
QString cleanText(const QString &text);

} // namespace rolecall::app
