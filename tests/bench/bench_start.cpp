// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the program to its window, and until it has come to rest with its first page filled, beside the least
// that a Qt Widgets program needs for an empty window; and the memory it holds then. On an X server of its own.
//     bench_start [APPLICANTS] [RUNS]
#include "figures.h"

#include "app/workspaces.h"
#include "tests/support/many_applicants.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <unistd.h>
#include <xcb/xcb.h>

using namespace rolecall;

namespace {

constexpr int quietMilliseconds = 600; // so long without work: at rest
constexpr int quietTicks = 2;          // of 10 ms, which a blinking cursor may take
constexpr int longestMilliseconds = 120'000;

/// A virtual screen with nothing on it but what is measured.
class Screen
{
public:
    Screen()
    {
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("1440x900x24"),
                                                QStringLiteral("-nolisten"), QStringLiteral("tcp"), QStringLiteral("-noreset")});
        while (!m_server.canReadLine() && m_server.waitForReadyRead(10'000)) { }
        m_name = u':' + QString::fromLatin1(m_server.readLine().trimmed());
        m_connection = xcb_connect(m_name.toLatin1().constData(), nullptr);
        if (xcb_connection_has_error(m_connection) != 0)
            qFatal("there is no X server: is Xvfb installed?");
    }
    ~Screen()
    {
        xcb_disconnect(m_connection);
        m_server.terminate();
        m_server.waitForFinished(5000);
    }
    Q_DISABLE_COPY_MOVE(Screen)

    QString name() const { return m_name; }

    bool showsAWindow() const
    {
        const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
        xcb_query_tree_reply_t *tree = xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, root), nullptr);
        if (!tree)
            return false;
        bool shows = false;
        const xcb_window_t *children = xcb_query_tree_children(tree);
        for (int i = 0; i < xcb_query_tree_children_length(tree) && !shows; ++i) {
            const auto geometry = xcb_get_geometry(m_connection, children[i]);
            const auto attributes = xcb_get_window_attributes(m_connection, children[i]);
            xcb_get_geometry_reply_t *size = xcb_get_geometry_reply(m_connection, geometry, nullptr);
            xcb_get_window_attributes_reply_t *state = xcb_get_window_attributes_reply(m_connection, attributes, nullptr);
            shows = size && state && size->width > 200 && size->height > 200 && state->map_state == XCB_MAP_STATE_VIEWABLE;
            free(size);
            free(state);
        }
        free(tree);
        return shows;
    }

private:
    QProcess m_server;
    QString m_name;
    xcb_connection_t *m_connection = nullptr;
};

struct Start
{
    double window = 0;  ///< ms
    double settled = 0; ///< ms
    double memory = 0;  ///< MB, resident when settled
};

qint64 ticksOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> words = file.readAll().split(')').last().trimmed().split(' ');
    return words.value(11).toLongLong() + words.value(12).toLongLong();
}

double residentMegabytes(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

Start start(const Screen &screen, const QString &home, const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), screen.name());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home);
    for (const char *folder : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
        environment.insert(QString::fromLatin1(folder), home + u'/' + QString::fromLatin1(folder));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    Start found;
    const auto elapsed = [&timer] { return double(timer.nsecsElapsed()) / 1e6; };
    while (!screen.showsAWindow()) {
        if (process.state() == QProcess::NotRunning || elapsed() > longestMilliseconds)
            qFatal("%s showed no window", qPrintable(program));
        QThread::msleep(1);
    }
    found.window = found.settled = elapsed();
    for (qint64 ticks = ticksOf(process.processId()); elapsed() - found.settled < quietMilliseconds && elapsed() < longestMilliseconds;) {
        QThread::msleep(10);
        if (const qint64 now = ticksOf(process.processId()); now - ticks > quietTicks) {
            ticks = now;
            found.settled = elapsed();
        }
    }
    found.memory = residentMegabytes(process.processId());
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished(5000);
    while (screen.showsAWindow())
        QThread::msleep(10);
    return found;
}

double median(const std::vector<Start> &starts, double Start::*figure)
{
    std::vector<double> values;
    for (const Start &one : starts)
        values.push_back(one.*figure);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int applicants = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const int runs = argc > 2 ? QByteArray(argv[2]).toInt() : 9;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Hiring.rolecall"));
    {
        const auto made = db::Workspace::create(path);
        if (!made)
            qFatal("%s", qPrintable(made.error().text()));
        if (const auto filled = tests::fill((*made)->connection(), {.applicants = applicants}); !filled)
            qFatal("%s", qPrintable(filled.error().text()));
    }
    const Screen screen;
    std::vector<Start> ours;
    std::vector<Start> floors;
    for (int run = 0; run <= runs; ++run) {
        const Start floor = start(screen, folder.path(), QStringLiteral(ROLECALL_EMPTY_WINDOW), {});
        const Start own = start(screen, folder.path(), QStringLiteral(ROLECALL_EXECUTABLE), {path});
        if (run == 0)
            continue; // what is read from disk for the first time
        floors.push_back(floor);
        ours.push_back(own);
    }
    QTextStream out(stdout);
    const auto say = [&](const char *what, double Start::*figure, const char *unit, double most, const char *limitIn) {
        const double own = median(ours, figure);
        const double floor = median(floors, figure);
        bench::figure(QString::fromLatin1(what), own, floor, unit, most, limitIn);
        out << what << ": " << own << ' ' << unit << ", empty Qt window " << floor << ' ' << unit << ", ratio " << own / floor << '\n';
    };
    out << applicants << " applicants, medians of " << runs << " starts\n";
    say("start to window", &Start::window, "ms", 2, "x");
    say("start to rest", &Start::settled, "ms", 3, "x");
    say("memory at rest", &Start::memory, "MB", applicants > 100'000 ? 400 : 120, "MB");
    return 0;
}
