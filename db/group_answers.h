// SPDX-License-Identifier: GPL-3.0-or-later
// Answers about groups (gender, disability, origin …) that applicants gave with their consent. Nothing reads the answer
// of one person: they go in by the application and come out as counts.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QStringList>

namespace rolecall::db {

class Connection;

/// Replaces what the application answered to the question before.
Outcome storeGroupAnswer(Connection &connection, ApplicationId application, const QString &question, const QString &answer);
/// All answers of a role's applications; returns how many there were.
Result<int> deleteGroupAnswers(Connection &connection, RoleId role);
/// The questions that anybody of the role answered, in order of the alphabet.
Result<QStringList> groupQuestions(Connection &connection, RoleId role);

/// What it means to have been selected, of two.
enum class Selection { ThroughGate, Hired };

struct GroupCount
{
    QString group; ///< the answer
    int applicants = 0;
    int selected = 0;
};
/// By answer, in order of the alphabet. The gate counts as the whole panel sees it: see app::adverseImpactOf for who may ask.
Result<QList<GroupCount>> groupCounts(Connection &connection, RoleId role, const QString &question, Selection selection);

/// The applications of a role with this address, or with this code.
Result<QList<ApplicationId>> applicationsByEmail(Connection &connection, RoleId role, const QString &email);
Result<QList<ApplicationId>> applicationsByCode(Connection &connection, RoleId role, const QString &code);

} // namespace rolecall::db
