// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed in a search field is an expression that FTS5 takes, or none at all.
#include "db/search_syntax.h"

#include <sqlite3.h>

#include <cstdint>
#include <cstdlib>

using namespace rolecall;

namespace {

sqlite3_stmt *question()
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_open(":memory:", &database) != SQLITE_OK
        || sqlite3_exec(database, "CREATE VIRTUAL TABLE words USING fts5(name, text, tokenize = 'unicode61 remove_diacritics 2');", nullptr, nullptr, nullptr) != SQLITE_OK
        || sqlite3_exec(database, "INSERT INTO words VALUES ('Ada Example', 'describes data, teaches');", nullptr, nullptr, nullptr) != SQLITE_OK
        || sqlite3_prepare_v2(database, "SELECT rowid FROM words WHERE words MATCH ?", -1, &statement, nullptr) != SQLITE_OK)
        std::abort();
    return statement;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static sqlite3_stmt *const statement = question();
    const QByteArray expression = db::searchExpression(QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size))).toUtf8();
    if (expression.isEmpty())
        return 0;
    sqlite3_bind_text(statement, 1, expression.constData(), int(expression.size()), SQLITE_STATIC);
    int state = sqlite3_step(statement);
    while (state == SQLITE_ROW)
        state = sqlite3_step(statement);
    if (state != SQLITE_DONE)
        std::abort();
    sqlite3_reset(statement);
    return 0;
}
