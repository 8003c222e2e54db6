// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed in a search field is an expression that FTS5 takes, or none at all; and the index finds a text by it
// where, and only where, the same words are found in the text itself.
#include "app/search/snippet.h"
#include "db/search_syntax.h"
#include "db/search_tokenizer.h"

#include <sqlite3.h>

#include <cstdint>
#include <cstdlib>

using namespace rolecall;

namespace {

struct Index
{
    sqlite3_stmt *remove = nullptr;
    sqlite3_stmt *add = nullptr;
    sqlite3_stmt *find = nullptr;

    Index()
    {
        sqlite3 *database = nullptr;
        if (sqlite3_open(":memory:", &database) != SQLITE_OK || db::registerTokenizer(database) != SQLITE_OK
            || sqlite3_exec(database, "CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'rolecall', prefix = '1 2');", nullptr, nullptr, nullptr) != SQLITE_OK
            || sqlite3_prepare_v2(database, "DELETE FROM words", -1, &remove, nullptr) != SQLITE_OK
            || sqlite3_prepare_v2(database, "INSERT INTO words VALUES (?)", -1, &add, nullptr) != SQLITE_OK
            || sqlite3_prepare_v2(database, "SELECT rowid FROM words WHERE words MATCH ?", -1, &find, nullptr) != SQLITE_OK)
            std::abort();
    }
    int run(sqlite3_stmt *statement, const QByteArray &value)
    {
        if (sqlite3_bind_parameter_count(statement) > 0)
            sqlite3_bind_text(statement, 1, value.constData(), int(value.size()), SQLITE_STATIC);
        int rows = 0;
        int state = sqlite3_step(statement);
        for (; state == SQLITE_ROW; state = sqlite3_step(statement))
            ++rows;
        if (state != SQLITE_DONE)
            std::abort();
        sqlite3_reset(statement);
        return rows;
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Index index;
    // The first line is typed, the rest is the text.
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype line = bytes.indexOf('\n');
    const QString typed = QString::fromUtf8(line < 0 ? bytes : bytes.left(line));
    const QString text = QString::fromUtf8(line < 0 ? QByteArray("Ada Example describes data, teaches") : bytes.mid(line + 1)).remove(QChar(0));
    const QByteArray expression = db::searchExpression(typed).toUtf8();
    const QList<db::SearchTerm> terms = db::searchTerms(typed);
    if (expression.isEmpty() != terms.isEmpty())
        std::abort();
    const QList<db::FoundTerm> found = db::findTerms(text, terms, 1000);
    for (const db::FoundTerm &term : found) {
        if (term.start < 0 || term.length <= 0 || term.start + term.length > text.size())
            std::abort();
    }
    const app::Snippet snippet = app::snippet(text, terms);
    qsizetype after = 0;
    for (const app::SnippetMark &mark : snippet.marks) {
        if (mark.start < after || mark.length <= 0 || mark.start + mark.length > snippet.text.size())
            std::abort();
        after = mark.start + mark.length;
    }
    if (snippet.place < 0 || snippet.place + snippet.placeLength > text.size() || (snippet.placeLength > 0) != !found.isEmpty())
        std::abort();
    if (expression.isEmpty())
        return 0;
    index.run(index.remove, {});
    index.run(index.add, text.toUtf8());
    if ((index.run(index.find, expression) > 0) != db::hasTerms(text, terms))
        std::abort();
    return 0;
}
