// SPDX-License-Identifier: GPL-3.0-or-later
// The decision record of a long list: how long each form takes, that paper takes in proportion to the people in it, and how
// soon it stops when it is cancelled. The floor, in the same run: everything that stands in it read once.
//     bench_record [PEOPLE]
#include "figures.h"

#include "app/exports/decision_record.h"
#include "tests/support/many_applicants.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <cstdio>
#include <thread>

using namespace rolecall;
using namespace rolecall::app;

namespace {

double secondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const int most = argc > 1 ? QByteArray(argv[1]).toInt() : 2000;
    QTemporaryDir folder;
    for (const int people : {most / 4, most}) {
        auto made = db::Workspace::create(folder.filePath(QStringLiteral("%1.rolecall").arg(people)));
        // Everybody is through: each has reasons on the list.
        if (!made || !tests::fill((*made)->connection(), {.applicants = people}) || !db::runScript((*made)->connection(), "UPDATE quality SET threshold = 1; UPDATE rating SET level = max(level, 1)")
            || !refreshStandings((*made)->connection(), db::RoleId(1))
            || !db::runScript((*made)->connection(), "INSERT INTO evidence (uuid, review_id, quality_id, note, created_at) SELECT 'e' || v.id || '-' || q.id, v.id, q.id, 'Two releases a year, both with notes that say what was given up', '' "
                                                     "FROM review v CROSS JOIN quality q WHERE (v.id + q.id) % 3 = 0")) {
            std::fprintf(stderr, "The workspace cannot be made\n");
            return 1;
        }
        db::Connection &connection = (*made)->connection();
        QElapsedTimer timer;
        timer.start();
        const auto report = decisionReport(connection, db::RoleId(1), {});
        const double floor = secondsOf(timer);
        if (!report)
            return 1;
        const auto write = [&](const char *name, DecisionFormat format) {
            const QString path = folder.filePath(QString::fromLatin1(name));
            timer.start();
            if (const Outcome written = exportDecisionRecord(connection, db::RoleId(1), path, format, {}); !written)
                std::printf("  %s failed: %s\n", name, qPrintable(written.error().text()));
            const double taken = secondsOf(timer);
            bench::figure(QStringLiteral("decision record as ") + QLatin1String(name), taken, floor, "s");
            std::printf("%6d people, %4d listed: %-5s %7.2f s, %6.2f ms each, %6.1f MB; floor %6.2f s, %6.1f x\n", people, int(report->listed.size()), name, taken, taken * 1000 / people, double(QFileInfo(path).size()) / 1e6, floor,
                        taken / floor);
        };
        write("html", DecisionFormat::Html);
        write("pdf", DecisionFormat::Pdf);
        Progress progress;
        std::thread stopping([&progress] {
            std::this_thread::sleep_for(std::chrono::milliseconds(1500));
            progress.cancel();
        });
        timer.start();
        const Outcome stopped = exportDecisionRecord(connection, db::RoleId(1), folder.filePath(QStringLiteral("stopped.pdf")), DecisionFormat::Pdf, {}, &progress);
        std::printf("cancelled after 1.5 s: %s after %.2f s\n", stopped ? "done before" : "stopped", secondsOf(timer));
        stopping.join();
    }
    return 0;
}
