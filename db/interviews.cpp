// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/interviews.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::db {

namespace {

const QString columns = QStringLiteral("SELECT i.id, i.uuid, i.application_id, a.role_id, r.title, r.blind, s.name, i.stage_id, i.starts_at, i.local_start, i.zone, i.minutes, i.place, i.link, i.note, "
                                       "i.status, i.sequence FROM interview i JOIN application a ON a.id = i.application_id JOIN role r ON r.id = a.role_id LEFT JOIN stage s ON s.id = i.stage_id ");
const QString localForm = QStringLiteral("yyyy-MM-ddTHH:mm");
const QString openOnes = QStringLiteral("i.status IN ('proposed', 'confirmed', 'moved')");

QString utc(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

QVariantList valuesOf(const Interview &interview)
{
    return {interview.application.number(), interview.stage.isValid() ? QVariant(interview.stage.number()) : QVariant(), utc(interview.startsAt), interview.localStart.toString(localForm),
            interview.zone, interview.minutes, interview.place, interview.link, interview.note, interview.status, interview.sequence};
}

Result<QList<Interview>> read(Connection &connection, const QString &rest, const QVariantList &values)
{
    auto query = run(connection, columns + rest, values);
    if (!query)
        return tl::unexpected(query.error());
    QList<Interview> list;
    while (query->next()) {
        Interview interview;
        interview.id = InterviewId(query->value(0).toLongLong());
        interview.uuid = query->value(1).toString();
        interview.application = ApplicationId(query->value(2).toLongLong());
        interview.role = RoleId(query->value(3).toLongLong());
        interview.roleTitle = query->value(4).toString();
        interview.blind = query->value(5).toBool();
        interview.stageName = query->value(6).toString();
        interview.stage = StageId(query->value(7).toLongLong());
        interview.startsAt = QDateTime::fromString(query->value(8).toString(), Qt::ISODateWithMs);
        interview.localStart = QDateTime::fromString(query->value(9).toString(), localForm);
        interview.localStart.setTimeSpec(Qt::UTC); // no clock of this computer has a say in it
        interview.zone = query->value(10).toString();
        interview.minutes = query->value(11).toInt();
        interview.place = query->value(12).toString();
        interview.link = query->value(13).toString();
        interview.note = query->value(14).toString();
        interview.status = query->value(15).toString();
        interview.sequence = query->value(16).toInt();
        list << interview;
    }
    return list;
}

} // namespace

Result<InterviewId> insertInterview(Connection &connection, const Interview &interview)
{
    const auto query = run(connection,
                           QStringLiteral("INSERT INTO interview (uuid, created_at, application_id, stage_id, starts_at, local_start, zone, minutes, place, link, note, status, sequence) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                           QVariantList{interview.uuid.isEmpty() ? newUuid() : interview.uuid, connection.now()} + valuesOf(interview));
    if (!query)
        return tl::unexpected(query.error());
    return InterviewId(query->lastInsertId().toLongLong());
}

Outcome updateInterview(Connection &connection, const Interview &interview)
{
    return execute(connection,
                   QStringLiteral("UPDATE interview SET application_id = ?, stage_id = ?, starts_at = ?, local_start = ?, zone = ?, minutes = ?, place = ?, link = ?, note = ?, status = ?, sequence = ? "
                                  "WHERE id = ?"),
                   valuesOf(interview) + QVariantList{interview.id.number()});
}

Outcome deleteInterview(Connection &connection, InterviewId id)
{
    for (const char *table : {"interview_assessment", "interview_member"}) {
        if (auto outcome = execute(connection, QStringLiteral("DELETE FROM %1 WHERE interview_id = ?").arg(QLatin1String(table)), {id.number()}); !outcome)
            return outcome;
    }
    return execute(connection, QStringLiteral("DELETE FROM interview WHERE id = ?"), {id.number()});
}

Result<Interview> interview(Connection &connection, InterviewId id)
{
    const auto list = read(connection, QStringLiteral("WHERE i.id = ?"), {id.number()});
    if (!list)
        return tl::unexpected(list.error());
    if (list->isEmpty())
        return failure(QCoreApplication::translate("Database", "Reading the interview"), QString::number(id.number()), QCoreApplication::translate("Database", "it is not in this workspace"));
    return list->first();
}

Result<std::optional<Interview>> interviewByUuid(Connection &connection, const QString &uuid)
{
    const auto list = read(connection, QStringLiteral("WHERE i.uuid = ?"), {uuid});
    if (!list)
        return tl::unexpected(list.error());
    return list->isEmpty() ? std::nullopt : std::optional(list->first());
}

Result<QList<Interview>> interviews(Connection &connection, RoleId role)
{
    const QString order = QStringLiteral("ORDER BY i.starts_at, i.id");
    return role.isValid() ? read(connection, QStringLiteral("WHERE a.role_id = ? ") + order, {role.number()}) : read(connection, order, {});
}

Result<QList<Interview>> interviewsOf(Connection &connection, ApplicationId application)
{
    return read(connection, QStringLiteral("WHERE i.application_id = ? ORDER BY i.starts_at, i.id"), {application.number()});
}

Result<QList<Interview>> interviewsBetween(Connection &connection, const QDateTime &from, const QDateTime &to)
{
    return read(connection, QStringLiteral("WHERE i.starts_at >= ? AND i.starts_at < ? ORDER BY i.starts_at, i.id"), {utc(from), utc(to)});
}

Result<QList<Interview>> openInterviews(Connection &connection, int limit)
{
    return read(connection, QStringLiteral("WHERE %1 AND a.outcome IS NULL ORDER BY i.starts_at, i.id LIMIT ?").arg(openOnes), {limit});
}

Result<QList<Interview>> unscoredInterviews(Connection &connection, ReviewerId reviewer, const QDateTime &before, int limit)
{
    return read(connection,
                QStringLiteral("JOIN interview_member m ON m.interview_id = i.id AND m.reviewer_id = ? WHERE i.status <> 'cancelled' AND i.starts_at < ? AND a.outcome IS NULL AND NOT EXISTS "
                               "(SELECT 1 FROM review v WHERE v.application_id = i.application_id AND v.reviewer_id = m.reviewer_id AND v.kind = 'interview' AND v.state = 'submitted') "
                               "ORDER BY i.starts_at, i.id LIMIT ?"),
                {reviewer.number(), utc(before), limit});
}

Result<QList<Interview>> interviewsOverlapping(Connection &connection, const QDateTime &from, const QDateTime &to, InterviewId except)
{
    // None is longer than a day: what began earlier is over.
    const auto near = read(connection, QStringLiteral("WHERE i.starts_at > ? AND i.starts_at < ? AND i.status <> 'cancelled' AND i.id <> ? ORDER BY i.starts_at"), {utc(from.addDays(-1)), utc(to), except.number()});
    if (!near)
        return near;
    QList<Interview> overlapping;
    for (const Interview &interview : *near) {
        if (interview.endsAt() > from)
            overlapping << interview;
    }
    return overlapping;
}

Result<QList<InterviewMember>> members(Connection &connection, InterviewId id)
{
    auto query = run(connection,
                     QStringLiteral("SELECT m.reviewer_id, r.name, r.email, m.answer FROM interview_member m JOIN reviewer r ON r.id = m.reviewer_id WHERE m.interview_id = ? ORDER BY r.name, r.id"),
                     {id.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<InterviewMember> list;
    while (query->next())
        list << InterviewMember{ReviewerId(query->value(0).toLongLong()), query->value(1).toString(), optionalText(query->value(2)), optionalText(query->value(3))};
    return list;
}

Outcome setMembers(Connection &connection, InterviewId id, const QList<ReviewerId> &reviewers)
{
    const auto before = members(connection, id);
    if (!before)
        return tl::unexpected(before.error());
    const auto isMember = [&before](ReviewerId reviewer) { return std::any_of(before->cbegin(), before->cend(), [reviewer](const InterviewMember &member) { return member.reviewer == reviewer; }); };
    for (const InterviewMember &member : *before) {
        if (reviewers.contains(member.reviewer))
            continue;
        if (auto outcome = execute(connection, QStringLiteral("DELETE FROM interview_member WHERE interview_id = ? AND reviewer_id = ?"), {id.number(), member.reviewer.number()}); !outcome)
            return outcome;
    }
    for (const ReviewerId reviewer : reviewers) {
        if (isMember(reviewer))
            continue;
        if (auto outcome = execute(connection, QStringLiteral("INSERT INTO interview_member (interview_id, reviewer_id) VALUES (?, ?)"), {id.number(), reviewer.number()}); !outcome)
            return outcome;
    }
    return {};
}

Outcome setAnswer(Connection &connection, InterviewId id, ReviewerId reviewer, const std::optional<QString> &answer)
{
    return execute(connection, QStringLiteral("UPDATE interview_member SET answer = ? WHERE interview_id = ? AND reviewer_id = ?"), {nullable(answer), id.number(), reviewer.number()});
}

Outcome forgetAnswers(Connection &connection, InterviewId id)
{
    return execute(connection, QStringLiteral("UPDATE interview_member SET answer = NULL WHERE interview_id = ? AND answer IS NOT NULL"), {id.number()});
}

Result<QList<Assessment>> assessments(Connection &connection, InterviewId id)
{
    auto query = run(connection, QStringLiteral("SELECT quality_id, reviewer_id FROM interview_assessment WHERE interview_id = ? ORDER BY quality_id, reviewer_id"), {id.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Assessment> list;
    while (query->next())
        list << Assessment{QualityId(query->value(0).toLongLong()), ReviewerId(query->value(1).toLongLong())};
    return list;
}

Outcome setAssessments(Connection &connection, InterviewId id, const QList<Assessment> &wanted)
{
    const auto before = assessments(connection, id);
    if (!before)
        return tl::unexpected(before.error());
    for (const Assessment &one : *before) {
        if (wanted.contains(one))
            continue;
        if (auto outcome = execute(connection, QStringLiteral("DELETE FROM interview_assessment WHERE interview_id = ? AND quality_id = ? AND reviewer_id = ?"),
                                   {id.number(), one.quality.number(), one.reviewer.number()});
            !outcome)
            return outcome;
    }
    for (const Assessment &one : wanted) {
        if (before->contains(one))
            continue;
        if (auto outcome = execute(connection, QStringLiteral("INSERT INTO interview_assessment (interview_id, quality_id, reviewer_id) VALUES (?, ?, ?)"),
                                   {id.number(), one.quality.number(), one.reviewer.number()});
            !outcome)
            return outcome;
    }
    return {};
}

Result<bool> isInterviewing(Connection &connection, ReviewerId reviewer, ApplicationId application)
{
    const auto found = single(connection,
                              QStringLiteral("SELECT EXISTS (SELECT 1 FROM interview i JOIN interview_member m ON m.interview_id = i.id AND m.reviewer_id = ? WHERE i.application_id = ? AND i.status <> 'cancelled')"),
                              {reviewer.number(), application.number()});
    if (!found)
        return tl::unexpected(found.error());
    return found->toBool();
}

Result<QuestionId> insertQuestion(Connection &connection, const Question &question)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO question (uuid, role_id, quality_id, position, text, guidance) VALUES (?, ?, ?, ?, ?, ?)"),
                           {newUuid(), question.role.number(), question.quality.isValid() ? QVariant(question.quality.number()) : QVariant(), question.position, question.text, question.guidance});
    if (!query)
        return tl::unexpected(query.error());
    return QuestionId(query->lastInsertId().toLongLong());
}

Outcome updateQuestion(Connection &connection, const Question &question)
{
    return execute(connection, QStringLiteral("UPDATE question SET quality_id = ?, position = ?, text = ?, guidance = ? WHERE id = ?"),
                   {question.quality.isValid() ? QVariant(question.quality.number()) : QVariant(), question.position, question.text, question.guidance, question.id.number()});
}

Outcome deleteQuestion(Connection &connection, QuestionId id)
{
    return execute(connection, QStringLiteral("DELETE FROM question WHERE id = ?"), {id.number()});
}

Result<QList<Question>> questions(Connection &connection, RoleId role)
{
    auto query = run(connection, QStringLiteral("SELECT id, quality_id, position, text, guidance FROM question WHERE role_id = ? ORDER BY position, id"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Question> list;
    while (query->next())
        list << Question{QuestionId(query->value(0).toLongLong()), role, QualityId(query->value(1).toLongLong()), query->value(2).toInt(), query->value(3).toString(), query->value(4).toString()};
    return list;
}

} // namespace rolecall::db
