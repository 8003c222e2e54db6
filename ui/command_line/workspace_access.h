// SPDX-License-Identifier: GPL-3.0-or-later
// How the commands come by a workspace, a role, and text from their arguments.
#pragma once

#include "db/roles.h"
#include "db/workspace.h"

#include <functional>
#include <string>

namespace rolecall::ui {

QString argumentText(const std::string &argument);

/// Runs `work` on the workspace, opened for reading only: works beside an open window.
Outcome withReader(const std::string &path, const std::function<Outcome(db::Connection &)> &work);
/// Runs `work` on the workspace, opened for writing.
Outcome withWriter(const std::string &path, const std::function<Outcome(db::Connection &)> &work);
/// The same with a role, by its number, UUID or title.
Outcome withRole(db::Connection &connection, const std::string &role, const std::function<Outcome(const db::RoleSummary &)> &work);

} // namespace rolecall::ui
