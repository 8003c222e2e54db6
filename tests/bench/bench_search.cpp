// SPDX-License-Identifier: GPL-3.0-or-later
// Search as one types over many applicants, notes and documents: until the first findings with their snippets are
// there, beside its floor in the same run, the bare FTS5 queries: for each index the best rows by rank, nothing looked up.
//     bench_search [APPLICANTS [DOCUMENTS]]
#include "figures.h"

#include "app/search/searching.h"
#include "db/search_syntax.h"
#include "tests/support/many_applicants.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sqlite3.h>

using namespace rolecall;

namespace {

constexpr int rounds = 5;
constexpr int shown = 20;

template<class Work> double best(Work work)
{
    double least = 1e9;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        least = std::min(least, double(timer.nsecsElapsed()) / 1e6);
    }
    return least;
}

/// Words as frequent as in a language: the n-th as often as 1 / n.
class Vocabulary
{
public:
    explicit Vocabulary(int size)
    {
        const char *const frequent[] = {"the", "and", "of", "in", "a", "to", "for", "with", "on", "an", "as", "by", "at", "data", "python", "research", "software", "team"};
        for (const char *word : frequent)
            m_words << QString::fromLatin1(word);
        static const QString letters = QStringLiteral("etaoinshrdlucmfwypvbgk");
        while (m_words.size() < size) {
            QString word;
            for (int length = 2 + int(m_random.bounded(9)); length > 0; --length)
                word += letters.at(m_random.bounded(int(letters.size())));
            m_words << word;
        }
    }
    QString text(int words)
    {
        QStringList list;
        for (int i = 0; i < words; ++i)
            list << m_words.at(std::min(m_words.size() - 1, qsizetype(std::exp(m_random.generateDouble() * std::log(double(m_words.size()))) - 1)));
        return list.join(u' ');
    }

private:
    QRandomGenerator m_random{7};
    QStringList m_words;
};

Outcome addTexts(db::Connection &connection, int applicants, int documents)
{
    Vocabulary vocabulary(30'000);
    auto transaction = db::Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    constexpr int noteWords = 20;
    constexpr int documentWords = 500;
    for (int i = 1; i <= applicants; ++i) {
        if (auto outcome = db::execute(connection, QStringLiteral("INSERT INTO note (uuid, application_id, text, created_at) VALUES (?, ?, ?, '2026-02-01T00:00:00.000Z')"),
                                       {QStringLiteral("note-%1").arg(i), i, vocabulary.text(noteWords)});
            !outcome)
            return outcome;
    }
    for (int i = 1; i <= documents; ++i) {
        const QString sha256 = QString::number(i).rightJustified(64, u'0');
        const std::pair<QString, QVariantList> statements[] = {
            {QStringLiteral("INSERT INTO content (sha256, size, bytes) VALUES (?, 1, x'00')"), {sha256}},
            {QStringLiteral("INSERT INTO document (uuid, application_id, sha256, file_name, added_at) VALUES (?, ?, ?, 'CV.pdf', '2026-02-01T00:00:00.000Z')"), {QStringLiteral("document-%1").arg(i), i, sha256}},
            {QStringLiteral("INSERT INTO document_text (sha256, kind, extractor, text) VALUES (?, 'pdf', 'bench', ?)"), {sha256, vocabulary.text(documentWords)}}};
        for (const auto &[sql, values] : statements) {
            if (auto outcome = db::execute(connection, sql, values); !outcome)
                return outcome;
        }
    }
    for (const char *table : {"note", "document_text"}) {
        if (auto outcome = db::indexRange(connection, QLatin1String(table), 1, std::max(applicants, documents)); !outcome)
            return outcome;
    }
    return transaction->commit();
}

double floorOf(db::Connection &connection, const QString &typed)
{
    const QByteArray expression = db::searchExpression(typed).toUtf8();
    return best([&] {
        for (const db::IndexedTable &table : db::indexedTables()) {
            sqlite3_stmt *statement = nullptr;
            const QByteArray sql = QStringLiteral("SELECT rowid FROM %1 WHERE %1 MATCH ? ORDER BY rank LIMIT %2").arg(table.index).arg(shown).toUtf8();
            sqlite3_prepare_v2(connection.handle(), sql.constData(), -1, &statement, nullptr);
            sqlite3_bind_text(statement, 1, expression.constData(), -1, SQLITE_STATIC);
            while (sqlite3_step(statement) == SQLITE_ROW) {}
            sqlite3_finalize(statement);
        }
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int applicants = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const int documents = argc > 2 ? QByteArray(argv[2]).toInt() : applicants / 5;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.rolecall"));
    auto made = db::Workspace::create(path);
    if (!made || !tests::fill((*made)->connection(), {.applicants = applicants}) || !addTexts((*made)->connection(), applicants, documents)) {
        std::fprintf(stderr, "The workspace cannot be made\n");
        return 1;
    }
    db::Connection &connection = (*made)->connection();
    connection.setReviewer(db::ReviewerId(1));
    std::printf("%d applicants with a note each, %d documents; %d findings with snippets; milliseconds\n", applicants, documents, shown);
    std::printf("  %-24s %9s %9s %9s %8s %9s\n", "typed", "findings", "first", "floor", "times", "complete");
    db::SearchFilter inRole;
    inRole.role = db::RoleId(1);
    inRole.tag = QStringLiteral("referred");
    for (const char *typed : {"a", "an", "and", "d", "da", "dat", "data", "data pyth", "python research", "ta", "takahashi", "aiko t", "\"of the\"", "zelda", "lisbon", "xyzzy", "ut er"}) {
        const QString words = QString::fromLatin1(typed);
        qsizetype count = 0;
        const auto run = [&](int ranked, const db::SearchFilter &filter) {
            const auto found = app::search(connection, {words, filter, shown, ranked});
            count = found ? found->list.size() : -1;
        };
        const double rows = best([&] { static_cast<void>(db::search(connection, words, {}, shown, app::rankedAtFirst, [](const db::SearchHit &) { return Result<bool>(true); })); });
        const double first = best([&] { run(app::rankedAtFirst, {}); });
        const double filtered = best([&] { run(app::rankedAtFirst, inRole); });
        const double complete = best([&] { run(0, {}); });
        const double floor = floorOf(connection, words);
        bench::figure(QStringLiteral("search “%1”").arg(words), first, floor, "ms", 30, "ms");
        std::printf("  %-24s %9d %9.2f %9.2f %8.2f %9.2f   with filters %.2f, rows alone %.2f\n", typed, int(count), first, floor, first / floor, complete, filtered, rows);
    }
    return 0;
}
