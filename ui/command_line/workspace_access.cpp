// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/workspace_access.h"

#include "app/workspaces.h"

namespace rolecall::ui {

namespace {

Outcome with(const std::string &path, db::Access access, const std::function<Outcome(db::Connection &)> &work)
{
    const auto workspace = app::openWorkspace(argumentText(path), access);
    if (!workspace)
        return tl::unexpected(workspace.error());
    return work((*workspace)->connection());
}

} // namespace

QString argumentText(const std::string &argument)
{
    return QString::fromLocal8Bit(argument.data(), qsizetype(argument.size()));
}

Outcome withReader(const std::string &path, const std::function<Outcome(db::Connection &)> &work)
{
    return with(path, db::Access::ReadOnly, work);
}

Outcome withWriter(const std::string &path, const std::function<Outcome(db::Connection &)> &work)
{
    return with(path, db::Access::ReadWrite, work);
}

Outcome withRole(db::Connection &connection, const std::string &role, const std::function<Outcome(const db::RoleSummary &)> &work)
{
    const auto id = db::findRole(connection, argumentText(role));
    if (!id)
        return tl::unexpected(id.error());
    const auto summary = db::roleSummary(connection, *id);
    if (!summary)
        return tl::unexpected(summary.error());
    return work(*summary);
}

} // namespace rolecall::ui
