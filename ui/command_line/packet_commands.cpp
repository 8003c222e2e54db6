// SPDX-License-Identifier: GPL-3.0-or-later
// packet export and packet merge: a role to a colleague's machine, and their ratings back.
#include "ui/command_line/command_line.h"

#include "app/packets/packet_export.h"
#include "app/packets/packet_merge.h"
#include "app/sealing/sealed_copies.h"
#include "ui/command_line/output.h"
#include "ui/command_line/passphrase_input.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
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
    std::string output;
    std::string reviewer;
    std::string file;
    std::string take;
    std::string passphraseFile;
    bool encrypt = false;
    bool blind = false;
    bool withoutDocuments = false;
    bool dryRun = false;
    bool json = false;
};

Outcome exportPacket(const Options &options)
{
    return withReader(options.workspace, [&options](db::Connection &connection) {
        return withRole(connection, options.role, [&](const db::RoleSummary &role) -> Outcome {
            app::PacketOptions what;
            what.blind = options.blind;
            what.documents = !options.withoutDocuments;
            what.reviewerName = argumentText(options.reviewer);
            const QString path = argumentText(options.output);
            Result<app::PacketWritten> written = app::PacketWritten();
            if (options.encrypt) {
                const auto passphrase = readPassphrase(options.passphraseFile, true);
                if (!passphrase)
                    return tl::unexpected(passphrase.error());
                const auto sealed = app::writeSealed(connection.path(), path, *passphrase, nullptr, [&](const QString &plain) {
                    written = app::exportPacket(connection, role.role.id, what, plain);
                    return written ? Outcome() : Outcome(tl::unexpected(written.error()));
                });
                if (!sealed)
                    return sealed;
            } else {
                written = app::exportPacket(connection, role.role.id, what, path);
            }
            if (!written)
                return tl::unexpected(written.error());
            if (!options.json) {
                printMessage(tr("%1: %2").arg(written->done.message, QDir::toNativeSeparators(path)));
                return {};
            }
            JsonOutput json;
            json.beginObject();
            json.field("packet", written->uuid);
            json.field("role", role.role.title);
            json.field("reviewer", what.reviewerName.simplified());
            json.field("blind", written->blind);
            json.field("applicants", written->applications);
            json.field("documents", written->documents);
            json.field("file", path);
            json.endObject();
            return {};
        });
    });
}

void printJson(const app::PacketProposal &proposal, bool merged)
{
    JsonOutput json;
    json.beginObject();
    json.field("packet", proposal.packet.uuid);
    json.field("role", proposal.roleTitle);
    json.field("reviewers", proposal.reviewers);
    json.field("new", proposal.added);
    json.field("updated", proposal.updated);
    json.field("unchanged", proposal.unchanged);
    json.field("older", proposal.older);
    json.field("drafts", proposal.drafts);
    json.key("conflicts");
    json.beginArray();
    for (const app::PacketConflict &conflict : proposal.conflicts) {
        json.beginObject();
        json.field("kind", app::conflictKindName(conflict.kind));
        json.field("subject", conflict.subject);
        json.field("reason", conflict.reason);
        json.key("differences");
        json.beginArray();
        for (const app::PacketConflict::Line &line : conflict.lines) {
            json.beginObject();
            json.field("label", line.label);
            json.field("ours", line.ours);
            json.field("theirs", line.theirs);
            json.endObject();
        }
        json.endArray();
        json.field("take", conflict.take ? QStringLiteral("theirs") : QStringLiteral("ours"));
        json.endObject();
    }
    json.endArray();
    json.field("left_out", proposal.leftOutCount);
    json.field("messages", proposal.leftOut);
    json.field("merged", merged);
    json.endObject();
}

void printText(const app::PacketProposal &proposal)
{
    printLine(tr("%1, from %2").arg(proposal.roleTitle, proposal.reviewers.isEmpty() ? proposal.packet.reviewerName : proposal.reviewers.join(QStringLiteral(", "))));
    printLine(tr("  reviews: %1 new, %2 updated, %3 here already, %4 older, %5 not submitted").arg(proposal.added).arg(proposal.updated).arg(proposal.unchanged).arg(proposal.older).arg(proposal.drafts));
    for (const app::PacketConflict &conflict : proposal.conflicts) {
        printLine(tr("conflict: %1").arg(conflict.subject));
        printLine(tr("  %1; takes %2").arg(conflict.reason, conflict.take ? tr("theirs") : tr("ours")));
        for (const app::PacketConflict::Line &line : conflict.lines)
            printLine(tr("  %1: ours %2 | theirs %3").arg(line.label, line.ours, line.theirs));
    }
    for (const QString &reason : proposal.leftOut)
        printMessage(tr("left out: %1").arg(reason));
    if (proposal.leftOutCount > 0)
        printMessage(tr("%1 entries were left out").arg(proposal.leftOutCount));
}

Outcome mergePacket(const Options &options)
{
    QString path = argumentText(options.file);
    std::unique_ptr<app::Unsealed> unsealed;
    if (app::isSealed(path)) {
        const auto passphrase = readPassphrase(options.passphraseFile, false);
        if (!passphrase)
            return tl::unexpected(passphrase.error());
        auto opened = app::Unsealed::open(path, argumentText(options.workspace), *passphrase);
        if (!opened)
            return tl::unexpected(opened.error().error);
        unsealed = std::move(*opened);
        path = unsealed->path();
    }
    const auto work = [&](db::Connection &connection) -> Outcome {
        auto proposal = app::proposeMerge(connection, path);
        if (!proposal)
            return tl::unexpected(proposal.error());
        for (app::PacketConflict &conflict : proposal->conflicts)
            conflict.take = conflict.canTake && options.take == "theirs";
        bool merged = false;
        QString message;
        if (!options.dryRun) {
            const auto done = app::mergePacket(connection, path, *proposal);
            if (!done)
                return tl::unexpected(done.error());
            merged = done->change.isValid();
            message = done->message;
        }
        if (options.json) {
            printJson(*proposal, merged);
            return {};
        }
        printText(*proposal);
        if (!message.isEmpty())
            printMessage(message);
        return {};
    };
    return options.dryRun ? withReader(options.workspace, work) : withWriter(options.workspace, work);
}

} // namespace

void addPacketCommands(CLI::App &app, CommandResult &result)
{
    const auto options = std::make_shared<Options>();
    CLI::App *packet = app.add_subcommand("packet", "Send a role to a colleague's machine, and take their ratings back");
    packet->require_subcommand(1);
    CLI::App *write = packet->add_subcommand("export", "Write a role with its applicants and documents as a file that Rolecall opens. It holds nobody else's ratings");
    write->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    write->add_option("ROLE", options->role, "The role's number, UUID or title")->required();
    write->add_option("--output", options->output, "The packet to write; its name should end in .rolecall")->required();
    write->add_option("--reviewer", options->reviewer, "Whom it is for; their own reviews so far go along")->required();
    write->add_flag("--blind", options->blind, "Codes instead of names, and documents as text without names, addresses and numbers. A blind role is always sent so");
    write->add_flag("--without-documents", options->withoutDocuments, "Leave the documents out");
    write->add_flag("--encrypt", options->encrypt, "Encrypt the packet with a passphrase, which is asked for; tell it to the colleague by another way");
    addPassphraseOption(*write, options->passphraseFile);
    write->add_flag("--json", options->json, "Print one JSON document");
    write->callback([options, &result] { result.outcome = exportPacket(*options); });
    CLI::App *merge = packet->add_subcommand("merge", "Take the submitted reviews of a packet that came back, as one change. The same packet again changes nothing");
    merge->add_option("WORKSPACE", options->workspace, "The .rolecall file the packet was made from")->required();
    merge->add_option("FILE", options->file, "The packet")->required();
    merge->add_option("--take", options->take, "Whose side stands where both differ: ours (without this option) or theirs")->check(CLI::IsMember({"ours", "theirs"}));
    addPassphraseOption(*merge, options->passphraseFile);
    merge->add_flag("--dry-run", options->dryRun, "Show what would come and where both sides differ, and store nothing");
    merge->add_flag("--json", options->json, "Print one JSON document");
    merge->callback([options, &result] { result.outcome = mergePacket(*options); });
}

} // namespace rolecall::ui
