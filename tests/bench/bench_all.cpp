// SPDX-License-Identifier: GPL-3.0-or-later
// All benchmarks in one table: each figure at 1,000, 100,000 and 1,000,000 applicants beside its floor of the same run, and how its
// cost grows: the exponent between two sizes, 1 where ten times as many cost ten times as much.
//     bench_all [SIZE...]      default: 1000 100000 1000000
// Runs the other programs of this folder one after the other; what one of them says goes to standard error.
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <cmath>

namespace {

struct Figure
{
    double ours = 0;
    double floor = 0;
    QString unit;
    double most = 0;
    QString limitIn;
};

struct Program
{
    QString name;
    QStringList before; ///< arguments before the size
    qint64 largest = 1'000'000; ///< beyond this it measures nothing more, or takes hours
    bool sized = true;
};

const QList<Program> &programs()
{
    static const QList<Program> list{
        {QStringLiteral("bench_main_job"), {}},
        {QStringLiteral("bench_start"), {}},
        {QStringLiteral("bench_lists"), {}},
        {QStringLiteral("bench_search"), {}, 100'000},
        {QStringLiteral("bench_duplicates"), {}},
        {QStringLiteral("bench_import"), {QStringLiteral("rows")}},
        {QStringLiteral("bench_import"), {QStringLiteral("memory")}},
        {QStringLiteral("bench_board"), {}, 100'000},
        {QStringLiteral("bench_role_changes"), {}, 100'000},
        {QStringLiteral("bench_review"), {}, 0, false},
        {QStringLiteral("bench_today"), {}, 0, false},
        {QStringLiteral("bench_firmness"), {}, 0, false},
        {QStringLiteral("bench_record"), {}, 0, false},
        {QStringLiteral("bench_import"), {QStringLiteral("mails"), QStringLiteral("200")}, 0, false},
    };
    return list;
}

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString ratioOf(const Figure &figure)
{
    return figure.floor > 0 ? number(figure.ours / figure.floor) : QStringLiteral("-");
}

/// Limits beside a floor are meant for the sizes that take time: of a thousand rows, starting a program is the larger part.
QString verdict(const Figure &figure, qint64 size)
{
    constexpr qint64 takesTime = 100'000;
    const bool relative = figure.limitIn == u"x";
    if (figure.most <= 0 || (relative && size > 0 && size < takesTime))
        return {};
    const bool holds = relative ? figure.ours <= figure.most * figure.floor : figure.ours <= figure.most;
    return QStringLiteral("%1 %2 %3").arg(holds ? QStringLiteral("holds") : QStringLiteral("OVER"), number(figure.most), figure.limitIn);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QList<qint64> sizes;
    for (int i = 1; i < argc; ++i)
        sizes << QByteArray(argv[i]).toLongLong();
    if (sizes.isEmpty())
        sizes << 1000 << 100'000 << 1'000'000;
    QTemporaryDir folder;
    const QString figures = folder.filePath(QStringLiteral("figures"));
    QStringList order;
    QMap<QString, QMap<qint64, Figure>> table; // by what was measured, by size; 0: has no size
    int failed = 0;
    for (const Program &program : programs()) {
        for (const qint64 size : program.sized ? sizes : QList<qint64>{0}) {
            if (program.sized && size > program.largest)
                continue;
            QFile::remove(figures);
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("ROLECALL_FIGURES"), figures);
            environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
            process.setProcessEnvironment(environment);
            process.setProcessChannelMode(QProcess::MergedChannels);
            QStringList arguments = program.before;
            if (program.sized)
                arguments << QString::number(size);
            process.start(QCoreApplication::applicationDirPath() + u'/' + program.name, arguments);
            process.waitForFinished(-1);
            QTextStream(stderr) << "-- " << program.name << ' ' << arguments.join(u' ') << '\n' << process.readAll() << Qt::flush;
            failed += process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 ? 1 : 0;
            QFile file(figures);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
            for (const QString &line : lines) {
                const QStringList cells = line.split(u'\t');
                if (cells.size() != 6)
                    continue;
                if (!order.contains(cells.first()))
                    order << cells.first();
                table[cells.first()][size] = {cells[1].toDouble(), cells[2].toDouble(), cells[3], cells[4].toDouble(), cells[5]};
            }
        }
    }
    QTextStream out(stdout);
    out << QStringLiteral("figure").leftJustified(44) << QStringLiteral("applicants").rightJustified(11) << QStringLiteral("ours").rightJustified(12) << QStringLiteral("floor").rightJustified(12)
        << QStringLiteral("ratio").rightJustified(8) << QStringLiteral("growth").rightJustified(8) << "  limit\n";
    for (const QString &what : std::as_const(order)) {
        const QMap<qint64, Figure> &row = table[what];
        std::optional<std::pair<qint64, double>> before;
        for (auto it = row.cbegin(); it != row.cend(); ++it) {
            QString growth;
            if (before && before->second > 0 && it->ours > 0)
                growth = QString::number(std::log(it->ours / before->second) / std::log(double(it.key()) / double(before->first)), 'f', 2);
            before = std::pair(it.key(), it->ours);
            out << what.left(43).leftJustified(44) << (it.key() > 0 ? QString::number(it.key()) : QString()).rightJustified(11) << (number(it->ours) + u' ' + it->unit).rightJustified(12)
                << (it->floor > 0 ? number(it->floor) + u' ' + it->unit : QStringLiteral("-")).rightJustified(12) << ratioOf(*it).rightJustified(8) << growth.rightJustified(8) << "  " << verdict(*it, it.key()) << '\n';
        }
    }
    if (failed > 0)
        out << failed << " programs failed: see what they said\n";
    return failed > 0 ? 1 : 0;
}
