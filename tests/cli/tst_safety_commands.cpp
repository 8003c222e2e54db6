// SPDX-License-Identifier: GPL-3.0-or-later
// Backup, restore, recovery and encryption as a script uses them.
#include "command_run.h"

#include <QDir>
#include <QTemporaryDir>

using namespace rolecall::tests;

class TestSafetyCommands : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    static QByteArray bytesOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int applicants(const QString &workspace)
    {
        const auto info = json(run({"workspace", "info", workspace, "--json"}));
        return info.IsObject() ? info["applicants"].GetInt() : -1;
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(run({"workspace", "example", path(QStringLiteral("example.rolecall"))}).status, 0); }

    void anEncryptedBackupIsRestored()
    {
        const QString phrase = write(QStringLiteral("phrase"), "correct horse battery staple\n");
        const QString sealed = path(QStringLiteral("copy.rolecall-encrypted"));
        QCOMPARE(run({"workspace", "backup", path(QStringLiteral("example.rolecall")), sealed, "--encrypt", "--passphrase-file", phrase}).status, 0);
        QVERIFY(bytesOf(sealed).startsWith("RLSEALED") && !bytesOf(sealed).contains("example.org"));
        const QString restored = path(QStringLiteral("restored.rolecall"));
        const Run wrong = run({"workspace", "restore", restored, sealed, "--passphrase-file", write(QStringLiteral("other"), "battery\n")});
        QCOMPARE(wrong.status, 1);
        QVERIFY2(wrong.messages.contains("not the right one"), wrong.messages.constData());
        QVERIFY(!QFile::exists(restored));
        QCOMPARE(run({"workspace", "restore", restored, sealed, "--passphrase-file", phrase}).status, 0);
        QCOMPARE(applicants(restored), 46);
        QCOMPARE(run({"workspace", "check", restored}).status, 0);
        // A passphrase is never an argument.
        QCOMPARE(run({"workspace", "backup", path(QStringLiteral("example.rolecall")), sealed, "--encrypt", "--passphrase", "x"}).status, 2);
    }

    void anEncryptedPacketGoesAndComesBack()
    {
        const QString phrase = write(QStringLiteral("phrase"), "correct horse battery staple\n");
        const QString sealed = path(QStringLiteral("packet.rolecall-encrypted"));
        QCOMPARE(run({"packet", "export", path(QStringLiteral("example.rolecall")), "1", "--output", sealed, "--reviewer", "Eve Example", "--encrypt", "--passphrase-file", phrase}).status, 0);
        QVERIFY(bytesOf(sealed).startsWith("RLSEALED"));
        const Run merged = run({"packet", "merge", path(QStringLiteral("example.rolecall")), sealed, "--dry-run", "--json", "--passphrase-file", phrase});
        QVERIFY2(merged.status == 0, merged.messages.constData());
        QVERIFY(json(merged).IsObject());
        QCOMPARE(QDir(m_folder.path()).entryList({".rolecall*"}, QDir::AllEntries | QDir::Hidden).size(), 0);
    }

    void aDamagedFileIsToldAndRecovered()
    {
        const QByteArray whole = bytesOf(path(QStringLiteral("example.rolecall")));
        const QByteArray broken = QByteArray(8192, '\0') + whole.mid(8192);
        const QString damaged = write(QStringLiteral("damaged.rolecall"), broken);
        const Run check = run({"workspace", "check", damaged});
        QCOMPARE(check.status, 1);
        QVERIFY2(check.messages.contains("damaged") && check.messages.contains("ecover"), check.messages.constData());
        const auto recovered = json(run({"workspace", "recover", damaged, "--json"}));
        QVERIFY(recovered.IsObject());
        QCOMPARE(firstKeys(recovered, 5), (QStringList{"file", "roles", "applicants", "reviews", "documents"}));
        QCOMPARE(recovered["applicants"].GetInt(), 46);
        QCOMPARE(run({"workspace", "check", text(recovered["file"])}).status, 0);
        QCOMPARE(bytesOf(damaged), broken);
        QCOMPARE(run({"workspace", "recover", write(QStringLiteral("letter.rolecall"), "Dear panel")}).status, 1);
        // A backup takes its place, and the damaged file is kept.
        QCOMPARE(run({"workspace", "restore", damaged, path(QStringLiteral("example.rolecall"))}).status, 0);
        QCOMPARE(run({"workspace", "check", damaged}).status, 0);
        const QStringList kept = QDir(m_folder.path()).entryList({"damaged before*"});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(bytesOf(path(kept.first())), broken);
    }

    void wrongBitsAreFoundByTheCheck()
    {
        QByteArray bytes = bytesOf(path(QStringLiteral("example.rolecall")));
        const qsizetype place = bytes.indexOf("Ines Exemple");
        QVERIFY(place > 0);
        // A page whose cells point anywhere: the quick look at opening does not see it, the check does.
        for (qsizetype i = 0; i < 40; ++i)
            bytes[place / 8192 * 8192 + 8 + i] = char(0xee);
        const Run check = run({"workspace", "check", write(QStringLiteral("bits.rolecall"), bytes)});
        QCOMPARE(check.status, 1);
    }

    void aLimitOnTheFilesSizeIsSaidAndNothingIsLost()
    {
        const QString workspace = write(QStringLiteral("bounded.rolecall"), bytesOf(path(QStringLiteral("example.rolecall"))));
        QByteArray table = "Name,Notes\n";
        for (int i = 0; i < 4000; ++i)
            table += "Person " + QByteArray::number(i) + "," + QByteArray("many words of praise ").repeated(60) + "\n";
        const QString people = write(QStringLiteral("people.csv"), table);
        QProcess program;
        // In blocks of 512 or 1024 bytes, as shells have it: a good deal less than the table either way.
        program.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("ulimit -f 3000; exec \"$0\" applicants import \"$1\" 1 \"$2\""), QStringLiteral(ROLECALL_EXECUTABLE), workspace, people});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 1);
        const QByteArray said = program.readAllStandardError();
        QVERIFY2(said.contains("isk"), said.constData());
        QCOMPARE(run({"workspace", "check", workspace}).status, 0);
        QCOMPARE(json(run({"workspace", "info", workspace, "--json"}))["applicants"].GetInt(), 46);
    }
};

QTEST_GUILESS_MAIN(TestSafetyCommands)
#include "tst_safety_commands.moc"
