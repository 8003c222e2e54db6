// SPDX-License-Identifier: GPL-3.0-or-later
// People across roles: keys in order for a list, rows for what is looked at, and what hangs on one person.
// An application in a blind role that is not revealed to the connection's reviewer is hidden here: nothing of it is told,
// and a person who has no other application is left out, so that no name stands beside a code's only candidate.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/applications.h"

#include <QSet>

namespace rolecall::db {

class Connection;

/// SQL that is true for an application hidden by a blind role. `application` and `role` are SQL expressions for its keys.
QString blindCondition(const QString &application, const QString &role, ReviewerId reader);
/// Whether any role is blind: where none is, nothing is hidden.
Result<bool> hasBlindRole(Connection &connection);

struct PersonRow
{
    CandidateId id;
    QString name;
    QString email;
    QString phone;
    QString location;
    QString createdAt;
    int applications = 0; ///< that are not hidden
    QStringList roles;    ///< their titles, the newest first, at most three
    QStringList tags;
    QString lastActivity; ///< the latest day something came or moved, YYYY-MM-DD
};

enum class PersonOrder { Name, Email, Phone, Location, Applications, Added, LastActivity };

struct PersonFilter
{
    QString words; ///< as typed, each the beginning of a word of name, address, phone or place
    RoleId role{}; ///< with an application for it that is not hidden
    QString tag;
    bool withoutApplication = false;
    QList<CandidateId> only; ///< these alone, where there is one

    friend bool operator==(const PersonFilter &, const PersonFilter &) = default;
};

Result<QList<CandidateId>> personIds(Connection &connection, const PersonFilter &filter, PersonOrder order, bool descending = false, int limit = -1);
Result<QList<PersonRow>> personRows(Connection &connection, const QList<CandidateId> &ids);
/// Of these, those that may be shown to the connection's reviewer.
Result<QSet<CandidateId>> shownAmong(Connection &connection, const QList<CandidateId> &ids);

struct PeopleCounts
{
    int shown = 0;
    int hidden = 0; ///< with applications in blind roles alone
};
Result<PeopleCounts> peopleCounts(Connection &connection);

/// By number, UUID, e-mail address or a name that only one person has.
Result<CandidateId> findCandidate(Connection &connection, const QString &text);
/// For a copy of a workspace, whatever its schema: only what every version has is read.
Result<bool> hasAnyCandidate(Connection &connection, const QStringList &uuids);

struct PersonApplication
{
    ApplicationId id;
    RoleId role;
    QString roleTitle;
    QString code;
    StageId stage;
    QString stageName;
    QString stageSince;
    QString source;
    QString appliedOn;
    QString outcome;
    QString outcomeReason;
    QString outcomeAt;
    QString createdAt;
    QStringList tags;
    bool hidden = false;
};
/// The newest first; hidden ones among them.
Result<QList<PersonApplication>> applicationsOf(Connection &connection, CandidateId person);

struct PersonNote
{
    NoteId id;
    ApplicationId application;
    ReviewerId reviewer; ///< not valid: it came with the application
    QString reviewerName;
    QString text;
    QString createdAt;
};
/// Of all the person's applications, the newest first; of hidden ones too.
Result<QList<PersonNote>> notesOf(Connection &connection, CandidateId person);
Outcome updateNote(Connection &connection, NoteId id, const QString &text);
Outcome deleteNote(Connection &connection, NoteId id);


} // namespace rolecall::db
