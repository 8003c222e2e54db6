// SPDX-License-Identifier: GPL-3.0-or-later
// Workspaces of every schema version that was ever issued are upgraded whole, or stay as they are.
#include "db/backup.h"
#include "db/layout.h"
#include "db/migrations.h"
#include "db/search_index.h"
#include "db/sql.h"
#include "db/workspace.h"
#include "tests/support/state_digest.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>

using namespace rolecall;
using namespace rolecall::db;

namespace {

const QString schemas = QStringLiteral(ROLECALL_TEST_DATA "/schemas/");

QByteArray digest(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256) : QByteArray();
}

/// Straight through SQLite, as another program has it.
void tamper(const QString &path, const QByteArray &sql)
{
    sqlite3 *file = nullptr;
    QCOMPARE(sqlite3_open_v2(QFile::encodeName(path).constData(), &file, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
    QCOMPARE(sqlite3_exec(file, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(sqlite3_close(file), SQLITE_OK);
}

QHash<QString, qint64> rowCounts(Connection &connection)
{
    QHash<QString, qint64> counts;
    const auto tables = ownTables();
    const auto lines = layout(connection);
    for (const QString &table : *tables) {
        if (!lines->filter(QStringLiteral("table|%1|").arg(table)).isEmpty())
            counts.insert(table, single(connection, QStringLiteral("SELECT count(*) FROM ") + table)->toLongLong());
    }
    return counts;
}

} // namespace

class TestSchemas : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QStringList m_issued; ///< "VERSION SCHEMA"

    QString copy(int version, const QString &name)
    {
        const QString path = m_folder.filePath(name);
        QFile::remove(path);
        if (!QFile::copy(schemas + QStringLiteral("v%1.rolecall").arg(version), path))
            return {};
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        return path;
    }
    QList<int> frozen() const
    {
        QList<int> versions;
        for (const QString &name : QDir(schemas).entryList({QStringLiteral("v*.rolecall")}))
            versions << name.mid(1).section(u'.', 0, 0).toInt();
        return versions;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(schemas + QStringLiteral("issued"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_issued = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

    void theNewestLayoutIsKnown()
    {
        QCOMPARE(layoutDigest(*ownLayout()), QByteArray(newestLayoutDigest));
    }

    void everyIssuedVersionIsFrozen()
    {
        QStringList programs;
        for (const QString &line : std::as_const(m_issued)) {
            programs << line.section(u' ', 0, 0);
            const int version = line.section(u' ', 1, 1).toInt();
            QVERIFY2(frozen().contains(version), qPrintable(QStringLiteral("%1 has no frozen file: see tests/data/schemas/README.md").arg(line)));
            QVERIFY(version <= newestSchemaVersion());
        }
        QVERIFY2(programs.contains(QStringLiteral(ROLECALL_VERSION)), "this version of Rolecall is issued without a frozen file of its schema: see tests/data/schemas/README.md");
    }

    void anIssuedFileIsUpgradedWhole_data()
    {
        QTest::addColumn<int>("version");
        for (const int version : frozen())
            QTest::addRow("version %d", version) << version;
    }
    void anIssuedFileIsUpgradedWhole()
    {
        QFETCH(int, version);
        const QString path = copy(version, QStringLiteral("old.rolecall"));
        QHash<QString, qint64> before;
        {
            const auto reading = Connection::open(path, Access::ReadOnly);
            QVERIFY(reading);
            before = rowCounts(**reading);
            QCOMPARE(*layout(**reading), *ownLayout(version)); // no issued migration was edited since
            for (auto it = before.cbegin(); it != before.cend(); ++it)
                QVERIFY2(it.value() > 0, qPrintable(QStringLiteral("the frozen file has no row in ") + it.key()));
        }
        auto workspace = Workspace::open(path, Access::ReadWrite);
        QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().text()));
        Connection &connection = (*workspace)->connection();
        QCOMPARE(*layout(connection), *ownLayout()); // as if it had been made today
        QCOMPARE(*damage(connection), QStringList());
        const auto after = rowCounts(connection);
        for (auto it = before.cbegin(); it != before.cend(); ++it)
            QCOMPARE(after.value(it.key()), it.value());
        QCOMPARE(single(connection, QStringLiteral("SELECT count(*) FROM search_document WHERE search_document MATCH 'charts'"))->toInt(), 1);
        QVERIFY(tests::searchIsWhole(connection));
        if (version == newestSchemaVersion())
            return; // nothing was upgraded
        // What it was is kept beside it, for nobody else to read.
        const QString kept = QStringLiteral("%1.before-schema-%2.backup").arg(path).arg(newestSchemaVersion());
        QCOMPARE(int(QFile::permissions(kept) & ~(QFile::ReadUser | QFile::WriteUser)), int(QFile::ReadOwner | QFile::WriteOwner));
        const auto old = Connection::open(kept, Access::ReadOnly);
        QVERIFY(old);
        QCOMPARE(*checkedSchemaVersion(**old), version);
        QCOMPARE(rowCounts(**old), before);
    }

    void anUpgradeThatFailsLeavesTheOldFile()
    {
        const int version = frozen().first();
        int call = 0;
        for (bool upgraded = false; !upgraded; ++call) {
            const QString path = copy(version, QStringLiteral("failing.rolecall"));
            const auto connection = Connection::open(path, Access::ReadWrite);
            QVERIFY(connection);
            int left = call;
            (*connection)->setFailureInjection([&left]() -> std::optional<Error> { return left-- == 0 ? std::optional(Error{{}, {}, QStringLiteral("the disk is on fire"), {}}) : std::nullopt; });
            const auto outcome = migrate(**connection);
            (*connection)->setFailureInjection({});
            upgraded = outcome.has_value();
            QCOMPARE(*checkedSchemaVersion(**connection), upgraded ? newestSchemaVersion() : version);
            QCOMPARE(*layout(**connection), *ownLayout(upgraded ? newestSchemaVersion() : version));
            if (!upgraded) {
                QVERIFY(outcome.error().problem.contains(QStringLiteral("on fire")));
                QVERIFY(migrate(**connection)); // the next try works
                QCOMPARE(*damage(**connection), QStringList());
            }
        }
        QVERIFY(call > newestSchemaVersion() - version);
    }

    void aNewerFileIsRefusedUnharmed()
    {
        const QString path = copy(frozen().last(), QStringLiteral("newer.rolecall"));
        tamper(path, "CREATE TABLE telescope (id INTEGER PRIMARY KEY); PRAGMA user_version = 4711; PRAGMA journal_mode = DELETE;");
        const QByteArray before = digest(path);
        for (const Access access : {Access::ReadWrite, Access::ReadOnly}) {
            const auto workspace = Workspace::open(path, access);
            QVERIFY(!workspace);
            QVERIFY2(workspace.error().text().contains(QStringLiteral("newer version")), qPrintable(workspace.error().text()));
        }
        QCOMPARE(digest(path), before);
        QVERIFY(!QFileInfo::exists(path + QStringLiteral("-wal")));
    }

    void anotherProgramsDatabaseIsLeftAsItIs()
    {
        const QString path = m_folder.filePath(QStringLiteral("photos.rolecall"));
        sqlite3 *file = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &file), SQLITE_OK);
        QCOMPARE(sqlite3_exec(file, "CREATE TABLE photo (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO photo VALUES (1, 'sea')", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(file);
        const QByteArray before = digest(path);
        for (const Access access : {Access::ReadWrite, Access::ReadOnly}) {
            const auto workspace = Workspace::open(path, access);
            QVERIFY(!workspace);
            QVERIFY2(workspace.error().text().contains(QStringLiteral("another program")), qPrintable(workspace.error().text()));
        }
        QCOMPARE(digest(path), before);
        QVERIFY(!QFileInfo::exists(path + QStringLiteral("-wal")));
    }
};

QTEST_GUILESS_MAIN(TestSchemas)
#include "tst_schemas.moc"
