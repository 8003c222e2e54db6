// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed at any moment: the file opens, is whole, and holds every change that was reported as saved.
// ROLECALL_KILLS says how often (the usual number is small enough for every run); the seed is fixed.
#include "workspace_fixture.h"

#include "app/packets/packet_export.h"
#include "app/reviews/reviewing.h"
#include "app/shortlist/standing_check.h"
#include "app/applicants/applicant_import.h"
#include "db/backup.h"
#include "db/migrations.h"
#include "db/opening_check.h"
#include "tests/support/byte_search.h"
#include "tests/support/state_digest.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QThread>
#include <csignal>

using namespace rolecall;

namespace {

constexpr int usualKills = 240;
// Thousands take longer than Qt Test gives a function; ctest bounds the usual number.
const bool isPatient = qputenv("QTEST_FUNCTION_TIMEOUT", "14400000");
constexpr int longestRecovery = 300;
constexpr int longestMilliseconds = 90; // after "ready": several acts of each kind

struct Said
{
    QStringList begun;
    qint64 saved = 0;      ///< the change reported last
    QString digest;        ///< what the file held then
    int done = 0;          ///< backups, upgrades, restorations or recoveries reported as made
    QStringList erased;    ///< e-mail addresses of people who were reported as erased
    QStringList unexpected;
};

Said heard(const QByteArray &output)
{
    Said said;
    // A line that was cut by the kill was not said.
    const QList<QByteArray> lines = output.left(output.lastIndexOf('\n') + 1).split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.first() == "begin")
            said.begun << QString::fromLatin1(words.last());
        else if (words.first() == "saved" && words.size() == 3) {
            said.saved = words.at(1).toLongLong();
            said.digest = QString::fromLatin1(words.at(2));
        } else if (words.first() == "erased")
            said.erased << QString::fromLatin1(words.last());
        else if (line == "done")
            ++said.done;
        else if (!line.isEmpty() && line != "ready")
            said.unexpected << QString::fromUtf8(line);
    }
    return said;
}

} // namespace

class TestKilled : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_packet;
    QString m_backup;  ///< one of another moment than the base
    QString m_damaged;
    QStringList m_emails;
    QString m_baseDigest;
    QString m_backupDigest;
    QString m_table;
    QHash<QString, int> m_kills;
    QHash<QString, int> m_begun;
    int m_inFlight = 0;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    Said kill(const QString &act, const QString &workspace, quint32 seed, const QString &file, int microseconds)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(ROLECALL_KILLED_WORKER), {act, workspace, QString::number(seed), file});
        QByteArray output;
        while (!output.startsWith("ready") && program.state() != QProcess::NotRunning) {
            program.waitForReadyRead(100);
            output += program.readAllStandardOutput();
            if (program.state() == QProcess::NotRunning || (!output.isEmpty() && !output.startsWith('r')))
                break;
        }
        QThread::usleep(static_cast<unsigned long>(microseconds));
        program.kill();
        program.waitForFinished(-1);
        output += program.readAllStandardOutput();
        Said said = heard(output);
        if (program.exitStatus() != QProcess::CrashExit)
            said.unexpected << QStringLiteral("the program ended by itself with %1").arg(program.exitCode());
        return said;
    }

    void examine(const QString &act, const QString &workspace, const Said &said, const QString &where)
    {
        const auto opened = app::openWorkspace(workspace, db::Access::ReadWrite);
        QVERIFY2(opened.has_value(), qPrintable(opened ? QString() : where + opened.error().text()));
        db::Connection &connection = (*opened)->connection();
        QCOMPARE(db::damage(connection).value_or(QStringList{QStringLiteral("?")}), QStringList());
        if (act != QLatin1String("migrate")) // the standings of the frozen files are made up
            QCOMPARE(app::standingsThatDiffer(connection).value_or(-1), 0);
        QVERIFY2(tests::searchIsWhole(connection), qPrintable(where));
        if (said.saved == 0)
            return;
        const qint64 newest = db::single(connection, QStringLiteral("SELECT max(id) FROM change"))->toLongLong();
        // At most the act that was under way may have come to stay without a word.
        QVERIFY2(newest == said.saved || newest == said.saved + 1, qPrintable(QStringLiteral("%1: change %2 was saved, %3 is the newest").arg(where).arg(said.saved).arg(newest)));
        if (newest == said.saved)
            QVERIFY2(tests::stateDigest(connection) == said.digest, qPrintable(where + QStringLiteral(": the file is not what was saved")));
        else
            ++m_inFlight;
    }

    /// Nobody is half gone: of everybody who is not in the file any more, no byte is.
    void examineErasure(const QString &workspace, const Said &said, const QString &where)
    {
        QStringList gone = m_emails;
        {
            const auto opened = app::openWorkspace(workspace, db::Access::ReadOnly);
            VERIFY_DONE(opened);
            auto rows = db::run((*opened)->connection(), QStringLiteral("SELECT email FROM candidate"));
            VERIFY_DONE(rows);
            while (rows->next())
                gone.removeOne(rows->value(0).toString());
        }
        for (const QString &email : said.erased)
            QVERIFY2(gone.contains(email), qPrintable(where + QStringLiteral(": is there again: ") + email));
        const QStringList found = test::foundInFiles(workspace, gone);
        QVERIFY2(found.isEmpty(), qPrintable(where + QStringLiteral(": ") + found.join(u';')));
    }

    /// In the workspace's place is what was there or the backup, whole; what was there is somewhere beside it.
    void examineRestoring(const QString &workspace, const QString &where)
    {
        bool hasOld = false;
        for (const QString &name : QDir(m_folder.path()).entryList({QStringLiteral("killed*.rolecall")}, QDir::Files)) {
            const auto opened = app::openWorkspace(path(name), db::Access::ReadOnly);
            QVERIFY2(opened.has_value(), qPrintable(where + u' ' + name));
            QCOMPARE(db::damage((*opened)->connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
            const QString digest = tests::stateDigest((*opened)->connection());
            hasOld |= digest == m_baseDigest;
            QVERIFY2(digest == m_baseDigest || digest == m_backupDigest, qPrintable(where + QStringLiteral(": neither the one nor the other: ") + name));
        }
        QVERIFY2(hasOld, qPrintable(where + QStringLiteral(": what was there is lost")));
        QVERIFY(QFile::exists(workspace));
    }

    /// The damaged file is untouched, and under the new name there is a whole workspace or nothing.
    void examineRecovery(const QString &target, const QString &where)
    {
        QVERIFY2(bytesOf(path(QStringLiteral("killed.rolecall"))) == bytesOf(m_damaged), qPrintable(where));
        if (!QFile::exists(target))
            return;
        const auto opened = app::openWorkspace(target, db::Access::ReadOnly);
        QVERIFY2(opened.has_value(), qPrintable(where));
        QCOMPARE(db::damage((*opened)->connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
    }

    static QByteArray bytesOf(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QByteArray people = "Name,E-mail,Notes,Reads star charts,Writes reports\n";
        for (int i = 0; i < 60; ++i)
            people += QStringLiteral("Person %1,person.%1@example.org,Kind letter,%2,%3\n").arg(i).arg(i % 4).arg(i / 4 % 4).toUtf8();
        write(QStringLiteral("people.csv"), people);
        const QList<QByteArray> lines = people.split('\n');
        write(QStringLiteral("few.csv"), lines.mid(0, 21).join('\n') + '\n');
        m_table = path(QStringLiteral("people.csv"));
        const auto made = app::createWorkspace(path(QStringLiteral("base.rolecall")));
        VERIFY_DONE(made);
        db::Connection &connection = (*made)->connection();
        VERIFY_DONE(app::addRolesFromPosting(connection, "# Star Keeper\n\n## Necessary qualities\n\n- Reads star charts\n- Writes reports\n\n## Useful qualities\n\n- Speaks to visitors\n- Mends clocks\n",
                                             QStringLiteral("keeper.md")));
        app::ImportRequest request;
        request.role = db::RoleId(1);
        request.files = {path(QStringLiteral("few.csv"))};
        request.reviewerName = QStringLiteral("Bob Panel");
        VERIFY_DONE(app::importApplicants(connection, request));
        m_packet = path(QStringLiteral("packet.rolecall"));
        app::PacketOptions options;
        options.reviewerName = QStringLiteral("Eve Panel");
        VERIFY_DONE(app::exportPacket(connection, db::RoleId(1), options, m_packet));
        auto packet = app::openWorkspace(m_packet, db::Access::ReadWrite);
        VERIFY_DONE(packet);
        const QList<db::Quality> qualities = *db::qualities((*packet)->connection(), db::RoleId(1));
        for (const db::Quality &quality : qualities) {
            VERIFY_DONE(app::rate((*packet)->connection(), db::ApplicationId(3), quality.id, 2));
            VERIFY_DONE(app::addNoteEvidence((*packet)->connection(), db::ApplicationId(3), quality.id, QStringLiteral("Seen")));
        }
        VERIFY_DONE(app::submitReview((*packet)->connection(), db::ApplicationId(3)));
        for (int i = 0; i < 20; ++i)
            m_emails << QStringLiteral("person.%1@example.org").arg(i);
        m_backup = path(QStringLiteral("earlier.rolecall"));
        m_baseDigest = tests::stateDigest(connection);
        VERIFY_DONE(db::backUp(connection, m_backup));
        auto earlier = app::openWorkspace(m_backup, db::Access::ReadWrite);
        VERIFY_DONE(earlier);
        VERIFY_DONE(app::rate((*earlier)->connection(), db::ApplicationId(3), qualities.first().id, 1));
        m_backupDigest = tests::stateDigest((*earlier)->connection());
        QVERIFY(m_backupDigest != m_baseDigest);
        // The beginning of the first table's tree is overwritten.
        m_damaged = path(QStringLiteral("damaged.rolecall"));
        VERIFY_DONE(db::backUp(connection, m_damaged));
        qint64 page = 0;
        qint64 bytes = 0;
        {
            const auto copy = app::openWorkspace(m_damaged, db::Access::ReadOnly);
            VERIFY_DONE(copy);
            page = db::single((*copy)->connection(), QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'candidate'"))->toLongLong();
            bytes = db::single((*copy)->connection(), QStringLiteral("PRAGMA page_size"))->toLongLong();
        }
        QFile file(m_damaged);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * bytes) && file.write(QByteArray(64, 'x')) == 64);
        file.close();
        QCOMPARE(db::fileState(m_damaged), db::FileState::Damaged);
    }

    void nothingThatWasSavedIsLost()
    {
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("ROLECALL_KILLS", &isNumber);
        QVERIFY(isPatient);
        const int kills = isNumber && wanted > 0 ? wanted : usualKills;
        const QStringList acts{QStringLiteral("import"), QStringLiteral("rate"), QStringLiteral("undo"),   QStringLiteral("merge"),
                               QStringLiteral("freeze"), QStringLiteral("remove"), QStringLiteral("migrate"), QStringLiteral("backup"),
                               QStringLiteral("erase"),  QStringLiteral("restore"), QStringLiteral("recover")};
        const QHash<QString, QString> files{{QStringLiteral("merge"), m_packet}, {QStringLiteral("backup"), path(QStringLiteral("backup.rolecall"))},
                                            {QStringLiteral("restore"), m_backup}, {QStringLiteral("recover"), path(QStringLiteral("backup.rolecall"))}};
        const QHash<QString, QString> bases{{QStringLiteral("recover"), m_damaged}};
        QRandomGenerator random(20'261'125);
        for (int round = 0; round < kills; ++round) {
            const QString act = acts.at(round % acts.size());
            const QString where = QStringLiteral("%1, kill %2").arg(act).arg(round);
            const QString workspace = path(QStringLiteral("killed.rolecall"));
            const QString backup = path(QStringLiteral("backup.rolecall"));
            for (const QString &name : QDir(m_folder.path()).entryList({QStringLiteral("killed*"), QStringLiteral(".killed*"), QStringLiteral("backup*")}, QDir::Files | QDir::Hidden))
                QVERIFY(QFile::remove(path(name)));
            for (const QString &name : QDir(m_folder.path()).entryList({QStringLiteral(".killed*")}, QDir::Dirs | QDir::Hidden))
                QVERIFY(QDir(path(name)).removeRecursively());
            const QString frozen = QStringLiteral(ROLECALL_TEST_DATA "/schemas/v%1.rolecall").arg(QList<int>{1, 2, 3, 9}.at(random.bounded(4)));
            QVERIFY(QFile::copy(act == QLatin1String("migrate") ? frozen : bases.value(act, path(QStringLiteral("base.rolecall"))), workspace));
            QFile::setPermissions(workspace, QFile::ReadOwner | QFile::WriteOwner);
            const int longest = act == QLatin1String("recover") ? longestRecovery : longestMilliseconds;
            const Said said = kill(act, workspace, random.generate(), files.value(act, m_table), random.bounded(longest * 1000));
            QVERIFY2(said.unexpected.isEmpty(), qPrintable(where + QStringLiteral(": ") + said.unexpected.join(u';')));
            ++m_kills[act];
            m_begun[act] += int(said.begun.size());
            if (act == QLatin1String("recover"))
                examineRecovery(backup, where);
            else if (act == QLatin1String("restore"))
                examineRestoring(workspace, where);
            else
                examine(act, workspace, said, where);
            if (act == QLatin1String("erase") && !QTest::currentTestFailed())
                examineErasure(workspace, said, where);
            if (QTest::currentTestFailed())
                return;
            if (act == QLatin1String("backup") && (said.done > 0 || QFile::exists(backup))) {
                // Under its name there is a whole copy or none.
                const auto copy = app::openWorkspace(backup, db::Access::ReadOnly);
                VERIFY_DONE(copy);
                QCOMPARE(db::damage((*copy)->connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
                QCOMPARE(db::single((*copy)->connection(), QStringLiteral("SELECT count(*) FROM application"))->toInt(), 20);
            }
        }
        for (const QString &act : acts)
            qInfo("%-8s %5d kills", qPrintable(act), m_kills.value(act));
        qInfo("%d times an act had come to stay before it was reported", m_inFlight);
        for (const QString &act : acts)
            QVERIFY2(m_begun.value(act) > 0, qPrintable(QStringLiteral("%1 was never under way").arg(act)));
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
