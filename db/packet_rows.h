// SPDX-License-Identifier: GPL-3.0-or-later
// What came back in a packet, read without belief: every text has a bound, every reference may point nowhere, every
// number may be anything. Levels and times are as they stand in the file; who reads them checks them.
#pragma once

#include "db/result.h"

#include <QList>
#include <optional>

namespace rolecall::db {

class Connection;

struct PacketCounts
{
    qint64 reviewers = 0;
    qint64 qualities = 0;
    qint64 reviews = 0;
    qint64 ratings = 0;
    qint64 evidence = 0;
};
Result<PacketCounts> packetCounts(Connection &connection);

struct PacketQuality
{
    QString uuid;
    QString tier;
    QString text;
};
/// Those in force.
Result<QList<PacketQuality>> packetQualities(Connection &connection);

struct PacketReview
{
    qint64 id = 0;
    QString uuid;
    QString applicationUuid; ///< empty: of no application
    QString code;
    QString reviewerUuid; ///< empty: of no reviewer
    QString reviewerName;
    QString kind;
    bool submitted = false;
    qint64 revision = 0;
    QString startedAt;
    QString submittedAt;
};
/// In the order of reviewer and code.
Result<QList<PacketReview>> packetReviews(Connection &connection);

struct PacketRating
{
    QString qualityUuid;
    std::optional<qint64> level;
    bool ask = false;
};
Result<QList<PacketRating>> packetRatings(Connection &connection, qint64 review);

struct PacketEvidence
{
    QString uuid;
    QString qualityUuid;
    QString note;
    QString quote;
    QString documentUuid; ///< empty where the document is not in the packet
    QString sha256;
    std::optional<qint64> page;
    qint64 start = 0;
    qint64 length = 0;
    QString createdAt;
    bool tooLong = false; ///< its texts are beyond the bound, and not read
};
/// `longest`: of a note or a quote, in characters.
Result<QList<PacketEvidence>> packetEvidence(Connection &connection, qint64 review, int longest);

} // namespace rolecall::db
