// SPDX-License-Identifier: GPL-3.0-or-later
// posting read: what is read in a posting, nothing stored.
#include "ui/command_line/command_line.h"

#include "app/agenda/approximate_date.h"
#include "app/posting/posting_reader.h"
#include "ui/command_line/output.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <memory>

namespace rolecall::ui {

namespace {

using app::DeadlineDraft;
using app::DeadlineKind;
using app::PostingDraft;
using app::QualityDraft;
using app::RoleDraft;

QString tr(const char *text)
{
    return QCoreApplication::translate("PostingCommands", text);
}

QString kindName(DeadlineKind kind)
{
    switch (kind) {
    case DeadlineKind::ApplicationsClose:
        return QStringLiteral("applications_close");
    case DeadlineKind::Interviews:
        return QStringLiteral("interviews");
    case DeadlineKind::Start:
        return QStringLiteral("start");
    case DeadlineKind::Other:
        break;
    }
    return QStringLiteral("other");
}

QString kindLabel(DeadlineKind kind)
{
    switch (kind) {
    case DeadlineKind::ApplicationsClose:
        return tr("Applications close");
    case DeadlineKind::Interviews:
        return tr("Interviews");
    case DeadlineKind::Start:
        return tr("Start");
    case DeadlineKind::Other:
        break;
    }
    return tr("Date");
}

QStringList texts(const QList<QualityDraft> &qualities)
{
    QStringList list;
    for (const QualityDraft &quality : qualities)
        list += quality.text;
    return list;
}

void writeJson(const PostingDraft &posting)
{
    JsonOutput json;
    json.beginObject();
    json.key("roles");
    json.beginArray();
    for (const RoleDraft &role : posting.roles) {
        json.beginObject();
        json.field("title", role.title);
        json.field("summary", role.summary);
        json.field("necessary", texts(role.necessary));
        json.field("useful", texts(role.useful));
        json.field("responsibilities", texts(role.responsibilities));
        json.key("deadlines");
        json.beginArray();
        for (const DeadlineDraft &deadline : role.deadlines) {
            json.beginObject();
            json.field("kind", kindName(deadline.kind));
            json.field("text", deadline.text);
            json.field("date", deadline.date ? std::optional(deadline.date->toString(Qt::ISODate)) : std::nullopt);
            json.field("approx", deadline.approx);
            json.field("sentence", deadline.sentence);
            json.endObject();
        }
        json.endArray();
        json.field("contacts", role.contacts);
        json.field("location", role.location);
        json.field("warnings", role.warnings);
        json.field("organisation", role.organisation);
        json.endObject();
    }
    json.endArray();
    json.field("encoding", posting.encoding);
    json.field("warnings", posting.warnings);
    json.endObject();
}

void printList(const QString &heading, const QList<QualityDraft> &qualities)
{
    if (qualities.isEmpty())
        return;
    printLine(QStringLiteral("\n%1 (%2)").arg(heading).arg(qualities.size()));
    for (const QualityDraft &quality : qualities) {
        printLine(QStringLiteral("  - ") + quality.text);
        if (!quality.footnote.isEmpty())
            printLine(QStringLiteral("      ") + tr("Note: %1").arg(quality.footnote));
    }
}

void printRole(const RoleDraft &role)
{
    printLine(role.title.isEmpty() ? tr("(no title)") : role.title);
    printLine(QString(std::max<qsizetype>(role.title.size(), 10), u'='));
    if (!role.organisation.isEmpty())
        printLine(tr("Organisation: %1").arg(role.organisation));
    if (role.location)
        printLine(tr("Location: %1").arg(*role.location));
    if (!role.contacts.isEmpty())
        printLine(tr("Contact: %1").arg(role.contacts.join(u", ")));
    if (!role.summary.isEmpty())
        printLine(u'\n' + role.summary);
    printList(tr("Necessary"), role.necessary);
    printList(tr("Useful"), role.useful);
    printList(tr("Responsibilities"), role.responsibilities);
    if (!role.deadlines.isEmpty())
        printLine(u'\n' + tr("Dates"));
    for (const DeadlineDraft &deadline : role.deadlines) {
        const QString when = deadline.date ? deadline.date->toString(Qt::ISODate) : app::approximateDateInWords(deadline.approx.value_or(QString()));
        printLine(QStringLiteral("  - %1: %2 (%3)").arg(kindLabel(deadline.kind), when, deadline.sentence));
    }
    for (const QString &warning : role.warnings)
        printMessage(tr("Warning: %1").arg(warning));
}

Outcome readFile(const QString &path, bool asJson)
{
    const QString tried = tr("Reading the posting");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(tried, path, file.errorString(), tr("Check the file's name and that it may be read"));
    // One byte more than is read, so that the reader can say that it is too much.
    const QByteArray bytes = file.read(app::largestPosting + 1);
    const Result<PostingDraft> posting = app::readPosting(bytes, QFileInfo(path).fileName());
    if (!posting)
        return tl::unexpected(posting.error());
    if (asJson) {
        writeJson(*posting);
        return {};
    }
    for (const QString &warning : posting->warnings)
        printMessage(tr("Warning: %1").arg(warning));
    bool first = true;
    for (const RoleDraft &role : posting->roles) {
        if (!first)
            printLine(QString());
        printRole(role);
        first = false;
    }
    return {};
}

} // namespace

void addPostingCommands(CLI::App &app, CommandResult &result)
{
    struct Options
    {
        std::string file;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App *posting = app.add_subcommand("posting", "Read postings");
    posting->require_subcommand(1);
    CLI::App *read = posting->add_subcommand("read", "Show what is read in a posting (Markdown, MyST, HTML or plain text); nothing is stored");
    read->add_option("FILE", options->file, "The posting")->required();
    read->add_flag("--json", options->json, "Print JSON instead of text");
    read->callback([options, &result] { result.outcome = readFile(QString::fromLocal8Bit(options->file.c_str()), options->json); });
}

} // namespace rolecall::ui
