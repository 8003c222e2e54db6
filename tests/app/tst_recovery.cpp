// SPDX-License-Identifier: GPL-3.0-or-later
// Files that were flipped, cut, overwritten and changed by others: what can be read comes back whole in a new file, and the damaged
// one stays as it is.
#include "workspace_fixture.h"

#include "app/example/example_workspace.h"
#include "app/history/history.h"
#include "app/safety/recovery.h"
#include "app/shortlist/standing_check.h"
#include "db/backup.h"
#include "db/opening_check.h"
#include "db/roles.h"
#include "tests/support/state_digest.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <sqlite3.h>

using namespace rolecall;
using namespace rolecall::app;

namespace {

constexpr int pageSize = 8192;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QByteArray m_whole;
    qint64 m_applicants = 0;
    QString m_digest;
    int m_number = 0;
    // The history gets an entry of its own; standings are made anew.
    const QStringList m_aside{QStringLiteral("change"), QStringLiteral("standing")};

    QString write(const QByteArray &bytes, const QByteArray &log = {})
    {
        const QString path = m_folder.filePath(QStringLiteral("damaged-%1.rolecall").arg(++m_number));
        for (const auto &[name, content] : {std::pair(path, bytes), std::pair(path + QStringLiteral("-wal"), log)}) {
            QFile file(name);
            if (!content.isEmpty() && (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()))
                return {};
        }
        return path;
    }

    /// The new file is whole in every respect, and the old one is what it was.
    std::optional<Recovered> recovered(const QString &path, QString *digest = nullptr)
    {
        const QByteArray before = bytesOf(path);
        const QString target = recoveredName(path);
        const auto result = recoverWorkspace(path, target);
        if (bytesOf(path) != before)
            QTest::qFail("the damaged file was changed", __FILE__, __LINE__);
        if (!result) {
            if (result.error().remedy.isEmpty() || QFile::exists(target))
                QTest::qFail(qPrintable(result.error().text()), __FILE__, __LINE__);
            return std::nullopt;
        }
        const auto opened = openWorkspace(target, db::Access::ReadWrite);
        if (!opened) {
            QTest::qFail(qPrintable(opened.error().text()), __FILE__, __LINE__);
            return std::nullopt;
        }
        db::Connection &connection = (*opened)->connection();
        const QStringList damage = db::damage(connection).value_or(QStringList{QStringLiteral("?")});
        if (!damage.isEmpty() || standingsThatDiffer(connection).value_or(-1) != 0 || !tests::searchIsWhole(connection))
            QTest::qFail(qPrintable(QStringLiteral("the new file is not whole: ") + damage.join(u';')), __FILE__, __LINE__);
        if (digest)
            *digest = tests::stateDigest(connection, m_aside);
        return *result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("whole.rolecall"));
        VERIFY_DONE(makeExample(path));
        {
            const auto opened = openWorkspace(path, db::Access::ReadWrite);
            VERIFY_DONE(opened);
            m_digest = tests::stateDigest((*opened)->connection(), m_aside);
            m_applicants = db::single((*opened)->connection(), QStringLiteral("SELECT count(*) FROM application"))->toLongLong();
        }
        m_whole = bytesOf(path);
        QVERIFY(m_whole.size() > 40 * pageSize && m_applicants == 46);
    }

    void aWholeFileComesBackAsItIs()
    {
        QString digest;
        const auto result = recovered(write(m_whole), &digest);
        QVERIFY(result);
        QVERIFY(!result->report.lostSomething());
        QCOMPARE(digest, m_digest);
    }

    void withoutItsFirstPageNothingIsLost()
    {
        for (const char filler : {'\0', '\xff'}) {
            QString digest;
            const QString path = write(QByteArray(pageSize, filler) + m_whole.mid(pageSize));
            QCOMPARE(db::fileState(path), db::FileState::Damaged);
            const auto result = recovered(path, &digest);
            QVERIFY(result);
            QCOMPARE(result->applicants, m_applicants);
            QCOMPARE(digest, m_digest);
        }
    }

    void withoutAnyOnePageMostComesBack()
    {
        const qsizetype pages = m_whole.size() / pageSize;
        for (qsizetype page = 1; page < pages; page += 1 + pages / 16) {
            QByteArray bytes = m_whole;
            bytes.replace(page * pageSize, pageSize, QByteArray(pageSize, '\0'));
            const auto result = recovered(write(bytes));
            QVERIFY2(result, qPrintable(QString::number(page)));
            if (QTest::currentTestFailed())
                return;
            // A page holds some fifty applications at most; whose name is lost is still there.
            QVERIFY2(result->roles + result->report.inventedRows >= 1, qPrintable(QString::number(page)));
        }
    }

    void randomDamageIsSurvived()
    {
        QRandomGenerator random(4711);
        int good = 0;
        constexpr int rounds = 16;
        for (int round = 0; round < rounds; ++round) {
            QByteArray bytes = m_whole;
            switch (round % 4) {
            case 0: // bits flip here and there
                for (int i = 0; i < 100; ++i) {
                    const auto at = qsizetype(random.bounded(quint32(bytes.size())));
                    bytes[at] = char(bytes.at(at) ^ (1 << random.bounded(8)));
                }
                break;
            case 1: // the end is gone
                bytes.truncate(qsizetype(random.bounded(quint32(bytes.size()))));
                break;
            case 2: { // something else was written over a part
                const qsizetype at = qsizetype(random.bounded(quint32(bytes.size() / 2)));
                for (qsizetype i = at; i < at + bytes.size() / 10; ++i)
                    bytes[i] = char(random.bounded(256));
                break;
            }
            default: // sectors change places
                for (int i = 0; i < 10; ++i) {
                    const qsizetype one = qsizetype(random.bounded(quint32(bytes.size() / 512))) * 512;
                    const qsizetype other = qsizetype(random.bounded(quint32(bytes.size() / 512))) * 512;
                    bytes.replace(one, 512, m_whole.mid(other, 512));
                }
            }
            good += recovered(write(bytes)) ? 1 : 0;
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(good > rounds / 2, qPrintable(QString::number(good)));
    }

    void whatOnlyTheLogHoldsIsReadToo()
    {
        const QString path = m_folder.filePath(QStringLiteral("logged.rolecall"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_whole) == m_whole.size());
        file.close();
        const auto opened = openWorkspace(path, db::Access::ReadWrite);
        VERIFY_DONE(opened);
        VERIFY_DONE(renameRole((*opened)->connection(), db::RoleId(1), QStringLiteral("Only in the log")));
        const QByteArray log = bytesOf(path + QStringLiteral("-wal"));
        QVERIFY(!log.isEmpty());
        const QString damaged = write(QByteArray(pageSize, '\0') + m_whole.mid(pageSize), log);
        QVERIFY(recovered(damaged));
        const auto result = db::Connection::open(m_folder.filePath(QStringLiteral("damaged-%1 recovered.rolecall").arg(m_number)), db::Access::ReadOnly);
        VERIFY_DONE(result);
        QCOMPARE(db::single(**result, QStringLiteral("SELECT title FROM role WHERE id = 1"))->toString(), QStringLiteral("Only in the log"));
    }

    void whatWasLostIsSaidAndNotUndone()
    {
        // Without the table's page, people are nameless, and what the panel thought of them is not lost.
        const QString path = write(m_whole);
        sqlite3 *file = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &file), SQLITE_OK);
        QCOMPARE(sqlite3_exec(file, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'candidate'; PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'search_candidate_data'", -1, &statement, nullptr);
        sqlite3_finalize(statement);
        sqlite3_close(file);
        const auto found = recovered(path);
        QVERIFY(found);
        QCOMPARE(found->report.taken(QStringLiteral("candidate")), m_applicants); // by its usual place
        QByteArray bytes = bytesOf(path);
        for (qsizetype at = 0; at + pageSize <= bytes.size(); at += pageSize) {
            if (bytes.mid(at, pageSize).contains("ines.exemple@example.org") && bytes.at(at) == 13)
                bytes.replace(at, pageSize, QByteArray(pageSize, '\0'));
        }
        const auto nameless = recovered(write(bytes));
        QVERIFY(nameless);
        QVERIFY(nameless->report.lostSomething());
        QCOMPARE(nameless->applicants, m_applicants);
        QVERIFY(nameless->report.inventedRows > 0);
        const QString name = m_folder.filePath(QStringLiteral("damaged-%1 recovered.rolecall").arg(m_number));
        const auto opened = openWorkspace(name, db::Access::ReadWrite);
        VERIFY_DONE(opened);
        QVERIFY(db::single((*opened)->connection(), QStringLiteral("SELECT name FROM candidate WHERE name LIKE 'Lost name%'"))->isValid());
        VERIFY_DONE(undo((*opened)->connection())); // the recovery's own entry
        QVERIFY(!undo((*opened)->connection()));
        VERIFY_DONE(history((*opened)->connection(), {}, 5));
    }

    void aFileChangedByOthersLosesWhatTheyAdded()
    {
        const QString path = write(m_whole);
        sqlite3 *file = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &file), SQLITE_OK);
        QCOMPARE(sqlite3_exec(file, "CREATE TRIGGER t AFTER INSERT ON reviewer BEGIN DELETE FROM role; END; CREATE VIEW v AS SELECT 1; CREATE TABLE telescope (x)", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(file);
        QVERIFY(!openWorkspace(path, db::Access::ReadWrite));
        QString digest;
        QVERIFY(recovered(path, &digest));
        QCOMPARE(digest, m_digest);
    }

    void whatIsNoWorkspaceIsSaid()
    {
        QVERIFY(!recovered(write("Dear panel")));
        QVERIFY(!recovered(write(QByteArray(100'000, '\0'))));
        QVERIFY(!recoverWorkspace(m_folder.filePath(QStringLiteral("gone.rolecall")), m_folder.filePath(QStringLiteral("x.rolecall"))));
        QVERIFY(!recoverWorkspace(m_folder.filePath(QStringLiteral("whole.rolecall")), m_folder.filePath(QStringLiteral("whole.rolecall"))));
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
