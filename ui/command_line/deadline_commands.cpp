// SPDX-License-Identifier: GPL-3.0-or-later
// deadlines: the dates of all roles as text, JSON or a calendar file.
#include "ui/command_line/command_line.h"

#include "app/agenda/approximate_date.h"
#include "app/calendar/calendar_export.h"
#include "db/connection.h"
#include "db/deadlines.h"
#include "db/reviewers.h"
#include "ui/command_line/output.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QSaveFile>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DeadlineCommands", text);
}

void printText(const QList<db::Deadline> &all)
{
    for (const db::Deadline &deadline : all) {
        const QString when = deadline.date ? deadline.date->toString(Qt::ISODate) : deadline.approx ? app::approximateDateInWords(*deadline.approx) : QStringLiteral("?");
        printLine(tr("%1  %2: %3 (%4)").arg(when, deadline.roleTitle, deadline.title, deadline.state));
    }
}

void printJson(const QList<db::Deadline> &all)
{
    JsonOutput output;
    output.beginArray();
    for (const db::Deadline &deadline : all) {
        output.beginObject();
        output.field("role", deadline.roleTitle);
        output.field("kind", deadline.kind);
        output.field("title", deadline.title);
        output.field("date", deadline.date ? std::optional(deadline.date->toString(Qt::ISODate)) : std::nullopt);
        output.field("approx", deadline.approx);
        output.field("sentence", deadline.sentence);
        output.field("state", deadline.state);
        output.endObject();
    }
    output.endArray();
}

Outcome writeIcs(db::Connection &connection, const QString &path)
{
    // Whose panel it is says who an event may name.
    if (const auto own = db::ownReviewer(connection); own && *own)
        connection.setReviewer((*own)->id);
    const auto calendar = app::exportCalendar(connection, {});
    if (!calendar)
        return tl::unexpected(calendar.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(calendar->bytes) != calendar->bytes.size() || !file.commit())
        return failure(tr("Writing the calendar"), path, file.errorString(), tr("Choose another place"));
    printMessage(calendar->withoutDay == 0 ? tr("Wrote %1 events to %2").arg(calendar->events).arg(path)
                                           : tr("Wrote %1 events to %2; left out %3 dates that are not exact").arg(calendar->events).arg(path).arg(calendar->withoutDay));
    return {};
}

} // namespace

void addDeadlineCommands(CLI::App &app, CommandResult &result)
{
    struct Options
    {
        std::string workspace;
        std::string ics;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App *dates = app.add_subcommand("deadlines", "The dates of all roles, each with the sentence it was read from");
    dates->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    dates->add_option("--ics", options->ics, "Write exact dates and interviews to this calendar file as well");
    dates->add_flag("--json", options->json, "Print JSON instead of text");
    dates->callback([options, &result] {
        result.outcome = withReader(options->workspace, [&](db::Connection &connection) -> Outcome {
            const auto all = db::deadlines(connection, {});
            if (!all)
                return tl::unexpected(all.error());
            if (!options->ics.empty()) {
                if (auto outcome = writeIcs(connection, argumentText(options->ics)); !outcome)
                    return outcome;
            }
            options->json ? printJson(*all) : printText(*all);
            return {};
        });
    });
}

} // namespace rolecall::ui
