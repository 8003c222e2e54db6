// SPDX-License-Identifier: GPL-3.0-or-later
// What changes a whole role. Ranking 1,000 applicants anew while a weight is dragged: at most 16 ms. Storing a weight,
// removing the role and undoing it for 100,000 applicants, beside SQLite doing the bare row work in the same file.
#include "figures.h"

#include "app/history/history.h"
#include "app/roles/role_editing.h"
#include "app/shortlist/live_ranking.h"
#include "db/qualities.h"
#include "tests/support/many_applicants.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace rolecall;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

template<class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}

void must(const Outcome &outcome)
{
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().text()));
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

std::unique_ptr<db::Workspace> workspace(const QTemporaryDir &folder, int applicants)
{
    auto made = must(db::Workspace::create(folder.filePath(QStringLiteral("%1.rolecall").arg(applicants))));
    must(tests::fill(made->connection(), {.applicants = applicants}));
    return made;
}

void rankWhileDragged(db::Connection &connection)
{
    const auto live = must(app::LiveRanking::read(connection, db::RoleId(1), db::ReviewerId(1)));
    auto qualities = must(db::qualities(connection, db::RoleId(1)));
    // By the made-up levels nobody would meet every necessary quality, and there would be nobody to rank.
    for (db::Quality &quality : qualities)
        quality.threshold = 1;
    std::vector<double> times;
    std::vector<double> floors;
    for (int weight = 0; weight <= 100; ++weight) {
        qualities.last().weight = weight;
        app::ShortlistView view;
        times.push_back(milliseconds([&] { view = live->rank(qualities, {}); }));
        if (view.entries.size() * 5 < live->size())
            qFatal("too few are ranked");
        std::vector<std::pair<qint64, qint64>> keys;
        for (const app::ShortlistEntry &entry : std::as_const(view.entries))
            keys.emplace_back(entry.application.number() * 7919 % 100'003, entry.standing.usefulScore.value_or(0));
        floors.push_back(milliseconds([&] { std::sort(keys.begin(), keys.end()); }));
    }
    std::sort(times.begin(), times.end());
    std::sort(floors.begin(), floors.end());
    bench::figure(QStringLiteral("re-ranking as a weight moves"), times[50], floors[50], "ms", 16, "ms");
    out() << live->size() << " applicants, " << floors.size() << " weights\n";
    out() << "1,000 ranked at 101 weights: median " << times[50] << " ms, slowest " << times[100] << " ms; floor (sorting those through the gate) " << floors[50] << " ms\n";
}

void changeMany(db::Connection &connection)
{
    const auto bare = [&connection](const QByteArray &script) {
        return milliseconds([&] {
            must(db::runScript(connection, "BEGIN IMMEDIATE"));
            must(db::runScript(connection, script));
            must(db::runScript(connection, "ROLLBACK"));
        });
    };
    const auto qualities = must(db::qualities(connection, db::RoleId(1)));
    const double weighed = milliseconds([&] { must(app::weighQuality(connection, qualities.last().id, 5)); });
    const double weightFloor = bare("UPDATE standing SET useful_score = useful_score + 1 WHERE role_id = 1");
    bench::figure(QStringLiteral("a weight stored"), weighed, weightFloor, "ms");
    out() << "a weight stored " << weighed << " ms, floor (every standing touched) " << weightFloor << " ms\n";
    const double moved = milliseconds([&] { must(app::moveQuality(connection, qualities.last().id, db::Tier::Useful, 0)); });
    out() << "a quality moved within its tier " << moved << " ms\n";
    out().flush();

    const QByteArray rows = "DELETE FROM standing WHERE role_id = 1;"
                            "DELETE FROM rating WHERE review_id IN (SELECT v.id FROM application a CROSS JOIN review v ON v.application_id = a.id WHERE a.role_id = 1);"
                            "DELETE FROM review WHERE application_id IN (SELECT id FROM application WHERE role_id = 1);"
                            "DELETE FROM application_tag WHERE application_id IN (SELECT id FROM application WHERE role_id = 1);"
                            "DELETE FROM application WHERE role_id = 1;";
    const double removalFloor = bare(rows);
    const double removed = milliseconds([&] { must(app::removeRole(connection, db::RoleId(1))); });
    const double undone = milliseconds([&] { must(app::undo(connection)); });
    const double redone = milliseconds([&] { must(app::redo(connection)); });
    bench::figure(QStringLiteral("a role removed"), removed, removalFloor, "ms");
    bench::figure(QStringLiteral("its removal undone"), undone, removalFloor, "ms");
    out() << "role removed " << removed << " ms, undone " << undone << " ms, removed again " << redone << " ms, floor (rows deleted, nothing kept) " << removalFloor << " ms\n";
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int many = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const QTemporaryDir folder;
    {
        const QTemporaryDir few;
        rankWhileDragged(workspace(few, 1000)->connection());
    }
    out() << many << " applicants\n";
    changeMany(workspace(folder, many)->connection());
    return 0;
}
