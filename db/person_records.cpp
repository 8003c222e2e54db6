// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/person_records.h"

#include "db/change_capture.h"
#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<QList<Document>> documentsOf(Connection &connection, CandidateId person)
{
    auto query = run(connection, QStringLiteral("SELECT d.id, d.uuid, d.application_id, d.candidate_id, d.sha256, d.file_name, c.size, d.added_at FROM document d JOIN content c ON c.sha256 = d.sha256 "
                                                "WHERE d.candidate_id = ? OR d.application_id IN (SELECT id FROM application WHERE candidate_id = ?) ORDER BY d.id"),
                     {person.number(), person.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Document> list;
    while (query->next())
        list << Document{DocumentId(query->value(0).toLongLong()), query->value(1).toString(), ApplicationId(query->value(2).toLongLong()), CandidateId(query->value(3).toLongLong()),
                         query->value(4).toString(), query->value(5).toString(), query->value(6).toLongLong(), query->value(7).toString()};
    return list;
}

Result<QList<FrozenPlace>> frozenPlaces(Connection &connection, CandidateId person)
{
    auto query = run(connection, QStringLiteral("SELECT e.application_id, s.name, s.frozen_at, e.rank, e.placement, e.reason FROM application a JOIN shortlist_entry e ON e.application_id = a.id "
                                                "JOIN shortlist s ON s.id = e.shortlist_id WHERE a.candidate_id = ? ORDER BY s.id"),
                     {person.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<FrozenPlace> list;
    while (query->next())
        list << FrozenPlace{ApplicationId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toString(),
                            query->value(3).isNull() ? std::nullopt : std::optional(query->value(3).toInt()), query->value(4).toString(), query->value(5).toString()};
    return list;
}

Result<QList<ImportMention>> importMentions(Connection &connection, CandidateId person)
{
    auto query = run(connection, QStringLiteral("SELECT p.file_name, p.imported_at, w.state, w.messages FROM import_row w JOIN import_report p ON p.id = w.report_id "
                                                "WHERE w.application_id IN (SELECT id FROM application WHERE candidate_id = ?) ORDER BY p.id"),
                     {person.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<ImportMention> list;
    while (query->next())
        list << ImportMention{query->value(0).toString(), query->value(1).toString(), query->value(2).toString(), textsOfJson(query->value(3).toString())};
    return list;
}

Result<QStringList> recordsOf(Connection &connection, const QString &table, ApplicationId application)
{
    if (!loggedTableNames().contains(table))
        return failure({}, table, QStringLiteral("there is no such table"));
    const auto known = loggedTable(connection, table);
    if (!known)
        return tl::unexpected(known.error());
    QStringList pairs;
    for (const QString &column : known->columns)
        pairs << QStringLiteral("'%1', %1").arg(column);
    auto query = run(connection, QStringLiteral("SELECT json_object(%1) FROM %2 WHERE application_id = ?").arg(pairs.join(QStringLiteral(", ")), table), {application.number()});
    if (!query)
        return tl::unexpected(query.error());
    QStringList records;
    while (query->next())
        records << query->value(0).toString();
    return records;
}

Result<QList<LoggedAct>> actsOn(Connection &connection, CandidateId person, int limit)
{
    const QString mark = QStringLiteral("{person:%1}").arg(person.number());
    // Which applications: theirs, and those a merge that still stands took away on the way to theirs.
    auto query = run(connection, QStringLiteral("WITH mine (id) AS (SELECT id FROM application WHERE candidate_id = ? UNION SELECT json_extract(w.row_key, '$[0]') FROM change m JOIN change_row w ON w.change_id = m.id "
                                                "WHERE m.kind = 'merge' AND m.undone = 0 AND instr(m.title, ?) > 0 AND w.table_name = 'application' AND w.before IS NOT NULL) "
                                                "SELECT c.made_at, r.name, c.kind, c.title, c.detail, c.application_id, c.undone FROM change c LEFT JOIN reviewer r ON r.id = c.reviewer_id "
                                                "WHERE c.application_id IN (SELECT id FROM mine) OR (c.kind IN ('person', 'merge') AND instr(c.title, ?) > 0) ORDER BY c.id DESC LIMIT ?"),
                     {person.number(), mark, mark, limit});
    if (!query)
        return tl::unexpected(query.error());
    QList<LoggedAct> list;
    while (query->next())
        list << LoggedAct{query->value(0).toString(), query->value(1).toString(), query->value(2).toString(), query->value(3).toString(), query->value(4).toString(),
                          ApplicationId(query->value(5).toLongLong()), query->value(6).toBool()};
    return list;
}

Result<QList<SubmittedReview>> submittedReviewsOf(Connection &connection, CandidateId person)
{
    auto query = run(connection, QStringLiteral("SELECT v.application_id, v.reviewer_id, w.name, v.kind, v.submitted_at FROM application a JOIN review v ON v.application_id = a.id "
                                                "JOIN reviewer w ON w.id = v.reviewer_id WHERE a.candidate_id = ? AND v.state = 'submitted' ORDER BY v.submitted_at DESC"),
                     {person.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<SubmittedReview> list;
    while (query->next())
        list << SubmittedReview{ApplicationId(query->value(0).toLongLong()), ReviewerId(query->value(1).toLongLong()), query->value(2).toString(), query->value(3).toString(), query->value(4).toString()};
    return list;
}

Result<QList<InterviewMark>> interviewsOf(Connection &connection, CandidateId person)
{
    auto query = run(connection, QStringLiteral("SELECT i.application_id, i.starts_at, i.status, i.place FROM application a JOIN interview i ON i.application_id = a.id WHERE a.candidate_id = ? ORDER BY i.starts_at DESC"),
                     {person.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<InterviewMark> list;
    while (query->next())
        list << InterviewMark{ApplicationId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toString(), query->value(3).toString()};
    return list;
}

} // namespace rolecall::db
