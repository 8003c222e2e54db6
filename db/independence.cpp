// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/independence.h"

#include "db/by_application.h"
#include "db/connection.h"
#include "db/raw_query.h"
#include "db/sql.h"

#include <algorithm>

namespace rolecall::db {

namespace {

Outcome readKeys(Connection &connection, const QString &sql, QSet<ApplicationId> &keys)
{
    auto query = RawQuery::prepare(connection, sql);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        keys.insert(ApplicationId(query->key(0)));
    return query->outcome();
}

/// Looking at one application costs about as much as stepping over this many reviews.
constexpr qint64 reviewsPerLook = 8;

// What is known of an application's reviews, together.
constexpr int ofOthers = 1;     ///< somebody else has submitted one, or the panel agreed on a level
constexpr int ofReader = 2;     ///< the reader has begun one, of either kind
constexpr int readerIsDone = 4; ///< the reader has submitted a written one

/// One look over all reviews instead of several for each application: where most have some, that is many times quicker.
/// The same answer as hiddenCondition().
Outcome readHidden(Connection &connection, const QList<ApplicationId> &ids, RoleId role, ReviewerId reader, QSet<ApplicationId> &hidden)
{
    const auto judges = single(connection, QStringLiteral("SELECT EXISTS (SELECT 1 FROM panel_member WHERE role_id = ? AND reviewer_id = ?) OR NOT EXISTS (SELECT 1 FROM panel_member WHERE role_id = ?)"),
                               {role.number(), reader.number(), role.number()});
    if (!judges)
        return tl::unexpected(judges.error());
    ByApplication<int> known(ids, 0);
    auto reviews = RawQuery::prepare(connection, QStringLiteral("SELECT application_id, iif(reviewer_id = ?, 2 + 4 * (kind = 'written' AND state = 'submitted'), state = 'submitted') FROM review"), {reader.number()});
    if (!reviews)
        return tl::unexpected(reviews.error());
    while (reviews->next())
        known.set(reviews->key(0), known.of(reviews->key(0)) | reviews->integer(1));
    if (auto outcome = reviews->outcome(); !outcome)
        return outcome;
    auto agreed = RawQuery::prepare(connection, QStringLiteral("SELECT application_id FROM agreed_level"));
    if (!agreed)
        return tl::unexpected(agreed.error());
    while (agreed->next())
        known.set(agreed->key(0), known.of(agreed->key(0)) | ofOthers);
    if (auto outcome = agreed->outcome(); !outcome)
        return outcome;
    const int needed = judges->toBool() ? ofOthers : ofOthers | ofReader;
    for (const ApplicationId id : ids) {
        const int what = known.of(id.number());
        if ((what & needed) == needed && !(what & readerIsDone))
            hidden.insert(id);
    }
    return {};
}

} // namespace

QString hiddenCondition(const QString &application, const QString &role, ReviewerId reader)
{
    // What is there of others first: where nobody else has submitted anything, that is one look into an index.
    // Who interviews scores for themselves, too: others' scores stay hidden until their own sheet is submitted, and from
    // somebody who has written no review, everything.
    return QStringLiteral("((EXISTS (SELECT 1 FROM review o WHERE o.application_id = %1 AND o.reviewer_id <> %3 AND o.state = 'submitted') "
                          "OR EXISTS (SELECT 1 FROM agreed_level l WHERE l.application_id = %1)) "
                          "AND ((NOT EXISTS (SELECT 1 FROM review m WHERE m.application_id = %1 AND m.reviewer_id = %3 AND m.kind = 'written' AND m.state = 'submitted') "
                          "AND (EXISTS (SELECT 1 FROM panel_member p WHERE p.role_id = %2 AND p.reviewer_id = %3) OR NOT EXISTS (SELECT 1 FROM panel_member p WHERE p.role_id = %2) "
                          "OR EXISTS (SELECT 1 FROM review d WHERE d.application_id = %1 AND d.reviewer_id = %3 AND d.kind = 'written'))) "
                          "OR (EXISTS (SELECT 1 FROM interview i CROSS JOIN interview_member w ON w.interview_id = i.id AND w.reviewer_id = %3 WHERE i.application_id = %1 AND i.status <> 'cancelled') "
                          "AND NOT EXISTS (SELECT 1 FROM review s WHERE s.application_id = %1 AND s.reviewer_id = %3 AND s.kind = 'interview' AND s.state = 'submitted') "
                          "AND (EXISTS (SELECT 1 FROM review t WHERE t.application_id = %1 AND t.reviewer_id <> %3 AND t.kind = 'interview' AND t.state = 'submitted') "
                          "OR NOT EXISTS (SELECT 1 FROM review u WHERE u.application_id = %1 AND u.reviewer_id = %3 AND u.kind = 'written' AND u.state = 'submitted')))))")
        .arg(application, role, QString::number(reader.number()));
}

Result<bool> canHide(Connection &connection, RoleId role, ReviewerId reader)
{
    if (!reader.isValid())
        return false;
    const auto can = single(connection,
                            QStringLiteral("SELECT (? = 0 OR EXISTS (SELECT 1 FROM panel_member WHERE role_id = ? AND reviewer_id = ?) OR NOT EXISTS (SELECT 1 FROM panel_member WHERE role_id = ?) "
                                           "OR EXISTS (SELECT 1 FROM review WHERE reviewer_id = ?) OR EXISTS (SELECT 1 FROM interview_member WHERE reviewer_id = ?)) "
                                           "AND (EXISTS (SELECT 1 FROM reviewer r CROSS JOIN review v ON v.reviewer_id = r.id AND v.state = 'submitted' WHERE r.id <> ?) "
                                           "OR EXISTS (SELECT 1 FROM agreed_level))"),
                            {role.isValid() ? 1 : 0, role.number(), reader.number(), role.number(), reader.number(), reader.number(), reader.number()});
    if (!can)
        return tl::unexpected(can.error());
    return can->toBool();
}

Result<QSet<ApplicationId>> hiddenApplications(Connection &connection, RoleId role, ReviewerId reader)
{
    QList<ApplicationId> applications;
    const auto can = canHide(connection, role, reader);
    if (!can)
        return tl::unexpected(can.error());
    if (!*can)
        return QSet<ApplicationId>();
    auto all = RawQuery::prepare(connection, QStringLiteral("SELECT id FROM application WHERE role_id = ?"), {role.number()});
    if (!all)
        return tl::unexpected(all.error());
    while (all->next())
        applications << ApplicationId(all->key(0));
    if (auto outcome = all->outcome(); !outcome)
        return tl::unexpected(outcome.error());
    return hiddenOf(connection, role, applications, reader);
}

Result<QSet<ApplicationId>> hiddenOf(Connection &connection, RoleId role, const QList<ApplicationId> &applications, ReviewerId reader)
{
    QSet<ApplicationId> hidden;
    const auto can = canHide(connection, role, reader);
    if (!can)
        return tl::unexpected(can.error());
    if (!*can)
        return hidden;
    const auto reviews = single(connection, QStringLiteral("SELECT coalesce(max(id), 0) FROM review"));
    if (!reviews)
        return tl::unexpected(reviews.error());
    if (reviews->toLongLong() >= reviewsPerLook * applications.size())
        return hiddenAmong(connection, applications, reader);
    if (auto outcome = readHidden(connection, applications, role, reader, hidden); !outcome)
        return tl::unexpected(outcome.error());
    return hidden;
}

Result<QSet<ApplicationId>> hiddenAmong(Connection &connection, const QList<ApplicationId> &applications, ReviewerId reader)
{
    QSet<ApplicationId> hidden;
    if (!reader.isValid())
        return hidden;
    constexpr qsizetype atOnce = 256;
    for (qsizetype first = 0; first < applications.size(); first += atOnce) {
        QStringList keys;
        for (const ApplicationId id : applications.mid(first, atOnce))
            keys << QString::number(id.number());
        const QString condition = hiddenCondition(QStringLiteral("a.id"), QStringLiteral("a.role_id"), reader);
        const Outcome read = readKeys(connection, QStringLiteral("SELECT a.id FROM application a WHERE a.id IN (%1) AND %2").arg(keys.join(u','), condition), hidden);
        if (!read)
            return tl::unexpected(read.error());
    }
    return hidden;
}

} // namespace rolecall::db
