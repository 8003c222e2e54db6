// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/applications.h"

#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

} // namespace

QString nameKey(const QString &name)
{
    bool plain = true;
    for (const QChar c : name)
        plain = plain && c.unicode() < 0x80;
    if (plain)
        return name.simplified().toLower();
    QString key;
    key.reserve(name.size());
    const QString parts = name.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : parts) {
        if (c.category() != QChar::Mark_NonSpacing && c.category() != QChar::Other_Format)
            key += c;
    }
    return key.simplified();
}

Result<CandidateId> insertCandidate(Connection &connection, const Candidate &candidate)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO candidate (uuid, name, name_key, email, phone, location, links, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                           {candidate.uuid.isEmpty() ? newUuid() : candidate.uuid, candidate.name, nameKey(candidate.name), nullable(candidate.email),
                            nullable(candidate.phone), nullable(candidate.location), nullable(candidate.links), connection.now()});
    if (!query)
        return tl::unexpected(query.error());
    return CandidateId(query->lastInsertId().toLongLong());
}

Outcome updateCandidate(Connection &connection, const Candidate &candidate)
{
    return execute(connection, QStringLiteral("UPDATE candidate SET name = ?, name_key = ?, email = ?, phone = ?, location = ?, links = ? WHERE id = ?"),
                   {candidate.name, nameKey(candidate.name), nullable(candidate.email), nullable(candidate.phone), nullable(candidate.location), nullable(candidate.links),
                    candidate.id.number()});
}

Result<Candidate> candidate(Connection &connection, CandidateId id)
{
    auto query = run(connection, QStringLiteral("SELECT uuid, name, email, phone, location, links FROM candidate WHERE id = ?"), {id.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(tr("Reading the candidate"), QString::number(id.number()), tr("it is not in this workspace"));
    return Candidate{id, query->value(0).toString(), query->value(1).toString(), optionalText(query->value(2)), optionalText(query->value(3)),
                     optionalText(query->value(4)), optionalText(query->value(5))};
}

QString applicationCode(const QString &uuid)
{
    // Crockford's base 32: no I, L, O or U. The last 36 bits of the UUID are random.
    static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    quint64 bits = uuid.right(9).toULongLong(nullptr, 16);
    QString code;
    for (int i = 0; i < 7; ++i, bits >>= 5)
        code.prepend(QLatin1Char(digits[bits & 31]));
    return code;
}

Result<ApplicationId> insertApplication(Connection &connection, const Application &application)
{
    const QString uuid = application.uuid.isEmpty() ? newUuid() : application.uuid;
    const QString now = connection.now();
    const auto query = run(connection,
                           QStringLiteral("INSERT INTO application (uuid, role_id, candidate_id, code, stage_id, stage_since, source, applied_on, outcome, outcome_reason, outcome_at, created_at) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                           {uuid, application.role.number(), application.candidate.number(), application.code.isEmpty() ? applicationCode(uuid) : application.code,
                            application.stage.number(), application.stageSince.isEmpty() ? now : application.stageSince, application.source, nullable(application.appliedOn),
                            nullable(application.outcome), nullable(application.outcomeReason), nullable(application.outcomeAt), now});
    if (!query)
        return tl::unexpected(query.error());
    return ApplicationId(query->lastInsertId().toLongLong());
}

Outcome updateApplication(Connection &connection, const Application &application)
{
    return execute(connection,
                   QStringLiteral("UPDATE application SET stage_id = ?, stage_since = ?, source = ?, applied_on = ?, outcome = ?, outcome_reason = ?, outcome_at = ? WHERE id = ?"),
                   {application.stage.number(), application.stageSince, application.source, nullable(application.appliedOn), nullable(application.outcome),
                    nullable(application.outcomeReason), nullable(application.outcomeAt), application.id.number()});
}

Result<Application> application(Connection &connection, ApplicationId id)
{
    auto query = run(connection,
                     QStringLiteral("SELECT uuid, role_id, candidate_id, code, stage_id, stage_since, source, applied_on, outcome, outcome_reason, outcome_at FROM application WHERE id = ?"),
                     {id.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(tr("Reading the application"), QString::number(id.number()), tr("it is not in this workspace"));
    return Application{id, query->value(0).toString(), RoleId(query->value(1).toLongLong()), CandidateId(query->value(2).toLongLong()), query->value(3).toString(),
                       StageId(query->value(4).toLongLong()), query->value(5).toString(), query->value(6).toString(), optionalText(query->value(7)),
                       optionalText(query->value(8)), optionalText(query->value(9)), optionalText(query->value(10))};
}

Result<QList<Note>> notes(Connection &connection, ApplicationId application)
{
    auto query = run(connection, QStringLiteral("SELECT id, reviewer_id, text, created_at FROM note WHERE application_id = ? ORDER BY id"), {application.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Note> list;
    while (query->next())
        list << Note{NoteId(query->value(0).toLongLong()), application, ReviewerId(query->value(1).toLongLong()), query->value(2).toString(), query->value(3).toString()};
    return list;
}

Result<NoteId> insertNote(Connection &connection, const Note &note)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO note (uuid, application_id, reviewer_id, text, created_at) VALUES (?, ?, ?, ?, ?)"),
                           {newUuid(), note.application.number(), note.reviewer.isValid() ? QVariant(note.reviewer.number()) : QVariant(), note.text, connection.now()});
    if (!query)
        return tl::unexpected(query.error());
    return NoteId(query->lastInsertId().toLongLong());
}

Outcome setTags(Connection &connection, ApplicationId application, const QStringList &names)
{
    if (auto outcome = execute(connection, QStringLiteral("DELETE FROM application_tag WHERE application_id = ?"), {application.number()}); !outcome)
        return outcome;
    for (const QString &name : names) {
        const QString clean = name.simplified();
        if (clean.isEmpty())
            continue;
        if (auto outcome = execute(connection, QStringLiteral("INSERT INTO tag (name) VALUES (?) ON CONFLICT (name) DO NOTHING"), {clean}); !outcome)
            return outcome;
        if (auto outcome = execute(connection, QStringLiteral("INSERT INTO application_tag (application_id, tag_id) SELECT ?, id FROM tag WHERE name = ? ON CONFLICT DO NOTHING"),
                                   {application.number(), clean});
            !outcome)
            return outcome;
    }
    return {};
}

} // namespace rolecall::db
