// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/safety_commands.h"

#include "app/safety/backups.h"
#include "app/safety/recovery.h"
#include "app/sealing/sealed_copies.h"
#include "db/backup.h"
#include "ui/command_line/command_line.h"
#include "ui/command_line/output.h"
#include "ui/command_line/passphrase_input.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <memory>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WorkspaceCommands", text);
}

struct Options
{
    std::string workspace;
    std::string file;
    std::string passphraseFile;
    bool encrypt = false;
    bool json = false;
};

Outcome backUp(const Options &options)
{
    return withReader(options.workspace, [&options](db::Connection &connection) -> Outcome {
        const QString path = argumentText(options.file);
        if (!options.encrypt)
            return db::backUp(connection, path);
        const auto passphrase = readPassphrase(options.passphraseFile, true);
        if (!passphrase)
            return tl::unexpected(passphrase.error());
        return app::backUpSealed(connection, path, *passphrase, nullptr);
    });
}

Outcome restore(const Options &options)
{
    const QString workspace = argumentText(options.workspace);
    QString backup = argumentText(options.file);
    std::unique_ptr<app::Unsealed> unsealed;
    if (app::isSealed(backup)) {
        const auto passphrase = readPassphrase(options.passphraseFile, false);
        if (!passphrase)
            return tl::unexpected(passphrase.error());
        auto opened = app::Unsealed::open(backup, workspace, *passphrase);
        if (!opened)
            return tl::unexpected(opened.error().error);
        unsealed = std::move(*opened);
        backup = unsealed->path();
    }
    const auto kept = app::restoreBackup(backup, workspace, QDateTime::currentDateTimeUtc());
    if (!kept)
        return tl::unexpected(kept.error());
    printMessage(kept->isEmpty() ? tr("Restored") : tr("Restored; what was there is kept as %1").arg(QDir::toNativeSeparators(*kept)));
    return {};
}

Outcome recover(const Options &options)
{
    const QString damaged = argumentText(options.workspace);
    const QString target = options.file.empty() ? app::recoveredName(damaged) : argumentText(options.file);
    const auto recovered = app::recoverWorkspace(damaged, target);
    if (!recovered)
        return tl::unexpected(recovered.error());
    if (!options.json) {
        printLine(QDir::toNativeSeparators(target));
        for (const QString &sentence : recovered->sentences())
            printMessage(sentence);
        return {};
    }
    JsonOutput output;
    output.beginObject();
    output.field("file", target);
    output.field("roles", recovered->roles);
    output.field("applicants", recovered->applicants);
    output.field("reviews", recovered->reviews);
    output.field("documents", recovered->documents);
    output.field("whole", !recovered->report.lostSomething());
    output.field("pages", recovered->report.pages);
    output.field("unreadable_pages", recovered->report.unreadablePages);
    output.field("messages", recovered->sentences());
    output.endObject();
    return {};
}

} // namespace

void addSafetyCommands(CLI::App &workspace, CommandResult &result)
{
    const auto options = std::make_shared<Options>();
    CLI::App *backup = workspace.add_subcommand("backup", "Copy the workspace, also while it is open elsewhere, and check the copy");
    backup->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    backup->add_option("FILE", options->file, "The copy to write")->required();
    backup->add_flag("--encrypt", options->encrypt, "Encrypt the copy with a passphrase, which is asked for; without it nobody can open the copy");
    addPassphraseOption(*backup, options->passphraseFile);
    backup->callback([options, &result] { result.outcome = backUp(*options); });
    CLI::App *restoring = workspace.add_subcommand("restore", "Put a backup in the place of a workspace that nobody has open; what is there is kept beside it");
    restoring->add_option("WORKSPACE", options->workspace, "The .rolecall file to take the place of, or to make")->required();
    restoring->add_option("BACKUP", options->file, "The backup, encrypted or not")->required();
    addPassphraseOption(*restoring, options->passphraseFile);
    restoring->callback([options, &result] { result.outcome = restore(*options); });
    CLI::App *recovering = workspace.add_subcommand("recover", "Read what can be read of a damaged workspace into a new one; the damaged file stays as it is");
    recovering->add_option("WORKSPACE", options->workspace, "The damaged file")->required();
    recovering->add_option("--output", options->file, "The new workspace; without it one beside the damaged file");
    recovering->add_flag("--json", options->json, "Print JSON instead of text");
    recovering->callback([options, &result] { result.outcome = recover(*options); });
}

} // namespace rolecall::ui
