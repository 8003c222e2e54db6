// SPDX-License-Identifier: GPL-3.0-or-later
// The main job at size, against what SQLite's own shell needs for the same file, in the same run:
// import of applicants with ratings, indexes and full text; the shortlist computed and written; single ratings stored.
//
//   bench_main_job [ROWS] [RUNS] [FILE.csv]
//
// FILE.csv may be any table with the columns name, email, phone, location, source, applied_on, stage, tags, notes and 13
// rating columns, 7 of them necessary; without one the program makes its own.
#include "figures.h"

#include "app/reviews/reviewing.h"
#include "app/roles/role_editing.h"
#include "app/workspaces.h"
#include "db/application_lists.h"
#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <algorithm>
#include <sqlite3.h>
#include <unistd.h>

using namespace rolecall;

namespace {

constexpr int necessary = 7;
constexpr int useful = 6;

QString qualityText(int index)
{
    return QStringLiteral("%1 quality %2 of the bench role").arg(index < necessary ? QStringLiteral("Necessary") : QStringLiteral("Useful")).arg(index + 1);
}

QByteArray posting()
{
    QByteArray text = "# Bench Engineer\n\n## Necessary qualities\n\n";
    for (int i = 0; i < necessary + useful; ++i) {
        if (i == necessary)
            text += "\n## Useful qualities\n\n";
        text += "- " + qualityText(i).toUtf8() + "\n";
    }
    return text;
}

/// SplitMix64: the same table on every machine.
struct Dice
{
    quint64 state = 1;
    quint32 operator()(quint32 sides)
    {
        quint64 z = (state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return quint32((z ^ (z >> 31)) % sides);
    }
};

void makeTable(const QString &path, int rows)
{
    static const char *const words[] = {"service", "maintains", "Jupyter", "reports", "workshop", "front end", "careful", "letter", "résumé", "clear", "portfolio", "asked", "remote", "teaches"};
    static const char *const names[] = {"Aino", "Björn", "Chidi", "Dženana", "Eilidh", "Farah", "Gülay", "Håkon", "Ines", "Jiří", "Kwame", "Łucja", "Мария", "Ngozi"};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    QByteArray text = "name,email,phone,location,source,applied_on,stage,tags,notes";
    for (int i = 0; i < necessary + useful; ++i)
        text += ',' + qualityText(i).toUtf8();
    text += '\n';
    Dice dice;
    for (int i = 0; i < rows; ++i) {
        text += QByteArray(names[dice(14)]) + " Sample" + QByteArray::number(i) + ",applicant" + QByteArray::number(i) + "@example.org,+1 555-01" + QByteArray::number(dice(90) + 10) + ",Town "
                + QByteArray::number(dice(200)) + ",Source " + QByteArray::number(dice(9)) + ",2026-0" + QByteArray::number(dice(4) + 1) + "-1" + QByteArray::number(dice(10)) + ",Stage "
                + QByteArray::number(dice(6)) + ",tag" + QByteArray::number(dice(20)) + ",\"";
        for (quint32 n = 8 + dice(40); n > 0; --n)
            text += QByteArray(words[dice(14)]) + (n % 12 == 0 ? ".\n" : " ");
        text += '"';
        const bool rated = dice(10) < 8;
        const int strength = int(dice(3));
        for (int q = 0; q < necessary + useful; ++q)
            text += rated ? ',' + QByteArray::number(std::min(3, strength + int(dice(3)))) : QByteArray(",");
        text += '\n';
        if (text.size() > 1 << 20) {
            file.write(text);
            text.clear();
        }
    }
    file.write(text);
}

double seconds(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted())
        qFatal("%s does not start", qPrintable(program));
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    if (process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
    return double(timer.nsecsElapsed()) / 1e9;
}

QByteArray shellImport(const QString &csv)
{
    QByteArrayList ratings;
    QByteArray cases;
    for (int i = 1; i <= necessary + useful; ++i) {
        ratings << "q" + QByteArray::number(i);
        cases += " WHEN " + QByteArray::number(i) + " THEN q" + QByteArray::number(i);
    }
    const QByteArray texts = "name,email,phone,location,source,applied_on,stage,tags,notes";
    QByteArray sql = "PRAGMA journal_mode=wal;\nPRAGMA synchronous=normal;\nCREATE TABLE raw(" + texts + ',' + ratings.join(',') + ");\n.import --csv --skip 1 \"" + csv.toUtf8() + "\" raw\n";
    sql += "BEGIN;CREATE TABLE quality(id INTEGER PRIMARY KEY);WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<" + QByteArray::number(necessary + useful)
           + ") INSERT INTO quality SELECT i FROM n;CREATE TABLE applicant(id INTEGER PRIMARY KEY," + texts + ");"
             "CREATE TABLE rating(applicant INTEGER NOT NULL, quality INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY(applicant,quality)) WITHOUT ROWID;"
             "INSERT INTO applicant(" + texts + ") SELECT " + texts + " FROM raw;INSERT INTO rating SELECT raw.rowid, k.id, CASE k.id" + cases
           + " END v FROM raw CROSS JOIN quality k WHERE v<>'';COMMIT;\n";
    sql += "BEGIN;CREATE INDEX a_name ON applicant(name COLLATE NOCASE);CREATE INDEX a_email ON applicant(email COLLATE NOCASE);CREATE INDEX a_stage ON applicant(stage);CREATE INDEX a_on ON "
           "applicant(applied_on);COMMIT;ANALYZE;\n";
    sql += "CREATE VIRTUAL TABLE ft USING fts5(name, notes, content='applicant', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');INSERT INTO ft(ft) VALUES('rebuild');\n";
    sql += "DROP TABLE raw;PRAGMA wal_checkpoint(truncate);\n";
    return sql;
}

QByteArray shellShortlist(const QString &output)
{
    const QByteArray n = QByteArray::number(necessary);
    QByteArray pivot;
    QByteArray score;
    for (int i = 1; i <= necessary + useful; ++i) {
        const QByteArray number = QByteArray::number(i);
        pivot += ", max(CASE quality WHEN " + number + " THEN value END) AS q" + number;
        if (i > necessary)
            score += (score.isEmpty() ? "coalesce(q" : "+coalesce(q") + number + ",0)";
    }
    return ".headers on\n.mode csv\n.once \"" + output.toUtf8() + "\"\nWITH ok AS MATERIALIZED (SELECT applicant FROM rating WHERE quality<=" + n + " AND value>=2 GROUP BY applicant HAVING count(*)="
           + n + ") SELECT applicant.*, " + score + " AS score FROM (SELECT applicant" + pivot + " FROM ok JOIN rating USING(applicant) GROUP BY applicant) JOIN applicant ON id=applicant "
             "ORDER BY score DESC, applied_on, email;\n";
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void report(const char *what, const QList<double> &ours, const QList<double> &floor, double limit)
{
    const double ratio = median(ours) / median(floor);
    bench::figure(QString::fromLatin1(what), median(ours), median(floor), "s", limit);
    QTextStream(stdout) << QByteArray(what).leftJustified(24) << QString::number(median(ours), 'f', 4) << " s   floor " << QString::number(median(floor), 'f', 4) << " s   ratio "
                        << QString::number(ratio, 'f', 2) << " (limit " << limit << ")\n";
}

void removeDatabase(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

/// Ratings one by one, each its own durable change, beside bare rows committed with the same synchronisation.
void benchRatings(const QString &workspacePath, const QString &floorPath)
{
    constexpr int count = 500;
    auto workspace = app::openWorkspace(workspacePath, db::Access::ReadWrite);
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().text()));
    db::Connection &connection = (*workspace)->connection();
    // A fresh reviewer, whose reviews are all still to begin.
    if (!app::becomeReviewer(connection, QStringLiteral("Bench Reviewer")))
        qFatal("no reviewer");
    const db::RoleId role = db::roleSummaries(connection)->first().role.id;
    const auto ids = db::applicationIds(connection, role, {}, db::ApplicationOrder::Rule, false, count);
    const auto qualities = db::qualities(connection, role);
    sqlite3 *floor = nullptr;
    sqlite3_open(QFile::encodeName(floorPath).constData(), &floor);
    sqlite3_exec(floor, "PRAGMA journal_mode=wal; PRAGMA synchronous=full; CREATE TABLE IF NOT EXISTS single(a INTEGER, q INTEGER, v INTEGER, PRIMARY KEY(a, q)) WITHOUT ROWID", nullptr, nullptr, nullptr);
    QList<double> ours;
    QList<double> bare;
    for (int i = 0; i < ids->size(); ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!app::rate(connection, ids->at(i), qualities->at(i % qualities->size()).id, i % 4))
            qFatal("a rating was not stored");
        ours << double(timer.nsecsElapsed()) / 1e9;
        timer.restart();
        sqlite3_exec(floor, QByteArray("INSERT INTO single VALUES (" + QByteArray::number(i) + ", 1, 2)").constData(), nullptr, nullptr, nullptr);
        bare << double(timer.nsecsElapsed()) / 1e9;
    }
    sqlite3_close(floor);
    report("one rating, durable", ours, bare, 0);
    bench::figure(QStringLiteral("one rating over the bare commit"), (median(ours) - median(bare)) * 1000, median(bare) * 1000, "ms", 2, "ms");
    QTextStream(stdout) << "    over the bare commit: " << QString::number((median(ours) - median(bare)) * 1000, 'f', 3) << " ms (limit 2 ms)\n";
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 100000;
    const int runs = argc > 2 ? QByteArray(argv[2]).toInt() : 3;
    QTemporaryDir folder;
    const QString csv = argc > 3 ? QString::fromLocal8Bit(argv[3]) : folder.filePath(QStringLiteral("applicants.csv"));
    if (argc <= 3)
        makeTable(csv, rows);
    const QString postingPath = folder.filePath(QStringLiteral("posting.md"));
    {
        QFile file(postingPath);
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        file.write(posting());
    }
    QStringList map;
    if (argc > 3) {
        // A table with other wordings: its rating columns go by their place.
        for (int i = 0; i < necessary + useful; ++i)
            map << QStringLiteral("--map") << QStringLiteral("%1%2=%3").arg(i < necessary ? QStringLiteral("n") : QStringLiteral("u")).arg(i < necessary ? i + 1 : i + 1 - necessary).arg(10 + i);
    }
    const QString workspace = folder.filePath(QStringLiteral("bench.rolecall"));
    const QString shell = folder.filePath(QStringLiteral("floor.db"));
    const QString program = QStringLiteral(ROLECALL_EXECUTABLE);
    const QString sqlite = QStringLiteral("sqlite3");
    QList<double> import, importFloor, write, writeFloor;
    for (int run = 0; run < runs; ++run) {
        removeDatabase(shell);
        importFloor << seconds(sqlite, {QStringLiteral("-bail"), shell}, shellImport(csv));
        removeDatabase(workspace);
        seconds(program, {QStringLiteral("role"), QStringLiteral("add"), workspace, postingPath});
        import << seconds(program, QStringList{QStringLiteral("applicants"), QStringLiteral("import"), workspace, QStringLiteral("1"), csv} + map);
    }
    for (int run = 0; run < runs + 2; ++run) {
        writeFloor << seconds(sqlite, {QStringLiteral("-bail"), shell}, shellShortlist(folder.filePath(QStringLiteral("floor.csv"))));
        write << seconds(program, {QStringLiteral("shortlist"), QStringLiteral("export"), workspace, QStringLiteral("1"), QStringLiteral("--output"), folder.filePath(QStringLiteral("shortlist.csv"))});
    }
    QTextStream(stdout) << rows << " applicants, " << runs << " runs, medians\n";
    report("import", import, importFloor, 1.5);
    report("shortlist to CSV", write, writeFloor, 1.5);
    benchRatings(workspace, shell);
    return 0;
}
