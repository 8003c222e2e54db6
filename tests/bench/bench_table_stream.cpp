// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a table is read, beside the least that reading it can cost: looking for its line ends.
//     bench_table_stream FILE.csv
#include "app/table/table_stream.h"

#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

using namespace rolecall;

namespace {

constexpr int rounds = 7;

struct Measured
{
    double seconds = 0; ///< the best of the rounds
    long long count = 0;
    long long cells = 0;
};

/// Reads the file in blocks of 1 MiB and counts line feeds.
Measured floorOf(const QString &path)
{
    Measured result;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return result;
    std::vector<char> block(1024 * 1024);
    QElapsedTimer timer;
    timer.start();
    for (qint64 size; (size = file.read(block.data(), qint64(block.size()))) > 0;) {
        const char *next = block.data();
        const char *end = next + size;
        while (const auto *found = static_cast<const char *>(std::memchr(next, '\n', std::size_t(end - next)))) {
            ++result.count;
            next = found + 1;
        }
    }
    result.seconds = double(timer.nsecsElapsed()) / 1e9;
    return result;
}

Measured streamOf(const QString &path)
{
    Measured result;
    QElapsedTimer timer;
    timer.start();
    auto stream = app::TableStream::open(path);
    if (!stream) {
        std::fprintf(stderr, "%s\n", qPrintable(stream.error().text()));
        return result;
    }
    app::TableRow row;
    while ((*stream)->nextRow(row)) {
        ++result.count;
        result.cells += static_cast<long long>(row.cells.size());
    }
    result.seconds = double(timer.nsecsElapsed()) / 1e9;
    return result;
}

template<class Run> Measured bestOf(Run &&run)
{
    Measured best = run();
    for (int round = 1; round < rounds; ++round) {
        const Measured next = run();
        if (next.seconds < best.seconds)
            best = next;
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_table_stream FILE.csv\n");
        return 2;
    }
    const QString path = QString::fromLocal8Bit(argv[1]);
    const double megabytes = double(QFile(path).size()) / 1e6;
    const Measured floor = bestOf([&] { return floorOf(path); });
    const Measured stream = bestOf([&] { return streamOf(path); });
    if (floor.seconds <= 0 || stream.seconds <= 0)
        return 1;
    std::printf("floor, line feeds   %8.1f ms %8.0f MB/s  %lld line feeds\n", floor.seconds * 1e3, megabytes / floor.seconds, floor.count);
    std::printf("table stream        %8.1f ms %8.0f MB/s  %lld rows, %lld cells\n", stream.seconds * 1e3, megabytes / stream.seconds, stream.count, stream.cells);
    std::printf("stream / floor      %8.2f\n", stream.seconds / floor.seconds);
    return 0;
}
