// SPDX-License-Identifier: GPL-3.0-or-later
// shortlist export.
#include "ui/command_line/command_line.h"

#include "app/shortlist/shortlist.h"
#include "ui/command_line/output.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>

namespace rolecall::ui {

void addShortlistCommands(CLI::App &app, CommandResult &result)
{
    struct Options
    {
        std::string workspace;
        std::string role;
        std::string output;
        int top = 0;
        bool blind = false;
        bool evidence = false;
        bool byteOrderMark = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App *shortlist = app.add_subcommand("shortlist", "Write the shortlist of a role");
    shortlist->require_subcommand(1);
    CLI::App *write = shortlist->add_subcommand("export", "Everybody through the gate in the rule's order, as CSV (RFC 4180, UTF-8), with those placed by hand");
    write->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    write->add_option("ROLE", options->role, "The role's number, UUID or title")->required();
    write->add_option("--output", options->output, "The file to write")->required();
    write->add_option("--top", options->top, "The first N ranks only; equals at the end stay together")->check(CLI::PositiveNumber);
    write->add_flag("--blind", options->blind, "Codes instead of names and addresses");
    write->add_flag("--evidence", options->evidence, "A column of evidence for each quality");
    write->add_flag("--bom", options->byteOrderMark, "Begin with a byte order mark, for older spreadsheets");
    write->callback([options, &result] {
        result.outcome = withReader(options->workspace, [&options](db::Connection &connection) {
            return withRole(connection, options->role, [&](const db::RoleSummary &role) -> Outcome {
                app::ShortlistExport what;
                if (options->top > 0)
                    what.top = options->top;
                what.blind = options->blind;
                what.evidence = options->evidence;
                what.byteOrderMark = options->byteOrderMark;
                const QString path = argumentText(options->output);
                const auto rows = app::exportShortlistCsv(connection, role.role.id, path, what);
                if (!rows)
                    return tl::unexpected(rows.error());
                printMessage(QCoreApplication::translate("ShortlistCommands", "Wrote %1 people to %2").arg(*rows).arg(QDir::toNativeSeparators(path)));
                return {};
            });
        });
    });
}

} // namespace rolecall::ui
