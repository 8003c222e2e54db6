// SPDX-License-Identifier: GPL-3.0-or-later
// candidate export, candidate erase.
#include "ui/command_line/command_line.h"

#include "app/people/erasure.h"
#include "app/people/person_export.h"
#include "db/people.h"
#include "ui/application/settings_file.h"
#include "ui/command_line/output.h"
#include "ui/command_line/workspace_access.h"
#include "ui/session/backup_keeper.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CandidateCommands", text);
}

struct Options
{
    std::string workspace;
    std::vector<std::string> candidates;
    std::string output;
    std::string reason = "asked";
    bool yes = false;
    bool json = false;
};

Outcome exportOne(const Options &options)
{
    return withReader(options.workspace, [&](db::Connection &connection) -> Outcome {
        const auto person = db::findCandidate(connection, argumentText(options.candidates.front()));
        if (!person)
            return tl::unexpected(person.error());
        const auto written = app::exportPerson(connection, *person, argumentText(options.output));
        if (!written)
            return tl::unexpected(written.error());
        if (options.json) {
            JsonOutput json;
            json.beginObject();
            json.field("candidate", person->number());
            json.field("output", written->path);
            json.field("files", written->files);
            json.field("left_out", written->leftOut);
            json.endObject();
            return {};
        }
        printMessage(tr("Wrote %1 files to %2").arg(written->files).arg(QDir::toNativeSeparators(written->path)));
        for (const QString &sentence : written->leftOut)
            printMessage(tr("Left out: %1").arg(sentence));
        return {};
    });
}

void printPlan(const app::ErasurePlan &plan)
{
    printLine(tr("To be erased: %1").arg(plan.names.join(QStringLiteral(", "))));
    for (const db::ErasedRows &rows : plan.rows)
        printLine(QStringLiteral("  %1: %2").arg(app::erasedKind(rows.table)).arg(rows.rows));
    for (const db::ErasedContent &document : plan.documents)
        printLine(document.shared ? tr("  the document %1; its content stays, somebody else has it too").arg(document.fileName) : tr("  the document %1, %2 bytes").arg(document.fileName).arg(document.size));
    printLine(tr("  their entries in the search index"));
    printLine(tr("  changes in History, told without them from then on: %1; rows as they were before a change: %2").arg(plan.log.changes).arg(plan.log.images));
    if (plan.log.frozen > 0)
        printLine(tr("  places in frozen shortlists, which stay with nobody in them: %1").arg(plan.log.frozen));
    for (const app::Mention &mention : plan.mentions)
        printLine((mention.replace ? tr("  replaced where they are named: %1: %2") : tr("  left, as it may be somebody else: %1: %2")).arg(mention.place, mention.excerpt));
    for (const QString &file : plan.documentsNaming)
        printLine(tr("Not reached: the document %1 of somebody else names them").arg(file));
    for (const QString &file : plan.backups)
        printLine(tr("Not reached: the copy %1 still holds them").arg(QDir::toNativeSeparators(file)));
    for (const QString &file : plan.unread)
        printLine(tr("Not looked into: the copy %1").arg(QDir::toNativeSeparators(file)));
    printLine(tr("Files that were exported or sent before are not reached. What stays is a count."));
}

void printJson(const app::ErasurePlan &plan, bool erased)
{
    JsonOutput json;
    json.beginObject();
    json.field("erased", erased);
    json.key("candidates");
    json.beginArray();
    for (const db::CandidateId id : plan.people)
        json.value(id.number());
    json.endArray();
    json.field("names", plan.names);
    json.key("rows");
    json.beginObject();
    for (const db::ErasedRows &rows : plan.rows)
        json.field(rows.table.toLatin1().constData(), rows.rows);
    json.endObject();
    json.key("documents");
    json.beginArray();
    for (const db::ErasedContent &document : plan.documents) {
        json.beginObject();
        json.field("name", document.fileName);
        json.field("size", document.size);
        json.field("shared", document.shared);
        json.endObject();
    }
    json.endArray();
    json.field("changes", plan.log.changes);
    json.field("images", plan.log.images);
    json.field("frozen", plan.log.frozen);
    json.key("mentions");
    json.beginArray();
    for (const app::Mention &mention : plan.mentions) {
        json.beginObject();
        json.field("table", mention.stored.table);
        json.field("column", mention.stored.column);
        json.field("excerpt", mention.excerpt);
        json.field("certain", mention.certain);
        json.field("replaced", mention.replace);
        json.endObject();
    }
    json.endArray();
    json.field("documents_naming", plan.documentsNaming);
    json.field("copies", plan.backups);
    json.field("copies_unread", plan.unread);
    json.endObject();
}

Outcome eraseThem(const Options &options)
{
    return withWriter(options.workspace, [&](db::Connection &connection) -> Outcome {
        QList<db::CandidateId> people;
        for (const std::string &text : options.candidates) {
            const auto person = db::findCandidate(connection, argumentText(text));
            if (!person)
                return tl::unexpected(person.error());
            if (!people.contains(*person))
                people << *person;
        }
        const auto plan = app::planErasure(connection, people, rememberedBackupRule(SettingsFile(SettingsFile::usualPath())).folder);
        if (!plan)
            return tl::unexpected(plan.error());
        if (!options.json)
            printPlan(*plan);
        bool agreed = options.yes;
        if (!agreed && !options.json) {
            printMessage(tr("This cannot be undone. Type yes to erase:"));
            QFile input;
            agreed = input.open(stdin, QIODevice::ReadOnly) && input.readLine(64).trimmed().compare("yes", Qt::CaseInsensitive) == 0;
            if (!agreed)
                return failure(tr("Erasing"), {}, tr("it was not confirmed; nothing was erased"), tr("Type yes, or give --yes"));
        }
        if (agreed) {
            const auto reason = options.reason == "retention" ? app::ErasureReason::Retention : options.reason == "mistake" ? app::ErasureReason::Mistake : app::ErasureReason::Asked;
            if (const auto done = app::erase(connection, *plan, reason); !done)
                return tl::unexpected(done.error());
        }
        if (options.json)
            printJson(*plan, agreed);
        else
            printMessage(tr("Erased."));
        return {};
    });
}

} // namespace

void addCandidateCommands(CLI::App &app, CommandResult &result)
{
    const auto options = std::make_shared<Options>();
    CLI::App *candidate = app.add_subcommand("candidate", "One person's data: hand it out, or erase it");
    candidate->require_subcommand(1);
    const auto common = [options](CLI::App *command) {
        command->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
        command->add_flag("--json", options->json, "Print JSON instead of text");
    };
    CLI::App *write = candidate->add_subcommand("export", "Everything kept of one person, as JSON and as a page to read, with their documents");
    common(write);
    write->add_option("CANDIDATE", options->candidates, "The person's number, UUID, e-mail address or full name")->required()->expected(1);
    write->add_option("--output", options->output, "A new folder, or a new file that ends in .zip")->required();
    write->callback([options, &result] { result.outcome = exportOne(*options); });

    CLI::App *erase = candidate->add_subcommand("erase", "List what goes with these people, ask, and take it out of the file for good");
    common(erase);
    erase->add_option("CANDIDATE", options->candidates, "Numbers, UUIDs, e-mail addresses or full names")->required();
    erase->add_flag("--yes", options->yes, "Erase without asking; without it, --json only lists");
    erase->add_option("--reason", options->reason, "Kept with the count: asked (usual), retention or mistake")->check(CLI::IsMember({"asked", "retention", "mistake"}));
    erase->callback([options, &result] { result.outcome = eraseThem(*options); });
}

} // namespace rolecall::ui
