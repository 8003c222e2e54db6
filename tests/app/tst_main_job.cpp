// SPDX-License-Identifier: GPL-3.0-or-later
// The main job from posting to shortlist through app/, and what undo makes of each step.
#include "workspace_fixture.h"

#include "app/applicants/applicant_import.h"
#include "app/history/history.h"
#include "app/reviews/reviewing.h"
#include "app/shortlist/shortlist.h"
#include "app/shortlist/standing_check.h"
#include "db/backup.h"
#include "db/import_reports.h"

using namespace rolecall;
using namespace rolecall::app;

namespace {

const QByteArray table = "Name,E-mail,Applied,Stage,Tags,Notes,Reads star charts,Writes reports,Speaks to visitors,Mends clocks,Shoe size\r\n"
                         "Ben Through,ben@example.org,2026-01-05,New,\"sky; night\",Kind letter,2,3,3,0,44\r\n"
                         "Cleo Below,cleo@example.org,06.01.2026,Interview,,,1,3,3,3,\r\n"
                         "Dan Open,dan@example.org,2026-01-07,Rejected,,,,3,7,1,\r\n"
                         "Ben Through,ben@example.org,2026-01-08,Telescope test,,'=1+1,2,2,?,2,\r\n"
                         ",,,,,only a note,,,,,\r\n";

} // namespace

class TestMainJob : public QObject
{
    Q_OBJECT
    test::WorkspaceFixture m_work;

    db::Connection &connection() { return m_work.connection(); }
    ImportSummary importTable(bool dryRun = false)
    {
        m_rows.clear();
        ImportRequest request;
        request.role = m_work.role;
        request.files = {m_work.file(QStringLiteral("applicants.csv"), table)};
        request.dryRun = dryRun;
        request.onRow = [this](const ImportedRow &row) { m_rows << row; };
        const auto summary = importApplicants(connection(), request);
        if (!summary)
            QTest::qFail(qPrintable(summary.error().text()), __FILE__, __LINE__);
        return summary.value_or(ImportSummary());
    }
    QList<ImportedRow> m_rows;

private Q_SLOTS:
    void init() { m_work.open(); }
    void cleanup()
    {
        // Whatever a test did, the derived figures follow from the ratings and the file is whole.
        QCOMPARE(standingsThatDiffer(connection()).value_or(-1), 0);
        QCOMPARE(db::damage(connection()).value_or(QStringList{QStringLiteral("?")}), QStringList());
        m_work.close();
    }

    void importSaysWhatItTookChangedAndRefused()
    {
        const ImportSummary summary = importTable();
        QCOMPARE(summary.taken, 2);
        QCOMPARE(summary.needsLook, 2);
        QCOMPARE(summary.refused, 1);
        QCOMPARE(m_rows.size(), 5);
        QVERIFY(m_rows.at(2).messages.join(u' ').contains(QStringLiteral("7")));
        QVERIFY(m_rows.at(3).messages.join(u' ').contains(QStringLiteral("e-mail")));
        QCOMPARE(m_rows.at(4).state, RowState::Refused);
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("4"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT applied_on FROM application WHERE candidate_id = 2")), QStringLiteral("2026-01-06"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT outcome FROM application WHERE candidate_id = 3")), QStringLiteral("rejected"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT kind FROM stage WHERE name = 'Telescope test'")), QStringLiteral("test"));
        // Cells Rolecall has no field for are kept, and an exported formula comes back as it was.
        QVERIFY(m_work.value(QStringLiteral("SELECT text FROM note WHERE application_id = 1")).contains(QStringLiteral("Shoe size: 44")));
        QCOMPARE(m_work.value(QStringLiteral("SELECT text FROM note WHERE application_id = 4")), QStringLiteral("=1+1"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT ask FROM rating WHERE review_id = 4 AND quality_id = 3")), QStringLiteral("1"));
        const auto reports = db::importReports(connection(), m_work.role);
        VERIFY_DONE(reports);
        QCOMPARE(reports->size(), 1);
        QCOMPARE(db::importReportRows(connection(), reports->first().id, 10)->size(), 3);
    }

    void aDryRunStoresNothing()
    {
        const ImportSummary summary = importTable(true);
        QCOMPARE(summary.taken, 2);
        QVERIFY(!summary.done);
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("0"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM stage")), QStringLiteral("5"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM change WHERE kind = 'import'")), QStringLiteral("0"));
    }

    void anImportIsUndoneAndRedoneWhole()
    {
        importTable();
        const QString digest = QStringLiteral("SELECT (SELECT group_concat(name || coalesce(email, '')) FROM candidate) || (SELECT group_concat(level) FROM rating) || "
                                              "(SELECT count(*) FROM stage) || (SELECT count(*) FROM tag) || (SELECT group_concat(text) FROM note) || (SELECT count(*) FROM import_row)");
        const QString before = m_work.value(digest);
        VERIFY_DONE(undo(connection()));
        QCOMPARE(m_work.value(QStringLiteral("SELECT (SELECT count(*) FROM candidate) + (SELECT count(*) FROM rating) + (SELECT count(*) FROM tag) + (SELECT count(*) FROM import_report)")), QStringLiteral("0"));
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM stage")), QStringLiteral("5"));
        VERIFY_DONE(redo(connection()));
        QCOMPARE(m_work.value(digest), before);
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM search_note WHERE search_note MATCH 'kind'")), QStringLiteral("1"));
    }

    void aFileThatEndsInTheMiddleImportsNothing()
    {
        ImportRequest request;
        request.role = m_work.role;
        request.files = {m_work.file(QStringLiteral("good.csv"), table), m_work.file(QStringLiteral("bad.csv"), "Name,E-mail\n\"Eve Cut,eve@example.org\n")};
        const auto summary = importApplicants(connection(), request);
        QVERIFY(!summary.has_value());
        QVERIFY(summary.error().text().contains(QStringLiteral("bad.csv")));
        QCOMPARE(m_work.value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("0"));
    }

    void theShortlistFollowsTheRule()
    {
        importTable();
        const auto view = shortlist(connection(), m_work.role, {});
        VERIFY_DONE(view);
        QCOMPARE(view->entries.size(), 2);
        // Useful: (3 + 0) / 6 against (0 + 2) / 6.
        QCOMPARE(view->entries.at(0).application, db::ApplicationId(1));
        QCOMPARE(view->entries.at(0).rank, std::optional(1));
        QCOMPARE(view->entries.at(1).rank, std::optional(2));
        QCOMPARE(view->nearMissCount, 1);
        QCOMPARE(view->nearMisses.first().application, db::ApplicationId(2));
        QCOMPARE(view->gates.open, 1);
    }

    void byHandNeedsAReasonAndIsExported()
    {
        importTable();
        QVERIFY(!placeByHand(connection(), db::ApplicationId(2), Placement::On, QStringLiteral("  ")).has_value());
        VERIFY_DONE(placeByHand(connection(), db::ApplicationId(2), Placement::On, QStringLiteral("Knows our telescope")));
        VERIFY_DONE(placeByHand(connection(), db::ApplicationId(4), Placement::Off, QStringLiteral("Sent twice")));
        const auto csv = shortlistCsvPreview(connection(), m_work.role, {}, 100);
        VERIFY_DONE(csv);
        const QList<QByteArray> lines = csv->trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(0).startsWith("rank,name,email,stage,gate,useful_score,necessary_met,coverage,Necessary: Reads star charts,"));
        QVERIFY(lines.at(1).startsWith("1,Ben Through,ben@example.org,New,through,50,2,1,2,3,3,0,"));
        QVERIFY(lines.at(2).contains("Cleo Below") && lines.at(2).contains("Put on: Knows our telescope"));
        QVERIFY(lines.at(3).contains("Taken off: Sent twice"));
        VERIFY_DONE(undo(connection()));
        QCOMPARE(shortlist(connection(), m_work.role, {})->entries.size(), 3);
    }

    void aBlindExportHasNoIdentity()
    {
        importTable();
        ShortlistExport options;
        options.blind = true;
        options.evidence = true;
        const auto csv = shortlistCsvPreview(connection(), m_work.role, options, 100);
        VERIFY_DONE(csv);
        QVERIFY(csv->startsWith("rank,code,stage,"));
        QVERIFY(!csv->contains("Ben") && !csv->contains("example.org"));
    }

    void reviewsAreDraftsUntilSubmitted()
    {
        importTable();
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Bob Panel")));
        const db::ApplicationId cleo(2);
        VERIFY_DONE(rate(connection(), cleo, m_work.qualities.at(0).id, 3));
        VERIFY_DONE(addNoteEvidence(connection(), cleo, m_work.qualities.at(0).id, QStringLiteral("Drew the winter sky")));
        QCOMPARE(db::standing(connection(), cleo)->value().gate, db::Gate::Below);
        QCOMPARE(reviewSheet(connection(), cleo)->hiddenOthers, 1);
        QVERIFY(reviewSheet(connection(), cleo)->others.isEmpty());
        VERIFY_DONE(submitReview(connection(), cleo));
        // The mean of 1 and 3 meets the threshold of 2.
        QCOMPARE(db::standing(connection(), cleo)->value().gate, db::Gate::Through);
        QCOMPARE(reviewSheet(connection(), cleo)->others.size(), 1);
        QVERIFY(!rate(connection(), cleo, m_work.qualities.at(0).id, 0).has_value());
        VERIFY_DONE(withdrawReview(connection(), cleo));
        QCOMPARE(db::standing(connection(), cleo)->value().gate, db::Gate::Below);
        VERIFY_DONE(rate(connection(), cleo, m_work.qualities.at(0).id, 0));
        VERIFY_DONE(undo(connection()));
        QCOMPARE(reviewSheet(connection(), cleo)->ratings.first().level, std::optional(3));
        VERIFY_DONE(undo(connection()));
        QVERIFY(reviewSheet(connection(), cleo)->own->submitted);
        QCOMPARE(db::standing(connection(), cleo)->value().gate, db::Gate::Through);
    }

    void historyKeepsWhatOthersRatedUntilOneSubmits()
    {
        importTable();
        const db::ApplicationId dan(3);
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Bob Panel")));
        VERIFY_DONE(rate(connection(), dan, m_work.qualities.at(0).id, 2));
        const auto own = history(connection(), {}, 5);
        QVERIFY(own->first().title.contains(QStringLiteral("Dan Open")));
        QVERIFY(own->first().detail.contains(u'2'));
        VERIFY_DONE(becomeReviewer(connection(), QStringLiteral("Eve Panel")));
        const auto others = history(connection(), {m_work.role, dan, {}, {}}, 5);
        QVERIFY(!others->first().detail.contains(u'2'));
    }

    void retiringAQualityKeepsItsRatings()
    {
        importTable();
        const db::QualityId first = m_work.qualities.at(0).id;
        VERIFY_DONE(retireQuality(connection(), first));
        QCOMPARE(db::standing(connection(), db::ApplicationId(2))->value().gate, db::Gate::Through);
        VERIFY_DONE(restoreQuality(connection(), first));
        QCOMPARE(db::standing(connection(), db::ApplicationId(2))->value().gate, db::Gate::Below);
        VERIFY_DONE(moveQuality(connection(), first, db::Tier::Useful, 0));
        QCOMPARE(db::qualities(connection(), m_work.role)->at(1).id, first);
        VERIFY_DONE(undo(connection()));
        VERIFY_DONE(setQualityThreshold(connection(), first, 1));
        QCOMPARE(db::standing(connection(), db::ApplicationId(2))->value().gate, db::Gate::Through);
        VERIFY_DONE(undo(connection()));
        QCOMPARE(db::standing(connection(), db::ApplicationId(2))->value().gate, db::Gate::Below);
    }

    void aRemovedRoleComesBackWhole()
    {
        importTable();
        VERIFY_DONE(placeByHand(connection(), db::ApplicationId(2), Placement::On, QStringLiteral("Knows our telescope")));
        const QByteArray before = shortlistCsvPreview(connection(), m_work.role, {}, 100).value_or("?");
        VERIFY_DONE(removeRole(connection(), m_work.role));
        QCOMPARE(m_work.value(QStringLiteral("SELECT (SELECT count(*) FROM role) + (SELECT count(*) FROM application) + (SELECT count(*) FROM rating)")), QStringLiteral("0"));
        VERIFY_DONE(undo(connection()));
        QCOMPARE(shortlistCsvPreview(connection(), m_work.role, {}, 100).value_or("!"), before);
    }

    void splitAndMergeKeepRatings()
    {
        importTable();
        const db::QualityId first = m_work.qualities.at(0).id;
        VERIFY_DONE(splitQuality(connection(), first, {QStringLiteral("Reads star charts"), QStringLiteral("Draws star charts")}));
        const auto split = db::qualities(connection(), m_work.role);
        QCOMPARE(split->size(), 5);
        QCOMPARE(split->at(1).text, QStringLiteral("Draws star charts"));
        QCOMPARE(db::standing(connection(), db::ApplicationId(1))->value().gate, db::Gate::Open);
        VERIFY_DONE(mergeQualities(connection(), {first, split->at(1).id}, QStringLiteral("Reads and draws star charts")));
        QCOMPARE(db::standing(connection(), db::ApplicationId(1))->value().gate, db::Gate::Through);
        QCOMPARE(m_work.value(QStringLiteral("SELECT min(reconfirm) FROM rating WHERE quality_id = %1").arg(first.number())), QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_main_job.moc"
