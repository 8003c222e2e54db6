// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/search_tokenizer.h"

#include "db/text_words.h"

#include <sqlite3.h>

namespace rolecall::db {

namespace {

struct Tokens
{
    void *context;
    int (*add)(void *, int, const char *, int, int, int);
    int code;
};

int create(void *, const char **, int, Fts5Tokenizer **tokenizer)
{
    static char nothing = 0; // it keeps no state
    *tokenizer = reinterpret_cast<Fts5Tokenizer *>(&nothing);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer *) {}

int tokenize(Fts5Tokenizer *, void *context, int, const char *text, int size, int (*add)(void *, int, const char *, int, int, int))
{
    Tokens tokens{context, add, SQLITE_OK};
    const auto sink = [](void *given, std::string_view folded, std::size_t begin, std::size_t end) {
        auto *const t = static_cast<Tokens *>(given);
        t->code = t->add(t->context, 0, folded.data(), int(folded.size()), int(begin), int(end));
        return t->code == SQLITE_OK;
    };
    if (text && size > 0)
        eachWord({text, std::size_t(size)}, sink, &tokens);
    return tokens.code;
}

} // namespace

int registerTokenizer(sqlite3 *handle)
{
    // As FTS5's documentation wants its interface to be asked for ("Extending FTS5").
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
        code = sqlite3_finalize(statement);
    }
    if (code != SQLITE_OK)
        return code;
    if (!api)
        return SQLITE_ERROR;
    fts5_tokenizer tokenizer{create, destroy, tokenize};
    return api->xCreateTokenizer(api, "rolecall", nullptr, &tokenizer, nullptr);
}

} // namespace rolecall::db
