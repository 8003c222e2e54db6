// SPDX-License-Identifier: GPL-3.0-or-later
// Today with 50 roles, 10,000 applications, 5,000 dates and 500 interviews: how long until the page stands, beside its
// floor in the same run: every row that it is about stepped through SQLite's own interface.
//     bench_today [ROLES APPLICATIONS DATES]
#include "figures.h"

#include "app/agenda/agenda.h"
#include "db/reviewers.h"
#include "db/sql.h"
#include "db/transaction.h"
#include "ui/pages/today/today_page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <sqlite3.h>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

constexpr int rounds = 7;

Outcome fill(db::Connection &connection, int roles, int applications, int dates)
{
    const QString script = QStringLiteral(R"(
INSERT INTO reviewer (id, uuid, name) VALUES (1, 'reviewer-1', 'A. Reviewer'), (2, 'reviewer-2', 'B. Reviewer');
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)
INSERT INTO role (id, uuid, title, created_at) SELECT i, 'role-' || i, 'Role ' || i, '2026-01-01T00:00:00.000Z' FROM n;
INSERT INTO stage (id, uuid, role_id, position, name, kind, target_days) SELECT id * 3 - 2, 'stage-a' || id, id, 0, 'New', 'review', 14 FROM role
 UNION ALL SELECT id * 3 - 1, 'stage-b' || id, id, 1, 'Interview', 'interview', 10 FROM role UNION ALL SELECT id * 3, 'stage-c' || id, id, 2, 'Offer', 'offer', NULL FROM role;
INSERT INTO panel_member (role_id, reviewer_id) SELECT id, 1 + id % 2 FROM role;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %2)
INSERT INTO candidate (id, uuid, name, name_key, created_at) SELECT i, 'candidate-' || i, 'Person ' || i, 'person ' || i, '2026-01-01T00:00:00.000Z' FROM n;
INSERT INTO application (id, uuid, role_id, candidate_id, code, stage_id, stage_since, created_at)
 SELECT id, 'application-' || id, 1 + id % %1, id, printf('C%06d', id), (1 + id % %1) * 3 - id % 3, date('2026-01-01', '+' || (id % 60) || ' days') || 'T00:00:00.000Z', '2026-01-01T00:00:00.000Z' FROM candidate;
INSERT INTO review (uuid, application_id, reviewer_id, state, started_at, submitted_at) SELECT 'review-' || id, id, 1 + id % 2, 'submitted', '2026-02-01', '2026-02-02' FROM application WHERE id % 4 = 0;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %3)
INSERT INTO deadline (id, uuid, role_id, kind, title, date, state) SELECT i, 'deadline-' || i, 1 + i % %1, 'other', 'Date ' || i, date('2026-01-01', '+' || (i * 7 % 900) || ' days'), iif(i % 5 = 0, 'done', 'confirmed') FROM n;
INSERT INTO interview (id, uuid, application_id, starts_at, local_start, zone, minutes, status, created_at) SELECT id / 20, 'interview-' || id, id, date('2026-02-15', '+' || (id % 40) || ' days') || 'T09:00:00.000Z',
 date('2026-02-15', '+' || (id % 40) || ' days') || 'T10:00', 'Europe/Berlin', 45, 'confirmed', '2026-01-01T00:00:00.000Z' FROM application WHERE id % 20 = 0;
INSERT INTO interview_member (interview_id, reviewer_id) SELECT id, 1 + id % 2 FROM interview;
)")
                               .replace(QStringLiteral("%1"), QString::number(roles))
                               .replace(QStringLiteral("%2"), QString::number(applications))
                               .replace(QStringLiteral("%3"), QString::number(dates));
    auto transaction = db::Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto outcome = db::runScript(connection, script.toUtf8()); !outcome)
        return outcome;
    if (auto outcome = db::setOwnReviewer(connection, db::ReviewerId(1)); !outcome)
        return outcome;
    return transaction->commit();
}

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

/// Every row that the page is about, once: open dates and interviews, and applications with their own reviews.
double floorOf(const QString &path)
{
    sqlite3 *handle = nullptr;
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        return 0;
    const char *const statements[] = {
        "SELECT d.date, r.title, d.title FROM deadline d JOIN role r ON r.id = d.role_id WHERE d.state <> 'done' ORDER BY d.date",
        "SELECT i.starts_at, a.role_id FROM interview i JOIN application a ON a.id = i.application_id WHERE a.outcome IS NULL ORDER BY i.starts_at",
        "SELECT a.role_id, a.stage_since, v.state FROM application a LEFT JOIN review v ON v.application_id = a.id AND v.reviewer_id = 1 AND v.kind = 'written' WHERE a.outcome IS NULL",
    };
    const double least = best([&] {
        for (const char *sql : statements) {
            sqlite3_stmt *statement = nullptr;
            sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
            qint64 sum = 0;
            while (sqlite3_step(statement) == SQLITE_ROW)
                sum += sqlite3_column_bytes(statement, 0);
            sqlite3_finalize(statement);
            if (sum == 0)
                std::printf("  (the floor found nothing: %s)\n", sql);
        }
    });
    sqlite3_close(handle);
    return least;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const auto number = [&](int place, int usual) { return argc > place ? QByteArray(argv[place]).toInt() : usual; };
    const int roles = number(1, 50), applications = number(2, 10'000), dates = number(3, 5'000);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.rolecall"));
    auto made = db::Workspace::create(path);
    if (!made || !fill((*made)->connection(), roles, applications, dates)) {
        std::printf("the workspace could not be made\n");
        return 1;
    }
    Session session(std::move(*made));
    const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    const double floor = floorOf(path);
    const double read = best([&] {
        const auto agenda = app::agenda(session.connection(), now, QStringLiteral("Europe/Berlin"));
        if (!agenda || agenda->allDates == 0 || agenda->longStays.isEmpty() || agenda->reviews.isEmpty())
            std::printf("  (the agenda is not complete)\n");
    });
    // From the wish to see the page until it has been painted, the reading in its thread included.
    const double opened = best([&] {
        AgendaFeed feed(session, nullptr, [now] { return now; }, QStringLiteral("Europe/Berlin"));
        TodayPage page(session, feed);
        page.resize(1200, 800);
        page.show();
        while (!feed.latest())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        page.grab();
    });
    bench::figure(QStringLiteral("Today opened"), opened, floor, "ms", 100, "ms");
    std::printf("%d roles, %d applications, %d dates: agenda read in %.1f ms, page open in %.1f ms (at most 100); floor %.1f ms, %.1f x\n", roles, applications, dates, read, opened, floor, opened / floor);
    return opened <= 100 ? 0 : 1;
}
