// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for people who are in the workspace twice, among so many (100,000). The floor is what no way of doing it can leave out:
// reading everybody's name, address, number and place from the file, and sorting them by each of three keys.
#include "figures.h"

#include "app/people/duplicates.h"
#include "db/duplicates.h"
#include "db/sql.h"
#include "db/workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <vector>

using namespace rolecall;

namespace {

constexpr int runs = 3;

double milliseconds(const std::function<void()> &work)
{
    double best = 1e9;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int people = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    QTemporaryDir folder;
    auto workspace = db::Workspace::create(folder.filePath(QStringLiteral("many.rolecall")));
    if (!workspace)
        return 1;
    db::Connection &connection = (*workspace)->connection();
    // One in a hundred stands there twice: by address, by number, or with the names turned round. Names are as common as
    // 2,999 first and 5,003 last ones make them.
    const auto filled = db::runScript(connection, QStringLiteral("BEGIN; WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < %1), "
                                                                 "p(n, o) AS (SELECT n, iif(n % 100 = 0, n - 1, n) FROM c) "
                                                                 "INSERT INTO candidate (id, uuid, name, name_key, email, phone, location, created_at) SELECT n, 'u' || n, "
                                                                 "'First' || (o * 7919 % 2999) || ' Last' || (o * 104729 % 5003), iif(n % 300 = 0, 'last' || (o * 104729 % 5003) || ' first' || (o * 7919 % 2999), 'first' || (o * 7919 % 2999) || ' last' || (o * 104729 % 5003)), "
                                                                 "iif(n % 200 = 100, 'p' || o, 'p' || n) || '@example.org', '+44 20 ' || printf('%08d', iif(n % 300 = 200, o, n)), 'Place ' || (n % 900), '2026-01-01' FROM p; COMMIT;")
                                                      .arg(people)
                                                      .toUtf8());
    if (!filled) {
        std::fprintf(stderr, "%s\n", qPrintable(filled.error().text()));
        return 1;
    }
    qsizetype found = 0;
    const double ours = milliseconds([&] {
        const auto pairs = app::findDuplicates(connection);
        found = pairs ? pairs->size() : -1;
    });
    const double floor = milliseconds([&] {
        std::vector<std::pair<QString, qint64>> keys[3];
        (void)db::forEachPersonFeature(connection, [&](const db::PersonFeatures &one) {
            keys[0].emplace_back(one.nameKey, one.id.number());
            keys[1].emplace_back(one.email, one.id.number());
            keys[2].emplace_back(one.phone, one.id.number());
            return true;
        });
        for (auto &list : keys)
            std::sort(list.begin(), list.end());
    });
    bench::figure(QStringLiteral("duplicates found"), ours, floor, "ms");
    std::printf("duplicates among %d people: %lld pairs, %.0f ms; floor (read and sort by three keys) %.0f ms; ratio %.2f\n", people, static_cast<long long>(found), ours, floor, ours / floor);
    return found >= std::min(people / 100, 1000) ? 0 : 1;
}
