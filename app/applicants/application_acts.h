// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with one application or many: each act is one change, undone as one.
#pragma once

#include "app/done.h"

#include <QStringList>

namespace rolecall::app {

struct StageMove
{
    QString anyway = {};  ///< why those the stage's condition keeps out enter all the same; empty: nobody is moved while there is one
    bool reopen = false;  ///< an outcome they have is taken away
};

/// The same applications for every act: all of one role. An act that would change nothing says so and stores nothing.
/// Who comes into a stage of the kind "hired" without an outcome has one from then on.
Result<Done> moveToStage(db::Connection &connection, const QList<db::ApplicationId> &applications, db::StageId stage, const StageMove &how = {});

/// Those of the applications a stage does not let in: they are not through the gate, or that is hidden from the connection's
/// reviewer until their own review is submitted (then it is not told which).
struct KeptOut
{
    QString stageName;
    QList<db::ApplicationId> applications;
    bool someHidden = false;
};
Result<KeptOut> keptOut(db::Connection &connection, const QList<db::ApplicationId> &applications, db::StageId stage);
/// In words: "Bela is not through the gate", "3 of 8 are not through the gate"; none where nobody is kept out.
QString keptOutWords(db::Connection &connection, const KeptOut &kept, qsizetype of);

/// Where they stand; without a reason, an accepted offer.
Result<Done> hire(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &reason = {});
/// The reason is kept with the outcome and may not be empty.
Result<Done> reject(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &reason);
/// Withdrawn by the applicant; the reason as they gave it, or none.
Result<Done> withdraw(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &reason = {});
/// Takes an outcome away again, whichever it is: they stand where they stood before.
Result<Done> restore(db::Connection &connection, const QList<db::ApplicationId> &applications);
/// For what is asked with an outcome: reasons given in this role, most frequent first, then the usual ones.
Result<QStringList> usualReasons(db::Connection &connection, db::RoleId role, const QString &outcome);
/// Tags as typed, separated by commas; those an application has stay.
Result<Done> tag(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &tags);

} // namespace rolecall::app
