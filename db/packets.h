// SPDX-License-Identifier: GPL-3.0-or-later
// A packet is a workspace with one role for one colleague: what marks it, what finds its entities again by their UUIDs,
// and what a merge writes. Functions that write must be called within a transaction or a ChangeScope.
#pragma once

#include "db/reviewers.h"
#include "db/reviews.h"

#include <QHash>
#include <chrono>

namespace rolecall::db {

/// What a packet says of itself. It left our hands, so none of it is believed without a look at the workspace.
struct PacketInfo
{
    QString uuid;
    QString workspaceUuid; ///< of the workspace it was made from
    QString roleUuid;
    QString reviewerUuid; ///< whom it was made for
    QString reviewerName;
    QString madeAt;
    bool blind = false;
};
Outcome markAsPacket(Connection &connection, const PacketInfo &info);
/// nullopt: a workspace that is no packet.
Result<std::optional<PacketInfo>> packetInfo(Connection &connection);

/// A review's content as both sides last knew it, so that a merge can tell which side has changed it since.
Outcome rememberReview(Connection &connection, const QString &reviewUuid, const QString &fingerprint);
Result<std::optional<QString>> rememberedReview(Connection &connection, const QString &reviewUuid);

/// Whether both files are laid out alike, to the letter: no trigger, view, generated column or loosened check was put in.
Result<bool> hasSameLayout(Connection &one, Connection &other);

Result<QHash<QString, ApplicationId>> applicationsByUuid(Connection &connection, RoleId role);
Result<std::optional<RoleId>> roleByUuid(Connection &connection, const QString &uuid);
Result<std::optional<Reviewer>> reviewerByUuid(Connection &connection, const QString &uuid);
/// The review that an item of evidence belongs to.
Result<std::optional<ReviewId>> reviewOfEvidence(Connection &connection, const QString &evidenceUuid);

/// Writes a review's UUID, state, revision and times over those of the row with its id.
Outcome replaceReview(Connection &connection, const Review &review);

/// Stops whatever a connection runs once the time is up: a file made to keep a reader busy does not.
class TimeBound
{
public:
    TimeBound(Connection &connection, std::chrono::milliseconds time);
    ~TimeBound();
    Q_DISABLE_COPY_MOVE(TimeBound)

private:
    Connection &m_connection;
    std::chrono::steady_clock::time_point m_end;
};

} // namespace rolecall::db
