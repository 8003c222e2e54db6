// SPDX-License-Identifier: GPL-3.0-or-later
// table read: what is read in a CSV, TSV or spreadsheet file, nothing stored.
#include "ui/command_line/command_line.h"

#include "app/table/table_stream.h"
#include "ui/command_line/output.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <memory>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// Title lines and header as the stream has them, then every row below.
template<class Each> Outcome forEachRow(app::TableStream &stream, Each &&each)
{
    for (const QStringList &title : stream.titleRows())
        each(title);
    if (!stream.header().isEmpty())
        each(stream.header());
    app::TableRow row;
    while (stream.nextRow(row)) {
        QStringList cells;
        cells.reserve(qsizetype(row.cells.size()));
        for (const std::string_view cell : row.cells)
            cells.append(QString::fromUtf8(cell.data(), qsizetype(cell.size())));
        each(cells);
    }
    if (stream.error())
        return tl::unexpected(*stream.error());
    return {};
}

/// An unreadable file must leave standard output empty, so a table is read through once before the first byte is written.
Outcome readThrough(const QString &path)
{
    auto stream = app::TableStream::open(path);
    if (!stream)
        return tl::unexpected(stream.error());
    app::TableRow row;
    while ((*stream)->nextRow(row)) { }
    if ((*stream)->error())
        return tl::unexpected(*(*stream)->error());
    return {};
}

Outcome printJson(app::TableStream &stream)
{
    const app::TableDialect &dialect = stream.dialect();
    JsonOutput json;
    json.beginObject();
    json.field("encoding", dialect.encoding);
    json.field("delimiter", dialect.delimiter ? std::optional<QString>(QLatin1Char(dialect.delimiter)) : std::nullopt);
    // With title lines above it the header is not the first of the rows.
    json.field("header", dialect.headerRecord == 0);
    json.key("rows");
    json.beginArray();
    const Outcome outcome = forEachRow(stream, [&](const QStringList &cells) {
        json.beginArray();
        for (const QString &cell : cells)
            json.value(cell);
        json.endArray();
    });
    json.endArray();
    json.field("warnings", stream.warnings());
    json.key("header_row");
    if (dialect.headerRecord)
        json.value(qint64(*dialect.headerRecord + 1));
    else
        json.null();
    json.endObject();
    return outcome;
}

Outcome printText(app::TableStream &stream)
{
    const app::TableDialect &dialect = stream.dialect();
    const QString delimiter = dialect.delimiter == '\t' ? tr("tab") : QString(QLatin1Char(dialect.delimiter));
    printLine(dialect.delimiter ? tr("%1, separated by %2").arg(dialect.encoding, delimiter) : dialect.encoding);
    const Outcome outcome = forEachRow(stream, [](const QStringList &cells) { printLine(cells.join(u" | ")); });
    for (const QString &warning : stream.warnings())
        printMessage(warning);
    return outcome;
}

Outcome readTableFile(const QString &path, bool asJson)
{
    if (const Outcome whole = readThrough(path); !whole)
        return whole;
    auto stream = app::TableStream::open(path);
    if (!stream)
        return tl::unexpected(stream.error());
    return asJson ? printJson(**stream) : printText(**stream);
}

} // namespace

void addTableCommands(CLI::App &app, CommandResult &result)
{
    CLI::App *table = app.add_subcommand("table", "Read tables of applicants");
    table->require_subcommand(1);
    CLI::App *read = table->add_subcommand("read", "Show what is read in a CSV, TSV or spreadsheet file; nothing is stored");
    struct Options
    {
        std::string file;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    read->add_option("FILE", options->file, "The file: any separator, quoting and character set found in practice")->required();
    read->add_flag("--json", options->json, "Print one JSON document");
    read->callback([options, &result] { result.outcome = readTableFile(QString::fromStdString(options->file), options->json); });
}

} // namespace rolecall::ui
