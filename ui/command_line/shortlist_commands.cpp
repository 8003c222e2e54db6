// SPDX-License-Identifier: GPL-3.0-or-later
// shortlist export, shortlist record.
#include "ui/command_line/command_line.h"

#include "app/exports/decision_record.h"
#include "app/exports/shortlist_spreadsheet.h"
#include "app/shortlist/shortlist.h"
#include "ui/command_line/output.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ShortlistCommands", text);
}

struct Options
{
    std::string workspace;
    std::string role;
    std::string output;
    int top = 0;
    bool blind = false;
    bool evidence = false;
    bool byteOrderMark = false;

    std::optional<int> first() const { return top > 0 ? std::optional(top) : std::nullopt; }
};

void addCommonOptions(CLI::App &command, Options &options)
{
    command.add_option("WORKSPACE", options.workspace, "The .rolecall file")->required();
    command.add_option("ROLE", options.role, "The role's number, UUID or title")->required();
    command.add_option("--top", options.top, "The first N ranks only; equals at the end stay together")->check(CLI::Range(1, 10000000));
    command.add_flag("--blind", options.blind, "Codes instead of names and addresses");
}

Outcome withRoleOf(const Options &options, const std::function<Outcome(db::Connection &, db::RoleId, const QString &path)> &work)
{
    return withReader(options.workspace, [&](db::Connection &connection) {
        return withRole(connection, options.role, [&](const db::RoleSummary &role) { return work(connection, role.role.id, argumentText(options.output)); });
    });
}

Outcome writeCsv(const Options &options)
{
    return withRoleOf(options, [&](db::Connection &connection, db::RoleId role, const QString &path) -> Outcome {
        const auto rows = app::exportShortlistCsv(connection, role, path, {options.first(), options.blind, options.evidence, options.byteOrderMark});
        if (!rows)
            return tl::unexpected(rows.error());
        printMessage(tr("Wrote %1 people to %2").arg(*rows).arg(QDir::toNativeSeparators(path)));
        return {};
    });
}

Outcome writeRecord(const Options &options)
{
    return withRoleOf(options, [&](db::Connection &connection, db::RoleId role, const QString &path) -> Outcome {
        const QString kind = QFileInfo(path).suffix().toLower();
        Outcome written;
        if (kind == u"xlsx") {
            const auto rows = app::exportShortlistSpreadsheet(connection, role, path, {options.first(), options.blind, true});
            if (!rows)
                written = tl::unexpected(rows.error());
        } else if (kind == u"html" || kind == u"htm" || kind == u"pdf") {
            written = app::exportDecisionRecord(connection, role, path, kind == u"pdf" ? app::DecisionFormat::Pdf : app::DecisionFormat::Html, {options.first(), options.blind, true});
        } else {
            return failure(tr("Writing the decision record to"), QDir::toNativeSeparators(path), tr("the file's ending does not say which kind it is to be"), tr("Let it end in .html, .pdf or .xlsx"));
        }
        if (written)
            printMessage(tr("Wrote %1").arg(QDir::toNativeSeparators(path)));
        return written;
    });
}

} // namespace

void addShortlistCommands(CLI::App &app, CommandResult &result)
{
    const auto options = std::make_shared<Options>();
    CLI::App *shortlist = app.add_subcommand("shortlist", "Write the shortlist of a role");
    shortlist->require_subcommand(1);
    CLI::App *write = shortlist->add_subcommand("export", "Everybody through the gate in the rule's order, as CSV (RFC 4180, UTF-8), with those placed by hand");
    addCommonOptions(*write, *options);
    write->add_option("--output", options->output, "The file to write")->required();
    write->add_flag("--evidence", options->evidence, "A column of evidence for each quality");
    write->add_flag("--bom", options->byteOrderMark, "Begin with a byte order mark, for older spreadsheets");
    write->callback([options, &result] { result.outcome = writeCsv(*options); });

    CLI::App *record = shortlist->add_subcommand("record", "The decision with its reasons: posting, rule, levels, evidence, as a page, a document or a spreadsheet");
    addCommonOptions(*record, *options);
    record->add_option("--output", options->output, "The file to write; its ending says which kind: .html, .pdf or .xlsx")->required();
    record->callback([options, &result] { result.outcome = writeRecord(*options); });
}

} // namespace rolecall::ui
