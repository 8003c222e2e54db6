// SPDX-License-Identifier: GPL-3.0-or-later
// Workspaces as people come by them: opened or made, and always with somebody in front of them.
#pragma once

#include "app/done.h"
#include "db/reviewers.h"
#include "db/workspace.h"

namespace rolecall::app {

/// Opens for writing and makes sure that the workspace knows who is in front of it: by the desktop's name for the person
/// where it does not yet. A file that is opened for reading only stays as it is.
Result<std::unique_ptr<db::Workspace>> openWorkspace(const QString &path, db::Access access);
Result<std::unique_ptr<db::Workspace>> createWorkspace(const QString &path);

/// The person's name as the desktop knows it, or a word for it.
QString desktopUserName();

/// Becomes the reviewer of this name, who is made where there is none, and comes back where they were retired.
Result<Done> becomeReviewer(db::Connection &connection, const QString &name);
Result<Done> renameReviewer(db::Connection &connection, db::ReviewerId reviewer, const QString &name);

} // namespace rolecall::app
