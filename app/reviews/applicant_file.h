// SPDX-License-Identifier: GPL-3.0-or-later
// All there is to read of one applicant, ready to be shown: documents with their text, notes that came along, and who
// it is; blind, with the identity taken out of every part of it.
#pragma once

#include "app/blind/identity.h"
#include "app/blind/masking.h"
#include "app/documents/apart.h"
#include "app/documents/picture.h"
#include "db/documents.h"

#include <QByteArray>
#include <QList>

namespace rolecall::app {

struct ReadableDocument
{
    db::Document document; ///< its file name is empty where the identity is hidden
    QString title;         ///< the file name, or "Document 1" where that may say who it is
    db::DocumentText text; ///< as extracted; never to be shown where the identity is hidden
    bool fresh = false;    ///< the text is to be kept
    QString notice;        ///< why it is not shown as it is; empty: it is
    bool hidden = false;
    MaskedText masked;     ///< filled where hidden
    QByteArray pdf;        ///< the file, where its pages may be shown
    Picture picture;       ///< where it is one that may be looked at

    /// What is to be known beside it, without a full stop; empty: nothing.
    QString remark() const { return notice.isEmpty() || text.problem.isEmpty() ? notice + text.problem : text.problem + QStringLiteral(". ") + notice; }
    const QString &shownText() const { return hidden ? masked.text : text.text; }
    MaskedText::Range toOriginal(MaskedText::Range shown) const { return hidden ? masked.toOriginal(shown) : shown; }
    MaskedText::Range toShown(MaskedText::Range original) const { return hidden ? masked.toMasked(original) : original; }
    /// Counted from 1, by an offset in the extracted text; nullopt where the document has no pages.
    std::optional<int> pageAt(qsizetype originalOffset) const;
};

struct ApplicantFile
{
    db::Application application;
    Identity identity;
    CandidateFacts facts; ///< for masking only
    QList<ReadableDocument> documents;
    QStringList notes; ///< those that came with the application, masked where hidden

    /// Words that may hold the identity, such as a quote taken before the role was blind.
    QString safe(const QString &text) const;
};

/// Reads, extracts and masks: for a reading thread. Writes nothing.
/// With `apart` PDFs are read by it, and their pages shown only where it could draw them.
Result<ApplicantFile> readApplicantFile(db::Connection &connection, db::ApplicationId application, const ApartReader &apart = {});

} // namespace rolecall::app
