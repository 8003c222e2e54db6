// SPDX-License-Identifier: GPL-3.0-or-later
// Imports at size, each beside what cannot be done faster, in the same run:
//
//   bench_import mails [COUNT]    mails with PDFs of 300 kB, against pdftotext over the same PDFs on as many cores
//   bench_import rows [COUNT]     a table with notes, against the sqlite3 shell's .import and a full-text index over the same columns
//   bench_import memory [COUNT]   the peak memory of a tenth of the rows and of all of them
#include "figures.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QBuffer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <algorithm>
#include <sys/resource.h>

namespace {

constexpr int runs = 3;
const char *const words[] = {"service", "maintains", "Jupyter", "reports", "workshop", "front end", "careful", "letter", "résumé", "clear", "portfolio", "asked", "remote", "teaches", "harbour", "records"};

void run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForStarted())
        qFatal("%s does not start", qPrintable(program));
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
}

double seconds(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QElapsedTimer timer;
    timer.start();
    run(program, arguments, input);
    return double(timer.nsecsElapsed()) / 1e9;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void removeDatabase(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void report(const QString &what, const QList<double> &ours, const QList<double> &floor, double limit)
{
    rolecall::bench::figure(what, median(ours), median(floor), "s", limit);
    QTextStream(stdout) << what << ": " << QString::number(median(ours), 'f', 2) << " s, floor " << QString::number(median(floor), 'f', 2) << " s, ratio "
                        << QString::number(median(ours) / median(floor), 'f', 2) << " (limit " << limit << ")\n";
}

QString makeWorkspace(const QTemporaryDir &folder)
{
    const QString posting = folder.filePath(QStringLiteral("posting.md"));
    write(posting, "# Bench Engineer\n\n## Necessary qualities\n\n- Keeps records\n- Writes reports\n\n## Useful qualities\n\n- Teaches\n");
    const QString workspace = folder.filePath(QStringLiteral("bench.rolecall"));
    removeDatabase(workspace);
    run(QStringLiteral(ROLECALL_EXECUTABLE), {QStringLiteral("role"), QStringLiteral("add"), workspace, posting});
    return workspace;
}

/// Two pages of text and a picture that does not compress: about 300 kB, as a designed CV is.
QByteArray pdf(int number, QRandomGenerator &dice)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(100);
    QPainter painter(&writer);
    for (int page = 0; page < 2; ++page) {
        if (page > 0)
            writer.newPage();
        QString text = QStringLiteral("Applicant Sample%1\napplicant%1@example.org\n\n").arg(number);
        for (int i = 0; i < 450; ++i)
            text += QString::fromUtf8(words[dice.bounded(16)]) + (i % 11 == 10 ? QStringLiteral(".\n") : QStringLiteral(" "));
        painter.drawText(QRect(0, page == 0 ? 160 : 0, 680, 900), Qt::TextWordWrap, text);
    }
    QImage picture(500, 500, QImage::Format_RGB32);
    dice.fillRange(reinterpret_cast<quint32 *>(picture.bits()), picture.sizeInBytes() / 4);
    painter.drawImage(QRect(0, 950, 100, 100), picture);
    painter.end();
    return bytes;
}

int benchMails(int count)
{
    QTemporaryDir folder;
    const QString mails = folder.filePath(QStringLiteral("mails"));
    const QString pdfs = folder.filePath(QStringLiteral("pdfs"));
    QDir().mkpath(mails);
    QDir().mkpath(pdfs);
    QRandomGenerator dice(1);
    qint64 size = 0;
    for (int i = 0; i < count; ++i) {
        const QByteArray bytes = pdf(i, dice);
        size += bytes.size();
        const QByteArray number = QByteArray::number(i);
        write(QStringLiteral("%1/%2.pdf").arg(pdfs).arg(i), bytes);
        QByteArray encoded = bytes.toBase64();
        QByteArray lines;
        for (qsizetype at = 0; at < encoded.size(); at += 76)
            lines += encoded.mid(at, 76) + "\r\n";
        write(QStringLiteral("%1/%2.eml").arg(mails).arg(i),
              "From: Applicant Sample" + number + " <applicant" + number + "@example.org>\r\nSubject: Application\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
              "Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear panel,\r\n\r\nI apply.\r\n--b1\r\nContent-Type: application/pdf\r\n"
              "Content-Disposition: attachment; filename=\"CV " + number + ".pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + lines + "--b1--\r\n");
    }
    const QString cores = QString::number(QThread::idealThreadCount());
    QList<double> ours, floor;
    for (int i = 0; i < runs; ++i) {
        floor << seconds(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("find \"$0\" -name '*.pdf' -print0 | xargs -0 -P %1 -I{} pdftotext {} /dev/null").arg(cores), pdfs});
        const QString workspace = makeWorkspace(folder);
        ours << seconds(QStringLiteral(ROLECALL_EXECUTABLE), {QStringLiteral("applicants"), QStringLiteral("import"), workspace, QStringLiteral("1"), mails});
    }
    report(QStringLiteral("%1 mails with PDFs of %2 kB, %3 cores").arg(count).arg(size / count / 1000).arg(cores), ours, floor, 1.3);
    return 0;
}

void makeTable(const QString &path, int rows)
{
    static const char *const names[] = {"Aino", "Björn", "Chidi", "Dženana", "Eilidh", "Farah", "Gülay", "Håkon", "Ines", "Jiří", "Kwame", "Łucja", "Мария", "Ngozi"};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    QRandomGenerator dice(1);
    QByteArray text = "name,email,phone,location,source,applied_on,stage,tags,notes\n";
    for (int i = 0; i < rows; ++i) {
        text += QByteArray(names[dice.bounded(14)]) + " Sample" + QByteArray::number(i) + ",applicant" + QByteArray::number(i) + "@example.org,+1 555-01" + QByteArray::number(dice.bounded(90) + 10)
            + ",Town " + QByteArray::number(dice.bounded(200)) + ",Source " + QByteArray::number(dice.bounded(9)) + ",2026-0" + QByteArray::number(dice.bounded(4) + 1) + "-1"
            + QByteArray::number(dice.bounded(10)) + ",Stage " + QByteArray::number(dice.bounded(6)) + ",tag" + QByteArray::number(dice.bounded(20)) + ",\"";
        for (int n = 8 + dice.bounded(40); n > 0; --n)
            text += QByteArray(words[dice.bounded(16)]) + (n % 12 == 0 ? ".\n" : " ");
        text += "\"\n";
        if (text.size() > 1 << 20) {
            file.write(text);
            text.clear();
        }
    }
    file.write(text);
}

int benchRows(int count)
{
    QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("applicants.csv"));
    makeTable(csv, count);
    const QString database = folder.filePath(QStringLiteral("floor.db"));
    const QByteArray columns = "name, email, phone, location, source, applied_on, stage, tags, notes";
    const QByteArray sql = "PRAGMA journal_mode=wal;\nPRAGMA synchronous=normal;\nCREATE TABLE t(" + columns + ");\n.import --csv --skip 1 \""
        + csv.toUtf8() + "\" t\nCREATE VIRTUAL TABLE ft USING fts5(" + columns + ", content='t', tokenize='unicode61 remove_diacritics 2', prefix='2 3');\nINSERT INTO ft(ft) VALUES('rebuild');\nPRAGMA wal_checkpoint(truncate);\n";
    QList<double> ours, floor;
    for (int i = 0; i < runs; ++i) {
        removeDatabase(database);
        floor << seconds(QStringLiteral("sqlite3"), {QStringLiteral("-bail"), database}, sql);
        const QString workspace = makeWorkspace(folder);
        ours << seconds(QStringLiteral(ROLECALL_EXECUTABLE), {QStringLiteral("applicants"), QStringLiteral("import"), workspace, QStringLiteral("1"), csv});
    }
    report(QStringLiteral("import of rows with notes"), ours, floor, 2);
    return 0;
}

/// In MB, of the largest child so far.
double peak()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_maxrss) / 1024;
}

int benchMemory(int count)
{
    for (const int rows : {count / 10, count}) {
        QTemporaryDir folder;
        const QString csv = folder.filePath(QStringLiteral("applicants.csv"));
        makeTable(csv, rows);
        const QString workspace = makeWorkspace(folder);
        const double took = seconds(QStringLiteral(ROLECALL_EXECUTABLE), {QStringLiteral("applicants"), QStringLiteral("import"), workspace, QStringLiteral("1"), csv, QStringLiteral("--json")});
        if (rows == count)
            rolecall::bench::figure(QStringLiteral("memory of an import"), peak(), 0, "MB", 400, "MB");
        QTextStream(stdout) << rows << " rows: " << QString::number(took, 'f', 1) << " s, peak " << QString::number(peak(), 'f', 0) << " MB\n";
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QByteArray what = argc > 1 ? argv[1] : "";
    const int count = argc > 2 ? QByteArray(argv[2]).toInt() : 0;
    if (what == "mails")
        return benchMails(count > 0 ? count : 1000);
    if (what == "rows")
        return benchRows(count > 0 ? count : 100'000);
    if (what == "memory")
        return benchMemory(count > 0 ? count : 1'000'000);
    QTextStream(stderr) << "Use: bench_import mails|rows|memory [COUNT]\n";
    return 2;
}
