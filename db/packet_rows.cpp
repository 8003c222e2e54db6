// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/packet_rows.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<PacketCounts> packetCounts(Connection &connection)
{
    auto query = run(connection, QStringLiteral("SELECT (SELECT count(*) FROM reviewer), (SELECT count(*) FROM quality), (SELECT count(*) FROM review), "
                                                "(SELECT count(*) FROM rating), (SELECT count(*) FROM evidence)"));
    if (!query)
        return tl::unexpected(query.error());
    query->next();
    return PacketCounts{query->value(0).toLongLong(), query->value(1).toLongLong(), query->value(2).toLongLong(), query->value(3).toLongLong(), query->value(4).toLongLong()};
}

Result<QList<PacketQuality>> packetQualities(Connection &connection)
{
    auto query = run(connection, QStringLiteral("SELECT substr(uuid, 1, 100), tier, substr(text, 1, 10000) FROM quality WHERE retired_at IS NULL ORDER BY id"));
    if (!query)
        return tl::unexpected(query.error());
    QList<PacketQuality> list;
    while (query->next())
        list << PacketQuality{query->value(0).toString(), query->value(1).toString(), query->value(2).toString()};
    return list;
}

Result<QList<PacketReview>> packetReviews(Connection &connection)
{
    auto query = run(connection, QStringLiteral("SELECT v.id, substr(v.uuid, 1, 100), substr(a.uuid, 1, 100), substr(a.code, 1, 40), substr(r.uuid, 1, 100), substr(r.name, 1, 400), v.kind, v.state, "
                                                "v.revision, substr(v.started_at, 1, 40), substr(v.submitted_at, 1, 40) FROM review v "
                                                "LEFT JOIN application a ON a.id = v.application_id LEFT JOIN reviewer r ON r.id = v.reviewer_id ORDER BY v.reviewer_id, a.code, v.id"));
    if (!query)
        return tl::unexpected(query.error());
    QList<PacketReview> list;
    while (query->next())
        list << PacketReview{query->value(0).toLongLong(), query->value(1).toString(), query->value(2).toString(), query->value(3).toString(),
                             query->value(4).toString(),   query->value(5).toString(), query->value(6).toString(), query->value(7).toString() == QLatin1String("submitted"),
                             query->value(8).toLongLong(), query->value(9).toString(), query->value(10).toString()};
    return list;
}

Result<QList<PacketRating>> packetRatings(Connection &connection, qint64 review)
{
    auto query = run(connection, QStringLiteral("SELECT substr(q.uuid, 1, 100), g.level, g.ask FROM rating g LEFT JOIN quality q ON q.id = g.quality_id WHERE g.review_id = ? ORDER BY g.quality_id"), {review});
    if (!query)
        return tl::unexpected(query.error());
    QList<PacketRating> list;
    while (query->next()) {
        PacketRating rating{query->value(0).toString(), {}, query->value(2).toLongLong() == 1};
        if (!query->value(1).isNull())
            rating.level = query->value(1).toLongLong();
        list << rating;
    }
    return list;
}

Result<QList<PacketEvidence>> packetEvidence(Connection &connection, qint64 review, int longest)
{
    auto query = run(connection,
                     QStringLiteral("SELECT substr(e.uuid, 1, 100), substr(q.uuid, 1, 100), iif(length(e.note) <= ?, e.note, ''), iif(length(e.quote) <= ?, e.quote, ''), substr(d.uuid, 1, 100), "
                                    "substr(e.sha256, 1, 100), e.page, e.start, e.length, substr(e.created_at, 1, 40), max(length(e.note), length(e.quote)) > ? "
                                    "FROM evidence e LEFT JOIN quality q ON q.id = e.quality_id LEFT JOIN document d ON d.id = e.document_id WHERE e.review_id = ? ORDER BY e.quality_id, e.id"),
                     {longest, longest, longest, review});
    if (!query)
        return tl::unexpected(query.error());
    QList<PacketEvidence> list;
    while (query->next()) {
        PacketEvidence item{query->value(0).toString(), query->value(1).toString(), query->value(2).toString(), query->value(3).toString(), query->value(4).toString(),
                            query->value(5).toString(), {}, query->value(7).toLongLong(), query->value(8).toLongLong(), query->value(9).toString(), query->value(10).toBool()};
        if (!query->value(6).isNull())
            item.page = query->value(6).toLongLong();
        list << item;
    }
    return list;
}

} // namespace rolecall::db
