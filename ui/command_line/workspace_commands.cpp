// SPDX-License-Identifier: GPL-3.0-or-later
// workspace check, workspace info, workspace example; backup, restore and recover are in safety_commands.cpp.
#include "ui/command_line/command_line.h"

#include "app/example/example_workspace.h"
#include "app/shortlist/standing_check.h"
#include "db/backup.h"
#include "db/connection.h"
#include "db/migrations.h"
#include "db/reviewers.h"
#include "ui/command_line/output.h"
#include "ui/command_line/safety_commands.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WorkspaceCommands", text);
}

Outcome check(db::Connection &connection)
{
    auto found = db::damage(connection);
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty()) {
        const auto differing = app::standingsThatDiffer(connection);
        if (!differing)
            return tl::unexpected(differing.error());
        if (*differing > 0)
            *found << tr("%1 standings are not what their ratings say").arg(*differing);
    }
    if (found->isEmpty()) {
        printLine(tr("The file is whole."));
        return {};
    }
    for (const QString &line : *found)
        printLine(line);
    return failure(tr("Checking the workspace"), QDir::toNativeSeparators(connection.path()), tr("it is damaged"), tr("Recover it into a new file (rolecall workspace recover), or restore a backup"));
}

Outcome info(db::Connection &connection, bool json)
{
    const auto roles = db::roleSummaries(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    const auto reviewers = db::reviewers(connection);
    if (!reviewers)
        return tl::unexpected(reviewers.error());
    const auto version = db::checkedSchemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    const auto uuid = db::workspaceInfo(connection, QStringLiteral("uuid"));
    if (!uuid)
        return tl::unexpected(uuid.error());
    const auto own = db::ownReviewer(connection);
    if (!own)
        return tl::unexpected(own.error());
    qint64 applicants = 0;
    for (const db::RoleSummary &role : *roles)
        applicants += role.applicants;
    const qint64 bytes = QFileInfo(connection.path()).size();
    const QString reviewer = *own ? (*own)->name : QString();
    if (!json) {
        printLine(tr("%1\nschema %2, %3 bytes, %4 roles, %5 applicants, %6 reviewers, you are %7")
                      .arg(QDir::toNativeSeparators(connection.path())).arg(*version).arg(bytes).arg(roles->size()).arg(applicants).arg(reviewers->size()).arg(reviewer));
        return {};
    }
    JsonOutput output;
    output.beginObject();
    output.field("path", connection.path());
    output.field("uuid", *uuid);
    output.field("schema", *version);
    output.field("bytes", bytes);
    output.field("roles", qint64(roles->size()));
    output.field("applicants", applicants);
    output.field("reviewers", qint64(reviewers->size()));
    output.field("reviewer", reviewer);
    output.endObject();
    return {};
}

} // namespace

void addWorkspaceCommands(CLI::App &app, CommandResult &result)
{
    struct Options
    {
        std::string workspace;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App *workspace = app.add_subcommand("workspace", "Check, back up, restore, recover and describe a workspace");
    workspace->require_subcommand(1);
    CLI::App *checking = workspace->add_subcommand("check", "Look at every page, index and reference, and compute every standing anew");
    checking->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    checking->callback([options, &result] { result.outcome = withReader(options->workspace, [](db::Connection &connection) { return check(connection); }); });
    addSafetyCommands(*workspace, result);
    CLI::App *example = workspace->add_subcommand("example", "Make a workspace of invented applicants to try things on");
    example->add_option("WORKSPACE", options->workspace, "The .rolecall file to make")->required();
    example->callback([options, &result] { result.outcome = app::makeExample(argumentText(options->workspace)); });
    CLI::App *information = workspace->add_subcommand("info", "What is in it");
    information->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    information->add_flag("--json", options->json, "Print JSON instead of text");
    information->callback([options, &result] { result.outcome = withReader(options->workspace, [&options](db::Connection &connection) { return info(connection, options->json); }); });
}

} // namespace rolecall::ui
