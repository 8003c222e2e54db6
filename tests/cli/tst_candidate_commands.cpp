// SPDX-License-Identifier: GPL-3.0-or-later
// One person's data out of a workspace, and out of the file for good, also where the program is killed on the way.
#include "command_run.h"

#include "db/workspace.h"
#include "tests/support/byte_search.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

using namespace rolecall::tests;
using rolecall::test::foundInFiles;

class TestCandidateCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_workspace;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    QString copyOf(const QString &name)
    {
        const QString path = m_folder.filePath(name);
        QFile::remove(path);
        return QFile::copy(m_workspace, path) ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString posting = write(QStringLiteral("posting.md"), "# Star Keeper\n\n## Necessary qualities\n\n- Reads star charts\n\n## Useful qualities\n\n- Mends clocks\n");
        QByteArray people = "Name,E-mail,Phone,Notes,Reads star charts,Mends clocks\r\nQuillon Vexworth,quillon@example.org,+49 30 901820774,Plays the hurdygurdyx,2,3\r\n";
        for (int i = 0; i < 3000; ++i)
            people += QByteArray("Person ") + QByteArray::number(i) + ",person." + QByteArray::number(i) + "@example.org,,Can begin at once,2,1\r\n";
        m_workspace = m_folder.filePath(QStringLiteral("made.rolecall"));
        QCOMPARE(run({"role", "add", m_workspace, posting}).status, 0);
        QCOMPARE(run({"applicants", "import", m_workspace, "1", write(QStringLiteral("people.csv"), people)}).status, 0);
    }

    void exportsOnePerson()
    {
        const QString folder = m_folder.filePath(QStringLiteral("out"));
        const Run done = run({"candidate", "export", m_workspace, "Quillon Vexworth", "--output", folder});
        QVERIFY2(done.status == 0, done.messages.constData());
        QVERIFY(done.messages.contains("Left out"));
        QFile data(folder + QStringLiteral("/data.json"));
        QVERIFY(data.open(QIODevice::ReadOnly));
        rapidjson::Document json;
        json.Parse(data.readAll().constData());
        QVERIFY(!json.HasParseError());
        QCOMPARE(text(json["person"]["email"]), QStringLiteral("quillon@example.org"));
        QCOMPARE(json["applications"][0]["reviews"][0]["ratings"].Size(), 2U);
        QCOMPARE(text(json["applications"][0]["notes"][0]["text"]), QStringLiteral("Plays the hurdygurdyx"));
        QFile page(folder + QStringLiteral("/index.html"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        QVERIFY(html.contains("hurdygurdyx") && !html.contains("Person 1") && !html.contains("<script"));
        // What is in the way stays.
        QCOMPARE(run({"candidate", "export", m_workspace, "1", "--output", folder}).status, 1);
        const QString zip = m_folder.filePath(QStringLiteral("out.zip"));
        QCOMPARE(run({"candidate", "export", m_workspace, "quillon@example.org", "--output", zip, "--json"}).status, 0);
        QFile archive(zip);
        QVERIFY(archive.open(QIODevice::ReadOnly) && archive.read(4) == "PK\x03\x04");
    }

    void asksBeforeItErases()
    {
        const QString workspace = copyOf(QStringLiteral("asked.rolecall"));
        const Run listed = run({"candidate", "erase", workspace, "1", "--json"});
        QCOMPARE(listed.status, 0);
        const auto plan = json(listed);
        QCOMPARE(plan["erased"].GetBool(), false);
        QCOMPARE(plan["rows"]["application"].GetInt(), 1);
        QProcess asking;
        asking.start(QStringLiteral(ROLECALL_EXECUTABLE), {"candidate", "erase", workspace, "1"});
        asking.write("no\n");
        asking.closeWriteChannel();
        QVERIFY(asking.waitForFinished(60'000));
        QCOMPARE(asking.exitCode(), 1);
        QVERIFY(asking.readAllStandardOutput().contains("Applications: 1"));
        QVERIFY(!foundInFiles(workspace, {QStringLiteral("hurdygurdyx")}).isEmpty());
        QCOMPARE(run({"candidate", "erase", workspace, "1", "--yes"}).status, 0);
        QCOMPARE(foundInFiles(workspace, {QStringLiteral("vexworth"), QStringLiteral("hurdygurdyx"), QStringLiteral("901820774"), QStringLiteral("quillon")}).join(u' '), QString());
        QCOMPARE(run({"candidate", "erase", workspace, "Quillon Vexworth", "--yes"}).status, 1);
        QCOMPARE(run({"workspace", "check", workspace}).status, 0);
    }

    void whollyThereOrWhollyGone()
    {
        const QString first = copyOf(QStringLiteral("whole.rolecall"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(run({"candidate", "erase", first, "1", "--yes"}).status, 0);
        const qint64 microseconds = timer.nsecsElapsed() / 1000;
        QRandomGenerator random(20'774);
        int killed = 0;
        for (int round = 0; round < 12; ++round) {
            const QString workspace = copyOf(QStringLiteral("killed-%1.rolecall").arg(round));
            QProcess program;
            program.start(QStringLiteral(ROLECALL_EXECUTABLE), {"candidate", "erase", workspace, "1", "--yes"});
            QVERIFY(program.waitForStarted());
            QThread::usleep(static_cast<unsigned long>(double(microseconds) * (0.2 + 0.8 * random.generateDouble())));
            program.kill();
            QVERIFY(program.waitForFinished());
            killed += program.exitStatus() == QProcess::CrashExit ? 1 : 0;
            // The next opening for writing finishes what was begun.
            QVERIFY(rolecall::db::Workspace::open(workspace, rolecall::db::Access::ReadWrite).has_value());
            QCOMPARE(run({"workspace", "check", workspace}).status, 0);
            const QStringList traces = foundInFiles(workspace, {QStringLiteral("vexworth"), QStringLiteral("hurdygurdyx"), QStringLiteral("901820774")});
            const bool isThere = run({"applicants", "list", workspace, "1", "--json"}).output.contains("Vexworth");
            QVERIFY2(isThere || traces.isEmpty(), qPrintable(traces.join(QStringLiteral(", "))));
            if (isThere)
                QCOMPARE(json(run({"candidate", "erase", workspace, "1", "--json"}))["rows"]["rating"].GetInt(), 2);
        }
        QVERIFY2(killed > 0, "every erasure was over before it was killed");
    }
};

QTEST_GUILESS_MAIN(TestCandidateCommands)
#include "tst_candidate_commands.moc"
