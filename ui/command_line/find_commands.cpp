// SPDX-License-Identifier: GPL-3.0-or-later
// search.
#include "ui/command_line/command_line.h"

#include "app/search/searching.h"
#include "ui/command_line/output.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>

namespace rolecall::ui {

namespace {

constexpr int usualLimit = 50;

Outcome search(db::Connection &connection, const app::SearchRequest &request, bool json)
{
    const auto found = app::search(connection, request);
    if (!found)
        return tl::unexpected(found.error());
    std::optional<JsonOutput> output;
    if (json) {
        output.emplace();
        output->beginArray();
    }
    for (const app::Finding &finding : found->list) {
        const db::SearchHit &hit = finding.hit;
        const QString snippet = app::inBrackets(finding.snippet);
        if (!json) {
            printLine(QStringLiteral("%1  %2  %3").arg(hit.kind, hit.title, snippet));
            continue;
        }
        output->beginObject();
        output->field("kind", hit.kind);
        output->field("id", hit.id);
        output->key("candidate");
        if (hit.candidate.isValid())
            output->value(hit.candidate.number());
        else
            output->null();
        output->field("title", hit.title);
        output->field("snippet", snippet);
        output->endObject();
    }
    if (json)
        output->endArray();
    return {};
}

} // namespace

void addFindCommands(CLI::App &app, CommandResult &result)
{
    struct Options
    {
        std::string workspace;
        std::vector<std::string> words;
        std::string role, stage, tag, source;
        std::vector<std::string> kinds;
        int limit = usualLimit;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App *find = app.add_subcommand("search", "Find words in people, notes, evidence, documents and roles, best first");
    find->add_option("WORKSPACE", options->workspace, "The .rolecall file")->required();
    find->add_option("QUERY", options->words, "Words; each may be the beginning of one; \"quoted words\" stand together")->required();
    find->add_option("--role", options->role, "Only of this role: its number, UUID or title");
    find->add_option("--stage", options->stage, "Only applications in the stage of this name");
    find->add_option("--tag", options->tag, "Only applications with this tag");
    find->add_option("--source", options->source, "Only applications from this source");
    find->add_option("--kind", options->kinds, "Only candidate, note, evidence, document or role; may be given more than once")
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"candidate", "note", "evidence", "document", "role"}));
    find->add_option("--limit", options->limit, "At most so many")->check(CLI::Range(1, 10000000));
    find->add_flag("--json", options->json, "Print JSON instead of text");
    find->callback([options, &result] {
        app::SearchRequest request;
        QStringList words;
        for (const std::string &word : options->words)
            words << argumentText(word);
        request.typed = words.join(u' ');
        request.limit = options->limit;
        request.filter.stage = argumentText(options->stage);
        request.filter.tag = argumentText(options->tag);
        request.filter.source = argumentText(options->source);
        for (const std::string &kind : options->kinds)
            request.filter.kinds << argumentText(kind);
        result.outcome = withReader(options->workspace, [&](db::Connection &connection) -> Outcome {
            if (options->role.empty())
                return search(connection, request, options->json);
            return withRole(connection, options->role, [&](const db::RoleSummary &role) {
                request.filter.role = role.role.id;
                return search(connection, request, options->json);
            });
        });
    });
}

} // namespace rolecall::ui
