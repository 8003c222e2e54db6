// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo bring back every row, singly and in bulk, also after the file was closed.
#include "db/change_capture.h"
#include "db/change_log.h"
#include "db/search_index.h"
#include "db/sql.h"
#include "db/workspace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::db;

class TestChangeLog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    int m_number = 0;

    Connection &connection() { return m_workspace->connection(); }

    void exec(const QString &sql)
    {
        const auto query = run(connection(), sql);
        QVERIFY2(query.has_value(), qPrintable(query ? QString() : query.error().text()));
    }
    QString value(const QString &sql)
    {
        const auto found = single(connection(), sql);
        return found ? found->toString() : found.error().text();
    }
    void act(const QString &title, const QStringList &statements)
    {
        auto scope = ChangeScope::begin(connection(), {QStringLiteral("test"), title, {}});
        QVERIFY(scope.has_value());
        for (const QString &statement : statements)
            exec(statement);
        QVERIFY(scope->commit().has_value());
    }
    void undo()
    {
        auto reversal = Reversal::undo(connection());
        QVERIFY2(reversal.has_value(), qPrintable(reversal ? QString() : reversal.error().text()));
        const auto committed = reversal->commit();
        QVERIFY2(committed.has_value(), qPrintable(committed ? QString() : committed.error().text()));
    }
    void redo()
    {
        auto reversal = Reversal::redo(connection());
        QVERIFY2(reversal.has_value(), qPrintable(reversal ? QString() : reversal.error().text()));
        const auto committed = reversal->commit();
        QVERIFY2(committed.has_value(), qPrintable(committed ? QString() : committed.error().text()));
    }

private Q_SLOTS:
    void init()
    {
        auto made = Workspace::create(m_folder.filePath(QStringLiteral("%1.rolecall").arg(++m_number)));
        QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().text()));
        m_workspace = std::move(*made);
    }
    void cleanup() { m_workspace.reset(); }

    void insertUpdateDeleteAreUndoneAndRedone()
    {
        act(QStringLiteral("Added"), {QStringLiteral("INSERT INTO role (id, uuid, title, created_at) VALUES (1, 'r', 'First', '2026-01-01')")});
        act(QStringLiteral("Renamed"), {QStringLiteral("UPDATE role SET title = 'Second'")});
        act(QStringLiteral("Removed"), {QStringLiteral("DELETE FROM role")});
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM role")), QStringLiteral("0"));
        undo();
        QCOMPARE(value(QStringLiteral("SELECT title FROM role")), QStringLiteral("Second"));
        undo();
        QCOMPARE(value(QStringLiteral("SELECT title FROM role")), QStringLiteral("First"));
        undo();
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM role")), QStringLiteral("0"));
        QVERIFY(!nextUndo(connection())->has_value());
        redo();
        redo();
        QCOMPARE(value(QStringLiteral("SELECT title FROM role")), QStringLiteral("Second"));
        undo();
        redo();
        QCOMPARE(value(QStringLiteral("SELECT title FROM role")), QStringLiteral("Second"));
    }

    void aNewChangeEndsRedo()
    {
        act(QStringLiteral("Added"), {QStringLiteral("INSERT INTO tag (name) VALUES ('one')")});
        undo();
        QVERIFY(nextRedo(connection())->has_value());
        act(QStringLiteral("Added another"), {QStringLiteral("INSERT INTO tag (name) VALUES ('two')")});
        QVERIFY(!nextRedo(connection())->has_value());
        undo();
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM tag")), QStringLiteral("0"));
    }

    void undoWorksAfterRestart()
    {
        act(QStringLiteral("Added"), {QStringLiteral("INSERT INTO tag (name) VALUES ('one')")});
        const QString path = m_workspace->path();
        m_workspace.reset();
        auto opened = Workspace::open(path, Access::ReadWrite);
        QVERIFY(opened.has_value());
        m_workspace = std::move(*opened);
        undo();
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM tag")), QStringLiteral("0"));
    }

    void anUncommittedChangeLeavesNothing()
    {
        {
            auto scope = ChangeScope::begin(connection(), {QStringLiteral("test"), QStringLiteral("Lost"), {}});
            QVERIFY(scope.has_value());
            exec(QStringLiteral("INSERT INTO tag (name) VALUES ('one')"));
        }
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM tag")), QStringLiteral("0"));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM change")), QStringLiteral("0"));
        exec(QStringLiteral("INSERT INTO tag (name) VALUES ('outside')"));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM change_row")), QStringLiteral("0"));
    }

    void bulkRowsAreUndoneAndRedoneWithTheirIndex()
    {
        act(QStringLiteral("Added"), {QStringLiteral("INSERT INTO tag (name) VALUES ('before')")});
        {
            auto scope = ChangeScope::begin(connection(), {QStringLiteral("import"), QStringLiteral("Imported"), {}});
            QVERIFY(suspendCapture(connection()).has_value());
            exec(QStringLiteral("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                                "INSERT INTO candidate (id, uuid, name, name_key, created_at) SELECT i, 'u' || i, 'Åsa ' || i, 'asa ' || i, 'now' FROM n"));
            QVERIFY(indexRange(connection(), QStringLiteral("candidate"), 1, 5000).has_value());
            QVERIFY(scope->addRange(QStringLiteral("candidate"), 1, 5000).has_value());
            QVERIFY(resumeCapture(connection()).has_value());
            QVERIFY(scope->commit().has_value());
        }
        const QString hits = QStringLiteral("SELECT count(*) FROM search_candidate WHERE search_candidate MATCH 'asa'");
        QCOMPARE(value(hits), QStringLiteral("5000"));
        for (int round = 0; round < 2; ++round) {
            undo();
            QCOMPARE(value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("0"));
            QCOMPARE(value(hits), QStringLiteral("0"));
            redo();
            QCOMPARE(value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("5000"));
            QCOMPARE(value(QStringLiteral("SELECT name FROM candidate WHERE id = 4321")), QStringLiteral("Åsa 4321"));
            QCOMPARE(value(hits), QStringLiteral("5000"));
        }
        exec(QStringLiteral("INSERT INTO search_candidate (search_candidate) VALUES ('integrity-check')"));
    }

    void indexesFollowSingleRows()
    {
        act(QStringLiteral("Added"), {QStringLiteral("INSERT INTO role (id, uuid, title, created_at) VALUES (1, 'r', 'Engineer', '2026-01-01')")});
        act(QStringLiteral("Renamed"), {QStringLiteral("UPDATE role SET title = 'Librarian'")});
        QCOMPARE(value(QStringLiteral("SELECT rowid FROM search_role WHERE search_role MATCH 'librarian'")), QStringLiteral("1"));
        undo();
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM search_role WHERE search_role MATCH 'librarian'")), QStringLiteral("0"));
        QCOMPARE(value(QStringLiteral("SELECT rowid FROM search_role WHERE search_role MATCH 'engineer'")), QStringLiteral("1"));
    }

    void nothingOfAFileRuns()
    {
        exec(QStringLiteral("CREATE TRIGGER evil AFTER INSERT ON tag BEGIN UPDATE tag SET name = 'evil'; END"));
        act(QStringLiteral("Added"), {QStringLiteral("INSERT INTO tag (name) VALUES ('good')")});
        QCOMPARE(value(QStringLiteral("SELECT name FROM tag")), QStringLiteral("good"));
    }

    void aSecondWriterIsToldWhoHasTheFile()
    {
        const auto second = Workspace::open(m_workspace->path(), Access::ReadWrite);
        QVERIFY(!second.has_value());
        QVERIFY(second.error().text().contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY(Workspace::open(m_workspace->path(), Access::ReadOnly).has_value());
    }

    void aReaderCannotWrite()
    {
        auto reader = Workspace::open(m_workspace->path(), Access::ReadOnly);
        QVERIFY(!run((*reader)->connection(), QStringLiteral("INSERT INTO tag (name) VALUES ('x')")).has_value());
    }
};

QTEST_GUILESS_MAIN(TestChangeLog)
#include "tst_change_log.moc"
