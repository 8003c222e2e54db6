// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/application_lists.h"

#include "db/connection.h"
#include "db/independence.h"
#include "db/raw_query.h"
#include "db/search.h"
#include "db/search_syntax.h"
#include "db/sql.h"

#include <algorithm>
#include <optional>

namespace rolecall::db {

namespace {

constexpr qsizetype idsAtOnce = 256;

QString places(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QStringLiteral(", "));
}

struct Conditions
{
    QStringList texts;
    QVariantList values;

    void add(const QString &text) { texts << text; }
    template<class List, class Value> void addAny(const QString &column, const List &list, Value value)
    {
        if (list.isEmpty())
            return;
        texts << QStringLiteral("%1 IN (%2)").arg(column, places(list.size()));
        for (const auto &item : list)
            values << value(item);
    }
};

/// Where the identity is hidden nobody is found by who they are: not by their name and address, and not by a note that
/// may be found for these. They are found by their code.
void addWords(Conditions &conditions, const QString &words, const QString &match, ReviewerId reviewer)
{
    const QString masked = maskedCondition(QStringLiteral("(SELECT q.blind FROM role q WHERE q.id = a.role_id)"), QStringLiteral("a.id"), reviewer);
    const QString theirs = reviewer.isValid() ? hiddenCondition(QStringLiteral("a.id"), QStringLiteral("a.role_id"), reviewer) : QStringLiteral("0");
    const QString people = QStringLiteral("a.candidate_id %1IN (SELECT rowid FROM search_candidate WHERE search_candidate MATCH ?)");
    const QString notes = QStringLiteral("a.id IN (SELECT n.application_id FROM search_note f JOIN note n ON n.id = f.rowid WHERE search_note MATCH ? AND (n.reviewer_id IS NULL OR n.reviewer_id = %1 OR NOT %2))")
                              .arg(reviewer.number()).arg(theirs);
    conditions.add(QStringLiteral("((%1 AND NOT %3) OR (%2 AND (NOT %3 OR %4)) OR substr(a.code, 1, length(?)) = upper(?))")
                       .arg(people.arg(QString()), notes, masked, people.arg(QStringLiteral("NOT "))));
    const QString typed = words.simplified();
    conditions.values << match << match << searchExpression(words, TermsWanted::Any) << typed << typed;
}

Conditions conditionsOf(const ApplicationFilter &filter, ReviewerId reviewer)
{
    Conditions conditions;
    conditions.addAny(QStringLiteral("a.stage_id"), filter.stages, [](StageId id) { return id.number(); });
    conditions.addAny(QStringLiteral("s.gate"), filter.gates, [](Gate gate) { return int(gate); });
    conditions.addAny(QStringLiteral("a.source"), filter.sources, [](const QString &source) { return source; });
    if (!filter.tags.isEmpty()) {
        conditions.add(QStringLiteral("EXISTS (SELECT 1 FROM application_tag t JOIN tag n ON n.id = t.tag_id WHERE t.application_id = a.id AND n.name IN (%1))").arg(places(filter.tags.size())));
        for (const QString &tag : filter.tags)
            conditions.values << tag;
    }
    if (filter.withoutOutcome)
        conditions.add(QStringLiteral("a.outcome IS NULL"));
    if (filter.notSubmittedByMe) {
        conditions.add(QStringLiteral("NOT EXISTS (SELECT 1 FROM review v WHERE v.application_id = a.id AND v.reviewer_id = ? AND v.kind = 'written' AND v.state = 'submitted')"));
        conditions.values << reviewer.number();
    }
    if (filter.toConfirmByMe) {
        conditions.add(QStringLiteral("EXISTS (SELECT 1 FROM review v CROSS JOIN rating g ON g.review_id = v.id JOIN quality q ON q.id = g.quality_id WHERE v.application_id = a.id "
                                      "AND v.reviewer_id = ? AND v.kind = 'written' AND g.reconfirm = 1 AND q.retired_at IS NULL)"));
        conditions.values << reviewer.number();
    }
    if (!filter.lackingByMe.isEmpty()) {
        conditions.add(QStringLiteral("a.outcome IS NULL AND EXISTS (SELECT 1 FROM review v WHERE v.application_id = a.id AND v.reviewer_id = ? AND %1)").arg(lackingCondition(filter.lackingByMe)));
        conditions.values << reviewer.number();
    }
    if (const QString match = searchExpression(filter.words); !match.isEmpty())
        addWords(conditions, filter.words, match, reviewer);
    return conditions;
}

/// The order as SQL; ties go by key, so that a list never jumps.
QString orderBy(ApplicationOrder order, bool descending)
{
    const QString direction = descending ? QStringLiteral(" DESC") : QString();
    switch (order) {
    case ApplicationOrder::Rule:
        return descending ? QStringLiteral("s.not_through DESC, s.useful_score, s.necessary_mean, s.application_id DESC")
                          : QStringLiteral("s.not_through, s.useful_score DESC, s.necessary_mean DESC, s.application_id");
    case ApplicationOrder::Name:
        return QStringLiteral("c.name_key%1, a.id").arg(direction);
    case ApplicationOrder::AppliedOn:
        return QStringLiteral("a.applied_on%1, a.id").arg(direction);
    case ApplicationOrder::Stage:
        return QStringLiteral("g.position%1, a.id").arg(direction);
    case ApplicationOrder::Source:
        return QStringLiteral("a.source COLLATE NOCASE%1, a.id").arg(direction);
    case ApplicationOrder::Email:
        return QStringLiteral("c.email%1, a.id").arg(direction);
    case ApplicationOrder::Location:
        return QStringLiteral("c.location COLLATE NOCASE%1, a.id").arg(direction);
    case ApplicationOrder::Gate:
        return QStringLiteral("s.gate%1, s.necessary_below + s.necessary_unrated%1, a.id").arg(direction);
    case ApplicationOrder::UsefulScore:
        return QStringLiteral("s.useful_score%1, a.id").arg(direction);
    case ApplicationOrder::Tags: // who has none stands at the end, whichever way round
        return QStringLiteral("o.tags IS NULL, o.tags COLLATE NOCASE%1, a.id").arg(direction);
    case ApplicationOrder::OwnReview: // nothing yet, a draft, submitted
        return QStringLiteral("coalesce(v.state = 'submitted', -1)%1, a.id").arg(direction);
    }
    return QStringLiteral("a.id");
}

/// Orders that tell where somebody stands.
bool goesByStanding(ApplicationOrder order)
{
    return order == ApplicationOrder::Rule || order == ApplicationOrder::Gate || order == ApplicationOrder::UsefulScore;
}

/// Puts the hidden ones after the others, in the order of their keys; takes them out where a filter asks for a gate.
void setApart(QList<ApplicationId> &ids, const QSet<ApplicationId> &hidden, bool remove)
{
    const auto isSeen = [&hidden](ApplicationId id) { return !hidden.contains(id); };
    const auto end = std::stable_partition(ids.begin(), ids.end(), isSeen);
    if (remove)
        ids.erase(end, ids.end());
    else
        std::sort(end, ids.end());
}

Result<QStringList> column(Connection &connection, const QString &sql, RoleId role)
{
    auto query = run(connection, sql, {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QStringList list;
    while (query->next())
        list << query->value(0).toString();
    return list;
}

ApplicationRow rowFrom(const QSqlQuery &query)
{
    ApplicationRow row;
    row.id = ApplicationId(query.value(0).toLongLong());
    row.uuid = query.value(1).toString();
    row.candidate = CandidateId(query.value(2).toLongLong());
    row.code = query.value(3).toString();
    row.name = query.value(4).toString();
    row.email = query.value(5).toString();
    row.phone = query.value(6).toString();
    row.location = query.value(7).toString();
    row.source = query.value(8).toString();
    row.appliedOn = query.value(9).toString();
    row.stage = StageId(query.value(10).toLongLong());
    row.stageName = query.value(11).toString();
    row.stageSince = query.value(12).toString();
    row.outcome = query.value(13).toString();
    row.outcomeReason = query.value(14).toString();
    if (const QString tags = query.value(15).toString(); !tags.isEmpty())
        row.tags = tags.split(u'\n');
    const QString own = query.value(16).toString();
    row.reviewSubmitted = own == QLatin1String("submitted");
    row.reviewDraft = own == QLatin1String("draft");
    return row;
}

} // namespace

namespace {

/// What one statement gives; `hiddenOnly` or its opposite where it is set.
Result<QList<ApplicationId>> readIds(Connection &connection, RoleId role, const ApplicationFilter &filter, ApplicationOrder order, bool descending, int limit, std::optional<bool> hiddenOnly)
{
    const Conditions conditions = conditionsOf(filter, connection.reviewer());
    const bool needsStanding = order == ApplicationOrder::Gate || order == ApplicationOrder::UsefulScore || !filter.gates.isEmpty();
    const bool needsCandidate = order == ApplicationOrder::Name || order == ApplicationOrder::Email || order == ApplicationOrder::Location;
    const bool needsApplication = order != ApplicationOrder::Rule || conditions.texts.size() > (filter.gates.isEmpty() ? 0 : 1);
    QString from;
    QString roleColumn = QStringLiteral("a.role_id");
    if (order == ApplicationOrder::Rule) {
        // The index over the standings gives the order; the application is looked at only where a filter asks for it.
        from = needsApplication ? QStringLiteral("standing s CROSS JOIN application a ON a.id = s.application_id") : QStringLiteral("standing s");
        roleColumn = QStringLiteral("s.role_id");
    } else {
        from = QStringLiteral("application a");
        if (needsStanding)
            from += QStringLiteral(" JOIN standing s ON s.application_id = a.id");
        if (needsCandidate)
            from += QStringLiteral(" JOIN candidate c ON c.id = a.candidate_id");
        if (order == ApplicationOrder::Stage)
            from += QStringLiteral(" JOIN stage g ON g.id = a.stage_id");
        if (order == ApplicationOrder::Tags)
            from += QStringLiteral(" LEFT JOIN (SELECT t.application_id, group_concat(n.name, ', ') AS tags FROM application_tag t JOIN tag n ON n.id = t.tag_id GROUP BY t.application_id) o "
                                   "ON o.application_id = a.id");
        if (order == ApplicationOrder::OwnReview)
            from += QStringLiteral(" LEFT JOIN review v ON v.application_id = a.id AND v.reviewer_id = %1 AND v.kind = 'written'").arg(connection.reviewer().number());
    }
    QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE %3 = ?").arg(order == ApplicationOrder::Rule ? QStringLiteral("s.application_id") : QStringLiteral("a.id"), from, roleColumn);
    for (const QString &condition : conditions.texts)
        sql += QStringLiteral(" AND ") + condition;
    if (hiddenOnly)
        sql += (*hiddenOnly ? QStringLiteral(" AND ") : QStringLiteral(" AND NOT "))
            + hiddenCondition(order == ApplicationOrder::Rule ? QStringLiteral("s.application_id") : QStringLiteral("a.id"), QString::number(role.number()), connection.reviewer());
    sql += QStringLiteral(" ORDER BY %1").arg(orderBy(order, descending));
    if (limit >= 0) // where it is left out SQLite sorts in its sorter, not in a tree: a third quicker
        sql += QStringLiteral(" LIMIT %1").arg(limit);
    auto query = RawQuery::prepare(connection, sql, QVariantList{role.number()} + conditions.values);
    if (!query)
        return tl::unexpected(query.error());
    QList<ApplicationId> ids;
    while (query->next())
        ids << ApplicationId(query->key(0));
    if (auto outcome = query->outcome(); !outcome)
        return tl::unexpected(outcome.error());
    return ids;
}

} // namespace

Result<QList<ApplicationId>> applicationIds(Connection &connection, RoleId role, const ApplicationFilter &filter, ApplicationOrder order, bool descending, int limit)
{
    const bool tells = !filter.panelResult && (goesByStanding(order) || !filter.gates.isEmpty());
    const auto can = tells ? canHide(connection, role, connection.reviewer()) : Result<bool>(false);
    if (!can)
        return tl::unexpected(can.error());
    if (!*can)
        return readIds(connection, role, filter, order, descending, limit, {});
    if (limit >= 0) {
        // The first ones are found one after another, without looking at everybody first.
        auto ids = readIds(connection, role, filter, order, descending, limit, false);
        if (!ids || ids->size() >= limit || !filter.gates.isEmpty())
            return ids;
        auto hidden = readIds(connection, role, filter, order, descending, -1, true);
        if (!hidden)
            return hidden;
        std::sort(hidden->begin(), hidden->end());
        *ids << hidden->mid(0, limit - ids->size());
        return ids;
    }
    auto ids = readIds(connection, role, filter, order, descending, limit, {});
    if (!ids)
        return ids;
    const auto hidden = hiddenOf(connection, role, *ids, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());
    if (!hidden->isEmpty())
        setApart(*ids, *hidden, !filter.gates.isEmpty());
    return ids;
}

Result<QList<ApplicationRow>> applicationRows(Connection &connection, const QList<ApplicationId> &ids, ReviewerId reviewer)
{
    QHash<ApplicationId, ApplicationRow> found;
    found.reserve(ids.size());
    for (qsizetype first = 0; first < ids.size(); first += idsAtOnce) {
        const QList<ApplicationId> some = ids.mid(first, idsAtOnce);
        QVariantList values{reviewer.number()};
        for (const ApplicationId id : some)
            values << id.number();
        auto query = run(connection,
                         QStringLiteral("SELECT a.id, a.uuid, a.candidate_id, a.code, c.name, c.email, c.phone, c.location, a.source, a.applied_on, a.stage_id, g.name, a.stage_since, "
                                        "a.outcome, a.outcome_reason, (SELECT group_concat(n.name, char(10)) FROM application_tag t JOIN tag n ON n.id = t.tag_id WHERE t.application_id = a.id), "
                                        "(SELECT v.state FROM review v WHERE v.application_id = a.id AND v.reviewer_id = ? AND v.kind = 'written') "
                                        "FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN stage g ON g.id = a.stage_id WHERE a.id IN (%1)")
                             .arg(places(some.size())),
                         values);
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) {
            ApplicationRow row = rowFrom(*query);
            found.insert(row.id, std::move(row));
        }
    }
    auto standings = rolecall::db::standings(connection, ids);
    if (!standings)
        return tl::unexpected(standings.error());
    const auto hidden = hiddenAmong(connection, ids, reviewer);
    if (!hidden)
        return tl::unexpected(hidden.error());
    QList<ApplicationRow> rows;
    rows.reserve(ids.size());
    for (const ApplicationId id : ids) {
        const auto one = found.find(id);
        if (one == found.end())
            continue;
        one->panelHidden = hidden->contains(id);
        if (!one->panelHidden)
            one->standing = standings->value(id);
        one->standing.application = id;
        rows << std::move(*one);
    }
    return rows;
}

Result<bool> hasMoreApplications(Connection &connection, RoleId role, int than)
{
    const auto found = single(connection, QStringLiteral("SELECT 1 FROM application WHERE role_id = ? LIMIT 1 OFFSET ?"), {role.number(), than});
    if (!found)
        return tl::unexpected(found.error());
    return found->isValid();
}

Result<int> applicationCount(Connection &connection, RoleId role)
{
    const auto count = single(connection, QStringLiteral("SELECT count(*) FROM application WHERE role_id = ?"), {role.number()});
    if (!count)
        return tl::unexpected(count.error());
    return count->toInt();
}

Result<QStringList> applicationSources(Connection &connection, RoleId role)
{
    return column(connection, QStringLiteral("SELECT source FROM application WHERE role_id = ? AND source <> '' GROUP BY source ORDER BY count(*) DESC, source LIMIT 40"), role);
}

Result<QStringList> applicationTags(Connection &connection, RoleId role)
{
    return column(connection, QStringLiteral("SELECT n.name FROM application a JOIN application_tag t ON t.application_id = a.id JOIN tag n ON n.id = t.tag_id WHERE a.role_id = ? "
                                             "GROUP BY n.id ORDER BY count(*) DESC, n.name LIMIT 60"), role);
}

} // namespace rolecall::db
