// SPDX-License-Identifier: GPL-3.0-or-later
// Copies one role from a workspace into a new file: for packet_export.cpp alone.
#pragma once

#include "app/blind/masking.h"
#include "app/packets/packet_export.h"
#include "db/documents.h"
#include "db/packets.h"

namespace rolecall::app {

class PacketWriter
{
public:
    /// Both connections and what `progress` points at outlive it.
    PacketWriter(db::Connection &from, db::Connection &to, const PacketOptions &options, Progress *progress);
    Result<PacketWritten> write(db::RoleId role);

private:
    Outcome copyAll(db::RoleId role);
    Outcome copyRole(db::RoleId role);
    Outcome copyPosting();
    Outcome copyQualities();
    Outcome makeReviewer();
    Outcome copyApplication(db::ApplicationId id);
    Outcome copyDocument(const db::Document &document, int number);
    Outcome copyReview(db::ApplicationId id);
    db::Evidence carried(db::Evidence evidence) const;
    QString safe(const QString &text) const;

    db::Connection &m_from;
    db::Connection &m_to;
    PacketOptions m_options;
    Progress *m_progress;
    db::PacketInfo m_info;
    PacketWritten m_written;
    db::RoleId m_fromRole;
    db::RoleId m_toRole;
    db::ReviewerId m_fromReviewer; ///< not valid where the workspace does not know them yet
    db::ReviewerId m_toReviewer;
    std::pair<db::PostingId, db::PostingId> m_posting;
    QHash<db::QualityId, db::QualityId> m_qualities; ///< those in force
    QHash<db::QualityId, QString> m_qualityUuids;    ///< all, for fingerprints
    QHash<db::StageId, db::StageId> m_stages;
    QList<db::DocumentText> m_texts;

    // The application being copied.
    CandidateFacts m_facts;
    std::shared_ptr<const OtherNames> m_others;
    QString m_code;
    db::ApplicationId m_application; ///< in the packet
    struct Copied
    {
        db::DocumentId id;
        QString sha256;
        MaskedText masked;
    };
    QHash<db::DocumentId, Copied> m_documents;
};

} // namespace rolecall::app
