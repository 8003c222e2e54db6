// SPDX-License-Identifier: GPL-3.0-or-later
// role add, role list; role revise has a file of its own.
#include "ui/command_line/command_line.h"

#include "app/roles/role_editing.h"
#include "app/workspaces.h"
#include "ui/command_line/output.h"
#include "ui/command_line/role_revise_command.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RoleCommands", text);
}

std::optional<QString> isoDate(const std::optional<QDate> &date)
{
    return date ? std::optional(date->toString(Qt::ISODate)) : std::nullopt;
}

void print(const QList<db::RoleSummary> &roles, bool json)
{
    if (json) {
        JsonOutput output;
        output.beginArray();
        for (const db::RoleSummary &summary : roles) {
            output.beginObject();
            output.field("id", summary.role.id.number());
            output.field("uuid", summary.role.uuid);
            output.field("title", summary.role.title);
            output.field("necessary", summary.necessary);
            output.field("useful", summary.useful);
            output.field("applicants", summary.applicants);
            output.field("closes_on", isoDate(summary.closesOn));
            output.endObject();
        }
        output.endArray();
        return;
    }
    for (const db::RoleSummary &summary : roles) {
        printLine(tr("%1  %2: %3 necessary, %4 useful, %5 applicants%6")
                      .arg(summary.role.id.number())
                      .arg(summary.role.title)
                      .arg(summary.necessary)
                      .arg(summary.useful)
                      .arg(summary.applicants)
                      .arg(summary.closesOn ? tr(", closes %1").arg(summary.closesOn->toString(Qt::ISODate)) : QString()));
    }
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(tr("Reading the posting"), QDir::toNativeSeparators(path), file.errorString(), tr("Check the file's name and permissions"));
    return file.readAll();
}

Outcome addRoles(const std::string &workspacePath, const std::vector<std::string> &files, bool json)
{
    const QString path = argumentText(workspacePath);
    // Everything is read before a workspace is made: a posting that cannot be read leaves no empty file behind.
    QList<QPair<QString, QByteArray>> postings;
    for (const std::string &file : files) {
        const auto bytes = bytesOf(argumentText(file));
        if (!bytes)
            return tl::unexpected(bytes.error());
        postings.append({QFileInfo(argumentText(file)).fileName(), *bytes});
    }
    const bool isNew = !QFileInfo::exists(path);
    Outcome outcome;
    {
        const auto workspace = isNew ? app::createWorkspace(path) : app::openWorkspace(path, db::Access::ReadWrite);
        if (!workspace)
            return tl::unexpected(workspace.error());
        db::Connection &connection = (*workspace)->connection();
        const auto added = app::addRolesFromPostings(connection, postings);
        if (added) {
            for (const QString &warning : added->warnings)
                printMessage(tr("Warning: %1").arg(warning));
            QList<db::RoleSummary> summaries;
            for (const db::RoleId id : added->roles) {
                const auto summary = db::roleSummary(connection, id);
                if (!summary)
                    return tl::unexpected(summary.error());
                summaries << *summary;
            }
            print(summaries, json);
        } else {
            outcome = tl::unexpected(added.error());
        }
    }
    if (!outcome && isNew)
        QFile::remove(path);
    return outcome;
}

} // namespace

void addRoleCommands(CLI::App &app, CommandResult &result)
{
    struct Options
    {
        std::string workspace;
        std::vector<std::string> files;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App *role = app.add_subcommand("role", "Add roles from postings, list them, compare them with a newer posting");
    role->require_subcommand(1);
    CLI::App *add = role->add_subcommand("add", "Make one role for each role found in the postings; makes the workspace where it does not exist");
    add->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    add->add_option("FILE", options->files, "Postings: Markdown, MyST, HTML or plain text")->required();
    add->add_flag("--json", options->json, "Print JSON instead of text");
    add->callback([options, &result] { result.outcome = addRoles(options->workspace, options->files, options->json); });
    CLI::App *list = role->add_subcommand("list", "List the roles of a workspace");
    list->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    list->add_flag("--json", options->json, "Print JSON instead of text");
    list->callback([options, &result] {
        result.outcome = withReader(options->workspace, [&options](db::Connection &connection) -> Outcome {
            const auto roles = db::roleSummaries(connection);
            if (!roles)
                return tl::unexpected(roles.error());
            print(*roles, options->json);
            return {};
        });
    });
    addRoleReviseCommand(*role, result);
}

} // namespace rolecall::ui
