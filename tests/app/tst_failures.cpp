// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever fails, at whatever call, an act is done whole or not at all, says why and what to do, and works at the next try.
#include "workspace_fixture.h"

#include "app/applicants/applicant_import.h"
#include "app/applicants/application_acts.h"
#include "app/documents/attaching.h"
#include "app/history/history.h"
#include "app/packets/packet_export.h"
#include "app/packets/packet_merge.h"
#include "app/reviews/agreeing.h"
#include "app/reviews/reviewing.h"
#include "app/roles/role_revising.h"
#include "app/shortlist/freezing.h"
#include "app/shortlist/standing_check.h"
#include "db/backup.h"
#include "db/stages.h"
#include "tests/support/state_digest.h"

#include <QProcess>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace rolecall;
using namespace rolecall::app;

namespace {

const QByteArray table = "Name,E-mail,Tags,Notes,Reads star charts,Writes reports,Speaks to visitors,Mends clocks\n"
                         "Ben Through,ben@example.org,sky,Kind letter,2,3,3,0\nCleo Below,cleo@example.org,,,1,3,3,3\nDan Open,dan@example.org,,=1+1,,3,?,1\n";
const QString fire = QStringLiteral("the disk is on fire");

/// A small file system of its own in a folder, where the one who runs the test may have one.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder, const char *options)
        : m_folder(QFile::encodeName(folder))
        , m_mounted(QDir().mkpath(folder) && ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, options) == 0)
    {}
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    bool isThere() const { return m_mounted; }
    bool makeReadOnly() { return ::mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0; }

private:
    QByteArray m_folder;
    bool m_mounted;
};

} // namespace

class TestFailures : public QObject
{
    Q_OBJECT
    test::WorkspaceFixture m_work;
    QString m_packet;
    PacketProposal m_proposal;
    using Act = std::function<Result<Done>()>;

    db::Connection &connection() { return m_work.connection(); }
    db::QualityId quality(int i) { return m_work.qualities.at(i).id; }
    QString digest() { return tests::stateDigest(connection()); }

    Result<Done> importTable(const QByteArray &bytes)
    {
        ImportRequest request;
        request.role = m_work.role;
        request.files = {m_work.file(QStringLiteral("applicants.csv"), bytes)};
        return importApplicants(connection(), request).map([](const ImportSummary &summary) { return summary.done.value_or(Done()); });
    }

    /// A review by another reviewer on another machine, and back.
    void makePacket()
    {
        PacketOptions options;
        options.reviewerName = QStringLiteral("Eve Panel");
        m_packet = m_work.path(QStringLiteral("packet%1.rolecall").arg(QTest::currentTestFunction()));
        VERIFY_DONE(exportPacket(connection(), m_work.role, options, m_packet));
        {
            auto packet = openWorkspace(m_packet, db::Access::ReadWrite);
            VERIFY_DONE(packet);
            VERIFY_DONE(rate((*packet)->connection(), db::ApplicationId(1), (*db::qualities((*packet)->connection(), db::RoleId(1))).first().id, 3));
            VERIFY_DONE(addNoteEvidence((*packet)->connection(), db::ApplicationId(1), (*db::qualities((*packet)->connection(), db::RoleId(1))).first().id, QStringLiteral("Saw a chart")));
            VERIFY_DONE(submitReview((*packet)->connection(), db::ApplicationId(1)));
        }
        const auto proposal = proposeMerge(connection(), m_packet);
        VERIFY_DONE(proposal);
        QCOMPARE(proposal->added, 1);
        m_proposal = *proposal;
    }

    void failEverywhere(const char *name, const Act &act, bool isUndo = false)
    {
        QString before = digest();
        int call = 0;
        for (;; ++call) {
            QVERIFY2(call < 20'000, name);
            int left = call;
            connection().setFailureInjection([&left]() -> std::optional<Error> { return left-- == 0 ? std::optional(Error{QStringLiteral("Trying"), {}, fire, QStringLiteral("Put it out")}) : std::nullopt; });
            const auto done = act();
            connection().setFailureInjection({});
            const bool reached = left < 0;
            QCOMPARE(sqlite3_get_autocommit(connection().handle()), 1);
            if (done && !reached)
                break;
            if (done) {
                // What failed was no part of the act: how it is told. Take it back, so that the next try begins alike.
                VERIFY_DONE(isUndo ? redo(connection()) : undo(connection()));
                before = digest();
                continue;
            }
            QVERIFY2(done.error().text().contains(fire), qPrintable(QStringLiteral("%1, call %2: %3").arg(QLatin1String(name)).arg(call).arg(done.error().text())));
            QVERIFY2(digest() == before, qPrintable(QStringLiteral("%1 is half done after call %2").arg(QLatin1String(name)).arg(call)));
        }
        QVERIFY2(call > 3, name);
        QCOMPARE(standingsThatDiffer(connection()).value_or(-1), 0);
        QVERIFY(tests::searchIsWhole(connection()));
        QCOMPARE(db::damage(connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
    }

private Q_SLOTS:
    void init() { m_work.open(); }
    void cleanup() { m_work.close(); }

    void everyCallMayFail()
    {
        failEverywhere("import", [this] { return importTable(table); });
        const auto people = [](std::initializer_list<int> ids) {
            QList<db::ApplicationId> list;
            for (const int id : ids)
                list << db::ApplicationId(id);
            return list;
        };
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Bob Panel")));
        failEverywhere("rate", [this] { return rate(connection(), db::ApplicationId(1), quality(0), 3); });
        failEverywhere("evidence", [this] { return addNoteEvidence(connection(), db::ApplicationId(1), quality(0), QStringLiteral("Drew the winter sky")); });
        failEverywhere("submit", [this] { return submitReview(connection(), db::ApplicationId(1)); });
        failEverywhere("withdraw", [this] { return withdrawReview(connection(), db::ApplicationId(1)); });
        failEverywhere("undo", [this] { return undo(connection()); }, true);
        failEverywhere("redo", [this] { return redo(connection()); });
        const db::StageId interview = db::stages(connection(), m_work.role)->at(1).id;
        failEverywhere("move", [&] { return moveToStage(connection(), people({1, 2, 3}), interview); });
        failEverywhere("reject", [&] { return reject(connection(), people({2}), QStringLiteral("No reports")); });
        failEverywhere("tag", [&] { return tag(connection(), people({1, 2}), QStringLiteral("night; owl")); });
        failEverywhere("attach", [this] { return attachDocuments(connection(), db::ApplicationId(1), {{QStringLiteral("letter.txt"), "I read star charts"}}).map([](const Attached &attached) { return attached.done; }); });
        failEverywhere("by hand", [this] { return placeByHand(connection(), db::ApplicationId(2), Placement::On, QStringLiteral("Knows our telescope")); });
        failEverywhere("freeze", [this] { return freezeShortlist(connection(), m_work.role, QStringLiteral("First")); });
        failEverywhere("threshold", [this] { return setQualityThreshold(connection(), quality(0), 1); });
        failEverywhere("split", [this] { return splitQuality(connection(), quality(1), {QStringLiteral("Writes reports"), QStringLiteral("Reads reports")}); });
        makePacket();
        failEverywhere("packet merge", [this] { return mergePacket(connection(), m_packet, m_proposal); });
        failEverywhere("role removal", [this] { return removeRole(connection(), m_work.role); });
        failEverywhere("undo of the removal", [this] { return undo(connection()); }, true);
    }

    void whoHasActedIsRetiredByAnUndo()
    {
        VERIFY_DONE(importTable(table));
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Bob Panel")));
        VERIFY_DONE(rate(connection(), db::ApplicationId(1), quality(0), 1));
        VERIFY_DONE(undo(connection()));
        VERIFY_DONE(undo(connection())); // Bob's name is in the log of what he did
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM reviewer WHERE name = 'Bob Panel' AND retired_at IS NOT NULL")), QStringLiteral("1"));
        VERIFY_DONE(redo(connection()));
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM reviewer WHERE name = 'Bob Panel' AND retired_at IS NULL")), QStringLiteral("1"));
    }

    void aRevisionMayFail()
    {
        VERIFY_DONE(importTable(table));
        const QByteArray newer = "# Star Keeper\n\n## Necessary qualities\n\n- Reads star charts at night\n- Writes reports\n\n## Useful qualities\n\n- Mends clocks\n- Sings\n";
        failEverywhere("revise", [&]() -> Result<Done> {
            const auto proposal = proposeRevision(connection(), m_work.role, newer, QStringLiteral("newer.md"));
            if (!proposal)
                return tl::unexpected(proposal.error());
            return applyRevision(connection(), *proposal);
        });
    }

    void aFullFileTakesNothingHalf()
    {
        VERIFY_DONE(importTable(table));
        QByteArray many = "Name,E-mail,Notes\n";
        for (int i = 0; i < 2000; ++i)
            many += "Person " + QByteArray::number(i) + ",person." + QByteArray::number(i) + "@example.org," + QByteArray(200, 'n') + '\n';
        const int pages = db::single(connection(), QStringLiteral("PRAGMA page_count"))->toInt();
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Bob Panel")));
        VERIFY_DONE(db::runScript(connection(), "PRAGMA max_page_count = " + QByteArray::number(pages + 8)));
        const QString before = digest();
        const auto refused = importTable(many);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().contains(QStringLiteral("disk is full")), qPrintable(refused.error().text()));
        QVERIFY(!refused.error().remedy.isEmpty());
        QCOMPARE(digest(), before);
        VERIFY_DONE(rate(connection(), db::ApplicationId(3), quality(0), 1)); // what fits still works
        VERIFY_DONE(db::runScript(connection(), "PRAGMA max_page_count = 1000000"));
        VERIFY_DONE(importTable(many));
        QCOMPARE(db::damage(connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
    }

    void aFullDiskTakesNothingHalf()
    {
        const SmallDisk disk(m_work.path(QStringLiteral("small")), "size=3m,mode=0700");
        if (!disk.isThere())
            QSKIP("only root may make a small file system");
        const QString path = m_work.path(QStringLiteral("small/full.rolecall"));
        auto workspace = createWorkspace(path);
        VERIFY_DONE(workspace);
        db::Connection &small = (*workspace)->connection();
        VERIFY_DONE(addRolesFromPosting(small, "# Keeper\n\n## Necessary qualities\n\n- Reads\n- Writes\n", QStringLiteral("p.md")));
        ImportRequest request;
        request.role = db::RoleId(1);
        request.files = {m_work.file(QStringLiteral("few.csv"), table)};
        VERIFY_DONE(importApplicants(small, request));
        QFile filler(m_work.path(QStringLiteral("small/filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        while (filler.write(QByteArray(4096, 'x')) == 4096 && filler.flush()) { }
        QString before = tests::stateDigest(small);
        int done = 0;
        Result<Done> last = Done();
        // Small changes go on until there is no room for one: those that were said to be done stay.
        while (last && done < 5000) {
            last = addNoteEvidence(small, db::ApplicationId(1), db::qualities(small, db::RoleId(1))->first().id, QString(500, u'e'));
            if (last) {
                before = tests::stateDigest(small);
                ++done;
            }
        }
        QVERIFY(!last);
        QVERIFY2(last.error().text().contains(QStringLiteral("disk is full")), qPrintable(last.error().text()));
        QCOMPARE(tests::stateDigest(small), before);
        const auto backup = db::backUp(small, m_work.path(QStringLiteral("small/backup.rolecall")));
        QVERIFY(!backup);
        QVERIFY2(backup.error().text().contains(QStringLiteral("disk is full")), qPrintable(backup.error().text()));
        QCOMPARE(QDir(m_work.path(QStringLiteral("small"))).entryList({QStringLiteral("backup*")}).size(), 0); // nothing half written
        filler.close();
        QVERIFY(QFile::remove(filler.fileName()));
        VERIFY_DONE(rate(small, db::ApplicationId(1), db::qualities(small, db::RoleId(1))->first().id, 1));
        workspace->reset();
        workspace = openWorkspace(path, db::Access::ReadWrite);
        VERIFY_DONE(workspace);
        QCOMPARE(db::damage((*workspace)->connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
        QCOMPARE(db::single((*workspace)->connection(), QStringLiteral("SELECT count(*) FROM evidence"))->toInt(), done);
        workspace->reset();
    }

    void aDiskThatMayOnlyBeReadCanBeRead()
    {
        SmallDisk disk(m_work.path(QStringLiteral("fixed")), "size=8m,mode=0700");
        if (!disk.isThere())
            QSKIP("only root may make a small file system");
        const QString path = m_work.path(QStringLiteral("fixed/read.rolecall"));
        {
            const auto made = createWorkspace(path);
            VERIFY_DONE(made);
        }
        QVERIFY(disk.makeReadOnly());
        const auto refused = openWorkspace(path, db::Access::ReadWrite);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().contains(QStringLiteral("cannot be written to")) && refused.error().text().contains(QStringLiteral("read-only")), qPrintable(refused.error().text()));
        VERIFY_DONE(openWorkspace(path, db::Access::ReadOnly));
        QVERIFY(!db::backUp((*openWorkspace(path, db::Access::ReadOnly))->connection(), m_work.path(QStringLiteral("fixed/backup.rolecall"))));
        VERIFY_DONE(db::backUp((*openWorkspace(path, db::Access::ReadOnly))->connection(), m_work.path(QStringLiteral("elsewhere.rolecall"))));
    }

    void anotherProgramsLockIsWaitedForAndSaid()
    {
        VERIFY_DONE(importTable(table));
        sqlite3 *other = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(connection().path()).constData(), &other), SQLITE_OK);
        const auto close = qScopeGuard([&other] { sqlite3_close(other); });
        QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_busy_timeout(connection().handle(), 50); // as it is otherwise, but sooner
        const QString before = digest();
        const auto refused = rate(connection(), db::ApplicationId(1), quality(0), 0);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().contains(QStringLiteral("another program is writing")), qPrintable(refused.error().text()));
        QCOMPARE(digest(), before); // and reading goes on
        QCOMPARE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr), SQLITE_OK);
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Bob Panel")));
        VERIFY_DONE(rate(connection(), db::ApplicationId(1), quality(0), 0));
    }

    void aLockOfTheDeadIsTakenAndOneFromElsewhereIsAsked()
    {
        const QString path = m_work.path(QStringLiteral("locked.rolecall"));
        {
            const auto made = createWorkspace(path);
            VERIFY_DONE(made);
        }
        const auto lockAs = [&](qint64 process, const QString &host) {
            m_work.file(QStringLiteral(".locked.rolecall.lock"), QByteArray::number(process) + "\nrolecall\n" + host.toUtf8() + "\n\n\n");
        };
        // A process that is gone.
        QProcess gone;
        gone.start(QStringLiteral("true"), QStringList());
        QVERIFY(gone.waitForStarted());
        const qint64 process = gone.processId();
        QVERIFY(gone.waitForFinished());
        lockAs(process, QSysInfo::machineHostName());
        {
            const auto opened = openWorkspace(path, db::Access::ReadWrite);
            VERIFY_DONE(opened);
        }
        // One that was killed before it could say who it was; and one that is just about to.
        const QString lock = m_work.file(QStringLiteral(".locked.rolecall.lock"), QByteArray());
        {
            QFile held(lock);
            QVERIFY(held.open(QIODevice::ReadWrite));
            QCOMPARE(flock(held.handle(), LOCK_EX), 0);
            QVERIFY(!openWorkspace(path, db::Access::ReadWrite));
            QVERIFY(QFile::exists(lock));
        }
        {
            const auto opened = openWorkspace(path, db::Access::ReadWrite);
            VERIFY_DONE(opened);
        }
        // Another computer.
        lockAs(process, QStringLiteral("observatory"));
        const auto refused = openWorkspace(path, db::Access::ReadWrite);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().contains(QStringLiteral("observatory")) && refused.error().remedy.contains(QStringLiteral(".locked.rolecall.lock")), qPrintable(refused.error().text()));
        VERIFY_DONE(openWorkspace(path, db::Access::ReadOnly));
        VERIFY_DONE(db::Workspace::releaseElsewhere(path));
        const auto opened = openWorkspace(path, db::Access::ReadWrite);
        VERIFY_DONE(opened);
        VERIFY_DONE(db::Workspace::releaseElsewhere(path)); // one that is held here is never taken away
        QVERIFY(!openWorkspace(path, db::Access::ReadWrite));
    }

    void aClockThatJumpsBackKeepsTheOrder()
    {
        const auto at = [this](const char *moment) { connection().setClock([moment] { return QDateTime::fromString(QLatin1String(moment), Qt::ISODate); }); };
        at("2031-05-01T10:00:00Z");
        VERIFY_DONE(importTable(table));
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Bob Panel")));
        VERIFY_DONE(rate(connection(), db::ApplicationId(1), quality(0), 1));
        at("1999-01-01T00:00:00Z");
        VERIFY_DONE(rate(connection(), db::ApplicationId(1), quality(0), 2));
        VERIFY_DONE(submitReview(connection(), db::ApplicationId(1)));
        const auto entries = history(connection(), {}, 3);
        VERIFY_DONE(entries);
        QVERIFY(entries->at(0).title.contains(QStringLiteral("ubmitted")));
        VERIFY_DONE(undo(connection()));
        VERIFY_DONE(undo(connection()));
        QCOMPARE(reviewSheet(connection(), db::ApplicationId(1))->ratings.first().level, std::optional(1));
        VERIFY_DONE(redo(connection()));
        QCOMPARE(reviewSheet(connection(), db::ApplicationId(1))->ratings.first().level, std::optional(2));
        QCOMPARE(db::damage(connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
    }

    void aFileThatIsTakenAwayTakesNoMoreChanges()
    {
        VERIFY_DONE(importTable(table));
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Bob Panel")));
        const QString path = connection().path();
        QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
        const auto refused = rate(connection(), db::ApplicationId(1), quality(0), 0);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().contains(QStringLiteral("moved")) && !refused.error().remedy.isEmpty(), qPrintable(refused.error().text()));
        // What was saved before can still be kept.
        const QString copy = m_work.path(QStringLiteral("rescued.rolecall"));
        VERIFY_DONE(db::backUp(connection(), copy));
        const auto rescued = openWorkspace(copy, db::Access::ReadOnly);
        VERIFY_DONE(rescued);
        QCOMPARE(tests::stateDigest((*rescued)->connection()), digest());
        QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
        VERIFY_DONE(rate(connection(), db::ApplicationId(1), quality(0), 0));
    }
};

QTEST_GUILESS_MAIN(TestFailures)
#include "tst_failures.moc"
