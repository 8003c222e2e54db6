// SPDX-License-Identifier: GPL-3.0-or-later
// document read: kind, pages and text of a CV or letter, nothing stored.
#include "app/documents/document_kind.h"
#include "app/documents/document_reader.h"
#include "ui/command_line/command_line.h"
#include "ui/command_line/output.h"
#include "ui/session/document_helpers.h"
#include "ui/session/document_process.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <memory>

namespace rolecall::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::ui::DocumentCommands", text);
}

Outcome readAndPrint(const QString &path, bool asJson)
{
    const app::DocumentLimits limits;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(translated("Reading the document"), path, file.errorString());
    // One byte more than allowed is enough to be told that it is too large.
    const QByteArray bytes = file.read(limits.bytes + 1);
    const app::ApartReader apart = app::detectKind(bytes, path).kind == app::DocumentKind::Pdf ? ownDocumentHelpers() : app::ApartReader();
    const Result<app::DocumentDraft> draft = apart ? apart(bytes, path).draft : app::readDocument(bytes, path, limits);
    if (!draft)
        return tl::unexpected(draft.error());
    if (!asJson) {
        for (const QString &warning : draft->warnings)
            printMessage(warning);
        printLine(draft->text);
        return {};
    }
    JsonOutput json;
    json.beginObject();
    json.field("kind", app::documentKindName(draft->kind));
    json.key("pages");
    if (draft->pages)
        json.value(qint64(*draft->pages));
    else
        json.null();
    json.field("text", draft->text);
    json.field("warnings", draft->warnings);
    json.endObject();
    return {};
}

} // namespace

void addDocumentCommands(CLI::App &app, CommandResult &result)
{
    CLI::App *document = app.add_subcommand("document", "Read CVs and letters");
    document->require_subcommand(1);
    CLI::App *read = document->add_subcommand("read", "Show the kind, the pages and the text of a CV or letter; nothing is stored");
    const auto path = std::make_shared<std::string>();
    const auto asJson = std::make_shared<bool>(false);
    read->add_option("FILE", *path, "The file to read")->required();
    read->add_flag("--json", *asJson, "Print JSON");
    // For the window alone, which reads PDFs in a process of their own: not listed in the help.
    CLI::App *look = document->add_subcommand("look", "Read a document from standard input, and try to draw its pages")->group("");
    const auto name = std::make_shared<std::string>();
    look->add_option("NAME", *name, "Its name")->required();
    look->callback([name, &result] { result.outcome = lookAtDocument(QString::fromStdString(*name)); });
    // For imports, which read many.
    CLI::App *serve = document->add_subcommand("serve", "Read documents from standard input, one after the other")->group("");
    serve->callback([&result] { result.outcome = serveDocuments(); });
    read->callback([path, asJson, &result] { result.outcome = readAndPrint(QString::fromStdString(*path), *asJson); });
}

} // namespace rolecall::ui
