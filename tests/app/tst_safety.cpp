// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that come by themselves and are taken back, copies that only a passphrase opens, and the log.
#include "workspace_fixture.h"

#include "app/log/event_log.h"
#include "app/reviews/reviewing.h"
#include "app/safety/backups.h"
#include "app/sealing/passphrase.h"
#include "app/sealing/sealed_copies.h"
#include "db/backup.h"
#include "tests/support/state_digest.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <sys/stat.h>

using namespace rolecall;
using namespace rolecall::app;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint32 mode(const QString &path)
{
    struct stat status = {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

QDateTime at(const char *moment)
{
    return QDateTime::fromString(QLatin1String(moment), Qt::ISODate);
}

const QByteArray passphrase = "correct horse battery staple";

} // namespace

class TestSafety : public QObject
{
    Q_OBJECT
    test::WorkspaceFixture m_work;
    BackupRule m_rule;

    db::Connection &connection() { return m_work.connection(); }
    void makeAt(const char *moment)
    {
        const auto made = makeBackup(connection(), m_rule, at(moment));
        VERIFY_DONE(made);
    }
    void change() { VERIFY_DONE(renameRole(connection(), m_work.role, QStringLiteral("Title %1").arg(QRandomGenerator::global()->generate()))); }
    bool due(const char *moment) { return isBackupDue(connection(), m_rule, at(moment)).value_or(false); }
    QString write(const QString &name, const QByteArray &bytes) { return m_work.file(name, bytes); }

private Q_SLOTS:
    void init()
    {
        m_work.open();
        m_rule = {};
        m_rule.folder = m_work.path(QStringLiteral("backups-%1").arg(QLatin1String(QTest::currentTestFunction())));
    }
    void cleanup() { m_work.close(); }

    void aBackupIsDueWhereSomethingChanged()
    {
        QVERIFY(due("2031-05-01T10:00:00Z"));
        makeAt("2031-05-01T10:00:00Z");
        QVERIFY(!due("2031-05-03T10:00:00Z")); // nothing changed
        change();
        QVERIFY(!due("2031-05-02T09:00:00Z"));
        QVERIFY(due("2031-05-02T10:00:00Z"));
        QVERIFY(due("2031-04-30T10:00:00Z")); // the clock was wrong then, or is now
        m_rule.every = BackupRule::Every::Week;
        QVERIFY(!due("2031-05-07T10:00:00Z"));
        QVERIFY(due("2031-05-08T10:00:00Z"));
        m_rule.every = BackupRule::Every::Never;
        QVERIFY(!due("2032-05-08T10:00:00Z"));
    }

    void aBackupIsWholePrivateAndOfThisMoment()
    {
        const QString digest = tests::stateDigest(connection());
        makeAt("2031-05-01T10:00:00Z");
        change();
        const QList<BackupFile> files = backupsOf(connection(), m_rule);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().madeAt, at("2031-05-01T10:00:00Z"));
        QCOMPARE(mode(files.first().path), 0600U);
        QCOMPARE(mode(QFileInfo(files.first().path).absolutePath()), 0700U);
        const auto opened = openWorkspace(files.first().path, db::Access::ReadOnly);
        VERIFY_DONE(opened);
        QCOMPARE(tests::stateDigest((*opened)->connection()), digest);
    }

    void sevenDaysAndFourWeeksAreKept()
    {
        QDateTime moment = at("2031-01-01T09:00:00Z");
        QList<BackupFile> files;
        for (int i = 0; i < 200; ++i, moment = moment.addSecs(12 * 3600))
            files.prepend({QStringLiteral("backup %1").arg(i), moment, 1});
        const QList<BackupFile> gone = surplus(files, m_rule);
        QSet<QString> names;
        for (const BackupFile &file : gone)
            names.insert(file.path);
        QList<BackupFile> kept;
        for (const BackupFile &file : std::as_const(files)) {
            if (!names.contains(file.path))
                kept << file;
        }
        QCOMPARE(kept.first().path, files.first().path);
        QVERIFY(kept.size() >= 7 && kept.size() <= 7 + 4);
        QVERIFY(kept.last().madeAt.daysTo(kept.first().madeAt) >= 14);
        // Kept ones stay kept: no backup is thrown away that the rule would want the next day.
        QCOMPARE(surplus(kept, m_rule).size(), 0);
        m_rule.days = 0;
        m_rule.weeks = 0;
        QCOMPARE(surplus(files, m_rule).size(), files.size() - 1);
        for (const char *day : {"2031-05-01T10:00:00Z", "2031-05-02T10:00:00Z", "2031-05-03T10:00:00Z"})
            makeAt(day);
        QCOMPARE(backupsOf(connection(), m_rule).size(), 1);
    }

    void aBackupIsTakenBack()
    {
        makeAt("2031-05-01T10:00:00Z");
        const QString digest = tests::stateDigest(connection());
        const QString backup = backupsOf(connection(), m_rule).first().path;
        const QString path = connection().path();
        change();
        const QString later = tests::stateDigest(connection());
        const auto refused = restoreBackup(backup, path, at("2031-05-02T10:00:00Z"));
        QVERIFY(!refused && refused.error().text().contains(QStringLiteral("open for writing")));
        m_work.close();
        const auto kept = restoreBackup(backup, path, at("2031-05-02T10:00:00Z"));
        VERIFY_DONE(kept);
        for (const auto &[file, expected] : {std::pair(path, digest), std::pair(*kept, later)}) {
            const auto opened = openWorkspace(file, db::Access::ReadWrite);
            VERIFY_DONE(opened);
            QCOMPARE(tests::stateDigest((*opened)->connection()), expected);
            QCOMPARE(mode(file), 0600U);
        }
        // Into an empty place, too; and what is no workspace takes nobody's place.
        const QString empty = m_work.path(QStringLiteral("empty place.rolecall"));
        QCOMPARE(restoreBackup(backup, empty, at("2031-05-02T10:00:00Z")).value_or(QStringLiteral("?")), QString());
        QVERIFY(openWorkspace(empty, db::Access::ReadOnly));
        const QByteArray before = bytesOf(path);
        QByteArray cut = bytesOf(backup);
        cut.replace(3 * 8192, 8192, QByteArray(8192, 'x'));
        for (const QByteArray &bytes : {QByteArray("no workspace"), cut, cut.first(cut.size() / 2)})
            QVERIFY(!restoreBackup(write(QStringLiteral("bad.rolecall"), bytes), path, at("2031-05-02T10:00:00Z")));
        QCOMPARE(bytesOf(path), before);
        QVERIFY(!QFile::exists(path + QStringLiteral(".restored")));
    }

    void aDamagedWorkspaceGivesWayToItsBackup()
    {
        makeAt("2031-05-01T10:00:00Z");
        const QString backup = backupsOf(connection(), m_rule).first().path;
        const QString path = connection().path();
        m_work.close();
        const QByteArray broken = QByteArray(8192, '\0') + bytesOf(path).mid(8192);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(broken) == broken.size());
        file.close();
        const auto kept = restoreBackup(backup, path, at("2031-05-02T10:00:00Z"));
        VERIFY_DONE(kept);
        QCOMPARE(bytesOf(*kept), broken);
        VERIFY_DONE(openWorkspace(path, db::Access::ReadWrite));
    }

    void aBackupIsCancelledWithoutATrace()
    {
        Progress progress;
        progress.cancel();
        const auto made = makeBackup(connection(), m_rule, at("2031-05-01T10:00:00Z"), &progress);
        QVERIFY(!made && made.error().text().contains(QStringLiteral("cancelled")));
        QVERIFY(backupsOf(connection(), m_rule).isEmpty());
    }

    void sealedComesBackAsItWas()
    {
        for (const int size : {0, 1, 65535, 65536, 65537, 300'000}) {
            QByteArray bytes(size, '\0');
            for (char &byte : bytes)
                byte = char(QRandomGenerator::global()->bounded(256));
            const QString plain = write(QStringLiteral("plain"), bytes);
            const QString sealed = m_work.path(QStringLiteral("sealed"));
            const QString back = m_work.path(QStringLiteral("back"));
            VERIFY_DONE(sealFile(plain, sealed, passphrase, nullptr, leastSealCost()));
            QVERIFY(isSealed(sealed) && !isSealed(plain));
            QCOMPARE(mode(sealed), 0600U);
            QVERIFY(size < 100 || !bytesOf(sealed).contains(bytes.left(32)));
            QVERIFY(unsealFile(sealed, back, passphrase));
            QCOMPARE(bytesOf(back), bytes);
            QCOMPARE(mode(back), 0600U);
        }
    }

    void everyChangeOfASealedFileIsFound()
    {
        const QString sealed = m_work.path(QStringLiteral("sealed"));
        VERIFY_DONE(sealFile(write(QStringLiteral("plain"), QByteArray(200'000, 'a')), sealed, passphrase, nullptr, leastSealCost()));
        const QByteArray good = bytesOf(sealed);
        const QString back = m_work.path(QStringLiteral("never"));
        const auto problem = [&](const QByteArray &bytes, const QByteArray &phrase = passphrase) {
            const auto outcome = unsealFile(write(QStringLiteral("changed"), bytes), back, phrase);
            return outcome ? std::optional<UnsealProblem>() : std::optional(outcome.error().problem);
        };
        QCOMPARE(problem(good, "correct horse battery stapler"), std::optional(UnsealProblem::WrongPassphrase));
        constexpr qsizetype header = 16 + 16 + 16 + 24 + 32 + 16;
        constexpr qsizetype chunk = 65536 + 17;
        for (const qsizetype place : {qsizetype(20), qsizetype(40), qsizetype(60), qsizetype(100), header - 1, header, header + 5, header + chunk, good.size() - 1}) {
            QByteArray bytes = good;
            bytes[place] = char(bytes.at(place) ^ 0x10);
            QCOMPARE(problem(bytes), std::optional(UnsealProblem::Damaged));
        }
        for (const qsizetype size : {qsizetype(50), header, header + 10, header + chunk, header + 3 * chunk, good.size() - 1})
            QCOMPARE(problem(good.first(size)), std::optional(UnsealProblem::Damaged));
        QByteArray swapped = good;
        swapped.replace(header, chunk, good.mid(header + chunk, chunk)).replace(header + chunk, chunk, good.mid(header, chunk));
        QCOMPARE(problem(swapped), std::optional(UnsealProblem::Damaged));
        QCOMPARE(problem(good + "x"), std::optional(UnsealProblem::Damaged));
        QCOMPARE(problem(good.first(header) + good.mid(header + chunk)), std::optional(UnsealProblem::Damaged));
        QCOMPARE(problem("a letter"), std::optional(UnsealProblem::Other));
        QVERIFY(!QFile::exists(back));
    }

    void aWorkspaceGoesOutEncryptedAndComesBack()
    {
        const QString sealed = m_work.path(QStringLiteral("out.rolecall-encrypted"));
        const QString digest = tests::stateDigest(connection());
        VERIFY_DONE(backUpSealed(connection(), sealed, passphrase, nullptr, leastSealCost()));
        QVERIFY(!bytesOf(sealed).contains("SQLite"));
        const auto unsealed = Unsealed::open(sealed, connection().path(), passphrase);
        QVERIFY(unsealed);
        QString plain = (*unsealed)->path();
        {
            const auto opened = openWorkspace(plain, db::Access::ReadOnly);
            VERIFY_DONE(opened);
            QCOMPARE(tests::stateDigest((*opened)->connection()), digest);
        }
        QCOMPARE(mode(QFileInfo(plain).absolutePath()), 0700U);
        const_cast<std::unique_ptr<Unsealed> &>(*unsealed).reset();
        QVERIFY(!QFile::exists(plain)); // nothing in the clear stays
        QCOMPARE(QDir(QFileInfo(connection().path()).absolutePath()).entryList({QStringLiteral(".rolecall-*")}, QDir::Dirs | QDir::Hidden).size(), 0);
    }

    void passphrasesAreWeighed()
    {
        using enum PassphraseStrength;
        QCOMPARE(passphraseHint({}).strength, Empty);
        for (const char *weak : {"a", "password", "12345678901234567890", "aaaaaaaaaaaaaaaaaaaaaaaa", "hunter2", "hello world"})
            QCOMPARE(passphraseHint(QLatin1String(weak)).strength, Weak);
        for (const char *good : {"correct horse battery staple orbit lemon", "x7#Kq9!mW2$pLz"})
            QCOMPARE(passphraseHint(QLatin1String(good)).strength, Good);
        QCOMPARE(passphraseBytes(QStringLiteral("e\u0301")), passphraseBytes(QStringLiteral("\u00e9")));
    }

    void theLogIsSmallPrivateAndOurs()
    {
        const QString path = m_work.path(QStringLiteral("logs/rolecall.log"));
        EventLog log(path, 4000);
        log.write(EventLog::Kind::Note, QStringLiteral("Started"));
        QCOMPARE(mode(path), 0600U);
        logTo(&log);
        static const QLoggingCategory ours("rolecall.test");
        qCWarning(ours) << "the disk is full, code" << 13;
        qWarning("a document of Ada Example");
        logTo(nullptr);
        QVERIFY(log.text().contains(QStringLiteral("code 13")) && log.text().contains(QStringLiteral("problem")));
        QVERIFY(!log.text().contains(QStringLiteral("Ada")));
        for (int i = 0; i < 1000; ++i)
            log.write(EventLog::Kind::Problem, QStringLiteral("Event %1").arg(i));
        QVERIFY(log.text().contains(QStringLiteral("Event 999")) && !log.text().contains(QStringLiteral("Event 1 ")));
        QVERIFY(log.text().size() < 10'000);
    }
};

QTEST_GUILESS_MAIN(TestSafety)
#include "tst_safety.moc"
