// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/qualities.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>

namespace rolecall::db {

namespace {

const QString columns = QStringLiteral(
    "id, uuid, role_id, tier, position, text, footnote, weight, threshold, posting_id, source_start, source_length, retired_at");

Quality qualityFrom(const QSqlQuery &query)
{
    Quality quality;
    quality.id = QualityId(query.value(0).toLongLong());
    quality.uuid = query.value(1).toString();
    quality.role = RoleId(query.value(2).toLongLong());
    quality.tier = tierFromName(query.value(3).toString());
    quality.position = query.value(4).toInt();
    quality.text = query.value(5).toString();
    quality.footnote = query.value(6).toString();
    quality.weight = query.value(7).toInt();
    quality.threshold = query.value(8).toInt();
    quality.posting = PostingId(query.value(9).toLongLong());
    quality.sourceStart = qsizetype(query.value(10).toLongLong());
    quality.sourceLength = qsizetype(query.value(11).toLongLong());
    quality.retiredAt = optionalText(query.value(12));
    return quality;
}

QVariantList values(const Quality &quality)
{
    return {tierName(quality.tier), quality.position, quality.text, quality.footnote, quality.weight, quality.threshold,
            quality.posting.isValid() ? QVariant(quality.posting.number()) : QVariant(), qint64(quality.sourceStart), qint64(quality.sourceLength),
            nullable(quality.retiredAt)};
}

} // namespace

QString tierName(Tier tier)
{
    return tier == Tier::Necessary ? QStringLiteral("necessary") : QStringLiteral("useful");
}

Tier tierFromName(const QString &name)
{
    return name == QLatin1String("useful") ? Tier::Useful : Tier::Necessary;
}

Result<QualityId> insertQuality(Connection &connection, const Quality &quality)
{
    const auto query = run(connection,
                           QStringLiteral("INSERT INTO quality (uuid, role_id, tier, position, text, footnote, weight, threshold, posting_id, source_start, source_length, retired_at) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                           QVariantList{quality.uuid.isEmpty() ? newUuid() : quality.uuid, quality.role.number()} + values(quality));
    if (!query)
        return tl::unexpected(query.error());
    return QualityId(query->lastInsertId().toLongLong());
}

Outcome updateQuality(Connection &connection, const Quality &quality)
{
    return execute(connection,
                           QStringLiteral("UPDATE quality SET tier = ?, position = ?, text = ?, footnote = ?, weight = ?, threshold = ?, posting_id = ?, source_start = ?, "
                                          "source_length = ?, retired_at = ? WHERE id = ?"),
                           values(quality) + QVariantList{quality.id.number()});
}

Result<Quality> quality(Connection &connection, QualityId id)
{
    auto query = run(connection, QStringLiteral("SELECT %1 FROM quality WHERE id = ?").arg(columns), {id.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(QCoreApplication::translate("Database", "Reading the quality"), QString::number(id.number()),
                       QCoreApplication::translate("Database", "it is not in this workspace"));
    return qualityFrom(*query);
}

Result<QList<Quality>> qualities(Connection &connection, RoleId role, bool withRetired)
{
    auto query = run(connection,
                     QStringLiteral("SELECT %1 FROM quality WHERE role_id = ? %2 ORDER BY retired_at IS NOT NULL, tier = 'useful', position, id")
                         .arg(columns, withRetired ? QString() : QStringLiteral("AND retired_at IS NULL")),
                     {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Quality> list;
    while (query->next())
        list << qualityFrom(*query);
    return list;
}

} // namespace rolecall::db
