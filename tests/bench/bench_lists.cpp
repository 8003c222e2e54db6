// SPDX-License-Identifier: GPL-3.0-or-later
// List and matrix of a role with many applicants: how soon the first rows are there, what a scroll step costs, and each
// order beside its floor: the same ordered query stepped through SQLite's own interface, in the same run.
//     bench_lists [APPLICANTS [two]]   with "two", a second reviewer has rated, so that some standings are hidden
#include "figures.h"

#include "db/independence.h"
#include "tests/support/many_applicants.h"
#include "ui/models/application_list_model.h"
#include "ui/models/matrix_model.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <sqlite3.h>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

constexpr int rounds = 5;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// The best of the rounds.
template<class Work> double best(Work work)
{
    double least = 1e9;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        least = std::min(least, milliseconds(timer));
    }
    return least;
}

double floorOf(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        return 0;
    const double least = best([handle, sql] {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
        qint64 sum = 0;
        while (sqlite3_step(statement) == SQLITE_ROW)
            sum += sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        if (sum == 0)
            std::printf("  (the floor found nothing: %s)\n", sql);
    });
    sqlite3_close(handle);
    return least;
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void settle(const ApplicationPagesModel &model)
{
    while (model.isLoading())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Until the row's page is there; returns the longest that one turn of the event loop took.
double scrollTo(const ApplicationPagesModel &model, int row)
{
    double longest = 0;
    while (!model.rowAt(row)) {
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, milliseconds(timer));
    }
    return longest;
}

template<class Model> void measureOpening(const char *name, Session &session)
{
    Model model(session, nullptr);
    QElapsedTimer timer;
    timer.start();
    model.setRole(db::RoleId(1));
    const double first = milliseconds(timer);
    settle(model);
    const double all = milliseconds(timer);
    bench::figure(QStringLiteral("%1: first rows").arg(QLatin1String(name)), first, 0, "ms", 50, "ms");
    std::printf("%-8s first rows %6.2f ms, all %d keys %7.2f ms, step to the middle %5.2f ms, to the end %5.2f ms\n", name, first, model.rowCount(), all, scrollTo(model, model.rowCount() / 2),
                scrollTo(model, model.rowCount() - 1));
}

void report(const char *name, double own, double floor)
{
    bench::figure(QStringLiteral("order by ") + QLatin1String(name), own, floor, "ms", 1.5);
    std::printf("  %-22s %8.2f ms   floor %8.2f ms   %5.2f x\n", name, own, floor, floor > 0 ? own / floor : 0.0);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QGuiApplication application(argc, argv);
    const int applicants = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.rolecall"));
    auto made = db::Workspace::create(path);
    if (!made || !tests::fill((*made)->connection(), {.applicants = applicants, .secondReviewer = argc > 2})) {
        std::fprintf(stderr, "The workspace cannot be made\n");
        return 1;
    }
    made->reset();
    auto opened = db::Workspace::open(path, db::Access::ReadWrite);
    if (!opened)
        return 1;
    Session session(std::move(*opened));
    std::printf("%d applicants, 7 + 6 qualities; resident %.0f MB\n", applicants, residentMegabytes());
    for (int round = 0; round < 2; ++round) {
        measureOpening<ApplicationListModel>("list", session);
        measureOpening<MatrixModel>("matrix", session);
    }
    std::printf("resident %.0f MB\nOrders, all keys:\n", residentMegabytes());

    db::Connection &connection = session.connection();
    const auto list = [&](const char *name, db::ApplicationOrder order, const QByteArray &sql) {
        report(name, best([&] {
                   const auto ids = db::applicationIds(connection, db::RoleId(1), {}, order);
                   if (!ids || ids->size() != applicants)
                       std::printf("  (%s failed)\n", name);
               }),
               floorOf(path, sql.constData()));
    };
    using db::ApplicationOrder;
    // Where some standings are hidden from the reader, the same query puts those last.
    const QByteArray hidden = argc > 2 ? db::hiddenCondition(QStringLiteral("s.application_id"), QStringLiteral("1"), db::ReviewerId(1)).toUtf8() + ", " : QByteArray();
    list("rule", ApplicationOrder::Rule, "SELECT s.application_id FROM standing s WHERE s.role_id = 1 ORDER BY " + hidden + "s.not_through, s.useful_score DESC, s.necessary_mean DESC, s.application_id");
    list("name", ApplicationOrder::Name, "SELECT a.id FROM application a JOIN candidate c ON c.id = a.candidate_id WHERE a.role_id = 1 ORDER BY c.name_key, a.id");
    list("e-mail", ApplicationOrder::Email, "SELECT a.id FROM application a JOIN candidate c ON c.id = a.candidate_id WHERE a.role_id = 1 ORDER BY c.email, a.id");
    list("location", ApplicationOrder::Location, "SELECT a.id FROM application a JOIN candidate c ON c.id = a.candidate_id WHERE a.role_id = 1 ORDER BY c.location COLLATE NOCASE, a.id");
    list("applied on", ApplicationOrder::AppliedOn, "SELECT a.id FROM application a WHERE a.role_id = 1 ORDER BY a.applied_on, a.id");
    list("stage", ApplicationOrder::Stage, "SELECT a.id FROM application a JOIN stage g ON g.id = a.stage_id WHERE a.role_id = 1 ORDER BY g.position, a.id");
    list("source", ApplicationOrder::Source, "SELECT a.id FROM application a WHERE a.role_id = 1 ORDER BY a.source COLLATE NOCASE, a.id");
    list("gate", ApplicationOrder::Gate, "SELECT a.id FROM application a JOIN standing s ON s.application_id = a.id WHERE a.role_id = 1 ORDER BY " + hidden + "s.gate, s.necessary_below + s.necessary_unrated, a.id");
    list("useful score", ApplicationOrder::UsefulScore, "SELECT a.id FROM application a JOIN standing s ON s.application_id = a.id WHERE a.role_id = 1 ORDER BY " + hidden + "s.useful_score, a.id");
    list("my review", ApplicationOrder::OwnReview,
         "SELECT a.id FROM application a LEFT JOIN review v ON v.application_id = a.id AND v.reviewer_id = 1 AND v.kind = 'written' WHERE a.role_id = 1 ORDER BY coalesce(v.state = 'submitted', -1), a.id");
    list("tags", ApplicationOrder::Tags,
         "SELECT a.id FROM application a LEFT JOIN (SELECT t.application_id, group_concat(n.name, ', ') AS tags FROM application_tag t JOIN tag n ON n.id = t.tag_id GROUP BY 1) o "
         "ON o.application_id = a.id WHERE a.role_id = 1 ORDER BY o.tags IS NULL, o.tags COLLATE NOCASE, a.id");

    const auto qualities = db::qualities(connection, db::RoleId(1));
    if (!qualities)
        return 1;
    const auto places = db::levelPlaces(*qualities);
    for (const auto levels : {db::LevelsOf::Panel, db::LevelsOf::Reviewer}) {
        const bool panel = levels == db::LevelsOf::Panel;
        // One column is like the other, and a million sorted by SQLite alone take their time.
        constexpr int manyApplicants = 200'000;
        for (const db::Quality &quality : applicants > manyApplicants ? QList<db::Quality>{qualities->first(), qualities->last()} : *qualities) {
            const db::MatrixColumn column{quality.id, places.value(quality.id), levels};
            const double own = best([&] {
                const auto ids = db::matrixIds(connection, db::RoleId(1), {}, column, true);
                if (!ids || ids->size() != applicants)
                    std::printf("  (a quality's order failed)\n");
            });
            const QByteArray sql = QStringLiteral("SELECT a.id FROM application a LEFT JOIN review v ON v.application_id = a.id AND v.reviewer_id = 1 LEFT JOIN rating g ON g.review_id = v.id AND g.quality_id = %1 "
                                                  "WHERE a.role_id = 1 ORDER BY g.level DESC, a.id")
                                       .arg(quality.id.number())
                                       .toUtf8();
            report(qPrintable(QStringLiteral("%1 quality %2").arg(panel ? QStringLiteral("panel") : QStringLiteral("own")).arg(quality.id.number())), own, floorOf(path, sql.constData()));
        }
        report(panel ? "panel counts" : "own counts", best([&] {
                   const auto counts = db::qualityCounts(connection, db::RoleId(1), *qualities, levels);
                   if (!counts)
                       std::printf("  (the counts failed)\n");
               }),
               floorOf(path, "SELECT quality_id, sum(level >= 2), count(*) FROM rating GROUP BY quality_id"));
    }
    std::printf("resident %.0f MB\n", residentMegabytes());
    return 0;
}
