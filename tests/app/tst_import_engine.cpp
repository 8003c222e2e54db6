// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants from mail, cards, CVs and folders: who is taken, who waits for a word, what is stored, and that one undo
// takes all of it back.
#include "workspace_fixture.h"

#include "app/agenda/deadline_editing.h"
#include "app/applicants/applicant_import.h"
#include "app/history/history.h"
#include "app/shortlist/standing_check.h"
#include "db/backup.h"
#include "db/import_mappings.h"
#include "db/import_reports.h"

#include <QDir>

using namespace rolecall;
using namespace rolecall::app;

namespace {

QByteArray mail(const QByteArray &from, const QByteArray &subject, const QByteArray &text, const QByteArray &attachment = {}, const QByteArray &name = "cv.txt")
{
    QByteArray bytes = "From: " + from + "\r\nTo: jobs@example.org\r\nSubject: " + subject + "\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n";
    if (attachment.isEmpty())
        return bytes + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
    return bytes + "Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text
        + "\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + attachment.toBase64()
        + "\r\n--b1--\r\n";
}

const QByteArray vcards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example\r\nEMAIL:ada@example.org\r\nTEL:+49 30 5550100\r\nEND:VCARD\r\n"
                          "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Björn Muster\r\nEMAIL:bjoern@example.org\r\nBDAY:19800101\r\nEND:VCARD\r\n";

const QByteArray resume = R"({"basics": {"name": "Ines Exemple", "label": "Analyst", "email": "ines@example.org", "location": {"city": "Lyon", "countryCode": "FR"}},
 "work": [{"name": "Harbour Analytics", "position": "Analyst", "startDate": "2019-03", "highlights": ["Counted *ships*"]}]})";

} // namespace

class TestImportEngine : public QObject
{
    Q_OBJECT
    test::WorkspaceFixture m_work;
    QList<ImportedRow> m_rows;

    db::Connection &connection() { return m_work.connection(); }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(m_work.path(name)).path());
        return m_work.file(name, bytes);
    }
    Result<ImportSummary> import(ImportRequest request)
    {
        m_rows.clear();
        request.role = m_work.role;
        request.onRow = [this](const ImportedRow &row) { m_rows << row; };
        return importApplicants(connection(), request);
    }
    Result<ImportSummary> import(const QStringList &files)
    {
        ImportRequest request;
        request.files = files;
        return import(request);
    }
    QString count(const QString &what) { return m_work.value(QStringLiteral("SELECT count(*) FROM ") + what); }
    QString said(qsizetype row) const { return m_rows.value(row).messages.join(QStringLiteral("; ")); }

private Q_SLOTS:
    void init()
    {
        m_work.open();
        QDir(m_work.path(QStringLiteral("heap"))).removeRecursively();
    }
    void cleanup()
    {
        QCOMPARE(standingsThatDiffer(connection()).value_or(-1), 0);
        QCOMPARE(db::damage(connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
        m_work.close();
    }

    void aMailBringsItsLetterAndDocuments()
    {
        const QString path = write(QStringLiteral("one.eml"), mail("Tom Small <tom@example.org>", "Application", "Dear panel, I apply.", "Curriculum of Tom"));
        VERIFY_DONE(import({path}));
        QCOMPARE(m_rows.size(), 1);
        QCOMPARE(m_rows.first().state, RowState::Taken);
        QVERIFY(!m_rows.first().row);
        QCOMPARE(m_work.value(QStringLiteral("SELECT name || ' ' || email FROM candidate")), QStringLiteral("Tom Small tom@example.org"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT source || applied_on FROM application")), QStringLiteral("E-mail2026-03-02"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT group_concat(file_name, '|') FROM (SELECT file_name FROM document ORDER BY id)")), QStringLiteral("Mail 2026-03-02.txt|cv.txt"));
        // What was read is searched at once, and undo takes the documents out of sight again.
        QCOMPARE(count(QStringLiteral("search_document WHERE search_document MATCH 'curriculum'")), QStringLiteral("1"));
        VERIFY_DONE(undo(connection()));
        QCOMPARE(count(QStringLiteral("document")), QStringLiteral("0"));
        QCOMPARE(count(QStringLiteral("candidate")), QStringLiteral("0"));
        VERIFY_DONE(redo(connection()));
        QCOMPARE(count(QStringLiteral("document")), QStringLiteral("2"));
    }

    void whoComesAfterTheClosingDateIsTakenAndTagged()
    {
        db::Deadline closing;
        closing.role = m_work.role;
        closing.kind = QStringLiteral("applications_close");
        closing.title = QStringLiteral("Applications close");
        closing.date = QDate(2026, 3, 2);
        closing.state = QStringLiteral("confirmed");
        VERIFY_DONE(addDeadline(connection(), closing));
        const auto sent = [](const char *who, const char *date) {
            return mail(QByteArray(who) + " <" + QByteArray(who).toLower() + "@example.org>", "Application", "I apply.").replace("Mon, 2 Mar 2026 10:00:00 +0100", date);
        };
        // Vera's last evening is the third of March in UTC; Wim's third of March is still the second there.
        const QString vera = write(QStringLiteral("vera.eml"), sent("Vera", "Mon, 2 Mar 2026 23:30:00 -0500"));
        const QString wim = write(QStringLiteral("wim.eml"), sent("Wim", "Tue, 3 Mar 2026 00:30:00 +0100"));
        const QString table = write(QStringLiteral("table.csv"), "Name,Email,Applied on\nTim,tim@example.org,2026-03-02\nZoe,zoe@example.org,2026-03-03\n");
        VERIFY_DONE(import({vera, wim, table}));
        QCOMPARE(m_work.value(QStringLiteral("SELECT group_concat(name) FROM (SELECT c.name FROM candidate c JOIN application a ON a.candidate_id = c.id JOIN application_tag t ON t.application_id = a.id "
                                             "JOIN tag g ON g.id = t.tag_id WHERE g.name = 'late' ORDER BY c.name)")),
                 QStringLiteral("Wim,Zoe"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT group_concat(applied_on) FROM (SELECT a.applied_on FROM application a JOIN candidate c ON c.id = a.candidate_id ORDER BY c.name)")),
                 QStringLiteral("2026-03-02,2026-03-02,2026-03-03,2026-03-03"));
        for (const ImportedRow &row : std::as_const(m_rows))
            QCOMPARE(row.messages.join(u' ').contains(QLatin1String("applied after applications closed on 2026-03-02")), row.name == u"Wim" || row.name == u"Zoe");
        QCOMPARE(m_rows.size(), 4);
    }

    void inDoubtNobodyIsTakenUntilSomebodySaysWho()
    {
        const QString path = write(QStringLiteral("fwd.eml"), mail("Recruiter <rita@example.org>", "Fwd: an application", "See below.\n\nIt was very good.", "CV of Una Small"));
        VERIFY_DONE(import({path}));
        QCOMPARE(m_rows.first().state, RowState::Refused);
        QVERIFY(m_rows.first().isInDoubt);
        QVERIFY(m_rows.first().name.isEmpty());
        QVERIFY(m_rows.first().choices.contains(IntakePerson{QStringLiteral("Recruiter"), QStringLiteral("rita@example.org")}));
        QCOMPARE(count(QStringLiteral("candidate")), QStringLiteral("0"));
        ImportRequest request;
        request.files = {path};
        request.answers.insert(m_rows.first().key, {{QStringLiteral("Una Small"), QStringLiteral("una@example.org")}, {}});
        VERIFY_DONE(import(request));
        QCOMPARE(m_rows.first().state, RowState::Taken);
        QCOMPARE(m_work.value(QStringLiteral("SELECT name FROM candidate")), QStringLiteral("Una Small"));
        QCOMPARE(count(QStringLiteral("document")), QStringLiteral("2"));
    }

    void aSecondMailAddsAndNeverDoubles()
    {
        const QByteArray first = mail("Tom Small <tom@example.org>", "Application", "I apply.", "First CV");
        const QString path = write(QStringLiteral("first.eml"), first);
        VERIFY_DONE(import({path}));
        VERIFY_DONE(import({path}));
        QCOMPARE(m_rows.first().state, RowState::Refused);
        QVERIFY2(said(0).contains(QStringLiteral("already")), qPrintable(said(0)));
        VERIFY_DONE(import({write(QStringLiteral("second.eml"), mail("Thomas Small <tom@example.org>", "My letter", "And here is more.", "Second CV"))}));
        QCOMPARE(m_rows.first().state, RowState::NeedsLook); // the name is another one
        QVERIFY2(said(0).contains(QStringLiteral("added")), qPrintable(said(0)));
        QCOMPARE(count(QStringLiteral("candidate")), QStringLiteral("1"));
        QCOMPARE(count(QStringLiteral("document")), QStringLiteral("4"));
    }

    void aTableOnceMoreDoublesNobody()
    {
        const QString path = write(QStringLiteral("people.csv"), "Name,E-mail\nAda Example,ada@example.org\nBela Example,bela@example.org\n");
        VERIFY_DONE(import({path}));
        VERIFY_DONE(import({write(QStringLiteral("newer.csv"), "Name,E-mail\nAda Example,ada@example.org\nCleo Example,cleo@example.org\nAda Otherwise,ada@example.org\n")}));
        QCOMPARE(m_rows.at(0).state, RowState::Refused);
        QCOMPARE(m_rows.at(1).state, RowState::Taken);
        QCOMPARE(m_rows.at(2).state, RowState::NeedsLook); // another name: another person may share the address
        QCOMPARE(count(QStringLiteral("application")), QStringLiteral("4"));
    }

    void cardsAndResumes()
    {
        VERIFY_DONE(import({write(QStringLiteral("cards.vcf"), vcards), write(QStringLiteral("ines.json"), resume)}));
        QCOMPARE(m_rows.size(), 3);
        QCOMPARE(m_rows.at(1).row.value_or(0), 2);
        QVERIFY2(said(1).contains(QStringLiteral("birthday")), qPrintable(said(1)));
        QCOMPARE(m_work.value(QStringLiteral("SELECT phone FROM candidate WHERE name = 'Ada Example'")), QStringLiteral("+49 30 5550100"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT location FROM candidate WHERE email = 'ines@example.org'")), QStringLiteral("Lyon, FR"));
        // The CV can be read and searched as text.
        const QString text = m_work.value(QStringLiteral("SELECT t.text FROM document d JOIN document_text t ON t.sha256 = d.sha256 WHERE d.file_name = 'ines.md'"));
        QVERIFY2(text.contains(QStringLiteral("Harbour Analytics")) && text.contains(QStringLiteral("Counted *ships*")), qPrintable(text));
    }

    void aFolderOfCvsIsAHeapOfPeople()
    {
        write(QStringLiteral("heap/CV Ada Example.txt"), "Ada Example\nada.example@example.org\nTel: +49 30 5550100\nExperience with stars\n");
        write(QStringLiteral("heap/Letter Ada Example.txt"), "Dear panel,\nI apply.\nAda\n");
        write(QStringLiteral("heap/Bela Muster/cv.txt"), "Bela Muster\nbela@example.org\n");
        write(QStringLiteral("heap/Bela Muster/reference by Otto Nobody.txt"), "Bela is good.\n");
        write(QStringLiteral("heap/CVs/chiara.txt"), "Chiara Placeholder\nchiara@example.org\n");
        write(QStringLiteral("heap/CVs/dov.txt"), "Dov Nobody\ndov@example.org\n");
        write(QStringLiteral("heap/scan0001.txt"), "Something about the weather\n");
        write(QStringLiteral("heap/two.txt"), "Reference\nwrite to otto@example.org or emil@example.org\n");
        write(QStringLiteral("heap/.hidden.txt"), "x\n");
        VERIFY_DONE(import({m_work.path(QStringLiteral("heap"))}));
        QHash<QString, ImportedRow> byFile;
        for (const ImportedRow &row : m_rows)
            byFile.insert(row.file, row);
        QCOMPARE(byFile.size(), 6);
        QCOMPARE(byFile.value(QStringLiteral("heap/CV Ada Example.txt")).state, RowState::Taken);
        QCOMPARE(byFile.value(QStringLiteral("heap/CV Ada Example.txt")).documents, 2);
        QCOMPARE(byFile.value(QStringLiteral("heap/Bela Muster")).documents, 2);
        QCOMPARE(byFile.value(QStringLiteral("heap/CVs/dov.txt")).email, QStringLiteral("dov@example.org"));
        QVERIFY(byFile.value(QStringLiteral("heap/scan0001.txt")).isInDoubt);
        QVERIFY(byFile.value(QStringLiteral("heap/two.txt")).isInDoubt);
        QCOMPARE(byFile.value(QStringLiteral("heap/two.txt")).choices.size(), 2);
        QCOMPARE(m_work.value(QStringLiteral("SELECT phone FROM candidate WHERE name = 'Ada Example'")), QStringLiteral("+49 30 5550100"));
        QCOMPARE(count(QStringLiteral("candidate")), QStringLiteral("4"));
    }

    void documentsFindTheirRowOfTheTable()
    {
        write(QStringLiteral("heap/people.csv"), "Name,E-mail,Resume\nAda Example,ada@example.org,17.txt\nBela Muster,bela@example.org,\n\"Placeholder, Chiara\",chiara@example.org,\nTwice Same,one@example.org,\nTwice Same,two@example.org,\n");
        write(QStringLiteral("heap/17.txt"), "no name at all\n");
        write(QStringLiteral("heap/bela@example.org.txt"), "a letter\n");
        write(QStringLiteral("heap/Chiara Placeholder CV.txt"), "about me\n");
        write(QStringLiteral("heap/Twice Same.txt"), "whose is it\n");
        write(QStringLiteral("heap/empty.pdf"), "");
        VERIFY_DONE(import({m_work.path(QStringLiteral("heap"))}));
        const QString owners = QStringLiteral("SELECT c.name FROM document d JOIN application a ON a.id = d.application_id JOIN candidate c ON c.id = a.candidate_id WHERE d.file_name = ");
        QCOMPARE(m_work.value(owners + QStringLiteral("'17.txt'")), QStringLiteral("Ada Example"));
        QCOMPARE(m_work.value(owners + QStringLiteral("'bela@example.org.txt'")), QStringLiteral("Bela Muster"));
        QCOMPARE(m_work.value(owners + QStringLiteral("'Chiara Placeholder CV.txt'")), QStringLiteral("Placeholder, Chiara"));
        QCOMPARE(count(QStringLiteral("document WHERE file_name = 'Twice Same.txt'")), QStringLiteral("0"));
        QCOMPARE(count(QStringLiteral("candidate")), QStringLiteral("5"));
        QVERIFY2(std::any_of(m_rows.begin(), m_rows.end(), [](const ImportedRow &row) { return row.file.endsWith(u"Twice Same.txt") && row.isInDoubt; }), "two people of one name");
        QVERIFY2(std::any_of(m_rows.begin(), m_rows.end(), [](const ImportedRow &row) { return row.file.endsWith(u"empty.pdf") && row.state == RowState::Refused; }), "an empty file");
    }

    void theSubjectNamesTheRole()
    {
        const auto added = addRolesFromPosting(connection(), "# Data Steward\n\n## Necessary qualities\n\n- Keeps data\n", QStringLiteral("steward.md"));
        VERIFY_DONE(added);
        ImportRequest request;
        request.files = {write(QStringLiteral("role.eml"), mail("Tom Small <tom@example.org>", "Application as Data Steward (m/w/d)", "I apply."))};
        request.dryRun = true;
        VERIFY_DONE(import(request));
        QCOMPARE(m_rows.first().state, RowState::NeedsLook); // on the command line the person said which role, so it is only said
        QCOMPARE(m_rows.first().role, m_work.role);
        request.guessRoles = true;
        request.dryRun = false;
        VERIFY_DONE(import(request));
        QCOMPARE(m_rows.first().role, added->roles.first());
        QCOMPARE(m_work.value(QStringLiteral("SELECT role_id FROM application")), QString::number(added->roles.first().number()));
    }

    void oneBrokenFileStopsNoOther()
    {
        ImportRequest request;
        request.skipUnreadableTables = true;
        request.files = {write(QStringLiteral("good.csv"), "Name,E-mail\nAda Example,ada@example.org\n"), write(QStringLiteral("cut.csv"), "Name,E-mail\nBela Muster,bela@example.org\n\"Eve Cut,eve@example.org\n"),
                         write(QStringLiteral("broken.json"), "{\"basics\": {"), write(QStringLiteral("nothing.eml"), "")};
        VERIFY_DONE(import(request));
        QCOMPARE(m_work.value(QStringLiteral("SELECT group_concat(name) FROM candidate")), QStringLiteral("Ada Example"));
        QCOMPARE(m_rows.last().state, RowState::Refused);
        const auto reports = db::importReports(connection(), m_work.role);
        VERIFY_DONE(reports);
        QCOMPARE(reports->first().refused, 3);
        QCOMPARE(db::importReportRows(connection(), reports->first().id, 10)->size(), 3);
        // Where nothing can be read at all, nothing is stored and the reason is the answer.
        const auto failed = import({write(QStringLiteral("only.json"), "[")});
        QVERIFY(!failed.has_value());
        QVERIFY(failed.error().text().contains(QStringLiteral("only.json")));
        QCOMPARE(db::importReports(connection(), m_work.role)->size(), 1);
    }

    void cancelLeavesNothing()
    {
        Progress progress;
        progress.cancel();
        ImportRequest request;
        request.role = m_work.role;
        request.files = {write(QStringLiteral("one.eml"), mail("Tom Small <tom@example.org>", "Application", "I apply."))};
        QVERIFY(!importApplicants(connection(), request, &progress).has_value());
        QCOMPARE(count(QStringLiteral("candidate")), QStringLiteral("0"));
        QCOMPARE(count(QStringLiteral("content WHERE sha256 NOT IN (SELECT sha256 FROM posting)")), QStringLiteral("0"));
    }

    void columnsAreRemembered()
    {
        const QByteArray table = "Who,Where to\nAda Example,Lindholm\n";
        ImportRequest request;
        request.files = {write(QStringLiteral("odd.csv"), table)};
        request.fileColumnMaps.insert(request.files.first(), {QStringLiteral("location=2")});
        VERIFY_DONE(import(request));
        VERIFY_DONE(undo(connection()));
        VERIFY_DONE(import({write(QStringLiteral("odd2.csv"), "Where to,Who\nMosfell,Bela Muster\n")})); // another order, the same columns
        QCOMPARE(m_work.value(QStringLiteral("SELECT name || ' ' || location FROM candidate")), QStringLiteral("Bela Muster Mosfell"));
    }

    void exportsOfOtherPrograms_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("stage");
        QTest::newRow("Greenhouse") << QByteArray("Candidate ID,First Name,Last Name,Email,Job Name,Status,Current Stage,Source,Candidate Tags,Rejection Reason,Application Date\n"
                                                  "7,Ada,Example,ada@example.org,Keeper,Rejected,Face to Face,Referral,\"sky,night\",Lacks charts,2026-02-01\n")
                                    << "Greenhouse" << "rejected: Lacks charts" << "Referral" << "Face to Face";
        QTest::newRow("Lever") << QByteArray("Candidate Name,Email,Stage,Origin,Archive Reason,Opportunity ID,Tags,Resume Link URL\nAda Example,ada@example.org,Phone screen,applied,Withdrew,abc,sky,https://example.org/cv\n")
                               << "Lever" << "withdrawn: Withdrew" << "applied" << "Phone screen";
        QTest::newRow("Workable") << QByteArray("Name,Email,Headline,Job,Stage,Disqualified,Disqualification reason,Source,Tags\nAda Example,ada@example.org,Keeper,Stars,Interview,true,No charts,LinkedIn,sky\n")
                                  << "Workable" << "rejected: No charts" << "LinkedIn" << "Interview";
        QTest::newRow("Teamtailor") << QByteArray("First name,Last name,Email,Pitch,Stage,Rejected at,Reject reason,Sourced,Tags,Referring site\nAda,Example,ada@example.org,Hello,Offer,2026-03-01,Too far,false,sky,example.org\n")
                                    << "Teamtailor" << "rejected: Too far" << "example.org" << "Offer";
        QTest::newRow("OpenCATS") << QByteArray("First Name,Last Name,Email,Cell Phone,Key Skills,Source,Notes\nAda,Example,ada@example.org,555 0100,\"sky, night\",Fair,kind\n") << "OpenCATS" << "" << "Fair" << "";
        QTest::newRow("Ashby") << QByteArray("Candidate Name,Primary Email Address,Job,Current Interview Stage,Status,Archive Reason,Source,Tags\nAda Example,ada@example.org,Keeper,Onsite,Archived,Timing,Agency,sky\n")
                               << "Ashby" << "rejected: Timing" << "Agency" << "Onsite";
    }
    void exportsOfOtherPrograms()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, program);
        QFETCH(QString, outcome);
        QFETCH(QString, source);
        QFETCH(QString, stage);
        const auto summary = import({write(QStringLiteral("export.csv"), table)});
        VERIFY_DONE(summary);
        QVERIFY2(summary->messages.join(u' ').contains(program), qPrintable(summary->messages.join(u'\n')));
        QCOMPARE(m_work.value(QStringLiteral("SELECT name || ' ' || email FROM candidate")), QStringLiteral("Ada Example ada@example.org"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT coalesce(outcome || ': ' || outcome_reason, '') FROM application")), outcome);
        QCOMPARE(m_work.value(QStringLiteral("SELECT source FROM application")), source);
        if (!stage.isEmpty())
            QCOMPARE(m_work.value(QStringLiteral("SELECT s.name FROM application a JOIN stage s ON s.id = a.stage_id")), stage);
        QVERIFY(count(QStringLiteral("tag WHERE name = 'sky'")) == u"1");
        if (program == u"Lever")
            QCOMPARE(m_work.value(QStringLiteral("SELECT links FROM candidate")), QStringLiteral("https://example.org/cv"));
    }

    void theCorpusIsTakenWithoutAFall()
    {
        const QString corpus = QStringLiteral(ROLECALL_CORPUS);
        if (corpus.isEmpty() || !QDir(corpus + QStringLiteral("/applicants")).exists())
            QSKIP("no corpus");
        const auto summary = import({corpus + QStringLiteral("/applicants/mail"), corpus + QStringLiteral("/applicants/resume")});
        VERIFY_DONE(summary);
        QHash<QString, ImportedRow> byFile;
        for (const ImportedRow &row : m_rows)
            byFile.insert(row.file + (row.row ? QStringLiteral("#%1").arg(*row.row) : QString()), row);
        QCOMPARE(byFile.value(QStringLiteral("mail/application-small.eml")).email, QStringLiteral("tom@example.org"));
        QCOMPARE(byFile.value(QStringLiteral("mail/inbox-small.mbox#2")).email, QStringLiteral("una@example.org"));
        QCOMPARE(byFile.value(QStringLiteral("resume/docx/tomas-dvorak.docx")).name, QStringLiteral("Tomáš Dvořák"));
        QCOMPARE(byFile.value(QStringLiteral("resume/vcard/small.vcf")).name, QStringLiteral("Ada Example"));
        for (const char *name : {"truncated-small.docx", "pypdf-encrypted-256.pdf", "zip-bomb-small.docx", "zero-bytes-small.pdf"}) {
            const ImportedRow row = byFile.value(QStringLiteral("resume/hostile/") + QLatin1String(name));
            QCOMPARE(row.state, RowState::Refused);
            QVERIFY2(row.messages.join(u' ').contains(QLatin1String(name)), name);
        }
        const ImportedRow broken = byFile.value(QStringLiteral("resume/json/truncated-small.json"));
        QVERIFY(broken.messages.join(u' ').contains(QStringLiteral("line")));
        QVERIFY(byFile.value(QStringLiteral("resume/json/schema.json")).state == RowState::Refused);
    }
};

QTEST_GUILESS_MAIN(TestImportEngine)
#include "tst_import_engine.moc"
