// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/reviews.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>

namespace rolecall::db {

namespace {

const QString reviewColumns = QStringLiteral("SELECT v.id, v.uuid, v.application_id, v.reviewer_id, r.name, v.kind, v.state, v.revision, v.started_at, v.submitted_at "
                                             "FROM review v JOIN reviewer r ON r.id = v.reviewer_id ");

Result<QList<Review>> read(Connection &connection, const QString &rest, const QVariantList &values)
{
    auto query = run(connection, reviewColumns + rest, values);
    if (!query)
        return tl::unexpected(query.error());
    QList<Review> list;
    while (query->next())
        list << Review{ReviewId(query->value(0).toLongLong()), query->value(1).toString(), ApplicationId(query->value(2).toLongLong()),
                       ReviewerId(query->value(3).toLongLong()), query->value(4).toString(), query->value(5).toString(),
                       query->value(6).toString() == QLatin1String("submitted"), query->value(7).toInt(), query->value(8).toString(), optionalText(query->value(9))};
    return list;
}

QString stateName(const Review &review)
{
    return review.submitted ? QStringLiteral("submitted") : QStringLiteral("draft");
}

QVariantList placeOf(const Evidence &evidence)
{
    const bool quoted = !evidence.quote.isEmpty();
    return {evidence.note, evidence.quote, evidence.document.isValid() ? QVariant(evidence.document.number()) : QVariant(),
            quoted ? QVariant(evidence.sha256) : QVariant(), nullable(evidence.page), quoted ? QVariant(qint64(evidence.start)) : QVariant(),
            quoted ? QVariant(qint64(evidence.length)) : QVariant()};
}

} // namespace

Result<std::optional<Review>> findReview(Connection &connection, ApplicationId application, ReviewerId reviewer, const QString &kind)
{
    const auto list = read(connection, QStringLiteral("WHERE v.application_id = ? AND v.reviewer_id = ? AND v.kind = ?"), {application.number(), reviewer.number(), kind});
    if (!list)
        return tl::unexpected(list.error());
    return list->isEmpty() ? std::nullopt : std::optional(list->first());
}

Result<Review> review(Connection &connection, ReviewId id)
{
    const auto list = read(connection, QStringLiteral("WHERE v.id = ?"), {id.number()});
    if (!list)
        return tl::unexpected(list.error());
    if (list->isEmpty())
        return failure(QCoreApplication::translate("Database", "Reading the review"), QString::number(id.number()),
                       QCoreApplication::translate("Database", "it is not in this workspace"));
    return list->first();
}

Result<ReviewId> insertReview(Connection &connection, const Review &review)
{
    const auto query = run(connection,
                           QStringLiteral("INSERT INTO review (uuid, application_id, reviewer_id, kind, state, revision, started_at, submitted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                           {review.uuid.isEmpty() ? newUuid() : review.uuid, review.application.number(), review.reviewer.number(), review.kind, stateName(review), review.revision,
                            review.startedAt.isEmpty() ? connection.now() : review.startedAt, nullable(review.submittedAt)});
    if (!query)
        return tl::unexpected(query.error());
    return ReviewId(query->lastInsertId().toLongLong());
}

Outcome updateReview(Connection &connection, const Review &review)
{
    return execute(connection, QStringLiteral("UPDATE review SET state = ?, revision = ?, submitted_at = ? WHERE id = ?"),
                   {stateName(review), review.revision, nullable(review.submittedAt), review.id.number()});
}

Result<QList<Review>> reviews(Connection &connection, ApplicationId application)
{
    return read(connection, QStringLiteral("WHERE v.application_id = ? ORDER BY r.name, v.kind"), {application.number()});
}

Result<QList<Rating>> ratings(Connection &connection, ReviewId review)
{
    auto query = run(connection, QStringLiteral("SELECT quality_id, level, ask, reconfirm FROM rating WHERE review_id = ? ORDER BY quality_id"), {review.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Rating> list;
    while (query->next()) {
        Rating rating{QualityId(query->value(0).toLongLong()), {}, query->value(2).toBool(), query->value(3).toBool()};
        if (!query->value(1).isNull())
            rating.level = query->value(1).toInt();
        list << rating;
    }
    return list;
}

Outcome setRating(Connection &connection, ReviewId review, const Rating &rating)
{
    if (!rating.level && !rating.ask)
        return execute(connection, QStringLiteral("DELETE FROM rating WHERE review_id = ? AND quality_id = ?"), {review.number(), rating.quality.number()});
    return execute(connection,
                   QStringLiteral("INSERT INTO rating (review_id, quality_id, level, ask, reconfirm) VALUES (?, ?, ?, ?, ?) "
                                  "ON CONFLICT (review_id, quality_id) DO UPDATE SET level = excluded.level, ask = excluded.ask, reconfirm = excluded.reconfirm"),
                   {review.number(), rating.quality.number(), nullable(rating.level), rating.ask ? 1 : 0, rating.reconfirm ? 1 : 0});
}

Result<QList<Evidence>> evidence(Connection &connection, ReviewId review)
{
    auto query = run(connection,
                     QStringLiteral("SELECT id, uuid, quality_id, note, quote, document_id, sha256, page, start, length, created_at FROM evidence WHERE review_id = ? ORDER BY quality_id, id"),
                     {review.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Evidence> list;
    while (query->next()) {
        Evidence item;
        item.id = EvidenceId(query->value(0).toLongLong());
        item.uuid = query->value(1).toString();
        item.review = review;
        item.quality = QualityId(query->value(2).toLongLong());
        item.note = query->value(3).toString();
        item.quote = query->value(4).toString();
        item.document = DocumentId(query->value(5).toLongLong());
        item.sha256 = query->value(6).toString();
        if (!query->value(7).isNull())
            item.page = query->value(7).toInt();
        item.start = qsizetype(query->value(8).toLongLong());
        item.length = qsizetype(query->value(9).toLongLong());
        item.createdAt = query->value(10).toString();
        list << item;
    }
    return list;
}

Result<EvidenceId> insertEvidence(Connection &connection, const Evidence &evidence)
{
    const auto query = run(connection,
                           QStringLiteral("INSERT INTO evidence (uuid, review_id, quality_id, created_at, note, quote, document_id, sha256, page, start, length) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                           QVariantList{evidence.uuid.isEmpty() ? newUuid() : evidence.uuid, evidence.review.number(), evidence.quality.number(),
                                        evidence.createdAt.isEmpty() ? connection.now() : evidence.createdAt}
                               + placeOf(evidence));
    if (!query)
        return tl::unexpected(query.error());
    return EvidenceId(query->lastInsertId().toLongLong());
}

Outcome updateEvidence(Connection &connection, const Evidence &evidence)
{
    return execute(connection,
                   QStringLiteral("UPDATE evidence SET note = ?, quote = ?, document_id = ?, sha256 = ?, page = ?, start = ?, length = ? WHERE id = ?"),
                   placeOf(evidence) + QVariantList{evidence.id.number()});
}

Outcome deleteEvidence(Connection &connection, EvidenceId id)
{
    return execute(connection, QStringLiteral("DELETE FROM evidence WHERE id = ?"), {id.number()});
}

Result<QList<AgreedLevel>> agreedLevels(Connection &connection, ApplicationId application)
{
    auto query = run(connection, QStringLiteral("SELECT quality_id, level, reason, reviewer_id, agreed_at FROM agreed_level WHERE application_id = ?"), {application.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<AgreedLevel> list;
    while (query->next())
        list << AgreedLevel{QualityId(query->value(0).toLongLong()), query->value(1).toInt(), query->value(2).toString(), ReviewerId(query->value(3).toLongLong()), query->value(4).toString()};
    return list;
}

Outcome setAgreedLevel(Connection &connection, ApplicationId application, const AgreedLevel &level)
{
    return execute(connection,
                   QStringLiteral("INSERT INTO agreed_level (application_id, quality_id, level, reason, reviewer_id, agreed_at) VALUES (?, ?, ?, ?, ?, ?) "
                                  "ON CONFLICT (application_id, quality_id) DO UPDATE SET level = excluded.level, reason = excluded.reason, "
                                  "reviewer_id = excluded.reviewer_id, agreed_at = excluded.agreed_at"),
                   {application.number(), level.quality.number(), level.level, level.reason, level.reviewer.number(), connection.now()});
}

Outcome removeAgreedLevel(Connection &connection, ApplicationId application, QualityId quality)
{
    return execute(connection, QStringLiteral("DELETE FROM agreed_level WHERE application_id = ? AND quality_id = ?"), {application.number(), quality.number()});
}

Result<ReviewProgress> reviewProgress(Connection &connection, RoleId role, ReviewerId reviewer)
{
    auto query = run(connection,
                     QStringLiteral("SELECT count(*), coalesce(sum(v.state = 'draft'), 0), coalesce(sum(v.state = 'submitted'), 0) FROM application a "
                                    "LEFT JOIN review v ON v.application_id = a.id AND v.reviewer_id = ? AND v.kind = 'written' WHERE a.role_id = ?"),
                     {reviewer.number(), role.number()});
    if (!query)
        return tl::unexpected(query.error());
    query->next();
    return ReviewProgress{query->value(0).toInt(), query->value(1).toInt(), query->value(2).toInt()};
}

} // namespace rolecall::db
