// SPDX-License-Identifier: GPL-3.0-or-later
// People and their applications: one at a time. Lists of them are in application_lists.h.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QStringList>
#include <optional>

namespace rolecall::db {

class Connection;

struct Candidate
{
    CandidateId id;
    QString uuid;
    QString name;
    std::optional<QString> email;
    std::optional<QString> phone;
    std::optional<QString> location;
    std::optional<QString> links;
};

/// The name without case and accents: what names are ordered and compared by.
QString nameKey(const QString &name);

Result<CandidateId> insertCandidate(Connection &connection, const Candidate &candidate);
Outcome updateCandidate(Connection &connection, const Candidate &candidate);
Result<Candidate> candidate(Connection &connection, CandidateId id);

struct Application
{
    ApplicationId id;
    QString uuid;
    RoleId role;
    CandidateId candidate;
    QString code; ///< stands in for the identity, blind
    StageId stage;
    QString stageSince;
    QString source;
    std::optional<QString> appliedOn; ///< YYYY-MM-DD
    std::optional<QString> outcome;   ///< hired, rejected, withdrawn
    std::optional<QString> outcomeReason;
    std::optional<QString> outcomeAt;
};

/// A code of seven letters and digits that are not mixed up when read aloud, drawn from a UUID's random part.
QString applicationCode(const QString &uuid);

Result<ApplicationId> insertApplication(Connection &connection, const Application &application);
Outcome updateApplication(Connection &connection, const Application &application);
Result<Application> application(Connection &connection, ApplicationId id);

struct Note
{
    NoteId id;
    ApplicationId application;
    ReviewerId reviewer; ///< not valid: it came with the application
    QString text;
    QString createdAt;
};
Result<QList<Note>> notes(Connection &connection, ApplicationId application);
Result<NoteId> insertNote(Connection &connection, const Note &note);
Outcome setTags(Connection &connection, ApplicationId application, const QStringList &names);

} // namespace rolecall::db
