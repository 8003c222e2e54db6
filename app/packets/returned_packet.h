// SPDX-License-Identifier: GPL-3.0-or-later
// A packet that came back, read and held against the workspace it was made from. The file was in other hands: it is
// opened for reading, its layout and its pages are checked, and every value has a bound. For packet_merge.cpp.
#pragma once

#include "app/packets/review_content.h"
#include "db/applications.h"
#include "db/packet_rows.h"
#include "db/packets.h"
#include "db/qualities.h"

#include <QSet>
#include <QStringList>

namespace rolecall::app {

/// What was left out and why: the first of each kind in words, all of them counted.
struct LeftOut
{
    QStringList reasons;
    qint64 count = 0;
    void add(const QString &reason, qint64 times = 1);
};

/// A quality that is not today what the reviewer rated.
struct QualityDifference
{
    db::Quality ours;
    db::PacketQuality theirs;
};

struct ReturnedReview
{
    QString reviewerUuid;
    QString reviewerName;
    QString code;              ///< of the application, as the packet has it
    db::ApplicationId application; ///< not valid: it is not in the role any more
    db::Review review;         ///< its application and reviewer are not filled in
    ReviewContent content;     ///< by our qualities and documents
    std::optional<QString> asSent; ///< what it was when the packet was made
};

struct ReturnedPacket
{
    db::PacketInfo info;
    db::RoleId role;
    QList<ReturnedReview> reviews; ///< submitted ones
    QSet<db::QualityId> alike;     ///< qualities that are on both sides as they were
    QList<QualityDifference> differences;
    LeftOut leftOut;
    int drafts = 0; ///< not submitted, so not taken
};
Result<ReturnedPacket> readReturnedPacket(db::Connection &ours, const QString &path);

} // namespace rolecall::app
