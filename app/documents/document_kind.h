// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of document some bytes are. The content decides; the name decides only between kinds of text.
#pragma once

#include "app/documents/document_draft.h"

#include <QByteArray>

namespace rolecall::app {

/// A kind that can be read, or one that is recognised in order to be refused with a clear reason.
struct DetectedKind
{
    std::optional<DocumentKind> kind;
    bool zip = false;      ///< DOCX, ODT or some other archive: its entries decide
    QString refusal = {};  ///< why it cannot be read, translated; set where `kind` is not and `zip` is not
    QString remedy = {};
};

DetectedKind detectKind(const QByteArray &bytes, const QString &fileName);

} // namespace rolecall::app
