// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packets/review_content.h"

#include <QCryptographicHash>
#include <QSet>
#include <algorithm>
#include <functional>

namespace rolecall::app {

namespace {

QString word(const db::Rating &rating)
{
    return QStringLiteral("%1%2").arg(rating.level ? QString::number(*rating.level) : QStringLiteral("-"), rating.ask ? QStringLiteral("?") : QString());
}

/// One line per rating and item of evidence, in an order of their own.
QStringList lines(const ReviewContent &content, const std::function<QString(db::QualityId)> &name)
{
    const QChar gap(0x1f);
    QStringList list;
    for (const db::Rating &rating : content.ratings)
        list << name(rating.quality) + gap + word(rating);
    for (const db::Evidence &item : content.evidence)
        list << name(item.quality) + gap + item.note + gap + item.quote;
    std::sort(list.begin(), list.end());
    return list;
}

QString number(db::QualityId quality)
{
    return QString::number(quality.number());
}

} // namespace

Result<ReviewContent> readReviewContent(db::Connection &connection, db::ReviewId review)
{
    auto ratings = db::ratings(connection, review);
    if (!ratings)
        return tl::unexpected(ratings.error());
    auto evidence = db::evidence(connection, review);
    if (!evidence)
        return tl::unexpected(evidence.error());
    return ReviewContent{std::move(*ratings), std::move(*evidence)};
}

ReviewContent restrictedTo(const ReviewContent &content, const QSet<db::QualityId> &qualities)
{
    ReviewContent part;
    std::copy_if(content.ratings.cbegin(), content.ratings.cend(), std::back_inserter(part.ratings), [&](const db::Rating &rating) { return qualities.contains(rating.quality); });
    std::copy_if(content.evidence.cbegin(), content.evidence.cend(), std::back_inserter(part.evidence), [&](const db::Evidence &item) { return qualities.contains(item.quality); });
    return part;
}

bool saysTheSame(const ReviewContent &one, const ReviewContent &other)
{
    return lines(one, number) == lines(other, number);
}

QString fingerprint(const db::Review &review, const ReviewContent &content, const QHash<db::QualityId, QString> &uuids)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(review.revision) + (review.submitted ? " submitted\n" : " draft\n"));
    for (const QString &line : lines(content, [&uuids](db::QualityId id) { return uuids.value(id); }))
        hash.addData(line.toUtf8() + '\n');
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace rolecall::app
