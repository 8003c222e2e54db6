// SPDX-License-Identifier: GPL-3.0-or-later
// An import of 20,000 rows that is killed: whenever that happens, the file is whole, and holds the import or nothing of it.
#include "command_run.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

using namespace rolecall::tests;

class TestKilledImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAllOrNothing()
    {
        constexpr int people = 20'000;
        constexpr int rounds = 16;
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        QFile posting(folder.filePath(QStringLiteral("posting.md")));
        QVERIFY(posting.open(QIODevice::WriteOnly));
        posting.write("# Star Keeper\n\n## Necessary qualities\n\n- Reads star charts\n- Writes reports\n\n## Useful qualities\n\n- Speaks to visitors\n- Mends clocks\n");
        posting.close();
        QFile table(folder.filePath(QStringLiteral("people.csv")));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("Name,E-mail,Reads star charts,Writes reports,Speaks to visitors,Mends clocks\n");
        for (int i = 0; i < people; ++i)
            table.write(QString::asprintf("Person %d,person.%d@example.org,%d,%d,%d,%d\n", i, i, i % 4, i / 4 % 4, i / 16 % 4, i / 64 % 4).toUtf8());
        table.close();
        const QString empty = folder.filePath(QStringLiteral("empty.rolecall"));
        QCOMPARE(run({"role", "add", empty, posting.fileName()}).status, 0);

        const auto importInto = [&](const QString &workspace) { return QStringList{"applicants", "import", workspace, "1", table.fileName()}; };
        // One whole import says how long it takes here; the kills are spread over that time.
        const QString whole = folder.filePath(QStringLiteral("whole.rolecall"));
        QVERIFY(QFile::copy(empty, whole));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(run(importInto(whole)).status, 0);
        const qint64 microseconds = timer.nsecsElapsed() / 1000;

        QRandomGenerator random(20'000);
        int killed = 0;
        for (int round = 0; round < rounds; ++round) {
            const QString workspace = folder.filePath(QStringLiteral("killed-%1.rolecall").arg(round));
            QVERIFY(QFile::copy(empty, workspace));
            QProcess program;
            program.start(QStringLiteral(ROLECALL_EXECUTABLE), importInto(workspace));
            QVERIFY(program.waitForStarted());
            // Half of them in the last fifth, where the import is made to stay.
            const double part = round % 2 == 0 ? random.generateDouble() : 0.8 + 0.25 * random.generateDouble();
            QThread::usleep(static_cast<unsigned long>(double(microseconds) * part));
            program.kill();
            QVERIFY(program.waitForFinished());
            const bool saidDone = program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0;
            killed += program.exitStatus() == QProcess::CrashExit ? 1 : 0;

            const Run check = run({"workspace", "check", workspace});
            QVERIFY2(check.status == 0, (check.output + check.messages).constData());
            const auto roles = json(run({"role", "list", workspace, "--json"}));
            QVERIFY(roles.IsArray() && roles.Size() == 1U);
            const int found = roles[0]["applicants"].GetInt();
            QVERIFY2(found == people || (found == 0 && !saidDone), qPrintable(QStringLiteral("%1 of %2 after round %3").arg(found).arg(people).arg(round)));
            // What was killed is not in the way of a second try.
            if (found == 0)
                QCOMPARE(run(importInto(workspace)).status, 0);
            QVERIFY(QFile::remove(workspace));
        }
        QVERIFY2(killed > 0, "every import was over before it was killed");
    }
};

QTEST_GUILESS_MAIN(TestKilledImport)
#include "tst_killed_import.moc"
