// SPDX-License-Identifier: GPL-3.0-or-later
// Packets: four reviewers on several machines, what comes back and merges once, and files that mean harm.
#include "workspace_fixture.h"

#include "app/documents/attaching.h"
#include "app/documents/text_preparation.h"
#include "app/history/history.h"
#include "app/packets/packet_export.h"
#include "app/packets/packet_merge.h"
#include "app/reviews/reviewing.h"
#include "app/shortlist/standing_check.h"
#include "app/shortlist/standing_updates.h"
#include "db/applications.h"
#include "db/backup.h"
#include "db/documents.h"
#include "db/stages.h"
#include "db/submitted_ratings.h"

#include <sqlite3.h>

using namespace rolecall;
using namespace rolecall::app;

namespace {

const QByteArray letter = "Dear panel,\n\nI am Quirina Zandvliet, and I have read star charts for nine years.\nMy address is quirina@example.org, +31 20 555 0199.\n\nQuirina Zandvliet\n";

/// Runs SQL as another program would, with no care for what Rolecall allows.
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

} // namespace

class TestPackets : public QObject
{
    Q_OBJECT
    test::WorkspaceFixture m_work;
    QList<db::ApplicationId> m_people;

    db::Connection &connection() { return m_work.connection(); }

    void addPerson(const QString &name, const QString &email)
    {
        auto scope = db::ChangeScope::begin(connection(), {QStringLiteral("applicant"), QStringLiteral("Added {applicant}"), {}, m_work.role});
        db::Candidate candidate;
        candidate.name = name;
        candidate.email = email;
        db::Application application;
        application.role = m_work.role;
        application.candidate = *db::insertCandidate(connection(), candidate);
        application.stage = db::stages(connection(), m_work.role)->first().id;
        m_people << *db::insertApplication(connection(), application);
        VERIFY_DONE(db::insertNote(connection(), {{}, m_people.last(), {}, name + QStringLiteral(" wrote a kind letter"), {}}));
        VERIFY_DONE(scope->commit());
    }

    QString made(const QString &reviewer, bool blind = false, const QString &name = QStringLiteral("packet.rolecall"))
    {
        PacketOptions options;
        options.blind = blind;
        options.reviewerName = reviewer;
        const QString path = m_work.path(name);
        const auto written = exportPacket(connection(), m_work.role, options, path);
        if (!written)
            QTest::qFail(qPrintable(written.error().text()), __FILE__, __LINE__);
        return path;
    }

    /// The colleague's part: rates everybody and submits; `levels` for the qualities in their order.
    void review(const QString &path, const QList<int> &levels, const QString &as = {})
    {
        auto packet = openWorkspace(path, db::Access::ReadWrite);
        VERIFY_DONE(packet);
        db::Connection &theirs = (*packet)->connection();
        if (!as.isEmpty())
            VERIFY_DONE(becomeReviewer(theirs, as));
        const auto qualities = db::qualities(theirs, db::RoleId(1));
        VERIFY_DONE(qualities);
        for (qint64 id = 1; id <= m_people.size(); ++id) {
            for (qsizetype i = 0; i < qualities->size(); ++i)
                VERIFY_DONE(rate(theirs, db::ApplicationId(id), qualities->at(i).id, (levels.at(i) + int(id)) % 4));
            VERIFY_DONE(submitReview(theirs, db::ApplicationId(id)));
        }
    }
    /// Opens a submitted review in a packet again, changes one level and submits it.
    void change(const QString &path, db::ApplicationId application, int level)
    {
        auto packet = openWorkspace(path, db::Access::ReadWrite);
        VERIFY_DONE(packet);
        db::Connection &theirs = (*packet)->connection();
        VERIFY_DONE(withdrawReview(theirs, application));
        VERIFY_DONE(rate(theirs, application, db::QualityId(1), level));
        VERIFY_DONE(submitReview(theirs, application));
    }

    PacketProposal proposed(const QString &path)
    {
        const auto proposal = proposeMerge(connection(), path);
        if (!proposal)
            QTest::qFail(qPrintable(proposal.error().text()), __FILE__, __LINE__);
        return proposal.value_or(PacketProposal());
    }
    Done merged(const QString &path, bool takeTheirs = false)
    {
        PacketProposal proposal = proposed(path);
        for (PacketConflict &conflict : proposal.conflicts)
            conflict.take = takeTheirs;
        const auto done = mergePacket(connection(), path, proposal);
        if (!done)
            QTest::qFail(qPrintable(done.error().text()), __FILE__, __LINE__);
        return done.value_or(Done());
    }
    QString refusal(const QString &path)
    {
        const auto proposal = proposeMerge(connection(), path);
        return proposal ? QString() : proposal.error().text();
    }
    /// Everything that is rated, in one text that shows any difference.
    QString ratings()
    {
        return m_work.value(QStringLiteral("SELECT group_concat(line, char(10)) FROM (SELECT v.application_id || ' ' || r.name || ' ' || v.state || v.revision || ' ' || g.quality_id || '=' || "
                                           "coalesce(g.level, '-') || g.ask AS line FROM rating g JOIN review v ON v.id = g.review_id JOIN reviewer r ON r.id = v.reviewer_id ORDER BY line)"))
               + m_work.value(QStringLiteral("SELECT group_concat(line, char(10)) FROM (SELECT note || quote || coalesce(start, '') AS line FROM evidence ORDER BY line)"));
    }
    QString levelOf(const QString &reviewer, int application, int quality)
    {
        return m_work.value(QStringLiteral("SELECT level FROM rating g JOIN review v ON v.id = g.review_id JOIN reviewer r ON r.id = v.reviewer_id WHERE r.name = '%1' AND v.application_id = %2 AND g.quality_id = %3")
                                .arg(reviewer).arg(application).arg(quality));
    }

private Q_SLOTS:
    void init()
    {
        m_work.open();
        m_people.clear();
        addPerson(QStringLiteral("Quirina Zandvliet"), QStringLiteral("quirina@example.org"));
        addPerson(QStringLiteral("Bela Ohm"), QStringLiteral("bela@example.org"));
        VERIFY_DONE(attachDocuments(connection(), m_people.first(), {{QStringLiteral("Zandvliet letter.txt"), letter}}));
        for (const db::ApplicationId id : std::as_const(m_people)) {
            VERIFY_DONE(rate(connection(), id, m_work.qualities.first().id, 3));
            VERIFY_DONE(submitReview(connection(), id));
        }
    }
    void cleanup()
    {
        QCOMPARE(standingsThatDiffer(connection()).value_or(-1), 0);
        QCOMPARE(db::damage(connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
        m_work.close();
        for (const char *name : {"packet.rolecall", "second.rolecall"})
            QFile::remove(m_work.path(QString::fromLatin1(name)));
    }

    void fourReviewersOnTwoCopiesMergeOnce()
    {
        const QString before = ratings();
        const QString first = made(QStringLiteral("Ben Desk"));
        const QString second = made(QStringLiteral("Cleo Desk"), true, QStringLiteral("second.rolecall"));
        review(first, {1, 2, 3, 0});
        review(first, {0, 1, 1, 1}, QStringLiteral("Dan Desk")); // a second person at the first machine
        review(second, {2, 2, 2, 2});
        const PacketProposal proposal = proposed(first);
        QCOMPARE(proposal.added, 4);
        QCOMPARE(proposal.reviewers, QStringList({QStringLiteral("Ben Desk"), QStringLiteral("Dan Desk")}));
        QVERIFY(proposal.conflicts.isEmpty());
        QVERIFY(merged(first).change.isValid());
        QVERIFY(merged(second).change.isValid());
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM review WHERE state = 'submitted'")), QStringLiteral("8"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM rating")), QStringLiteral("26"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM panel_member")), QStringLiteral("4"));
        QCOMPARE(levelOf(QStringLiteral("Ben Desk"), 1, 1), QStringLiteral("2"));
        QCOMPARE(levelOf(QStringLiteral("Dan Desk"), 2, 4), QStringLiteral("3"));
        QCOMPARE(levelOf(QStringLiteral("Cleo Desk"), 2, 1), QStringLiteral("0"));
        const QString after = ratings();
        const QString changes = m_work.value(QStringLiteral("SELECT count(*) FROM change"));
        for (const QString &path : {first, second}) {
            const PacketProposal again = proposed(path);
            QVERIFY(!again.changesAnything());
            // Dan is known here by now, and nothing in his name is new, so nobody is asked about it.
            QVERIFY(again.conflicts.isEmpty());
            QVERIFY(!merged(path).change.isValid());
        }
        QCOMPARE(ratings(), after);
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM change")), changes);
        VERIFY_DONE(undo(connection()));
        VERIFY_DONE(undo(connection()));
        QCOMPARE(ratings(), before);
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM reviewer WHERE name LIKE '% Desk'")), QStringLiteral("0"));
        VERIFY_DONE(redo(connection()));
        VERIFY_DONE(redo(connection()));
        QCOMPARE(ratings(), after);
    }

    void aPacketHoldsNobodyElsesWork()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        auto packet = openWorkspace(path, db::Access::ReadOnly);
        VERIFY_DONE(packet);
        db::Connection &theirs = (*packet)->connection();
        for (const char *table : {"review", "rating", "evidence", "change", "change_row", "agreed_level", "hand_placement", "shortlist", "import_report"})
            QCOMPARE(db::single(theirs, QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table)))->toInt(), 0);
        QCOMPARE(db::ownReviewer(theirs)->value().name, QStringLiteral("Ben Desk"));
        QCOMPARE(db::single(theirs, QStringLiteral("SELECT count(*) FROM reviewer"))->toInt(), 1);
        QCOMPARE(db::single(theirs, QStringLiteral("SELECT count(*) FROM application"))->toInt(), 2);
        QCOMPARE(db::qualities(theirs, db::RoleId(1))->size(), 4);
        QCOMPARE(db::damage(theirs).value_or(QStringList{QStringLiteral("?")}), QStringList());
        const QFileInfo file(path);
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void aBlindPacketDoesNotSayWhoItIs()
    {
        const QString path = made(QStringLiteral("Ben Desk"), true);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll().toLower();
        for (const char *word : {"zandvliet", "quirina", "555 0199", "bela", "ohm"})
            QVERIFY2(!bytes.contains(word), word);
        QVERIFY(bytes.contains("star charts for nine years"));
        auto packet = openWorkspace(path, db::Access::ReadOnly);
        VERIFY_DONE(packet);
        QCOMPARE(db::single((*packet)->connection(), QStringLiteral("SELECT blind FROM role"))->toInt(), 1);
    }

    void quotesComeBackToTheOriginal_data()
    {
        QTest::addColumn<bool>("blind");
        QTest::newRow("open") << false;
        QTest::newRow("blind") << true;
    }
    void quotesComeBackToTheOriginal()
    {
        QFETCH(bool, blind);
        const QString path = made(QStringLiteral("Ben Desk"), blind);
        {
            auto packet = openWorkspace(path, db::Access::ReadWrite);
            VERIFY_DONE(packet);
            db::Connection &theirs = (*packet)->connection();
            const auto documents = db::documents(theirs, db::ApplicationId(1));
            VERIFY_DONE(documents);
            QCOMPARE(documents->size(), 1);
            const auto text = prepareText(theirs, documents->first());
            VERIFY_DONE(text);
            const QString quote = QStringLiteral("I have read star charts");
            db::Evidence evidence;
            evidence.quote = quote;
            evidence.document = documents->first().id;
            evidence.sha256 = documents->first().sha256;
            evidence.start = text->text.text.indexOf(quote);
            evidence.length = quote.size();
            QVERIFY(evidence.start > 0);
            VERIFY_DONE(addQuoteEvidence(theirs, db::ApplicationId(1), db::QualityId(1), evidence));
            evidence.quote = QStringLiteral("words that are in no document at all");
            VERIFY_DONE(addQuoteEvidence(theirs, db::ApplicationId(1), db::QualityId(2), evidence));
            VERIFY_DONE(submitReview(theirs, db::ApplicationId(1)));
        }
        merged(path);
        QCOMPARE(m_work.value(QStringLiteral("SELECT quote FROM evidence WHERE quality_id = 1")), QStringLiteral("I have read star charts"));
        const qsizetype place = QString::fromUtf8(letter).indexOf(QStringLiteral("I have read"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT start FROM evidence WHERE quality_id = 1")).toLongLong(), place);
        QCOMPARE(m_work.value(QStringLiteral("SELECT e.sha256 = d.sha256 FROM evidence e JOIN document d ON d.id = e.document_id WHERE e.quality_id = 1")), QStringLiteral("1"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT quote || '|' || note FROM evidence WHERE quality_id = 2")), QStringLiteral("|“words that are in no document at all”"));
        QVERIFY(!merged(path).change.isValid());
        QVERIFY(proposed(path).conflicts.isEmpty());
    }

    void ownWorkGoesAlongAndComesBackUnmasked()
    {
        const auto note = QStringLiteral("Quirina knows the charts");
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Ben Desk")));
        VERIFY_DONE(rate(connection(), m_people.first(), m_work.qualities.first().id, 1));
        VERIFY_DONE(addNoteEvidence(connection(), m_people.first(), m_work.qualities.first().id, note));
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Ada Panel")));
        const QString path = made(QStringLiteral("Ben Desk"), true);
        {
            auto packet = openWorkspace(path, db::Access::ReadWrite);
            VERIFY_DONE(packet);
            QVERIFY(!db::single((*packet)->connection(), QStringLiteral("SELECT note FROM evidence"))->toString().contains(QStringLiteral("Quirina")));
            VERIFY_DONE(rate((*packet)->connection(), db::ApplicationId(1), db::QualityId(1), 2));
            VERIFY_DONE(submitReview((*packet)->connection(), db::ApplicationId(1)));
        }
        QCOMPARE(proposed(path).updated, 1);
        merged(path);
        QCOMPARE(levelOf(QStringLiteral("Ben Desk"), 1, 1), QStringLiteral("2"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT note FROM evidence")), note);
    }

    void whoAppliesLaterTakesNothingFromANote()
    {
        const auto note = QStringLiteral("Stronger than Bela Ohm, and than Nora Newcomer may be");
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Ben Desk")));
        VERIFY_DONE(rate(connection(), m_people.first(), m_work.qualities.first().id, 1));
        VERIFY_DONE(addNoteEvidence(connection(), m_people.first(), m_work.qualities.first().id, note));
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Ada Panel")));
        const QString path = made(QStringLiteral("Ben Desk"), true);
        {
            auto packet = openWorkspace(path, db::Access::ReadWrite);
            VERIFY_DONE(packet);
            QCOMPARE(db::single((*packet)->connection(), QStringLiteral("SELECT note FROM evidence"))->toString(), QStringLiteral("Stronger than [name], and than Nora Newcomer may be"));
            VERIFY_DONE(rate((*packet)->connection(), db::ApplicationId(1), db::QualityId(1), 2));
            VERIFY_DONE(submitReview((*packet)->connection(), db::ApplicationId(1)));
        }
        addPerson(QStringLiteral("Nora Newcomer"), QStringLiteral("nora@example.org"));
        VERIFY_DONE(refreshStandings(connection(), m_work.role));
        merged(path);
        QCOMPARE(levelOf(QStringLiteral("Ben Desk"), 1, 1), QStringLiteral("2"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT note FROM evidence")), note);
    }

    void aLinkIsNoWayAround()
    {
        const QString target = m_work.path(QStringLiteral("packet.rolecall"));
        const QString link = m_work.path(QStringLiteral("second.rolecall"));
        QVERIFY(QFile::link(connection().path(), link));
        QVERIFY(refusal(link).contains(QStringLiteral("this workspace itself")));
        PacketOptions options;
        options.reviewerName = QStringLiteral("Ben Desk");
        QVERIFY(!exportPacket(connection(), m_work.role, options, link)); // it would be written over the workspace
        QFile::remove(link);
        // A link to another file is replaced by the packet; what it led to stays as it was.
        const QString other = m_work.file(QStringLiteral("letter.txt"), letter);
        QVERIFY(QFile::link(other, target));
        made(QStringLiteral("Ben Desk"));
        QVERIFY(!QFileInfo(target).isSymLink());
        QFile kept(other);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), letter);
    }

    void newerRevisionsUpdateAndOlderOnesDoNot()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        review(path, {1, 1, 1, 1});
        const QString early = m_work.path(QStringLiteral("second.rolecall"));
        QVERIFY(QFile::copy(path, early));
        merged(path);
        change(path, db::ApplicationId(1), 0);
        const PacketProposal newer = proposed(path);
        QCOMPARE(newer.updated, 1);
        QCOMPARE(newer.unchanged, 1);
        QVERIFY(newer.conflicts.isEmpty());
        merged(path);
        QCOMPARE(levelOf(QStringLiteral("Ben Desk"), 1, 1), QStringLiteral("0"));
        const PacketProposal older = proposed(early);
        QCOMPARE(older.older, 1);
        QVERIFY(!older.changesAnything());
        QVERIFY(!merged(early, true).change.isValid());
        QCOMPARE(levelOf(QStringLiteral("Ben Desk"), 1, 1), QStringLiteral("0"));
    }

    void aReviewChangedOnBothSidesIsAChoice()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        review(path, {1, 1, 1, 1});
        merged(path);
        change(path, db::ApplicationId(1), 0);
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Ben Desk")));
        VERIFY_DONE(withdrawReview(connection(), m_people.first()));
        VERIFY_DONE(rate(connection(), m_people.first(), m_work.qualities.first().id, 3));
        VERIFY_DONE(submitReview(connection(), m_people.first()));
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Ada Panel")));
        const PacketProposal proposal = proposed(path);
        QCOMPARE(proposal.conflicts.size(), 1);
        QCOMPARE(proposal.conflicts.first().kind, ConflictKind::Review);
        QCOMPARE(proposal.conflicts.first().lines.size(), 1);
        QCOMPARE(proposal.conflicts.first().lines.first().ours, QStringLiteral("3"));
        QCOMPARE(proposal.conflicts.first().lines.first().theirs, QStringLiteral("0"));
        QVERIFY(!merged(path).change.isValid());
        QCOMPARE(levelOf(QStringLiteral("Ben Desk"), 1, 1), QStringLiteral("3"));
        QVERIFY(merged(path, true).change.isValid());
        QCOMPARE(levelOf(QStringLiteral("Ben Desk"), 1, 1), QStringLiteral("0"));
        VERIFY_DONE(undo(connection()));
        QCOMPARE(levelOf(QStringLiteral("Ben Desk"), 1, 1), QStringLiteral("3"));
    }

    void aConflictKeepsOthersRatingsFromWhoHasNotSubmitted()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        review(path, {1, 1, 1, 1});
        merged(path);
        tamper(path, "UPDATE rating SET level = 0 WHERE quality_id = 1");
        VERIFY_DONE(withdrawReview(connection(), m_people.first()));
        const PacketProposal proposal = proposed(path);
        QCOMPARE(proposal.conflicts.size(), 2);
        for (const PacketConflict &conflict : proposal.conflicts) {
            const bool submitted = conflict.subject.startsWith(QStringLiteral("Bela"));
            QCOMPARE(conflict.lines.first().theirs, submitted ? QStringLiteral("0") : QStringLiteral("hidden"));
            QCOMPARE(conflict.lines.first().ours, submitted ? QStringLiteral("3") : QStringLiteral("hidden"));
        }
    }

    void aQualityThatChangedIsAChoice()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        VERIFY_DONE(rewordQuality(connection(), m_work.qualities.at(0).id, QStringLiteral("Reads star charts and sky maps")));
        VERIFY_DONE(moveQuality(connection(), m_work.qualities.at(2).id, db::Tier::Necessary, 0));
        VERIFY_DONE(retireQuality(connection(), m_work.qualities.at(3).id));
        review(path, {1, 1, 1, 1});
        const PacketProposal proposal = proposed(path);
        QCOMPARE(proposal.added, 2);
        QCOMPARE(proposal.conflicts.size(), 3);
        QVERIFY(std::all_of(proposal.conflicts.cbegin(), proposal.conflicts.cend(), [](const PacketConflict &conflict) { return conflict.kind == ConflictKind::Quality && !conflict.lines.isEmpty(); }));
        merged(path);
        QCOMPARE(m_work.value(QStringLiteral("SELECT group_concat(DISTINCT quality_id) FROM rating g JOIN review v ON v.id = g.review_id WHERE v.reviewer_id <> 1 AND v.reviewer_id = (SELECT id FROM reviewer WHERE name = 'Ben Desk')")),
                 QStringLiteral("2"));
        merged(path, true);
        QCOMPARE(levelOf(QStringLiteral("Ben Desk"), 1, 1), QStringLiteral("2"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT group_concat(DISTINCT reconfirm) FROM rating WHERE quality_id IN (3, 4)")), QStringLiteral("1"));
        QVERIFY(!merged(path, true).change.isValid());
    }

    void reviewsInAnothersNameAreAChoice()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        review(path, {1, 1, 1, 1}, QStringLiteral("Ada Panel"));
        const QString before = ratings();
        const PacketProposal proposal = proposed(path);
        QVERIFY(!proposal.changesAnything());
        QVERIFY(std::any_of(proposal.conflicts.cbegin(), proposal.conflicts.cend(), [](const PacketConflict &conflict) { return conflict.kind == ConflictKind::Reviewer; }));
        merged(path);
        QCOMPARE(ratings(), before);
    }

    void draftsStayWithTheirAuthor()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        {
            auto packet = openWorkspace(path, db::Access::ReadWrite);
            VERIFY_DONE(packet);
            VERIFY_DONE(rate((*packet)->connection(), db::ApplicationId(1), db::QualityId(1), 2));
        }
        QCOMPARE(proposed(path).drafts, 1);
        QVERIFY(!merged(path).change.isValid());
    }

    void anApplicationThatIsGoneIsReported()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        review(path, {1, 1, 1, 1});
        tamper(path, "UPDATE application SET uuid = 'gone-somewhere' WHERE id = 2");
        const PacketProposal proposal = proposed(path);
        QCOMPARE(proposal.added, 1);
        QCOMPARE(proposal.conflicts.size(), 1);
        QCOMPARE(proposal.conflicts.first().kind, ConflictKind::ApplicationGone);
        QVERIFY(!proposal.conflicts.first().canTake);
        QCOMPARE(proposal.leftOutCount, 1);
        merged(path, true);
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM review")), QStringLiteral("3"));
    }

    void whatIsNoPacketOfThisWorkspaceIsRefused()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        tamper(path, "UPDATE workspace_info SET value = 'another' WHERE name = 'packet_workspace'");
        QVERIFY(refusal(path).contains(QStringLiteral("another workspace")));
        tamper(path, "DELETE FROM workspace_info WHERE name = 'packet_uuid'");
        QVERIFY(refusal(path).contains(QStringLiteral("not a packet")));
        QVERIFY(refusal(connection().path()).contains(QStringLiteral("this workspace itself")));
        QVERIFY(refusal(m_work.file(QStringLiteral("text.rolecall"), "no database at all")).contains(QStringLiteral("not a Rolecall")));
        QVERIFY(!refusal(m_work.path(QStringLiteral("nowhere.rolecall"))).isEmpty());
        PacketOptions options;
        options.reviewerName = QStringLiteral("Ben Desk");
        QVERIFY(!exportPacket(connection(), m_work.role, options, connection().path()));
        options.reviewerName = QStringLiteral("  ");
        QVERIFY(!exportPacket(connection(), m_work.role, options, m_work.path(QStringLiteral("second.rolecall"))));
        QVERIFY(!QFile::exists(m_work.path(QStringLiteral("second.rolecall"))));
    }

    void aFileChangedByAnotherProgramIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON review BEGIN DELETE FROM rating; END");
        QTest::newRow("view for a table") << QByteArray("PRAGMA foreign_keys = OFF; DROP TABLE rating; CREATE VIEW rating AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
                                                        "SELECT 1 AS review_id, 1 AS quality_id, n AS level, 0 AS ask, 0 AS reconfirm FROM c");
        QTest::newRow("another table") << QByteArray("CREATE TABLE more (id INTEGER PRIMARY KEY)");
        QTest::newRow("a table without its types") << QByteArray("PRAGMA foreign_keys = OFF; DROP TABLE rating; CREATE TABLE rating (review_id, quality_id, level, ask, reconfirm)");
        QTest::newRow("a table is missing") << QByteArray("PRAGMA foreign_keys = OFF; DROP TABLE evidence");
        QTest::newRow("from a newer program") << QByteArray("PRAGMA user_version = 9999");
        QTest::newRow("of another program") << QByteArray("PRAGMA application_id = 1");
        QTest::newRow("references to nowhere") << QByteArray("PRAGMA foreign_keys = OFF; UPDATE review SET application_id = 99999 WHERE id = 1");
    }
    void aFileChangedByAnotherProgramIsRefused()
    {
        QFETCH(QByteArray, sql);
        const QString path = made(QStringLiteral("Ben Desk"));
        review(path, {1, 1, 1, 1});
        tamper(path, sql);
        const QString before = ratings();
        QVERIFY(!refusal(path).isEmpty());
        PacketProposal proposal;
        proposal.packet.roleUuid = db::role(connection(), m_work.role)->uuid;
        QVERIFY(!mergePacket(connection(), path, proposal));
        QCOMPARE(ratings(), before);
    }

    void valuesOutOfBoundsAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("ratings"); ///< of eight that come
        QTest::newRow("level off the scale") << QByteArray("PRAGMA ignore_check_constraints = ON; UPDATE rating SET level = 9 WHERE quality_id = 1") << 6;
        QTest::newRow("huge level") << QByteArray("PRAGMA ignore_check_constraints = ON; UPDATE rating SET level = 9223372036854775807 WHERE quality_id = 2") << 6;
        QTest::newRow("huge revision") << QByteArray("UPDATE review SET revision = 9223372036854775807 WHERE id = 1") << 4;
        QTest::newRow("unknown kind") << QByteArray("PRAGMA ignore_check_constraints = ON; UPDATE review SET kind = 'bribe' WHERE id = 2") << 4;
        QTest::newRow("uuid of nobody") << QByteArray("UPDATE review SET uuid = 'x'' OR 1=1 --' WHERE id = 1") << 4;
        QTest::newRow("times of nonsense") << QByteArray("UPDATE review SET submitted_at = 'yesterday', started_at = hex(zeroblob(5000))") << 8;
        QTest::newRow("a quality of its own") << QByteArray("UPDATE quality SET uuid = 'made-up' WHERE id = 3") << 6;
        QTest::newRow("a note of megabytes") << QByteArray("INSERT INTO evidence (uuid, review_id, quality_id, note, created_at) VALUES ('e1', 1, 1, hex(zeroblob(3000000)), 'x')") << 8;
    }
    void valuesOutOfBoundsAreLeftOut()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, ratings);
        const QString path = made(QStringLiteral("Ben Desk"));
        review(path, {1, 1, 1, 1});
        tamper(path, sql);
        const PacketProposal proposal = proposed(path);
        const bool harmless = QByteArray(QTest::currentDataTag()) == "times of nonsense";
        QCOMPARE(proposal.leftOutCount > 0, !harmless);
        QCOMPARE(proposal.leftOut.isEmpty(), harmless);
        merged(path);
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM rating g JOIN review v ON v.id = g.review_id JOIN reviewer r ON r.id = v.reviewer_id WHERE r.name = 'Ben Desk'")).toInt(), ratings);
        QVERIFY(!m_work.value(QStringLiteral("SELECT max(submitted_at) FROM review")).contains(QStringLiteral("yesterday")));
    }

    void thousandsOfBogusRowsAreCountedNotTaken()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        review(path, {1, 1, 1, 1});
        tamper(path, "WITH RECURSIVE c(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM c WHERE n < 5009) INSERT INTO candidate (id, uuid, name, name_key, created_at) SELECT n, 'c' || n, 'Nobody', 'nobody', '' FROM c;"
                     "INSERT INTO application (id, uuid, role_id, candidate_id, code, stage_id, stage_since, created_at) SELECT id, 'a' || id, 1, id, 'X' || id, 1, '', '' FROM candidate WHERE id >= 10;"
                     "INSERT INTO review (uuid, application_id, reviewer_id, state, started_at, submitted_at) SELECT 'r' || id, id, 1, 'submitted', '', '' FROM application WHERE id >= 10;");
        const PacketProposal proposal = proposed(path);
        QCOMPARE(proposal.added, 2);
        QCOMPARE(proposal.leftOutCount, 5000);
        QVERIFY(proposal.conflicts.size() <= 200);
        merged(path, true);
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM review")), QStringLiteral("4"));
        tamper(path, "WITH RECURSIVE c(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM c WHERE n < 300) INSERT INTO reviewer (id, uuid, name) SELECT n, 'v' || n, 'Sock ' || n FROM c");
        QVERIFY(refusal(path).contains(QStringLiteral("more than a panel")));
    }

    void aFileCutShortIsRefused()
    {
        const QString path = made(QStringLiteral("Ben Desk"));
        review(path, {1, 1, 1, 1});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        file.close();
        const QString before = ratings();
        const QString cut = m_work.path(QStringLiteral("second.rolecall"));
        for (qsizetype i = 0; i < 20; ++i) {
            QFile part(cut);
            QVERIFY(part.open(QIODevice::WriteOnly));
            part.write(whole.first(whole.size() * i / 20));
            part.close();
            QVERIFY2(!refusal(cut).isEmpty(), qPrintable(QString::number(i)));
        }
        // Bytes changed here and there: refused, or taken with every value within its bounds; never a crash.
        for (qsizetype i = 0; i < 40; ++i) {
            QByteArray bytes = whole;
            for (qsizetype at = 100 + i * 37; at < bytes.size(); at += 997)
                bytes[at] = char(bytes.at(at) ^ char(1 << (i % 8)));
            QFile part(cut);
            QVERIFY(part.open(QIODevice::WriteOnly));
            part.write(bytes);
            part.close();
            (void)refusal(cut);
        }
        QCOMPARE(ratings(), before);
    }

    void anExportThatIsCancelledLeavesNothing()
    {
        Progress progress;
        progress.cancel();
        PacketOptions options;
        options.reviewerName = QStringLiteral("Ben Desk");
        const QString path = m_work.path(QStringLiteral("second.rolecall"));
        QVERIFY(!exportPacket(connection(), m_work.role, options, path, &progress));
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_GUILESS_MAIN(TestPackets)
#include "tst_packets.moc"
