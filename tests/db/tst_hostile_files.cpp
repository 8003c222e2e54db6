// SPDX-License-Identifier: GPL-3.0-or-later
// Workspaces made by somebody who means harm: nothing in them is run, they are refused in words, and nobody else can read a good one.
#include "db/connection.h"
#include "db/opening_check.h"
#include "db/sql.h"
#include "db/workspace.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>
#include <sys/stat.h>

using namespace rolecall;
using namespace rolecall::db;

class TestHostileFiles : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString good(const QString &name)
    {
        const QString path = m_folder.filePath(name);
        return Workspace::create(path) ? path : QString();
    }
    void tamper(const QString &path, const QByteArray &sql)
    {
        sqlite3 *file = nullptr;
        QCOMPARE(sqlite3_open_v2(QFile::encodeName(path).constData(), &file, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
        char *message = nullptr;
        const int code = sqlite3_exec(file, sql.constData(), nullptr, nullptr, &message);
        const QByteArray words = message ? message : "";
        sqlite3_free(message);
        sqlite3_close(file);
        QVERIFY2(code == SQLITE_OK, words.constData());
    }
    static quint32 mode(const QString &path)
    {
        struct stat status = {};
        return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777U : 0U;
    }

private Q_SLOTS:
    void whatIsNotOursIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON reviewer BEGIN DELETE FROM role; END");
        QTest::newRow("view") << QByteArray("CREATE VIEW all_names AS SELECT name FROM candidate");
        QTest::newRow("view in a table's place") << QByteArray("DROP TABLE duty; CREATE VIEW duty AS SELECT 1 AS id, 1 AS role_id, 0 AS position, 'x' AS text");
        QTest::newRow("virtual table") << QByteArray("CREATE VIRTUAL TABLE more USING fts5 (x)");
        QTest::newRow("virtual table in a table's place") << QByteArray("DROP TABLE tag; DROP TABLE application_tag; CREATE VIRTUAL TABLE tag USING fts5 (id, name)");
        QTest::newRow("generated column") << QByteArray("ALTER TABLE duty ADD COLUMN more TEXT AS (hex(zeroblob(100000000))) VIRTUAL");
        QTest::newRow("index on an expression") << QByteArray("CREATE INDEX slow ON duty (hex(zeroblob(1000)))");
        QTest::newRow("table too many") << QByteArray("CREATE TABLE telescope (id INTEGER PRIMARY KEY)");
        QTest::newRow("table too few") << QByteArray("DROP TABLE quality_pass");
        QTest::newRow("check rewritten") << QByteArray("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'blind IN (0, 1)', 'blind IN (0, 1) OR load_extension(''/tmp/x'')') WHERE name = 'role'");
        QTest::newRow("default rewritten") << QByteArray("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'DEFAULT 0 CHECK', 'DEFAULT (randomblob(9)) CHECK') WHERE name = 'role'");
        QTest::newRow("schema text that is no SQL") << QByteArray("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE role (((' WHERE name = 'role'");
        QTest::newRow("two tables in one tree") << QByteArray("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'candidate') WHERE name = 'note'");
        QTest::newRow("tree that is not there") << QByteArray("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'note'");
    }
    void whatIsNotOursIsRefused()
    {
        QFETCH(QByteArray, sql);
        const QString path = good(QStringLiteral("hostile-%1.rolecall").arg(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')));
        tamper(path, sql);
        for (const Access access : {Access::ReadOnly, Access::ReadWrite}) {
            const auto workspace = Workspace::open(path, access);
            QVERIFY(!workspace);
            QVERIFY2(!workspace.error().remedy.isEmpty(), qPrintable(workspace.error().text()));
            QCOMPARE(fileState(path), FileState::Damaged);
        }
    }

    void aConnectionTrustsNothing()
    {
        const QString path = good(QStringLiteral("trust.rolecall"));
        const auto connection = Connection::open(path, Access::ReadWrite);
        QVERIFY(connection);
        // Whatever came in by another way than the layout's check would still not run.
        for (const char *sql : {"SELECT load_extension('/tmp/x')", "ATTACH ':memory:' AS a1; ATTACH ':memory:' AS b1", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''",
                                "INSERT INTO search_note_data VALUES (1, 'x')", "SELECT * FROM sqlite_dbpage", "SELECT zeroblob(1000000000)"})
            QVERIFY2(!runScript(**connection, sql), sql);
        tamper(path, "CREATE TRIGGER t AFTER INSERT ON reviewer BEGIN INSERT INTO tag (name) VALUES ('ran'); END; CREATE VIEW v AS SELECT 1");
        QVERIFY(!runScript(**connection, "SELECT * FROM v"));
        QVERIFY(runScript(**connection, "INSERT INTO reviewer (uuid, name) VALUES ('u', 'Ada Example')"));
        QCOMPARE(single(**connection, QStringLiteral("SELECT count(*) FROM tag"))->toInt(), 0);
    }

    void aHugeValueIsRefusedWithoutItsMemory()
    {
        const QString path = good(QStringLiteral("huge.rolecall"));
        tamper(path, "INSERT INTO content VALUES (printf('%064d', 1), 300000000, zeroblob(300000000))");
        const auto workspace = Workspace::open(path, Access::ReadOnly);
        QVERIFY(workspace);
        QVERIFY(!single((*workspace)->connection(), QStringLiteral("SELECT bytes FROM content")));
    }

    void nobodyElseReadsAWorkspace()
    {
        const mode_t before = umask(0);
        const auto restore = qScopeGuard([before] { umask(before); });
        const QString path = m_folder.filePath(QStringLiteral("private.rolecall"));
        {
            const auto workspace = Workspace::create(path);
            QVERIFY(workspace);
            QVERIFY(runScript((*workspace)->connection(), "INSERT INTO reviewer (uuid, name) VALUES ('u', 'Ada Example')"));
            QCOMPARE(mode(path), 0600U);
            QCOMPARE(mode(path + QStringLiteral("-wal")), 0600U);
            QCOMPARE(mode(path + QStringLiteral("-shm")), 0600U);
        }
        // One that came by mail or from a stick.
        QVERIFY(chmod(QFile::encodeName(path).constData(), 0664) == 0);
        const auto workspace = Workspace::open(path, Access::ReadWrite);
        QVERIFY(workspace);
        QCOMPARE(mode(path), 0600U);
    }

    void rubbishIsRecognisedAtOnce()
    {
        const auto write = [this](const QString &name, const QByteArray &bytes) {
            QFile file(m_folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                return QString();
            return file.fileName();
        };
        QCOMPARE(fileState(write(QStringLiteral("text.rolecall"), "Dear panel")), FileState::Foreign);
        QCOMPARE(fileState(write(QStringLiteral("empty.rolecall"), {})), FileState::Foreign);
        QCOMPARE(fileState(write(QStringLiteral("zeros.rolecall"), QByteArray(1 << 20, '\0'))), FileState::Foreign);
        QCOMPARE(fileState(write(QStringLiteral("header.rolecall"), QByteArray("SQLite format 3\0", 16))), FileState::Damaged);
        QCOMPARE(fileState(m_folder.filePath(QStringLiteral("gone.rolecall"))), FileState::Missing);
        QFile whole(good(QStringLiteral("whole.rolecall")));
        QCOMPARE(fileState(whole.fileName()), FileState::Whole);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        QCOMPARE(fileState(write(QStringLiteral("cut.rolecall"), bytes.first(bytes.size() - 9000))), FileState::Damaged);
        QCOMPARE(fileState(write(QStringLiteral("headless.rolecall"), QByteArray(8192, '\0') + bytes.mid(8192))), FileState::Damaged);
        const auto opened = Workspace::open(m_folder.filePath(QStringLiteral("cut.rolecall")), Access::ReadWrite);
        QVERIFY(!opened && opened.error().text().contains(QStringLiteral("cut short")));
        QVERIFY(!Workspace::open(m_folder.filePath(QStringLiteral("headless.rolecall")), Access::ReadWrite));
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostile_files.moc"
