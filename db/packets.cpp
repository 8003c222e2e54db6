// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/packets.h"

#include "db/connection.h"
#include "db/layout.h"
#include "db/sql.h"

#include <QStringList>
#include <sqlite3.h>

namespace rolecall::db {

namespace {

const QString uuidKey = QStringLiteral("packet_uuid");
const QString workspaceKey = QStringLiteral("packet_workspace");
const QString roleKey = QStringLiteral("packet_role");
const QString reviewerKey = QStringLiteral("packet_reviewer");
const QString reviewerNameKey = QStringLiteral("packet_reviewer_name");
const QString madeAtKey = QStringLiteral("packet_made_at");
const QString blindKey = QStringLiteral("packet_blind");

QString reviewKey(const QString &uuid)
{
    return QStringLiteral("review_as_exchanged:") + uuid;
}

} // namespace

Outcome markAsPacket(Connection &connection, const PacketInfo &info)
{
    const QList<QPair<QString, QString>> facts{{uuidKey, info.uuid},         {workspaceKey, info.workspaceUuid},    {roleKey, info.roleUuid},
                                               {reviewerKey, info.reviewerUuid}, {reviewerNameKey, info.reviewerName}, {madeAtKey, info.madeAt},
                                               {blindKey, info.blind ? QStringLiteral("1") : QStringLiteral("0")}};
    for (const auto &[name, value] : facts) {
        if (auto outcome = setWorkspaceInfo(connection, name, value); !outcome)
            return outcome;
    }
    return {};
}

Result<std::optional<PacketInfo>> packetInfo(Connection &connection)
{
    auto query = run(connection, QStringLiteral("SELECT name, substr(value, 1, 400) FROM workspace_info WHERE name GLOB 'packet_*' LIMIT 100"));
    if (!query)
        return tl::unexpected(query.error());
    QHash<QString, QString> values;
    while (query->next())
        values.insert(query->value(0).toString(), query->value(1).toString());
    if (!values.contains(uuidKey))
        return std::optional<PacketInfo>();
    return PacketInfo{values.value(uuidKey),         values.value(workspaceKey), values.value(roleKey), values.value(reviewerKey),
                      values.value(reviewerNameKey), values.value(madeAtKey),    values.value(blindKey) == QLatin1String("1")};
}

Outcome rememberReview(Connection &connection, const QString &reviewUuid, const QString &fingerprint)
{
    return setWorkspaceInfo(connection, reviewKey(reviewUuid), fingerprint);
}

Result<std::optional<QString>> rememberedReview(Connection &connection, const QString &reviewUuid)
{
    return workspaceInfo(connection, reviewKey(reviewUuid));
}

Result<bool> hasSameLayout(Connection &one, Connection &other)
{
    const auto first = layout(one);
    if (!first)
        return tl::unexpected(first.error());
    const auto second = layout(other);
    if (!second)
        return tl::unexpected(second.error());
    return *first == *second;
}

Result<QHash<QString, ApplicationId>> applicationsByUuid(Connection &connection, RoleId role)
{
    auto query = run(connection, QStringLiteral("SELECT uuid, id FROM application WHERE role_id = ?"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QHash<QString, ApplicationId> found;
    while (query->next())
        found.insert(query->value(0).toString(), ApplicationId(query->value(1).toLongLong()));
    return found;
}

Result<std::optional<RoleId>> roleByUuid(Connection &connection, const QString &uuid)
{
    const auto id = single(connection, QStringLiteral("SELECT id FROM role WHERE uuid = ?"), {uuid});
    if (!id)
        return tl::unexpected(id.error());
    return id->isNull() ? std::nullopt : std::optional(RoleId(id->toLongLong()));
}

Result<std::optional<Reviewer>> reviewerByUuid(Connection &connection, const QString &uuid)
{
    const auto all = reviewers(connection);
    if (!all)
        return tl::unexpected(all.error());
    for (const Reviewer &reviewer : *all) {
        if (reviewer.uuid == uuid)
            return reviewer;
    }
    return std::optional<Reviewer>();
}

Result<std::optional<ReviewId>> reviewOfEvidence(Connection &connection, const QString &evidenceUuid)
{
    const auto id = single(connection, QStringLiteral("SELECT review_id FROM evidence WHERE uuid = ?"), {evidenceUuid});
    if (!id)
        return tl::unexpected(id.error());
    return id->isNull() ? std::nullopt : std::optional(ReviewId(id->toLongLong()));
}

Outcome replaceReview(Connection &connection, const Review &review)
{
    return execute(connection, QStringLiteral("UPDATE review SET uuid = ?, state = ?, revision = ?, started_at = ?, submitted_at = ? WHERE id = ?"),
                   {review.uuid, review.submitted ? QStringLiteral("submitted") : QStringLiteral("draft"), review.revision, review.startedAt, nullable(review.submittedAt),
                    review.id.number()});
}

TimeBound::TimeBound(Connection &connection, std::chrono::milliseconds time)
    : m_connection(connection)
    , m_end(std::chrono::steady_clock::now() + time)
{
    constexpr int stepsBetweenLooks = 20'000;
    const auto look = [](void *end) { return std::chrono::steady_clock::now() > *static_cast<std::chrono::steady_clock::time_point *>(end) ? 1 : 0; };
    sqlite3_progress_handler(connection.handle(), stepsBetweenLooks, look, &m_end);
}

TimeBound::~TimeBound()
{
    sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr);
}

} // namespace rolecall::db
