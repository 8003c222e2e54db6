// SPDX-License-Identifier: GPL-3.0-or-later
// applicants import, applicants list.
#include "ui/command_line/command_line.h"

#include "app/applicants/applicant_import.h"
#include "app/blind/identity.h"
#include "app/shortlist/rule.h"
#include "db/application_lists.h"
#include "db/connection.h"
#include "ui/command_line/output.h"
#include "ui/command_line/workspace_access.h"
#include "ui/session/document_helpers.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDataStream>
#include <QTemporaryFile>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ApplicantCommands", text);
}

/// Each --map takes one assignment; this many may be given.
constexpr int mostAssignments = 200;

struct Options
{
    std::string workspace;
    std::string role;
    std::vector<std::string> files;
    std::vector<std::string> map;
    std::string reviewer;
    bool dryRun = false;
    bool json = false;
};

/// Rows wait in a file for the counts that are printed before them: a table may have more rows than memory has room for.
class RowSpool
{
public:
    RowSpool()
    {
        m_works = m_file.open();
        m_stream.setDevice(&m_file);
    }
    void append(const app::ImportedRow &row)
    {
        m_stream << row.file << row.row.value_or(0) << int(row.state) << row.name << row.email << row.messages;
        ++m_count;
    }
    /// False where the file could not be written or read.
    template<class Visit> bool each(Visit &&visit)
    {
        if (!m_works || m_stream.status() != QDataStream::Ok || !m_file.flush() || !m_file.seek(0))
            return false;
        for (qint64 i = 0; i < m_count; ++i) {
            app::ImportedRow row;
            qint64 number = 0;
            int state = 0;
            m_stream >> row.file >> number >> state >> row.name >> row.email >> row.messages;
            if (m_stream.status() != QDataStream::Ok)
                return false;
            row.row = number > 0 ? std::optional(number) : std::nullopt;
            row.state = app::RowState(state);
            visit(row);
        }
        return true;
    }

private:
    QTemporaryFile m_file;
    QDataStream m_stream;
    qint64 m_count = 0;
    bool m_works = false;
};

void printRow(JsonOutput &output, const app::ImportedRow &row)
{
    output.beginObject();
    output.field("file", row.file);
    output.key("row");
    if (row.row)
        output.value(*row.row);
    else
        output.null();
    output.field("state", app::rowStateName(row.state));
    output.field("name", row.name);
    output.field("email", row.email);
    output.field("messages", row.messages);
    output.endObject();
}

bool printJson(const app::ImportSummary &summary, RowSpool &rows)
{
    JsonOutput output;
    output.beginObject();
    output.field("taken", summary.taken);
    output.field("needs_look", summary.needsLook);
    output.field("refused", summary.refused);
    output.key("rows");
    output.beginArray();
    const bool whole = rows.each([&output](const app::ImportedRow &row) { printRow(output, row); });
    output.endArray();
    output.field("messages", summary.messages);
    output.endObject();
    return whole;
}

bool printText(const app::ImportSummary &summary, RowSpool &rows, bool dryRun)
{
    const bool whole = rows.each([](const app::ImportedRow &row) {
        const QString place = row.row ? tr("%1, %2").arg(row.file).arg(*row.row) : row.file;
        const QString who = row.name.isEmpty() ? row.email : row.name;
        const QString state = row.state == app::RowState::Refused ? tr("refused") : row.state == app::RowState::NeedsLook ? tr("needs a look") : tr("taken");
        printLine(QStringLiteral("%1%2: %3: %4").arg(place, who.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(who), state, row.messages.join(QStringLiteral("; "))));
    });
    for (const QString &message : summary.messages)
        printMessage(message);
    printLine((dryRun ? tr("Would take %1, with a look %2, refuse %3") : tr("Taken %1, with a look %2, refused %3")).arg(summary.taken).arg(summary.needsLook).arg(summary.refused));
    return whole;
}

Outcome import(const Options &options)
{
    const auto work = [&options](db::Connection &connection) {
        return withRole(connection, options.role, [&](const db::RoleSummary &role) -> Outcome {
            app::ImportRequest request;
            request.role = role.role.id;
            for (const std::string &file : options.files)
                request.files << argumentText(file);
            for (const std::string &assignment : options.map)
                request.columnMap << argumentText(assignment);
            request.reviewerName = argumentText(options.reviewer);
            request.dryRun = options.dryRun;
            request.texts = std::make_shared<app::TextCache>(ownDocumentHelpers());
            RowSpool rows;
            request.onRow = [&rows, &options](const app::ImportedRow &row) {
                // In order and with nothing to say: a line each would bury the others.
                if (options.json || row.state != app::RowState::Taken || !row.messages.isEmpty())
                    rows.append(row);
            };
            const auto summary = app::importApplicants(connection, request);
            if (!summary)
                return tl::unexpected(summary.error());
            const bool whole = options.json ? printJson(*summary, rows) : printText(*summary, rows, options.dryRun);
            return whole ? Outcome() : failure(tr("Importing applicants"), {}, tr("all was stored, but the disk has no room for the list of rows"), tr("See the report in the workspace"));
        });
    };
    return withWriter(options.workspace, work);
}

QString gateName(db::Gate gate)
{
    return gate == db::Gate::Through ? QStringLiteral("through") : gate == db::Gate::Open ? QStringLiteral("open") : QStringLiteral("below");
}

std::optional<QString> present(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

void printRow(JsonOutput &output, const db::ApplicationRow &row)
{
    output.beginObject();
    output.field("id", row.id.number());
    output.field("uuid", row.uuid);
    output.field("name", row.name);
    output.field("email", present(row.email));
    output.field("phone", present(row.phone));
    output.field("location", present(row.location));
    output.field("applied_on", present(row.appliedOn));
    output.field("stage", row.stageName);
    output.field("outcome", present(row.outcome));
    output.field("gate", gateName(row.standing.gate));
    output.key("useful_score");
    if (row.standing.usefulScore)
        output.value(app::scorePercent(*row.standing.usefulScore));
    else
        output.null();
    output.field("coverage", app::coverageShare(row.standing.coverage));
    output.endObject();
}

Outcome list(db::Connection &connection, const db::RoleSummary &role, bool json)
{
    constexpr qsizetype rowsAtOnce = 500;
    db::ApplicationFilter everybody;
    everybody.panelResult = true;
    const auto ids = db::applicationIds(connection, role.role.id, everybody, db::ApplicationOrder::Rule);
    if (!ids)
        return tl::unexpected(ids.error());
    std::optional<JsonOutput> output;
    if (json) {
        output.emplace();
        output->beginArray();
    }
    for (qsizetype start = 0; start < ids->size(); start += rowsAtOnce) {
        auto rows = db::applicationRows(connection, ids->mid(start, rowsAtOnce), {});
        if (!rows)
            return tl::unexpected(rows.error());
        for (db::ApplicationRow &row : *rows) {
            if (role.role.blind) {
                const auto identity = app::identity(connection, row.id);
                if (!identity)
                    return tl::unexpected(identity.error());
                if (identity->hidden) {
                    row.name = row.code;
                    row.email = row.phone = row.location = QString();
                }
            }
            if (json)
                printRow(*output, row);
            else
                printLine(tr("%1  %2  %3  %4  %5").arg(row.id.number()).arg(row.name, row.stageName, gateName(row.standing.gate),
                                                                  row.standing.usefulScore ? QString::number(app::scorePercent(*row.standing.usefulScore), 'f', 1) : QStringLiteral("-")));
        }
    }
    if (json)
        output->endArray();
    return {};
}

} // namespace

void addApplicantCommands(CLI::App &app, CommandResult &result)
{
    const auto options = std::make_shared<Options>();
    CLI::App *applicants = app.add_subcommand("applicants", "Import applicants into a role, and list them in the order of the shortlist rule");
    applicants->require_subcommand(1);
    CLI::App *import_ = applicants->add_subcommand("import", "Take applicants from tables, mail, address cards, JSON Resume, documents and folders of these; one change");
    import_->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    import_->add_option("ROLE", options->role, "The role's number, UUID or title")->required();
    import_->add_option("FILE", options->files, "CSV, TSV, xlsx, ods, .eml, mbox, .vcf, JSON Resume, CVs, or folders and ZIP archives of these; documents beside a table go to whom their name or address fits")->required();
    import_->add_option("--map", options->map, "FIELD=COLUMN: say what a column holds (name, given_name, family_name, email, phone, location, source, applied_on, stage, outcome, reason, tags, notes, links, documents, n1, u1, ignore)")
        ->expected(1, mostAssignments)->allow_extra_args(false);
    import_->add_option("--reviewer", options->reviewer, "Whose submitted ratings the rating columns are (default: the workspace's own reviewer)");
    import_->add_flag("--dry-run", options->dryRun, "Try everything, store nothing");
    import_->add_flag("--json", options->json, "Print JSON instead of text");
    import_->callback([options, &result] { result.outcome = import(*options); });
    CLI::App *list_ = applicants->add_subcommand("list", "All applicants of a role, in the order of the shortlist rule");
    list_->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    list_->add_option("ROLE", options->role, "The role's number, UUID or title")->required();
    list_->add_flag("--json", options->json, "Print JSON instead of text");
    list_->callback([options, &result] {
        result.outcome = withReader(options->workspace, [&options](db::Connection &connection) {
            return withRole(connection, options->role, [&](const db::RoleSummary &role) { return list(connection, role, options->json); });
        });
    });
}

} // namespace rolecall::ui
