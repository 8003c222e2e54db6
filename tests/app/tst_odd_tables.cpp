// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as forms, reports and other programs leave them: who is taken from each, and what is said of the rest.
#include "workspace_fixture.h"

#include "app/applicants/applicant_import.h"
#include "db/sql.h"

using namespace rolecall;
using namespace rolecall::app;

class TestOddTables : public QObject
{
    Q_OBJECT
    test::WorkspaceFixture m_work;
    QList<ImportedRow> m_rows;
    QStringList m_messages;

    void import(const QByteArray &table)
    {
        ImportRequest request;
        request.role = m_work.role;
        request.files = {m_work.file(QStringLiteral("odd.csv"), table)};
        m_rows.clear();
        request.onRow = [this](const ImportedRow &row) { m_rows << row; };
        const auto summary = importApplicants(m_work.connection(), request);
        QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().text()));
        m_messages = summary->messages;
    }
    QString people() { return m_work.value(QStringLiteral("SELECT group_concat(line, '; ') FROM (SELECT c.name || ' ' || coalesce(c.email, '') || ' ' || coalesce(c.phone, '') || ' ' || coalesce(a.applied_on, '') AS line FROM application a JOIN candidate c ON c.id = a.candidate_id ORDER BY c.name)")); }

private Q_SLOTS:
    void init() { m_work.open(); }
    void cleanup() { m_work.close(); }

    void takesWhoIsInThem_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("taken");
        const QString two = QStringLiteral("Ada Example ada@example.org  ; Bela Ohm bela@example.org  ");
        QTest::newRow("a form's questions") << QByteArray("\"Timestamp\",\"Email Address\",\"What is your full name?\",\"How can we call you? (phone, optional)\",\"Why do you want this job?\"\n"
                                                          "\"2026/03/01 9:12:33 AM GMT+1\",\"ada@example.org\",\"Ada Example\",\"\",\"Because, \"\"stars\"\"\nare far.\"\n\"2026/03/02 8:00:00 PM GMT+1\",\"bela@example.org\",\"Bela Ohm\",\"\",\"x\"\n")
                                            << QStringLiteral("Ada Example ada@example.org  2026-03-01; Bela Ohm bela@example.org  2026-03-02");
        QTest::newRow("the same in German") << QByteArray("Zeitstempel;Wie hei\xc3\x9ft du?;Deine E-Mail-Adresse:;Handynummer (freiwillig)\n01.03.2026 10:00:00;Ada Example;ada@example.org;0171 1234567\n02.03.2026 10:00:00;Bela Ohm;bela@example.org;\n")
                                            << QStringLiteral("Ada Example ada@example.org 0171 1234567 2026-03-01; Bela Ohm bela@example.org  2026-03-02");
        QTest::newRow("and in Dutch") << QByteArray("Tijdstempel,Wat is je naam?,Wat is je e-mailadres?\n13-03-2026 10:00,Ada Example,ada@example.org\n14-03-2026 10:00,Bela Ohm,bela@example.org\n")
                                      << QStringLiteral("Ada Example ada@example.org  2026-03-13; Bela Ohm bela@example.org  2026-03-14");
        QTest::newRow("facts above the table") << QByteArray("Applicant export\nGenerated on 02/03/2026 by Hiring System\n\nVacancy:,Star Keeper\n\nCandidate,Email,Phone\nAda Example,ada@example.org,\nBela Ohm,bela@example.org,\n") << two;
        QTest::newRow("groups over the names") << QByteArray("Personal,,Contact,\nFirst name,Last name,E-mail,Phone\nAda,Example,ada@example.org,\nBela,Ohm,bela@example.org,\n") << two;
        QTest::newRow("two files in one") << QByteArray("\xef\xbb\xbfName,E-mail\nAda Example,ada@example.org\n\xef\xbb\xbfName,E-mail\nBela Ohm,bela@example.org\n") << two;
        QTest::newRow("totals and pages") << QByteArray("Name,E-mail,Reads star charts\nAda Example,ada@example.org,2\nPage 1 of 2,,\nBela Ohm,bela@example.org,3\nTotal,,5\nAverage,,2.5\n,,\n") << two;
        QTest::newRow("the end of a file of old") << QByteArray("Name,E-mail\r\nAda Example,ada@example.org\r\nBela Ohm,bela@example.org\r\n\x1a") << two;
        QTest::newRow("digits kept as text") << QByteArray("Name,E-mail,Phone\nAda Example,ada@example.org,=\"0301234\"\nBela Ohm,bela@example.org,\n") << QStringLiteral("Ada Example ada@example.org 0301234 ; Bela Ohm bela@example.org  ");
        QTest::newRow("names with underscores") << QByteArray("CANDIDATE_FIRST_NAME,CANDIDATE_LAST_NAME,CANDIDATE_EMAIL_ADDRESS,APPLICATION_DATE\nAda,Example,ada@example.org,20260301\nBela,Ohm,bela@example.org,20260302\n")
                                                << QStringLiteral("Ada Example ada@example.org  2026-03-01; Bela Ohm bela@example.org  2026-03-02");
    }
    void takesWhoIsInThem()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, taken);
        import(table);
        QCOMPARE(people(), taken);
    }

    void saysWhatItCannotTake()
    {
        import("Name,E-mail,Phone,Reads star charts,Writes reports\nAda Example,ada@example.org,4.93012E+11,\u2605\u2605\u2606,\u2605\u2605\u2605\u2605\u2606\nTotal,,,9,9\n");
        const auto said = [this](qsizetype row) { return m_rows.value(row).messages.join(u' '); };
        QVERIFY2(said(0).contains(u"digits are lost"), qPrintable(said(0)));
        QVERIFY2(said(0).contains(u"not a level"), qPrintable(said(0))); // five stars: nobody knows which would meet it
        QVERIFY2(said(1).contains(u"line of totals"), qPrintable(said(1)));
        QCOMPARE(m_work.value(QStringLiteral("SELECT group_concat(level) FROM rating")), QStringLiteral("2"));
    }

    void saysOnceOfHundredsOfColumns()
    {
        QByteArray header = "Name,E-mail";
        QByteArray row = "Ada Example,ada@example.org";
        for (int i = 0; i < 500; ++i) {
            header += ",Question " + QByteArray::number(i);
            row += ",answer";
        }
        import(header + '\n' + row + '\n');
        QCOMPARE(m_messages.size(), 1);
        QVERIFY2(m_messages.first().contains(u"500 columns"), qPrintable(m_messages.first()));
    }
};

QTEST_GUILESS_MAIN(TestOddTables)
#include "tst_odd_tables.moc"
