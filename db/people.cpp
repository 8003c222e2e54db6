// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/people.h"

#include "db/connection.h"
#include "db/raw_query.h"
#include "db/search_syntax.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace rolecall::db {

namespace {

constexpr qsizetype idsAtOnce = 256;
constexpr int rolesShown = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

/// SQL: the person may be shown. Without a blind role everybody may.
QString shownCondition(bool anyBlind, ReviewerId reader)
{
    if (!anyBlind)
        return QStringLiteral("1");
    return QStringLiteral("(EXISTS (SELECT 1 FROM application s WHERE s.candidate_id = c.id AND NOT %1) OR NOT EXISTS (SELECT 1 FROM application s WHERE s.candidate_id = c.id))")
        .arg(blindCondition(QStringLiteral("s.id"), QStringLiteral("s.role_id"), reader));
}

QString orderBy(PersonOrder order, bool descending)
{
    const QString direction = descending ? QStringLiteral(" DESC") : QString();
    switch (order) {
    case PersonOrder::Name:
        return QStringLiteral("c.name_key%1, c.id").arg(direction);
    case PersonOrder::Email: // who has none stands at the end, whichever way round
        return QStringLiteral("c.email IS NULL, c.email%1, c.id").arg(direction);
    case PersonOrder::Phone:
        return QStringLiteral("c.phone IS NULL, c.phone%1, c.id").arg(direction);
    case PersonOrder::Location:
        return QStringLiteral("c.location IS NULL, c.location COLLATE NOCASE%1, c.id").arg(direction);
    case PersonOrder::Applications:
        return QStringLiteral("n%1, c.name_key, c.id").arg(direction);
    case PersonOrder::Added:
        return QStringLiteral("c.created_at%1, c.id%1").arg(direction);
    case PersonOrder::LastActivity:
        return QStringLiteral("latest%1, c.id%1").arg(direction);
    }
    return QStringLiteral("c.id");
}

QString keys(const QList<CandidateId> &ids)
{
    QStringList texts;
    for (const CandidateId id : ids)
        texts << QString::number(id.number());
    return texts.join(u',');
}

} // namespace

QString blindCondition(const QString &application, const QString &role, ReviewerId reader)
{
    return QStringLiteral("(EXISTS (SELECT 1 FROM role b WHERE b.id = %2 AND b.blind = 1) AND NOT EXISTS (SELECT 1 FROM change v WHERE v.application_id = %1 AND v.kind = 'reveal' AND v.undone = 0 "
                          "AND v.reverses IS NULL AND v.reviewer_id = %3))")
        .arg(application, role, QString::number(reader.number()));
}

Result<bool> hasBlindRole(Connection &connection)
{
    const auto any = single(connection, QStringLiteral("SELECT EXISTS (SELECT 1 FROM role WHERE blind = 1)"));
    if (!any)
        return tl::unexpected(any.error());
    return any->toBool();
}

Result<QList<CandidateId>> personIds(Connection &connection, const PersonFilter &filter, PersonOrder order, bool descending, int limit)
{
    const auto anyBlind = hasBlindRole(connection);
    if (!anyBlind)
        return tl::unexpected(anyBlind.error());
    const QString hidden = *anyBlind ? blindCondition(QStringLiteral("a.id"), QStringLiteral("a.role_id"), connection.reviewer()) : QStringLiteral("0");
    QStringList conditions{shownCondition(*anyBlind, connection.reviewer())};
    QVariantList values;
    if (const QString match = searchExpression(filter.words); !match.isEmpty()) {
        conditions << QStringLiteral("c.id IN (SELECT rowid FROM search_candidate WHERE search_candidate MATCH ?)");
        values << match;
    }
    if (filter.role.isValid()) {
        conditions << QStringLiteral("EXISTS (SELECT 1 FROM application a WHERE a.candidate_id = c.id AND a.role_id = ? AND NOT %1)").arg(hidden);
        values << filter.role.number();
    }
    if (!filter.tag.isEmpty()) {
        conditions << QStringLiteral("EXISTS (SELECT 1 FROM application a JOIN application_tag t ON t.application_id = a.id JOIN tag n ON n.id = t.tag_id WHERE a.candidate_id = c.id AND n.name = ? AND NOT %1)").arg(hidden);
        values << filter.tag;
    }
    if (filter.withoutApplication)
        conditions << QStringLiteral("NOT EXISTS (SELECT 1 FROM application a WHERE a.candidate_id = c.id)");
    if (!filter.only.isEmpty())
        conditions << QStringLiteral("c.id IN (%1)").arg(keys(filter.only));
    QString columns = QStringLiteral("c.id");
    if (order == PersonOrder::Applications)
        columns += QStringLiteral(", (SELECT count(*) FROM application a WHERE a.candidate_id = c.id AND NOT %1) AS n").arg(hidden);
    if (order == PersonOrder::LastActivity)
        columns += QStringLiteral(", coalesce((SELECT max(max(a.stage_since, coalesce(a.outcome_at, ''))) FROM application a WHERE a.candidate_id = c.id AND NOT %1), c.created_at) AS latest").arg(hidden);
    QString sql = QStringLiteral("SELECT %1 FROM candidate c WHERE %2 ORDER BY %3").arg(columns, conditions.join(QStringLiteral(" AND ")), orderBy(order, descending));
    if (limit >= 0)
        sql += QStringLiteral(" LIMIT %1").arg(limit);
    auto query = RawQuery::prepare(connection, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    QList<CandidateId> ids;
    while (query->next())
        ids << CandidateId(query->key(0));
    if (auto outcome = query->outcome(); !outcome)
        return tl::unexpected(outcome.error());
    return ids;
}

Result<QList<PersonRow>> personRows(Connection &connection, const QList<CandidateId> &ids)
{
    const QString hidden = blindCondition(QStringLiteral("a.id"), QStringLiteral("a.role_id"), connection.reviewer());
    QHash<CandidateId, PersonRow> found;
    for (qsizetype first = 0; first < ids.size(); first += idsAtOnce) {
        const QString some = keys(ids.mid(first, idsAtOnce));
        auto people = run(connection, QStringLiteral("SELECT id, name, email, phone, location, created_at FROM candidate WHERE id IN (%1)").arg(some));
        if (!people)
            return tl::unexpected(people.error());
        while (people->next()) {
            const CandidateId id(people->value(0).toLongLong());
            PersonRow row{id, people->value(1).toString(), people->value(2).toString(), people->value(3).toString(), people->value(4).toString(), people->value(5).toString(), 0, {}, {}, {}};
            row.lastActivity = row.createdAt.left(10);
            found.insert(id, row);
        }
        people->finish();
        auto applications = run(connection, QStringLiteral("SELECT a.candidate_id, r.title, a.stage_since, a.outcome_at, (SELECT group_concat(n.name, char(31)) FROM application_tag t JOIN tag n ON n.id = t.tag_id "
                                                           "WHERE t.application_id = a.id) FROM application a JOIN role r ON r.id = a.role_id WHERE a.candidate_id IN (%1) AND NOT %2 ORDER BY a.id DESC")
                                                    .arg(some, hidden));
        if (!applications)
            return tl::unexpected(applications.error());
        while (applications->next()) {
            PersonRow &row = found[CandidateId(applications->value(0).toLongLong())];
            if (++row.applications <= rolesShown)
                row.roles << applications->value(1).toString();
            row.lastActivity = std::max({row.lastActivity, applications->value(2).toString().left(10), applications->value(3).toString().left(10)});
            for (const QString &tag : applications->value(4).toString().split(QChar(31), Qt::SkipEmptyParts)) {
                if (!row.tags.contains(tag))
                    row.tags << tag;
            }
        }
    }
    QList<PersonRow> rows;
    for (const CandidateId id : ids) {
        if (const auto row = found.constFind(id); row != found.constEnd() && row->id.isValid())
            rows << *row;
    }
    return rows;
}

Result<QSet<CandidateId>> shownAmong(Connection &connection, const QList<CandidateId> &ids)
{
    const auto anyBlind = hasBlindRole(connection);
    if (!anyBlind)
        return tl::unexpected(anyBlind.error());
    QSet<CandidateId> shown;
    for (qsizetype first = 0; first < ids.size(); first += idsAtOnce) {
        auto query = run(connection, QStringLiteral("SELECT c.id FROM candidate c WHERE c.id IN (%1) AND %2").arg(keys(ids.mid(first, idsAtOnce)), shownCondition(*anyBlind, connection.reviewer())));
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            shown.insert(CandidateId(query->value(0).toLongLong()));
    }
    return shown;
}

Result<PeopleCounts> peopleCounts(Connection &connection)
{
    const auto anyBlind = hasBlindRole(connection);
    if (!anyBlind)
        return tl::unexpected(anyBlind.error());
    const auto all = single(connection, QStringLiteral("SELECT count(*) FROM candidate"));
    if (!all)
        return tl::unexpected(all.error());
    const auto shown = *anyBlind ? single(connection, QStringLiteral("SELECT count(*) FROM candidate c WHERE %1").arg(shownCondition(true, connection.reviewer()))) : all;
    if (!shown)
        return tl::unexpected(shown.error());
    return PeopleCounts{shown->toInt(), all->toInt() - shown->toInt()};
}

Result<CandidateId> findCandidate(Connection &connection, const QString &text)
{
    const QString wanted = text.simplified();
    bool isNumber = false;
    const qint64 number = wanted.toLongLong(&isNumber);
    for (const auto &[condition, value] : {std::pair(isNumber ? QStringLiteral("id = ?") : QString(), QVariant(number)), std::pair(QStringLiteral("uuid = ?"), QVariant(wanted)),
                                           std::pair(QStringLiteral("email = ?"), QVariant(wanted)), std::pair(QStringLiteral("name_key = ?"), QVariant(nameKey(wanted)))}) {
        if (condition.isEmpty())
            continue;
        auto query = run(connection, QStringLiteral("SELECT id FROM candidate WHERE %1 ORDER BY id LIMIT 2").arg(condition), {value});
        if (!query)
            return tl::unexpected(query.error());
        if (!query->next())
            continue;
        const CandidateId found(query->value(0).toLongLong());
        if (query->next())
            return failure(tr("Looking for the candidate"), text, tr("more than one person is meant by this"), tr("Give the number, which search tells"));
        return found;
    }
    return failure(tr("Looking for the candidate"), text, tr("nobody is meant by this"), tr("Give a number, UUID, e-mail address or full name; search finds them"));
}

Result<bool> hasAnyCandidate(Connection &connection, const QStringList &uuids)
{
    for (const QString &uuid : uuids) {
        const auto found = single(connection, QStringLiteral("SELECT 1 FROM candidate WHERE uuid = ?"), {uuid});
        if (!found)
            return tl::unexpected(found.error());
        if (found->isValid())
            return true;
    }
    return false;
}

Result<QList<PersonApplication>> applicationsOf(Connection &connection, CandidateId person)
{
    auto query = run(connection, QStringLiteral("SELECT a.id, a.role_id, r.title, a.code, a.stage_id, g.name, a.stage_since, a.source, a.applied_on, a.outcome, a.outcome_reason, a.outcome_at, a.created_at, %1, "
                                                "(SELECT group_concat(n.name, char(31)) FROM application_tag t JOIN tag n ON n.id = t.tag_id WHERE t.application_id = a.id) "
                                                "FROM application a JOIN role r ON r.id = a.role_id JOIN stage g ON g.id = a.stage_id WHERE a.candidate_id = ? ORDER BY a.id DESC")
                                     .arg(blindCondition(QStringLiteral("a.id"), QStringLiteral("a.role_id"), connection.reviewer())),
                     {person.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<PersonApplication> list;
    while (query->next()) {
        PersonApplication one;
        one.id = ApplicationId(query->value(0).toLongLong());
        one.role = RoleId(query->value(1).toLongLong());
        one.stage = StageId(query->value(4).toLongLong());
        QString *const texts[] = {&one.roleTitle, &one.code, nullptr, &one.stageName, &one.stageSince, &one.source, &one.appliedOn, &one.outcome, &one.outcomeReason, &one.outcomeAt, &one.createdAt};
        for (int i = 0; i < int(std::size(texts)); ++i) {
            if (texts[i])
                *texts[i] = query->value(i + 2).toString();
        }
        one.hidden = query->value(13).toBool();
        one.tags = query->value(14).toString().split(QChar(31), Qt::SkipEmptyParts);
        list << one;
    }
    return list;
}

Result<QList<PersonNote>> notesOf(Connection &connection, CandidateId person)
{
    auto query = run(connection, QStringLiteral("SELECT n.id, n.application_id, n.reviewer_id, w.name, n.text, n.created_at FROM application a JOIN note n ON n.application_id = a.id "
                                                "LEFT JOIN reviewer w ON w.id = n.reviewer_id WHERE a.candidate_id = ? ORDER BY n.id DESC"),
                     {person.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<PersonNote> list;
    while (query->next())
        list << PersonNote{NoteId(query->value(0).toLongLong()), ApplicationId(query->value(1).toLongLong()), ReviewerId(query->value(2).toLongLong()), query->value(3).toString(),
                           query->value(4).toString(), query->value(5).toString()};
    return list;
}

Outcome updateNote(Connection &connection, NoteId id, const QString &text)
{
    return execute(connection, QStringLiteral("UPDATE note SET text = ? WHERE id = ?"), {text, id.number()});
}

Outcome deleteNote(Connection &connection, NoteId id)
{
    return execute(connection, QStringLiteral("DELETE FROM note WHERE id = ?"), {id.number()});
}

} // namespace rolecall::db
