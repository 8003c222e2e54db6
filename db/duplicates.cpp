// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/duplicates.h"

#include "db/connection.h"
#include "db/people.h"
#include "db/raw_query.h"
#include "db/sql.h"

namespace rolecall::db {

Outcome forEachPersonFeature(Connection &connection, const std::function<bool(const PersonFeatures &)> &visit)
{
    const auto blind = hasBlindRole(connection);
    if (!blind)
        return tl::unexpected(blind.error());
    // Held against others, somebody behind a code alone would be told by their likeness.
    const QString shown = *blind ? QStringLiteral("WHERE EXISTS (SELECT 1 FROM application s WHERE s.candidate_id = c.id AND NOT %1) OR NOT EXISTS (SELECT 1 FROM application s WHERE s.candidate_id = c.id)")
                                       .arg(blindCondition(QStringLiteral("s.id"), QStringLiteral("s.role_id"), connection.reviewer()))
                                 : QString();
    auto query = RawQuery::prepare(connection, QStringLiteral("SELECT c.id, c.name_key, c.email, c.phone, c.location FROM candidate c %1 ORDER BY c.name_key").arg(shown));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        if (!visit({CandidateId(query->key(0)), query->text(1), query->text(2), query->text(3), query->text(4)}))
            return {};
    }
    return query->outcome();
}

Outcome forEachSharedContent(Connection &connection, const std::function<bool(const QString &, CandidateId)> &visit)
{
    auto query = RawQuery::prepare(connection, QStringLiteral("SELECT DISTINCT d.sha256, coalesce(d.candidate_id, a.candidate_id) FROM document d LEFT JOIN application a ON a.id = d.application_id "
                                                              "WHERE EXISTS (SELECT 1 FROM document o WHERE o.sha256 = d.sha256 AND o.id <> d.id) ORDER BY d.sha256"));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        if (!visit(query->text(0), CandidateId(query->key(1))))
            return {};
    }
    return query->outcome();
}

Outcome forEachPairApart(Connection &connection, const std::function<void(CandidateId, CandidateId)> &visit)
{
    auto query = run(connection, QStringLiteral("SELECT first_id, second_id FROM candidate_apart"));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        visit(CandidateId(query->value(0).toLongLong()), CandidateId(query->value(1).toLongLong()));
    return {};
}

Outcome setApart(Connection &connection, CandidateId one, CandidateId other)
{
    return execute(connection, QStringLiteral("INSERT INTO candidate_apart (first_id, second_id, decided_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
                   {std::min(one, other).number(), std::max(one, other).number(), connection.now()});
}

} // namespace rolecall::db
