// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with one application or many: each act is one change, undone as one.
#pragma once

#include "app/done.h"

#include <QStringList>

namespace rolecall::app {

/// The same applications for every act: all of one role. An act that would change nothing says so and stores nothing.
Result<Done> moveToStage(db::Connection &connection, const QList<db::ApplicationId> &applications, db::StageId stage);
/// The reason is kept with the outcome and may not be empty.
Result<Done> reject(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &reason);
/// Withdrawn by the applicant; the reason as they gave it, or none.
Result<Done> withdraw(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &reason = {});
/// Takes an outcome away again, whichever it is.
Result<Done> restore(db::Connection &connection, const QList<db::ApplicationId> &applications);
/// Tags as typed, separated by commas; those an application has stay.
Result<Done> tag(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &tags);

} // namespace rolecall::app
