// SPDX-License-Identifier: GPL-3.0-or-later
// The board with many cards: how long a frame takes while it scrolls, beside a frame of the same size that paints nothing, and
// how long a dropped card takes until it is stored, beside the bare commit of the same rows.
//     bench_board [APPLICANTS]
#include "figures.h"

#include "app/applicants/application_acts.h"
#include "db/change_log.h"
#include "db/application_changes.h"
#include "tests/support/many_applicants.h"
#include "ui/models/board_model.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/board/board_column.h"
#include "ui/pages/board/board_list.h"
#include "ui/pages/board/board_view.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <vector>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

struct Times
{
    std::vector<double> milliseconds;
    template<class Work> void take(Work work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    double at(double share)
    {
        std::sort(milliseconds.begin(), milliseconds.end());
        return milliseconds.at(std::min(milliseconds.size() - 1, size_t(share * double(milliseconds.size()))));
    }
    void report(const char *name) { std::printf("  %-38s median %7.3f ms   95 %% %7.3f ms   longest %7.3f ms\n", name, at(0.5), at(0.95), at(1)); }
};

/// Paints its ground alone.
struct Empty : QWidget
{
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), palette().base()); }
};

void settle(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::AllEvents, 5);
}

int cardsOn(const BoardView &board)
{
    int count = 0;
    for (const BoardColumn *column : board.columns())
        count += column->list().cards().rowCount();
    return count;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme(application);
    const int applicants = argc > 1 ? QByteArray(argv[1]).toInt() : 5'000;
    QTemporaryDir folder;
    auto made = db::Workspace::create(folder.filePath(QStringLiteral("bench.rolecall")));
    if (!made || !tests::fill((*made)->connection(), {.applicants = applicants}))
        return 1;
    // As in a search under way: cards in every column.
    if (!db::runScript((*made)->connection(), "INSERT INTO stage (id, uuid, role_id, position, name, kind, target_days) VALUES (4, 'stage-4', 1, 3, 'Hired', 'hired', NULL);"
                                              "UPDATE stage SET target_days = 14; UPDATE application SET stage_id = 1 + id % 3;"))
        return 1;
    Session session(std::move(*made));
    MemorySettings settings;
    ApplicantsPage page(session, settings);
    page.resize(1600, 1000);
    page.showBoard(true);
    QElapsedTimer opening;
    opening.start();
    page.navigateTo({{roleArgument, qint64(1)}});
    page.activate();
    page.show();
    while (cardsOn(page.board()) < applicants)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("%d cards, 1600 x 1000; all of them on the board after %lld ms\n", applicants, static_cast<long long>(opening.elapsed()));
    settle(500);

    Times whole, floor, scrolled, far;
    Empty empty;
    empty.resize(page.board().size());
    empty.show();
    settle(100);
    for (int i = 0; i < 100; ++i) {
        floor.take([&] { empty.repaint(); });
        whole.take([&] { page.board().viewport()->window()->repaint(); });
    }
    BoardList &first = page.board().columns().first()->list();
    QScrollBar *bar = first.verticalScrollBar();
    for (int i = 0; i < 400; ++i) { // a wheel's notch in each frame, cards being read meanwhile
        scrolled.take([&] {
            bar->setValue(bar->value() + 60);
            QApplication::processEvents();
        });
    }
    for (int i = 0; i < 100; ++i) { // the handle dragged through the whole column
        far.take([&] {
            bar->setValue(bar->maximum() * ((i * 37) % 100) / 100);
            QApplication::processEvents();
        });
    }
    std::printf("Frames (a 60th of a second is 16.7 ms):\n");
    floor.report("floor: the ground alone");
    whole.report("everything painted anew");
    scrolled.report("scrolled by a notch");
    far.report("jumped to anywhere");

    Times stored, shown, bare;
    bar->setValue(0);
    settle(200);
    db::Connection &connection = session.connection();
    for (int i = 0; i < 60; ++i) {
        const db::ApplicationId id = first.cards().applicationAt(i % std::max(1, first.cards().rowCount()));
        shown.take([&] {
            page.board().drop({id}, 1);
            QApplication::processEvents();
        });
        stored.take([&] { (void)app::moveToStage(connection, {id}, db::StageId(3)); });
        bare.take([&] {
            auto scope = db::ChangeScope::begin(connection, {QStringLiteral("stage"), QStringLiteral("Moved"), {}, db::RoleId(1), id});
            (void)db::setStage(connection, {id}, db::StageId(1 + (i % 2)));
            (void)scope->commit();
        });
        settle(5);
    }
    bench::figure(QStringLiteral("board: a frame scrolled"), scrolled.at(0.5), floor.at(0.5), "ms", 16.7, "ms");
    bench::figure(QStringLiteral("board: a frame anywhere"), far.at(0.5), floor.at(0.5), "ms", 16.7, "ms");
    bench::figure(QStringLiteral("board: a drop stored"), stored.at(0.5), bare.at(0.5), "ms", 16, "ms");
    std::printf("A dropped card (16 ms is the aim):\n");
    bare.report("floor: the rows and their commit");
    stored.report("stored");
    shown.report("dropped, stored and shown");
    return 0;
}
