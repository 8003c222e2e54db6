// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence from a packet, put back to the documents of the workspace: by the content's hash, or, blind, from the masked
// text to the place in the original that it stands for.
#pragma once

#include "app/blind/masking.h"
#include "db/documents.h"
#include "db/packet_rows.h"
#include "db/reviews.h"

namespace rolecall::app {

/// A note that holds the words of a quote whose document is not at hand.
QString withQuote(const QString &note, const QString &quote);

class EvidenceReturn
{
public:
    EvidenceReturn(db::Connection &ours, bool blind);
    /// A quote whose document or words are not here becomes part of the note.
    Result<db::Evidence> returned(db::ApplicationId application, const db::PacketEvidence &evidence);

private:
    struct Text
    {
        db::Document document;
        db::DocumentText text;
        MaskedText masked;
    };
    Outcome turnTo(db::ApplicationId application);
    Result<const Text *> text(const db::Document &document);
    Result<std::optional<db::Evidence>> own(const db::PacketEvidence &evidence);

    db::Connection &m_ours;
    bool m_blind;
    db::ApplicationId m_application;
    CandidateFacts m_facts;
    std::shared_ptr<const OtherNames> m_others;
    QString m_code;
    QList<db::Document> m_documents;
    QList<db::Evidence> m_own; ///< all evidence of the application here
    QHash<db::DocumentId, Text> m_texts;
};

} // namespace rolecall::app
