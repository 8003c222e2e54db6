// SPDX-License-Identifier: GPL-3.0-or-later
// Who is erased is nowhere in the file any more, byte by byte; everybody else is untouched, and what was done before can
// still be taken back.
#include "app/applicants/applicant_import.h"
#include "app/applicants/application_acts.h"
#include "app/documents/attaching.h"
#include "app/documents/text_preparation.h"
#include "app/history/history.h"
#include "app/people/erasure.h"
#include "app/people/person_traces.h"
#include "app/reviews/reviewing.h"
#include "app/safety/backups.h"
#include "app/sealing/sealed_file.h"
#include "app/shortlist/freezing.h"
#include "db/application_lists.h"
#include "db/backup.h"
#include "db/people.h"
#include "tests/app/panel_fixture.h"
#include "tests/support/byte_search.h"

using namespace rolecall;
using namespace rolecall::test;

namespace {

// Words that nobody else uses, so that one byte of them left is one too many.
const QByteArray table = "Name,E-mail,Phone,Location,Notes,Tags\r\n"
                         "Bea Example,bea@example.org,+44 20 7946 0101,Lindholm,Can begin at once,night\r\n"
                         "\"Quillon \"\"Q\"\" Vexworth\",quillon.vexworth@example.org,+49 30 9018 20774,Zwetschgenhausen,Plays the hurdygurdyx,vexworthian\r\n"
                         "Dov Example,dov@example.org,,,Saw an advertisement,night\r\n";
const QStringList traces{"vexworth", "quillon", "901820774", "9018 20774", "zwetschgenhausen", "hurdygurdyx", "klabauterflux", "xylotrumpeter"};

} // namespace

class TestErasure : public QObject
{
    Q_OBJECT

    WorkspaceFixture m_fixture;

    db::Connection &connection() { return m_fixture.connection(); }
    db::CandidateId person(const QString &key) { return *db::findCandidate(connection(), key); }
    db::ApplicationId applicationOf(const QString &key) { return db::applicationsOf(connection(), person(key))->first().id; }
    void must(const Result<app::Done> &done) { VERIFY_DONE(done); }
    void note(const QString &key, const QString &text)
    {
        VERIFY_DONE(app::perform(connection(), {QStringLiteral("note"), QStringLiteral("Noted something on {applicant}"), text, m_fixture.role, applicationOf(key)}, app::Area::Applications, [&]() -> Outcome {
            const auto added = db::insertNote(connection(), {{}, applicationOf(key), connection().reviewer(), text, {}});
            return added ? Outcome() : Outcome(tl::unexpected(added.error()));
        }));
    }
    void attach(const QString &key, const QString &name, const QByteArray &bytes)
    {
        VERIFY_DONE(app::attachDocuments(connection(), applicationOf(key), {{name, bytes}}));
        const QString sha256 = m_fixture.value(QStringLiteral("SELECT sha256 FROM document ORDER BY id DESC LIMIT 1"));
        VERIFY_DONE(db::storeDocumentText(connection(), {sha256, QStringLiteral("text"), QStringLiteral("test"), {}, {0}, QString::fromUtf8(bytes), {}}));
    }

    /// One role, three people from a table that was imported, taken back and imported again; documents, ratings, notes,
    /// a frozen shortlist, corrections: the person stands in every table and in every kind of log entry.
    void fill()
    {
        m_fixture.open();
        app::ImportRequest request;
        request.role = m_fixture.role;
        request.files = {m_fixture.file(QStringLiteral("people.csv"), table)};
        VERIFY_DONE(app::importApplicants(connection(), request));
        must(app::undo(connection()));
        must(app::redo(connection()));
        must(app::undo(connection()));
        VERIFY_DONE(app::importApplicants(connection(), request));
        const QString quillon = QStringLiteral("quillon.vexworth@example.org");
        attach(quillon, QStringLiteral("Vexworth, Quillon CV.txt"), "Quillon Vexworth\nWas a klabauterflux for nine years.\n");
        attach(quillon, QStringLiteral("shared.txt"), "A paper that two people sent.\n");
        attach(QStringLiteral("bea@example.org"), QStringLiteral("shared too.txt"), "A paper that two people sent.\n");
        note(quillon, QStringLiteral("Known as a xylotrumpeter"));
        note(QStringLiteral("bea@example.org"), QStringLiteral("Better than Quillon Vexworth (quillon.vexworth@example.org, +49 30 9018 20774)"));
        note(QStringLiteral("dov@example.org"), QStringLiteral("Quillon said hello"));
        const db::ApplicationId application = applicationOf(quillon);
        for (const QString &key : {quillon, QStringLiteral("bea@example.org")}) {
            for (const db::Quality &quality : std::as_const(m_fixture.qualities))
                must(app::rate(connection(), applicationOf(key), quality.id, 2));
            must(app::submitReview(connection(), applicationOf(key)));
        }
        must(app::freezeShortlist(connection(), m_fixture.role, QStringLiteral("First round")));
        must(app::tag(connection(), {application}, QStringLiteral("xylotrumpeter")));
        must(app::reject(connection(), {application}, QStringLiteral("Vexworth sings too loudly")));
        must(app::reject(connection(), {application, applicationOf(QStringLiteral("bea@example.org"))}, QStringLiteral("No reason")));
        must(app::undo(connection()));
        VERIFY_DONE(app::perform(connection(), {QStringLiteral("person"), QStringLiteral("Corrected Quillon Vexworth"), {}}, app::Area::Applications, [&]() -> Outcome {
            auto changed = db::candidate(connection(), person(quillon));
            changed->location = QStringLiteral("Oberzwetschgenhausen");
            return db::updateCandidate(connection(), *changed);
        }));
    }

private Q_SLOTS:
    void listsWhatGoes()
    {
        fill();
        VERIFY_DONE(db::backUp(connection(), connection().path() + QStringLiteral(".old.backup")));
        // Elsewhere: the folder that was chosen for backups, with one that is encrypted.
        const QTemporaryDir elsewhere;
        app::BackupRule rule;
        rule.folder = elsewhere.filePath(QStringLiteral("Safe place"));
        const auto backup = app::makeBackup(connection(), rule, QDateTime::currentDateTimeUtc());
        VERIFY_DONE(backup);
        const QString sealed = rule.folder + QStringLiteral("/Copy.rolecall-encrypted");
        VERIFY_DONE(app::sealFile(backup->path, sealed, "a pass phrase", nullptr, app::leastSealCost()));
        const auto plan = app::planErasure(connection(), {person(QStringLiteral("quillon.vexworth@example.org"))}, rule.folder);
        VERIFY_DONE(plan);
        QCOMPARE(plan->names, QStringList{QStringLiteral("Quillon \"Q\" Vexworth")});
        QHash<QString, qint64> rows;
        for (const db::ErasedRows &one : plan->rows)
            rows.insert(one.table, one.rows);
        QCOMPARE(rows.value(QStringLiteral("candidate")), 1);
        QCOMPARE(rows.value(QStringLiteral("application")), 1);
        QCOMPARE(rows.value(QStringLiteral("note")), 2);
        QCOMPARE(rows.value(QStringLiteral("document")), 2);
        QCOMPARE(rows.value(QStringLiteral("rating")), 4);
        QCOMPARE(plan->log.frozen, 1);
        QCOMPARE(plan->documents.size(), 2);
        QVERIFY(!plan->documents.first().shared);
        QVERIFY(plan->documents.last().shared);
        QCOMPARE(plan->backups, (QStringList{connection().path() + QStringLiteral(".old.backup"), backup->path}));
        QCOMPARE(plan->unread, QStringList{sealed});
        QStringList certain, doubtful;
        for (const app::Mention &mention : plan->mentions)
            (mention.certain ? certain : doubtful) << mention.stored.table;
        QVERIFY2(certain.contains(QStringLiteral("note")) && certain.contains(QStringLiteral("change")), qPrintable(certain.join(u' ')));
        QVERIFY2(doubtful.contains(QStringLiteral("note")), qPrintable(doubtful.join(u' '))); // a first name alone
        // Looking changed nothing.
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("3"));
        QVERIFY(!foundInFiles(connection().path(), {QStringLiteral("hurdygurdyx")}).isEmpty());
        m_fixture.close();
    }

    void leavesNoByte()
    {
        fill();
        auto plan = app::planErasure(connection(), {person(QStringLiteral("quillon.vexworth@example.org"))}, app::BackupRule::usualFolder());
        VERIFY_DONE(plan);
        for (app::Mention &mention : plan->mentions)
            mention.replace = true;
        must(app::erase(connection(), *plan, app::ErasureReason::Asked));
        // While it is open, and after it was closed.
        const QString path = connection().path();
        QCOMPARE(foundInFiles(path, traces).join(u' '), QString());
        for (const char *index : {"search_candidate", "search_note", "search_evidence", "search_document"}) {
            VERIFY_DONE(db::runScript(connection(), QByteArray("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, ") + index + ", 'row')"));
            for (const QString &word : traces)
                QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM temp.words WHERE term = '%1'").arg(word)), QStringLiteral("0"));
            VERIFY_DONE(db::runScript(connection(), "DROP TABLE temp.words"));
        }
        QCOMPARE(db::damage(connection()).value(), QStringList());
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) || reason FROM erasure")), QStringLiteral("1asked"));
        // Everybody else is as before, and what two had stays for the other.
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT group_concat(name, ',') FROM candidate")), QStringLiteral("Bea Example,Dov Example"));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM document d JOIN content c ON c.sha256 = d.sha256 JOIN document_text t ON t.sha256 = c.sha256")), QStringLiteral("1"));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT text FROM note WHERE text LIKE 'Better%'")), QStringLiteral("Better than [erased] ([erased], [erased])"));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT rowid FROM search_note WHERE search_note MATCH 'better'")), m_fixture.value(QStringLiteral("SELECT id FROM note WHERE text LIKE 'Better%'")));
        m_fixture.close();
        QCOMPARE(foundInFiles(path, traces).join(u' '), QString());
    }

    void doubtfulWordsStayUntilDecided()
    {
        fill();
        const auto plan = app::planErasure(connection(), {person(QStringLiteral("quillon.vexworth@example.org"))}, app::BackupRule::usualFolder());
        VERIFY_DONE(plan);
        must(app::erase(connection(), *plan, app::ErasureReason::Mistake));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT text FROM note WHERE text LIKE '%hello'")), QStringLiteral("Quillon said hello"));
        QCOMPARE(foundInFiles(connection().path(), {QStringLiteral("vexworth"), QStringLiteral("klabauterflux")}).join(u' '), QString());
        m_fixture.close();
    }

    void frozenShortlistsStillHold()
    {
        fill();
        const auto plan = app::planErasure(connection(), {person(QStringLiteral("quillon.vexworth@example.org"))}, app::BackupRule::usualFolder());
        VERIFY_DONE(plan);
        must(app::erase(connection(), *plan, app::ErasureReason::Asked));
        const auto list = app::frozenList(connection(), db::ShortlistId(1));
        VERIFY_DONE(list);
        QCOMPARE(list->people.size(), 2);
        QVERIFY(app::recompute(*list).holds());
        int nobody = 0;
        for (const app::FrozenPerson &one : list->people) {
            nobody += one.application.isValid() ? 0 : 1;
            QVERIFY(one.application.isValid() || one.reviews.isEmpty());
        }
        QCOMPARE(nobody, 1);
        VERIFY_DONE(app::compareWithPresent(connection(), *list));
        m_fixture.close();
    }

    void earlierChangesCanStillBeUndone()
    {
        fill();
        const auto plan = app::planErasure(connection(), {person(QStringLiteral("quillon.vexworth@example.org"))}, app::BackupRule::usualFolder());
        VERIFY_DONE(plan);
        must(app::erase(connection(), *plan, app::ErasureReason::Asked));
        QVERIFY(!app::redo(connection()).has_value());
        // Somebody new may get the number that became free; taking back what was done before does not touch them.
        int undone = 0;
        while (db::nextUndo(connection())->value_or(db::Change{}).kind != u"reviewer") { // of before the first applicant
            const auto done = app::undo(connection());
            QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().text() + db::nextUndo(connection())->value().title));
            QVERIFY2(!done->message.contains(QStringLiteral("exworth")), qPrintable(done->message));
            ++undone;
        }
        QVERIFY(undone > 5);
        QCOMPARE(db::damage(connection()).value(), QStringList());
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM role")), QStringLiteral("0"));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("0"));
        for (int redone = 0; redone < undone && db::nextRedo(connection())->has_value(); ++redone)
            must(app::redo(connection()));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT group_concat(name, ',') FROM candidate")), QStringLiteral("Bea Example,Dov Example"));
        QCOMPARE(db::damage(connection()).value(), QStringList());
        QCOMPARE(foundInFiles(connection().path(), {QStringLiteral("vexworth"), QStringLiteral("hurdygurdyx"), QStringLiteral("klabauterflux")}).join(u' '), QString());
        const auto history = app::history(connection(), {}, 200);
        VERIFY_DONE(history);
        for (const app::HistoryEntry &entry : *history)
            QVERIFY(!(entry.title + entry.detail).contains(QStringLiteral("Vexworth")));
        m_fixture.close();
    }

    void failsWholeWhereSomethingFails()
    {
        fill();
        const auto plan = app::planErasure(connection(), {person(QStringLiteral("quillon.vexworth@example.org"))}, app::BackupRule::usualFolder());
        VERIFY_DONE(plan);
        const QString before = m_fixture.value(QStringLiteral("SELECT count(*) FROM change_row")) + m_fixture.value(QStringLiteral("SELECT count(*) FROM note"));
        // Each statement in turn fails, up to the commit: nothing is changed, and the next try may succeed.
        int fails = 0;
        for (int nth = 1; nth < 400; ++nth) {
            int count = 0;
            connection().setFailureInjection([&count, nth]() -> std::optional<Error> {
                if (++count == nth)
                    return Error{QStringLiteral("x"), {}, QStringLiteral("injected"), {}};
                return {};
            });
            const auto done = app::erase(connection(), *plan, app::ErasureReason::Asked);
            connection().setFailureInjection({});
            const bool isThere = m_fixture.value(QStringLiteral("SELECT count(*) FROM candidate")) == u"3";
            if (isThere) {
                QVERIFY(!done.has_value());
                QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM change_row")) + m_fixture.value(QStringLiteral("SELECT count(*) FROM note")), before);
                ++fails;
                continue;
            }
            // It failed while the file was rewritten, or not at all: the rows are gone, and the next opening does the rest.
            QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("2"));
            const QString path = connection().path();
            m_fixture.close();
            auto again = app::openWorkspace(path, db::Access::ReadWrite);
            VERIFY_DONE(again);
            QCOMPARE(foundInFiles(path, {QStringLiteral("vexworth"), QStringLiteral("hurdygurdyx"), QStringLiteral("klabauterflux")}).join(u' '), QString());
            QVERIFY(fails > 20);
            return;
        }
        QFAIL("it never succeeded");
    }

    void findsNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("whole") << "We like Zoë Ångström-Lee a lot" << "We like [erased] a lot";
        QTest::newRow("turned round, without accents") << "ANGSTROM-LEE, Zoe: no" << "[erased]: no";
        QTest::newRow("initial") << "as Z. Ångström said" << "as [erased] said";
        QTest::newRow("address") << "write to ZOE.AL@example.org now" << "write to [erased] now";
        QTest::newRow("number") << "call 030/9018-20774 or +49 (30) 901820774." << "call [erased] or [erased].";
        QTest::newRow("nobody") << "Call 030 1234 at zoom" << "Call 030 1234 at zoom";
    }
    void findsNames()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        db::Candidate zoe;
        zoe.name = QStringLiteral("Zoë Ångström-Lee");
        zoe.email = QStringLiteral("zoe.al@example.org");
        zoe.phone = QStringLiteral("+49 30 9018 20774");
        const app::TraceFinder finder({zoe});
        QList<app::Trace> found = finder.find(text);
        found.removeIf([](const app::Trace &trace) { return !trace.certain; });
        QCOMPARE(app::withoutTraces(text, found), expected);
    }
};

QTEST_MAIN(TestErasure)
#include "tst_erasure.moc"
