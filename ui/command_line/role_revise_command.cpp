// SPDX-License-Identifier: GPL-3.0-or-later
// role revise: what a newer posting makes of a role's qualities, and taking it over.
#include "ui/command_line/role_revise_command.h"

#include "app/roles/role_revising.h"
#include "ui/command_line/output.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <memory>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

struct Options
{
    std::string workspace;
    std::string role;
    std::string file;
    bool dryRun = false;
    bool json = false;
};

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(tr("Reading the posting"), path, file.errorString(), tr("Check the name and that it can be read"));
    return file.readAll();
}

void printSide(JsonOutput &json, const char *name, const std::optional<std::pair<db::Tier, QString>> &side)
{
    json.key(name);
    if (!side) {
        json.null();
        return;
    }
    json.beginObject();
    json.field("tier", db::tierName(side->first));
    json.field("text", side->second);
    json.endObject();
}

void printJson(const app::Revision &revision)
{
    JsonOutput json;
    json.beginObject();
    json.key("changes");
    json.beginArray();
    for (const app::QualityRevision &change : revision.changes) {
        json.beginObject();
        json.field("kind", app::revisionKindName(change.kind));
        printSide(json, "from", change.from ? std::optional(std::pair(change.from->tier, change.from->text)) : std::nullopt);
        printSide(json, "to", change.to ? std::optional(std::pair(change.to->tier, change.to->quality.text)) : std::nullopt);
        json.field("ratings", revision.touched(change));
        json.endObject();
    }
    json.endArray();
    json.field("revision", revision.number);
    json.field("warnings", revision.warnings);
    json.endObject();
}

void printText(const app::Revision &revision)
{
    const auto line = [](const QString &sign, db::Tier tier, const QString &text) { printLine(QStringLiteral("  %1 %2: %3").arg(sign, db::tierName(tier), text)); };
    for (const app::QualityRevision &change : revision.changes) {
        printLine(app::revisionKindName(change.kind));
        if (change.from && change.kind != app::RevisionKind::Unchanged)
            line(QStringLiteral("-"), change.from->tier, change.from->text);
        if (change.to)
            line(change.kind == app::RevisionKind::Unchanged ? QStringLiteral(" ") : QStringLiteral("+"), change.to->tier, change.to->quality.text);
    }
    for (const QString &warning : revision.warnings)
        printMessage(warning);
}

Outcome revise(const Options &options)
{
    const QString path = argumentText(options.file);
    const auto bytes = contentOf(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto work = [&](db::Connection &connection) {
        return withRole(connection, options.role, [&](const db::RoleSummary &role) -> Outcome {
            const auto revision = app::proposeRevision(connection, role.role.id, *bytes, QFileInfo(path).fileName());
            if (!revision)
                return tl::unexpected(revision.error());
            if (!options.dryRun) {
                const auto done = app::applyRevision(connection, *revision);
                if (!done)
                    return tl::unexpected(done.error());
                if (!options.json)
                    printLine(done->message);
            }
            if (options.json)
                printJson(*revision);
            else
                printText(*revision);
            return {};
        });
    };
    return options.dryRun ? withReader(options.workspace, work) : withWriter(options.workspace, work);
}

} // namespace

void addRoleReviseCommand(CLI::App &role, CommandResult &result)
{
    CLI::App *command = role.add_subcommand("revise", "Compare a newer posting with a role and take it over as its next revision");
    auto options = std::make_shared<Options>();
    command->add_option("WORKSPACE", options->workspace, "The workspace's file")->required();
    command->add_option("ROLE", options->role, "The role's number, UUID or an unambiguous title")->required();
    command->add_option("FILE", options->file, "The newer posting")->required();
    command->add_flag("--dry-run", options->dryRun, "Show the changes and store nothing");
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([options, &result] { result.outcome = revise(*options); });
}

} // namespace rolecall::ui
