// SPDX-License-Identifier: GPL-3.0-or-later
// Reports count what is there, and adverse-impact figures agree with published examples.
#include "workspace_fixture.h"

#include "app/applicants/applicant_import.h"
#include "app/applicants/application_acts.h"
#include "app/history/history.h"
#include "app/reports/group_answers.h"
#include "app/reports/role_reports.h"
#include "app/roles/panel_editing.h"
#include "db/application_lists.h"
#include "db/stages.h"

using namespace rolecall;
using namespace rolecall::app;

class TestReports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fixture.open();
        const QString csv = m_fixture.file(QStringLiteral("people.csv"), "name,email,source,applied_on,Reads star charts,Writes reports,Speaks to visitors,Mends clocks\n"
                                                                         "Ada Example,ada@example.org,Board,2026-01-05,3,2,1,0\n"
                                                                         "Bela Muster,bela@example.org,Board,2026-01-06,1,2,3,3\n"
                                                                         "Carla Demo,carla@example.org,Friend,2026-01-07,1,1,2,2\n"
                                                                         "Daan Proef,daan@example.org,,2026-01-08,2,2,,\n");
        ImportRequest request;
        request.role = m_fixture.role;
        request.files = {csv};
        VERIFY_DONE(importApplicants(m_fixture.connection(), request));
        m_people = *db::applicationIds(m_fixture.connection(), m_fixture.role, {}, db::ApplicationOrder::Name, false, 10);
        QCOMPARE(m_people.size(), 4);
    }
    void cleanup() { m_fixture.close(); }

    void quartilesAreThoseOfSpreadsheets()
    {
        QVERIFY(!quartilesOf({}));
        const auto found = quartilesOf({4, 1, 3, 2});
        QCOMPARE(found->lower, 1.75);
        QCOMPARE(found->median, 2.5);
        QCOMPARE(found->upper, 3.25);
        QCOMPARE(quartilesOf({7})->upper, 7.0);
    }

    void fishersTest_data()
    {
        QTest::addColumn<QList<int>>("cells");
        QTest::addColumn<double>("p");
        // R. A. Fisher, The Design of Experiments (1935), chapter II: the lady who tastes tea, three of four cups right.
        QTest::newRow("tea") << QList<int>{3, 1, 1, 3} << 0.485714;
        // The example of Wikipedia's article on the test: 1 of 10 men and 9 of 12 women study.
        QTest::newRow("studying") << QList<int>{1, 9, 11, 3} << 0.002759;
        QTest::newRow("nobody selected") << QList<int>{0, 4, 0, 4} << 1.0;
        QTest::newRow("no group") << QList<int>{0, 0, 3, 4} << 1.0;
    }
    void fishersTest()
    {
        QFETCH(QList<int>, cells);
        QFETCH(double, p);
        QVERIFY(std::abs(fisherExact(cells[0], cells[1], cells[2], cells[3]) - p) < 1e-6);
        QVERIFY(std::abs(fisherExact(cells[2], cells[3], cells[0], cells[1]) - p) < 1e-6);
    }

    void fourFifthsOfTheHighestRate()
    {
        // Adoption of Questions and Answers to the Uniform Guidelines (44 FR 11996), question 12: 48 of 80 and 12 of 40.
        const auto impacts = adverseImpact({{QStringLiteral("A"), 80, 48}, {QStringLiteral("B"), 40, 12}, {QStringLiteral("C"), 50, 24}, {QStringLiteral("D"), 4, 1}});
        QCOMPARE(impacts[0].rate, 0.6);
        QVERIFY(!impacts[0].ratio);
        QCOMPARE(*impacts[1].ratio, 0.5);
        QVERIFY(impacts[1].below);
        QVERIFY(!impacts[1].small);
        QVERIFY(!impacts[2].below); // four fifths exactly are not below
        QVERIFY(impacts[3].below && impacts[3].small);
        QVERIFY(*impacts[3].fisher > 0.2);
        QVERIFY(!adverseImpact({{QStringLiteral("A"), 3, 0}}).front().ratio);
    }

    void aRoleIsCounted()
    {
        db::Connection &connection = m_fixture.connection();
        const auto stages = *db::stages(connection, m_fixture.role);
        VERIFY_DONE(moveToStage(connection, {m_people[0]}, stages[1].id));
        VERIFY_DONE(moveToStage(connection, {m_people[0]}, stages[0].id));
        VERIFY_DONE(reject(connection, {m_people[2]}, QStringLiteral("Other applicants meet more")));
        const auto reports = roleReports(connection, m_fixture.role, QDateTime({2036, 1, 1}, {}, Qt::UTC));
        VERIFY_DONE(reports);
        QCOMPARE(reports->applications, 4);
        QCOMPARE(reports->hidden, 0);
        const auto table = [&reports](const char *key) {
            for (const ReportTable &one : reports->tables) {
                if (one.key == QLatin1String(key))
                    return one;
            }
            return ReportTable();
        };
        const ReportTable pipeline = table("pipeline");
        QCOMPARE(pipeline.rows.at(0).mid(1), (QVariantList{4, 3, 0, 1, 0}));
        QCOMPARE(pipeline.rows.at(1).mid(1), (QVariantList{1, 0, 0, 0, 0}));
        QVERIFY(table("time_in_stage").rows.at(0).at(3).toDouble() > 365);
        QCOMPARE(table("outcomes").rows.at(0).mid(0, 3), (QVariantList{QStringLiteral("Rejected"), QStringLiteral("Other applicants meet more"), 1}));
        QCOMPARE(table("outcomes").rows.at(1).at(2), QVariant(3));
        QCOMPARE(table("sources").rows.at(0).mid(1), (QVariantList{2, 1, 0}));
        // "Reads star charts": Ada and Daan meet it, two are below, and of these only Bela has nothing else against her.
        QCOMPARE(table("qualities").rows.at(0).mid(2), (QVariantList{2, 2, 0, 1}));
        QCOMPARE(table("qualities").rows.at(2).at(4), QVariant(1));
        QVERIFY(!table("qualities").rows.at(2).at(5).isValid());
        QCOMPARE(table("load").rows.size(), 1);
        QCOMPARE(table("load").rows.at(0).mid(1), (QVariantList{4, 0, 0}));
        // An undone move leaves nothing.
        for (int i = 0; i < 3; ++i)
            VERIFY_DONE(undo(connection));
        const auto before = roleReports(connection, m_fixture.role, QDateTime({2036, 1, 1}, {}, Qt::UTC));
        QCOMPARE(before->tables.first().rows.at(1).at(1), QVariant(0));
    }

    void answersNeedConsentAndCountOnly()
    {
        db::Connection &connection = m_fixture.connection();
        const QString path = m_fixture.file(QStringLiteral("answers.csv"), "email,consent,Gender\nada@example.org,yes,woman\nbela@example.org,no,woman\ncarla@example.org,Yes,woman\ndaan@example.org,x,man\nnobody@example.org,yes,man\n");
        const auto taken = takeGroupAnswers(connection, m_fixture.role, path);
        VERIFY_DONE(taken);
        QCOMPARE(taken->people, 3);
        QCOMPARE(taken->left.size(), 2);
        QVERIFY(taken->left.first().contains(QLatin1Char('3')));
        auto tables = impactReports(connection, m_fixture.role);
        VERIFY_DONE(tables);
        QCOMPARE(tables->size(), 2);
        const QVariantList women = tables->first().rows.at(1);
        QCOMPARE(women.mid(0, 3), (QVariantList{QStringLiteral("woman"), 2, 1}));
        QVERIFY(women.last().toString().contains(QStringLiteral("few")));
        VERIFY_DONE(undo(connection));
        QVERIFY(impactReports(connection, m_fixture.role)->isEmpty());
        VERIFY_DONE(redo(connection));
        VERIFY_DONE(removeGroupAnswers(connection, m_fixture.role));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM group_answer")), QStringLiteral("0"));
        QVERIFY(!removeGroupAnswers(connection, m_fixture.role));
    }

    void answersWithoutAConsentColumnAreRefused()
    {
        const auto taken = takeGroupAnswers(m_fixture.connection(), m_fixture.role, m_fixture.file(QStringLiteral("bare.csv"), "email,Gender\nada@example.org,woman\n"));
        QVERIFY(!taken);
        QVERIFY(taken.error().text().contains(QStringLiteral("consent")));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM group_answer")), QStringLiteral("0"));
    }

    void nothingTellsOfHiddenLevels()
    {
        db::Connection &connection = m_fixture.connection();
        // Somebody else of the panel, who has reviewed nobody yet.
        VERIFY_DONE(becomeReviewer(connection, QStringLiteral("Noor Panel")));
        VERIFY_DONE(addPanelMember(connection, m_fixture.role, QStringLiteral("Noor Panel")));
        const auto reports = roleReports(connection, m_fixture.role, QDateTime({2036, 1, 1}, {}, Qt::UTC));
        VERIFY_DONE(reports);
        QCOMPARE(reports->hidden, 4);
        for (const ReportTable &table : reports->tables) {
            if (table.key == u"qualities")
                QCOMPARE(table.rows.at(0).mid(2, 3), (QVariantList{0, 0, 0}));
            if (table.key == u"sources")
                QCOMPARE(table.rows.at(0).at(2), QVariant(0));
        }
        QVERIFY(!impactReports(connection, m_fixture.role));
    }

    void csvIsSafe()
    {
        ReportTable table;
        table.columns = QStringList{QStringLiteral("Source"), QStringLiteral("Share")};
        table.rows << QVariantList{QStringLiteral("=HYPERLINK(\"x\")"), 0.5} << QVariantList{QStringLiteral("a,b"), QVariant()};
        QCOMPARE(reportCsv(table), QByteArray("Source,Share\r\n\"'=HYPERLINK(\"\"x\"\")\",0.5\r\n\"a,b\",\r\n"));
    }

private:
    test::WorkspaceFixture m_fixture;
    QList<db::ApplicationId> m_people;
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
