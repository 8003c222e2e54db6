// SPDX-License-Identifier: GPL-3.0-or-later
// `rolecall deadlines` as a script sees it: exact and approximate dates, the sentence of each, and the calendar file.
#include "tests/cli/command_run.h"

#include <QTemporaryDir>

using namespace rolecall::tests;

class TestDeadlineCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsAndWritesACalendar()
    {
        const QString posting = m_folder.filePath(QStringLiteral("keeper.md"));
        QFile file(posting);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# Star Keeper\n\n## Necessary qualities\n\n- Reads star charts\n\nApplications close on 14 March 2027. We shortlist within three working days of closing. The work starts in early May 2027.\n");
        file.close();
        const QString path = m_folder.filePath(QStringLiteral("stars.rolecall"));
        QCOMPARE(run({"role", "add", path, posting}).status, 0);
        const QString ics = m_folder.filePath(QStringLiteral("stars.ics"));
        const Run written = run({"deadlines", path, "--ics", ics, "--json"});
        QCOMPARE(written.status, 0);
        QVERIFY2(written.messages.contains("Wrote 2 events"), written.messages.constData());
        QVERIFY2(written.messages.contains("left out 1"), written.messages.constData());
        const auto dates = json(written);
        QCOMPARE(dates.Size(), 3U);
        QCOMPARE(firstKeys(dates[0], 7), (QStringList{"role", "kind", "title", "date", "approx", "sentence", "state"}));
        QCOMPARE(text(dates[0]["date"]), QStringLiteral("2027-03-14"));
        QCOMPARE(text(dates[1]["date"]), QStringLiteral("2027-03-17")); // a Sunday and three working days
        QVERIFY(dates[2]["date"].IsNull());
        QCOMPARE(text(dates[2]["approx"]), QStringLiteral("2027-05-early"));
        const QByteArray first = read(ics);
        QVERIFY(first.startsWith("BEGIN:VCALENDAR\r\n"));
        QCOMPARE(first.count("BEGIN:VEVENT"), 2);
        QCOMPARE(run({"deadlines", path, "--ics", ics}).status, 0);
        QCOMPARE(uids(read(ics)), uids(first)); // a second import updates the first

        QCOMPARE(run({"deadlines", path, "--ics", m_folder.filePath(QStringLiteral("no/where.ics"))}).status, 1);
        QCOMPARE(run({"deadlines", path, "--ics"}).status, 2);
    }

    void readsThePostingsOf2021()
    {
        const QString posting = QStringLiteral(ROLECALL_CORPUS "/postings/seed-002-datacite-openings.md");
        if (!QFile::exists(posting))
            QSKIP("no corpus");
        const QString path = m_folder.filePath(QStringLiteral("seed.rolecall"));
        QCOMPARE(run({"role", "add", path, posting}).status, 0);
        const auto dates = json(run({"deadlines", path, "--json"}));
        QStringList found;
        for (const auto &date : dates.GetArray())
            found << QStringLiteral("%1 %2%3").arg(text(date["kind"]), text(date["date"]), text(date["approx"]));
        found.sort();
        QCOMPARE(found, (QStringList{QStringLiteral("applications_close 2021-12-31"), QStringLiteral("interviews 2021-12-late"), QStringLiteral("interviews 2022-01-early"), QStringLiteral("start 2022-02-01"), QStringLiteral("start asap")}));
    }

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QList<QByteArray> uids(const QByteArray &ics)
    {
        QList<QByteArray> list;
        for (const QByteArray &line : ics.split('\n')) {
            if (line.startsWith("UID:"))
                list << line;
        }
        return list;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestDeadlineCommand)
#include "tst_deadline_command.moc"
