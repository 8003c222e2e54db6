// SPDX-License-Identifier: GPL-3.0-or-later
// Review from the keyboard: a rating key until it is in the file and on the screen (at most 16 ms), and the key that goes
// to the next applicant until the first of ten PDF pages is painted (at most 100 ms). The floors, in the same run: the
// same row stored by SQLite alone, and the same page loaded and drawn by Qt PDF alone.
//     bench_review [APPLICANTS]
#include "figures.h"

#include "app/documents/attaching.h"
#include "tests/support/many_applicants.h"
#include "ui/pages/review/pdf_view.h"
#include "ui/pages/review/review_page.h"
#include "ui/session/session.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QtPdf/QPdfDocument>
#include <algorithm>
#include <cstdio>
#include <sqlite3.h>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

constexpr int pages = 10;

QByteArray curriculum(int number)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(72);
        QPainter painter(&writer);
        painter.setFont(QFont(QStringLiteral("Noto Sans"), 9));
        for (int page = 0; page < pages; ++page) {
            if (page > 0)
                writer.newPage();
            QString text;
            for (int line = 0; line < 55; ++line)
                text += QStringLiteral("Applicant %1, page %2, line %3: kept the public service running, wrote what was learnt, taught others.\n").arg(number).arg(page + 1).arg(line);
            painter.drawText(QRect(10, 10, 520, 780), Qt::TextWordWrap, text);
        }
    }
    return bytes;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Times
{
    QList<double> all;
    void print(const char *what, double floor, double most)
    {
        std::sort(all.begin(), all.end());
        const double median = all.at(all.size() / 2);
        bench::figure(QLatin1String(what), median, floor, "ms", most, "ms");
        std::printf("%-28s median %7.2f ms, slowest %7.2f ms of %d, at most %g ms; floor %7.2f ms, %5.2f x\n", what, median, all.last(), int(all.size()), most, floor, floor > 0 ? median / floor : 0.0);
    }
};

void press(int key)
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus)
        return;
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, key >= Qt::Key_A && key <= Qt::Key_Z ? QString(QChar(key)).toLower() : QString(QChar(key)));
    QApplication::sendEvent(focus, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QApplication::sendEvent(focus, &up);
}

void waitFor(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

/// The row that a key stores, in a transaction of its own, with the settings of the workspace's connection.
double storingFloor(const QString &path)
{
    sqlite3 *file = nullptr;
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK)
        return 0;
    sqlite3_exec(file, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE floor (review_id INTEGER, quality_id INTEGER, level INTEGER, PRIMARY KEY (review_id, quality_id)) WITHOUT ROWID", nullptr,
                 nullptr, nullptr);
    QList<double> all;
    for (int i = 0; i < 100; ++i) {
        QElapsedTimer timer;
        timer.start();
        sqlite3_exec(file, QByteArray("BEGIN IMMEDIATE; REPLACE INTO floor VALUES (1, " + QByteArray::number(i % 13) + ", " + QByteArray::number(i % 4) + "); COMMIT").constData(), nullptr, nullptr, nullptr);
        all << milliseconds(timer);
    }
    sqlite3_close(file);
    std::sort(all.begin(), all.end());
    return all.at(50);
}

double drawingFloor(const QByteArray &pdf, const QSize &size)
{
    QList<double> all;
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        QBuffer buffer;
        buffer.setData(pdf);
        buffer.open(QIODevice::ReadOnly);
        QPdfDocument document;
        document.load(&buffer);
        if (document.render(0, size).isNull())
            return 0;
        all << milliseconds(timer);
    }
    std::sort(all.begin(), all.end());
    return all.at(5);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Theme theme(application, ColourScheme::Light);
    const int applicants = argc > 1 ? QByteArray(argv[1]).toInt() : 24;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.rolecall"));
    auto made = db::Workspace::create(path);
    if (!made || !tests::fill((*made)->connection(), {.applicants = applicants})) {
        std::fprintf(stderr, "The workspace cannot be made\n");
        return 1;
    }
    for (int i = 1; i <= applicants; ++i) {
        if (!app::attachDocuments((*made)->connection(), db::ApplicationId(i), {{QStringLiteral("cv.pdf"), curriculum(i)}}))
            return 1;
    }
    // Open reviews, which can be typed into.
    if (!db::runScript((*made)->connection(), "UPDATE review SET state = 'draft', submitted_at = NULL"))
        return 1;
    made->reset();
    auto opened = db::Workspace::open(path, db::Access::ReadWrite);
    if (!opened)
        return 1;
    Session session(std::move(*opened));
    MemorySettings settings;
    ReviewPage page(session, settings);
    page.resize(1600, 1000);
    page.navigateTo({{roleArgument, qint64(1)}});
    page.show();
    page.activateWindow();
    waitFor(100);
    page.activate();
    waitFor(1500);

    Times keys;
    for (int i = 0; i < 26; ++i) {
        QElapsedTimer timer;
        timer.start();
        press(i % 2 ? Qt::Key_1 : Qt::Key_2);
        QCoreApplication::processEvents();
        keys.all << milliseconds(timer);
    }
    keys.print("a rating key", storingFloor(folder.filePath(QStringLiteral("floor.db"))), 16);

    Times steps;
    Times shown;
    auto *view = page.findChild<PdfView *>();
    if (!view || !view->isVisible()) {
        std::fprintf(stderr, "No PDF is shown\n");
        return 1;
    }
    for (int i = 1; i < applicants; ++i) {
        waitFor(400); // what a person reads at the least
        QElapsedTimer timer;
        timer.start();
        press(Qt::Key_J);
        steps.all << milliseconds(timer);
        QCoreApplication::processEvents(); // and it is painted
        shown.all << milliseconds(timer);
    }
    const QSize size = view->viewport()->size();
    const double floor = drawingFloor(curriculum(1), QSize(size.width() - 32, int((size.width() - 32) * 1.414)));
    steps.print("the next applicant, shown", floor, 100);
    shown.print("the next applicant, painted", floor, 100);
    return 0;
}
