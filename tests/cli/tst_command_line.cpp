// SPDX-License-Identifier: GPL-3.0-or-later
// Every command as a script uses it, on small data: what it prints, in which order of keys, and how it ends.
#include "command_run.h"

#include <QDir>
#include <QTemporaryDir>

using namespace rolecall::tests;

namespace {

const QByteArray posting = "# Star Keeper\n\nKeeps the stars of Example Observatory.\n\n## Responsibilities\n\n- Opens the dome\n\n## Necessary qualities\n\n"
                           "- Reads star charts\n- Writes reports, \"clearly\"\n\n## Useful qualities\n\n- Speaks to visitors\n- Mends clocks\n\n"
                           "## How to apply\n\nWrite to stars@example.org. Applications close on 14 March 2027.\n";

const QByteArray applicants = "Name,E-mail,Phone,Location,\"Reads star charts\",\"Writes reports, \"\"clearly\"\"\",Speaks to visitors,Mends clocks\r\n"
                              "Ada Example,ada@example.org,555 0100,Lindholm,2,2,3,3\r\n"
                              "\"=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\",formula@example.org,+1 555,@home,3,3,0,1\r\n"
                              "\"Brown, Bea \"\"Bee\"\"\",bea@example.org,,,3,3,1,\r\n"
                              "-Ceyda Yıldız,ceyda@example.org,,,1,3,3,3\r\n"
                              "Dov Nobody,dov@example.org,,,2,,3,3\r\n";

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_posting;
    QString m_applicants;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    QByteArray contents(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// A workspace with the posting's role and, where asked for, its applicants; empty where that failed.
    QString workspace(const QString &name, bool filled)
    {
        const QString path = m_folder.filePath(name);
        if (run({"role", "add", path, m_posting}).status != 0)
            return {};
        if (filled && run({"applicants", "import", path, "1", m_applicants}).status != 0)
            return {};
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_posting = write(QStringLiteral("posting.md"), posting);
        m_applicants = write(QStringLiteral("applicants.csv"), applicants);
        QVERIFY(!m_posting.isEmpty() && !m_applicants.isEmpty());
    }

    void explainsItself()
    {
        for (const QStringList &arguments : {QStringList{"--help"}, QStringList{"role", "add", "--help"}, QStringList{"shortlist", "export", "--help"}}) {
            const Run help = run(arguments);
            QCOMPARE(help.status, 0);
            QVERIFY(help.output.contains("WORKSPACE"));
            QVERIFY(help.messages.isEmpty());
        }
        QCOMPARE(run({"--version"}).output.simplified(), QByteArray("rolecall " ROLECALL_VERSION));
    }

    void refusesWrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("noun alone") << QStringList{"role"};
        QTest::newRow("unknown verb") << QStringList{"role", "praise", "x.rolecall"};
        QTest::newRow("missing file") << QStringList{"posting", "read"};
        QTest::newRow("unknown option") << QStringList{"table", "read", "x.csv", "--loud"};
        QTest::newRow("no output") << QStringList{"shortlist", "export", "x.rolecall", "1"};
        QTest::newRow("top of nothing") << QStringList{"shortlist", "export", "x.rolecall", "1", "--output", "x.csv", "--top", "0"};
        QTest::newRow("a limit that is no number") << QStringList{"search", "x.rolecall", "ada", "--limit", "many"};
    }
    void refusesWrongUse()
    {
        QFETCH(QStringList, arguments);
        const Run refused = run(arguments);
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.output.isEmpty());
        QVERIFY(!refused.messages.isEmpty());
    }

    void failsWithAReason_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *noun : {"posting", "table", "mail", "document"})
            QTest::addRow("%s read", noun) << QStringList{QLatin1String(noun), "read", "absent.file", "--json"};
        QTest::newRow("role list") << QStringList{"role", "list", "absent.rolecall", "--json"};
        QTest::newRow("applicants import") << QStringList{"applicants", "import", "absent.rolecall", "1", "absent.csv"};
        QTest::newRow("applicants list") << QStringList{"applicants", "list", "absent.rolecall", "1", "--json"};
        QTest::newRow("search") << QStringList{"search", "absent.rolecall", "ada", "--json"};
        QTest::newRow("deadlines") << QStringList{"deadlines", "absent.rolecall", "--json"};
        QTest::newRow("workspace check") << QStringList{"workspace", "check", "absent.rolecall"};
        QTest::newRow("workspace info") << QStringList{"workspace", "info", "absent.rolecall", "--json"};
    }
    void failsWithAReason()
    {
        QFETCH(QStringList, arguments);
        for (QString &argument : arguments) {
            if (argument.startsWith(u"absent"))
                argument = m_folder.filePath(argument);
        }
        const Run failed = run(arguments);
        QCOMPARE(failed.status, 1);
        QVERIFY(failed.output.isEmpty());
        QVERIFY2(failed.messages.contains("absent."), failed.messages.constData());
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("absent.rolecall"))));
    }

    void readsAPosting()
    {
        const auto read = json(run({"posting", "read", m_posting, "--json"}));
        QVERIFY(read.IsObject() && read["roles"].IsArray());
        QCOMPARE(read["roles"].Size(), 1U);
        const auto &role = read["roles"][0];
        QCOMPARE(firstKeys(role, 9), (QStringList{"title", "summary", "necessary", "useful", "responsibilities", "deadlines", "contacts", "location", "warnings"}));
        QCOMPARE(text(role["title"]), QStringLiteral("Star Keeper"));
        QCOMPARE(role["necessary"].Size(), 2U);
        QCOMPARE(text(role["necessary"][1]), QStringLiteral("Writes reports, \"clearly\""));
        QCOMPARE(role["useful"].Size(), 2U);
        QCOMPARE(text(role["responsibilities"][0]), QStringLiteral("Opens the dome"));
        QCOMPARE(text(role["contacts"][0]), QStringLiteral("stars@example.org"));
        QVERIFY(role["location"].IsNull());
        const auto &deadline = role["deadlines"][0];
        QCOMPARE(firstKeys(deadline, 4), (QStringList{"kind", "text", "date", "approx"}));
        QCOMPARE(text(deadline["kind"]), QStringLiteral("applications_close"));
        QCOMPARE(text(deadline["date"]), QStringLiteral("2027-03-14"));
    }

    void readsATable()
    {
        const auto read = json(run({"table", "read", m_applicants, "--json"}));
        QCOMPARE(firstKeys(read, 5), (QStringList{"encoding", "delimiter", "header", "rows", "warnings"}));
        QCOMPARE(text(read["encoding"]), QStringLiteral("UTF-8"));
        QCOMPARE(text(read["delimiter"]), QStringLiteral(","));
        QVERIFY(read["header"].GetBool());
        QCOMPARE(read["rows"].Size(), 6U);
        QCOMPARE(text(read["rows"][2][0]), QStringLiteral("=HYPERLINK(\"http://example.org\",\"x\")"));
    }

    void readsMail()
    {
        const QString path = write(QStringLiteral("one.eml"), "From: Ada Example <ada@example.org>\r\nTo: stars@example.org\r\nSubject: Application: Star Keeper\r\n"
                                                              "Date: Tue, 2 Feb 2027 09:30:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear panel, I apply.\r\n");
        const auto read = json(run({"mail", "read", path, "--json"}));
        QVERIFY(read.IsObject() && read["messages"].Size() == 1U);
        const auto &message = read["messages"][0];
        QCOMPARE(firstKeys(message, 8), (QStringList{"from", "reply_to", "subject", "date", "text_start", "attachments", "applicant", "warnings"}));
        QCOMPARE(firstKeys(message["from"], 2), (QStringList{"name", "address"}));
        QCOMPARE(text(message["date"]), QStringLiteral("2027-02-02T07:30:00Z"));
        QCOMPARE(text(message["applicant"]["email"]), QStringLiteral("ada@example.org"));
    }

    void readsADocument()
    {
        const QString path = write(QStringLiteral("letter.txt"), "Dear panel,\n\nI have read star charts for nine years.\n");
        const auto read = json(run({"document", "read", path, "--json"}));
        QCOMPARE(firstKeys(read, 4), (QStringList{"kind", "pages", "text", "warnings"}));
        QCOMPARE(text(read["kind"]), QStringLiteral("text"));
        QVERIFY(text(read["text"]).contains(u"nine years"));
    }

    void carriesTheMainJob()
    {
        const QString path = m_folder.filePath(QStringLiteral("job.rolecall"));
        const QStringList roleKeys{"id", "uuid", "title", "necessary", "useful", "applicants", "closes_on"};
        const auto added = json(run({"role", "add", path, m_posting, "--json"}));
        QVERIFY(added.IsArray() && added.Size() == 1U);
        QCOMPARE(firstKeys(added[0], 7), roleKeys);
        QCOMPARE(text(added[0]["closes_on"]), QStringLiteral("2027-03-14"));
        QCOMPARE(added[0]["id"].GetInt(), 1);
        const QString uuid = text(added[0]["uuid"]);

        const auto tried = json(run({"applicants", "import", path, uuid, m_applicants, "--dry-run", "--json"}));
        QCOMPARE(tried["taken"].GetInt() + tried["needs_look"].GetInt(), 5);
        QCOMPARE(json(run({"role", "list", path, "--json"}))[0]["applicants"].GetInt(), 0);

        const auto taken = json(run({"applicants", "import", path, QStringLiteral("Star Keeper"), m_applicants, "--reviewer", "Panel Member", "--json"}));
        QCOMPARE(firstKeys(taken, 4), (QStringList{"taken", "needs_look", "refused", "rows"}));
        QCOMPARE(taken["refused"].GetInt(), 0);
        QCOMPARE(taken["rows"].Size(), 5U);
        QCOMPARE(firstKeys(taken["rows"][0], 6), (QStringList{"file", "row", "state", "name", "email", "messages"}));
        const auto listed = json(run({"role", "list", path, "--json"}));
        QCOMPARE(firstKeys(listed[0], 7), roleKeys);
        QCOMPARE(listed[0]["applicants"].GetInt(), 5);

        const auto people = json(run({"applicants", "list", path, "1", "--json"}));
        QCOMPARE(people.Size(), 5U);
        QCOMPARE(firstKeys(people[0], 12), (QStringList{"id", "uuid", "name", "email", "phone", "location", "applied_on", "stage", "outcome", "gate", "useful_score", "coverage"}));
        QCOMPARE(text(people[0]["name"]), QStringLiteral("Ada Example"));
        QCOMPARE(text(people[0]["gate"]), QStringLiteral("through"));
        QCOMPARE(people[0]["useful_score"].GetDouble(), 100.0);
        QStringList gates;
        for (const auto &person : people.GetArray())
            gates << text(person["gate"]);
        QCOMPARE(gates.count(QStringLiteral("through")), 3);
        QCOMPARE(gates.count(QStringLiteral("open")), 1);
        QCOMPARE(gates.count(QStringLiteral("below")), 1);

        const auto found = json(run({"search", path, "nobody", "--limit", "5", "--json"}));
        QVERIFY(found.IsArray() && found.Size() == 1U);
        QCOMPARE(firstKeys(found[0], 5), (QStringList{"kind", "id", "candidate", "title", "snippet"}));
        QCOMPARE(text(found[0]["title"]), QStringLiteral("Dov Nobody"));

        const auto dates = json(run({"deadlines", path, "--json"}));
        QVERIFY(dates.IsArray() && dates.Size() == 1U);
        QCOMPARE(firstKeys(dates[0], 7), (QStringList{"role", "kind", "title", "date", "approx", "sentence", "state"}));
        QCOMPARE(text(dates[0]["state"]), QStringLiteral("proposed"));

        QCOMPARE(run({"workspace", "check", path}).status, 0);
        const auto info = json(run({"workspace", "info", path, "--json"}));
        QCOMPARE(info["applicants"].GetInt(), 5);
        const QString copy = m_folder.filePath(QStringLiteral("copy.rolecall"));
        QCOMPARE(run({"workspace", "backup", path, copy}).status, 0);
        QCOMPARE(run({"applicants", "list", copy, "1", "--json"}).output, run({"applicants", "list", path, "1", "--json"}).output);
    }

    void writesTheShortlist()
    {
        const QString path = workspace(QStringLiteral("list.rolecall"), true);
        QVERIFY(!path.isEmpty());
        const QString csv = m_folder.filePath(QStringLiteral("list.csv"));
        QCOMPARE(run({"shortlist", "export", path, "1", "--output", csv, "--evidence"}).status, 0);
        const auto records = csvRecords(contents(QStringLiteral("list.csv")));
        QVERIFY(records.has_value());
        QCOMPARE(records->size(), 4);
        QCOMPARE(records->at(0),
                 (QStringList{"rank", "name", "email", "stage", "gate", "useful_score", "necessary_met", "coverage", "Necessary: Reads star charts",
                              "Necessary: Writes reports, \"clearly\"", "Useful: Speaks to visitors", "Useful: Mends clocks", "Evidence: Reads star charts",
                              "Evidence: Writes reports, \"clearly\"", "Evidence: Speaks to visitors", "Evidence: Mends clocks", "by_hand"}));
        QStringList ranks;
        for (const QStringList &record : records->mid(1)) {
            QCOMPARE(record.size(), records->at(0).size());
            ranks << record.first();
            for (const QString &cell : record)
                QVERIFY2(cell.isEmpty() || !QStringLiteral("=+-@\t\r").contains(cell.front()), qPrintable(cell));
        }
        QCOMPARE(ranks, (QStringList{"1", "2", "2"}));

        QCOMPARE(run({"shortlist", "export", path, "1", "--output", csv, "--top", "1"}).status, 0);
        QCOMPARE(csvRecords(contents(QStringLiteral("list.csv")))->size(), 2);

        QCOMPARE(run({"shortlist", "export", path, "1", "--output", csv, "--blind", "--bom"}).status, 0);
        const QByteArray blind = contents(QStringLiteral("list.csv"));
        QVERIFY(blind.startsWith("\xEF\xBB\xBF"));
        QVERIFY(!blind.contains("Ada") && !blind.contains("example.org"));
        QCOMPARE(csvRecords(blind.mid(3))->at(0).mid(0, 3), (QStringList{"rank", "code", "stage"}));

        const Run nowhere = run({"shortlist", "export", path, "1", "--output", m_folder.filePath(QStringLiteral("no/such/folder.csv"))});
        QCOMPARE(nowhere.status, 1);
        QCOMPARE(run({"shortlist", "export", path, "2", "--output", csv}).status, 1);
        QCOMPARE(contents(QStringLiteral("list.csv")), blind);
    }

    void takesItsOwnShortlistBack()
    {
        const QString path = workspace(QStringLiteral("first.rolecall"), true);
        const QString again = workspace(QStringLiteral("second.rolecall"), false);
        QVERIFY(!path.isEmpty() && !again.isEmpty());
        const QString csv = m_folder.filePath(QStringLiteral("round.csv"));
        QCOMPARE(run({"shortlist", "export", path, "1", "--output", csv}).status, 0);
        const auto taken = json(run({"applicants", "import", again, "1", csv, "--json"}));
        QCOMPARE(taken["refused"].GetInt(), 0);
        const QString second = m_folder.filePath(QStringLiteral("round2.csv"));
        QCOMPARE(run({"shortlist", "export", again, "1", "--output", second}).status, 0);
        QCOMPARE(contents(QStringLiteral("round2.csv")), contents(QStringLiteral("round.csv")));
        const auto people = json(run({"applicants", "list", again, "1", "--json"}));
        QStringList names;
        for (const auto &person : people.GetArray())
            names << text(person["name"]);
        QVERIFY(names.contains(QStringLiteral("=HYPERLINK(\"http://example.org\",\"x\")")));
    }

    void revisesARole()
    {
        const QString path = workspace(QStringLiteral("revise.rolecall"), true);
        QByteArray newer = posting;
        newer.replace("- Mends clocks\n", "- Keeps bees\n");
        const QString file = write(QStringLiteral("newer.md"), newer);
        const Run dry = run({"role", "revise", path, "1", file, "--dry-run", "--json"});
        const auto changes = json(dry);
        QVERIFY(changes.IsObject() && changes["changes"].IsArray());
        QCOMPARE(firstKeys(changes["changes"][0], 3), (QStringList{"kind", "from", "to"}));
        QStringList kinds;
        for (const auto &change : changes["changes"].GetArray())
            kinds << text(change["kind"]);
        QCOMPARE(kinds.count(QStringLiteral("unchanged")), 3);
        QVERIFY(kinds.contains(QStringLiteral("new")) && kinds.contains(QStringLiteral("retired")));
        QCOMPARE(run({"role", "revise", path, "1", file, "--json"}).status, 0);
        QCOMPARE(json(run({"role", "list", path, "--json"}))[0]["useful"].GetInt(), 2);
        QCOMPARE(json(run({"role", "list", path, "--json"}))[0]["applicants"].GetInt(), 5);
        QCOMPARE(run({"workspace", "check", path}).status, 0);
    }

    void takesAllFilesOrNone()
    {
        const QString path = workspace(QStringLiteral("none.rolecall"), false);
        const QString empty = write(QStringLiteral("empty.csv"), QByteArray());
        QCOMPARE(run({"applicants", "import", path, "1", m_applicants, empty}).status, 1);
        QCOMPARE(json(run({"role", "list", path, "--json"}))[0]["applicants"].GetInt(), 0);
        // A posting that cannot be read leaves no workspace behind.
        const QString fresh = m_folder.filePath(QStringLiteral("fresh.rolecall"));
        QCOMPARE(run({"role", "add", fresh, m_posting, empty}).status, 1);
        QVERIFY(!QFile::exists(fresh));
    }

    void importsMailsFoldersAndCards()
    {
        const QString path = workspace(QStringLiteral("heap.rolecall"), false);
        QVERIFY(!path.isEmpty());
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("heap")));
        write(QStringLiteral("heap/box.mbox"), "From a Mon Mar  2 10:00:00 2026\nFrom: Tom Small <tom@example.org>\nSubject: Application\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n\nI apply.\n\n"
                                               "From b Mon Mar  2 10:00:00 2026\nFrom: Rita <rita@example.org>\nSubject: Fwd: a candidate\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n\nLook at this.\n");
        write(QStringLiteral("heap/una.vcf"), "BEGIN:VCARD\nVERSION:3.0\nFN:Una Small\nEMAIL:una@example.org\nEND:VCARD\n");
        const QString folder = m_folder.filePath(QStringLiteral("heap"));
        const auto taken = json(run({"applicants", "import", path, "1", folder, "--json"}));
        QCOMPARE(firstKeys(taken, 4), (QStringList{"taken", "needs_look", "refused", "rows"}));
        QCOMPARE(taken["taken"].GetInt(), 2);
        QCOMPARE(taken["refused"].GetInt(), 1);
        QCOMPARE(taken["rows"].Size(), 3U);
        QCOMPARE(firstKeys(taken["rows"][1], 6), (QStringList{"file", "row", "state", "name", "email", "messages"}));
        QCOMPARE(taken["rows"][1]["row"].GetInt(), 2);
        QCOMPARE(text(taken["rows"][1]["state"]), QStringLiteral("refused"));
        QVERIFY(taken["rows"][2]["row"].IsNull());
        QCOMPARE(text(taken["rows"][2]["name"]), QStringLiteral("Una Small"));
        QCOMPARE(json(run({"role", "list", path, "--json"}))[0]["applicants"].GetInt(), 2);
        const Run again = run({"applicants", "import", path, "1", folder});
        QCOMPARE(again.status, 0);
        QVERIFY2(again.output.contains("already"), again.output.constData());
        QCOMPARE(json(run({"role", "list", path, "--json"}))[0]["applicants"].GetInt(), 2);
    }

    void knowsAFileThatIsNone()
    {
        const QString path = write(QStringLiteral("foreign.rolecall"), "This is a letter, not a workspace.\n");
        QCOMPARE(run({"workspace", "check", path}).status, 1);
        QCOMPARE(run({"role", "add", path, m_posting}).status, 1);
        QCOMPARE(contents(QStringLiteral("foreign.rolecall")), QByteArray("This is a letter, not a workspace.\n"));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
