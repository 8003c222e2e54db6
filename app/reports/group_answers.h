// SPDX-License-Identifier: GPL-3.0-or-later
// Answers about groups, taken from a table with the applicants' consent, and taken away again.
#pragma once

#include "app/done.h"

#include <QStringList>

namespace rolecall::app {

struct AnswersTaken
{
    Done done;
    int people = 0;
    QStringList left; ///< rows that were not taken and why, each one sentence that names the line
};
/// A table with a column "email" or "code" that says who, a column "consent" that says yes, and one column per question.
/// Rows without consent, and rows of nobody or of several people of the role, are left out with the reason.
Result<AnswersTaken> takeGroupAnswers(db::Connection &connection, db::RoleId role, const QString &path);
/// All answers of the role.
Result<Done> removeGroupAnswers(db::Connection &connection, db::RoleId role);

} // namespace rolecall::app
