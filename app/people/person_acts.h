// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with people rather than with their applications: each act is one change.
#pragma once

#include "app/done.h"
#include "db/applications.h"
#include "db/custom_fields.h"

#include <QStringList>

namespace rolecall::app {

/// Needs a name or an e-mail address; an address must look like one (RFC 5321: local part, @, domain).
Result<Done> addPerson(db::Connection &connection, const db::Candidate &person, db::CandidateId *added = nullptr);
Result<Done> changePerson(db::Connection &connection, const db::Candidate &person);
/// Into the role's first stage, as of today. Fails where the person has applied for it already.
Result<Done> addApplication(db::Connection &connection, db::CandidateId person, db::RoleId role);
/// All tags of an application, separated by commas: others go.
Result<Done> changeTags(db::Connection &connection, db::ApplicationId application, const QString &tags);

Result<Done> addNote(db::Connection &connection, db::ApplicationId application, const QString &text);
/// One's own only: a note is its writer's word. An empty text takes it away.
Result<Done> changeNote(db::Connection &connection, db::NoteId note, db::ApplicationId application, const QString &text);

/// A name that no other field has; a choice needs at least two choices.
Result<Done> addCustomField(db::Connection &connection, const db::CustomField &field);
Result<Done> changeCustomField(db::Connection &connection, const db::CustomField &field);
Result<Done> removeCustomField(db::Connection &connection, const db::CustomField &field);
/// The value as its kind asks for it, else the reason why not; empty: none.
Result<QString> fieldValue(const db::CustomField &field, const QString &typed);
Result<Done> setField(db::Connection &connection, db::CandidateId person, const db::CustomField &field, const QString &typed);

} // namespace rolecall::app
