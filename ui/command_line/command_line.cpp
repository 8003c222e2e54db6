// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/command_line.h"

#include "ui/command_line/output.h"

#include <CLI/CLI.hpp>
#include <QGuiApplication>

namespace rolecall::ui {

namespace {

const QStringList nouns{QStringLiteral("posting"), QStringLiteral("table"), QStringLiteral("mail"), QStringLiteral("document"), QStringLiteral("role"), QStringLiteral("applicants"), QStringLiteral("search"),
                        QStringLiteral("shortlist"), QStringLiteral("packet"), QStringLiteral("deadlines"), QStringLiteral("candidate"), QStringLiteral("workspace")};

constexpr int wrongUse = 2;

} // namespace

bool isCommandLine(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return false;
    const QString &first = arguments.first();
    return nouns.contains(first) || first == u"--help" || first == u"-h" || first == u"--version";
}

std::unique_ptr<QCoreApplication> commandLineApplication(const QStringList &arguments, int &argc, char **argv)
{
    if (arguments.value(0) != u"shortlist" || arguments.value(1) != u"record")
        return std::make_unique<QCoreApplication>(argc, argv);
    // Pages are laid out with fonts, which only an application of the graphical kind loads; a display it need not have.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

int runCommandLine(int argc, char **argv)
{
    CLI::App app("Rolecall reads applicants against a job posting and leaves with a shortlist that can be defended.\n"
                 "Without a command it opens its window: rolecall [WORKSPACE]\n",
                 "rolecall");
    app.set_version_flag("--version", std::string("rolecall ") + ROLECALL_VERSION);
    app.require_subcommand(1);
    app.footer("Exit status: 0 done, 1 failed with nothing half done, 2 wrong use.");
    CommandResult result;
    addPostingCommands(app, result);
    addTableCommands(app, result);
    addMailCommands(app, result);
    addRoleCommands(app, result);
    addApplicantCommands(app, result);
    addShortlistCommands(app, result);
    addFindCommands(app, result);
    addCandidateCommands(app, result);
    addDeadlineCommands(app, result);
    addWorkspaceCommands(app, result);
    addDocumentCommands(app, result);
    addPacketCommands(app, result);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : wrongUse;
    }
    if (!result.outcome) {
        printMessage(result.outcome.error().text());
        return 1;
    }
    return 0;
}

} // namespace rolecall::ui
