// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/table_stream.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace rolecall;
using Rows = QList<QStringList>;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(QStringLiteral(ROLECALL_TEST_DATA "/tables/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Title lines, header and rows as the stream gives them, in one list.
Rows streamed(app::TableStream &stream, QList<qint64> *lines = nullptr)
{
    Rows rows = stream.titleRows();
    if (!stream.header().isEmpty())
        rows.append(stream.header());
    app::TableRow row;
    while (stream.nextRow(row)) {
        QStringList cells;
        for (const std::string_view cell : row.cells)
            cells.append(QString::fromUtf8(cell.data(), qsizetype(cell.size())));
        rows.append(cells);
        if (lines)
            lines->append(row.line);
    }
    return rows;
}

QString joined(const Rows &rows)
{
    QStringList lines;
    for (const QStringList &row : rows)
        lines.append(row.join(u'|'));
    return lines.join(u'/');
}

} // namespace

class TestTableReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsDialects_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QChar>("delimiter");
        QTest::addColumn<int>("header");
        QTest::addColumn<QString>("rows");
        const auto add = [](const char *file, const char *encoding, char delimiter, int header, const QString &rows) {
            QTest::addRow("%s", file) << QString::fromLatin1(file) << QString::fromLatin1(encoding) << QChar(QLatin1Char(delimiter)) << header << rows;
        };
        add("semicolons-cp1252.csv", "Windows-1252", ';', 0,
            QStringLiteral("Vorname|Nachname|E-Mail|Eingang|Bewertung/Jürgen|Groß|juergen@example.org|02.03.2026|1,5/Zoë|Jäger|zoe@example.org|03.03.2026|2,5"));
        add("mac-roman-cr.csv", "macintosh", ',', 0, QStringLiteral("Prénom|Nom|Courriel/Hélène|Béranger|helene@example.org/François|Lefèvre|francois@example.org"));
        add("utf16-tabs.tsv", "UTF-16 with byte order mark", '\t', 0, QStringLiteral("Name|E-Mail|Notes/Ada Example|ada@example.org|two\r\nlines, one \"quote\""));
        add("utf32be.csv", "UTF-32BE", ',', 0, QStringLiteral("Name|Email/Mwaïka|m@example.org"));
        add("shift-jis.csv", "Shift_JIS", ',', 0, QStringLiteral("氏名|メール|電話/佐藤 さくら|s@example.org|090-0000-0000/高橋 健一|t@example.org|080-0000-0000"));
        add("excel-separator-line.csv", "UTF-8", ';', 0, QStringLiteral("Name|Email/Ada, Lady|ada@example.org"));
        add("titles-above.csv", "UTF-8", ',', 2, QStringLiteral("Applicants for Research Engineer/exported 2026-03-02/Name|Email|Stage/Ada Example|ada@example.org|New/Bo Sample|bo@example.org|New"));
        add("no-header.csv", "UTF-8", ',', -1,
            QStringLiteral("Ada Example|ada@example.org|+49 30 5550100|2026-03-02/Bo Sample|bo@example.org|+49 30 5550101|2026-03-04"));
        add("backslash-escapes.csv", "UTF-8", ',', 0, QStringLiteral("id|name|notes/1|Ada|said \"yes\", then left/2|Bo|a \\ b"));
        add("apostrophes.csv", "UTF-8", ',', 0, QStringLiteral("name|email/Ada, Lady|ada@example.org/Bo O'Sample|bo@example.org"));
        add("wrapped-lines.csv", "UTF-8", ',', 0, QStringLiteral("name|email|notes/Ada|ada@example.org|plain, and quoted/Bo|bo@example.org|fine"));
        add("pipes.txt", "UTF-8", '|', 0, QStringLiteral("name|email|notes/Ada \"the first\" Example|ada@example.org|said \"yes/Bo|bo@example.org|5\" screen"));
        add("stray-quotes.csv", "UTF-8", ',', 0, QStringLiteral("name|notes|level/Ada|said \"yes\" and left|2/Bo|old news|1/Cy|spaced, out|3"));
    }
    void readsDialects()
    {
        QFETCH(QString, file);
        QFETCH(QString, encoding);
        QFETCH(QChar, delimiter);
        QFETCH(int, header);
        QFETCH(QString, rows);
        const auto draft = app::readTable(contentOf(file), file);
        QVERIFY2(draft, qPrintable(draft ? QString() : draft.error().text()));
        QCOMPARE(joined(draft->rows), rows);
        QCOMPARE(draft->dialect.encoding, encoding);
        QCOMPARE(QChar(QLatin1Char(draft->dialect.delimiter)), delimiter);
        QCOMPARE(draft->dialect.headerRecord.value_or(-1), header);
    }
    void readsSpreadsheets()
    {
        const auto xlsx = app::readTable(contentOf(QStringLiteral("applicants.xlsx")), QStringLiteral("applicants.xlsx"));
        QVERIFY2(xlsx, qPrintable(xlsx ? QString() : xlsx.error().text()));
        QCOMPARE(joined(xlsx->rows), QStringLiteral("Name|Email|Applied on|Level/Ada Example|ada@example.org|2026-03-02|2/佐藤||2026-03-02T10:30:00|0.3/Bo Sample|TRUE||"));
        QCOMPARE(xlsx->lines, (QList<qint64>{1, 3, 5, 6}));
        QVERIFY(xlsx->warnings.join(u' ').contains(u"first of 2 sheets"));
        const auto ods = app::readTable(contentOf(QStringLiteral("applicants.ods")), QStringLiteral("applicants.ods"));
        QVERIFY2(ods, qPrintable(ods ? QString() : ods.error().text()));
        QCOMPARE(joined(ods->rows), QStringLiteral("Name|Email|Applied on|Level/Ada Example|ada@example.org|2026-03-02|2/Bo  Sample\nsecond line|||1/Bo  Sample\nsecond line|||1"));
        QCOMPARE(ods->lines, (QList<qint64>{1, 4, 5, 6}));
        QCOMPARE(ods->warnings.size(), 1);
    }
    void damagedSpreadsheetsAreRefused()
    {
        for (const QString &name : {QStringLiteral("applicants.xlsx"), QStringLiteral("applicants.ods")}) {
            const QByteArray whole = contentOf(name);
            QVERIFY(!app::readTable(whole.first(whole.size() / 2), name));
            // Any byte may be wrong: an error or a table, never a crash.
            for (qsizetype i = 4; i < whole.size(); i += 7) {
                QByteArray damaged = whole;
                damaged[i] = char(~damaged.at(i));
                const auto draft = app::readTable(damaged, name);
                QVERIFY(draft || !draft.error().problem.isEmpty());
            }
        }
    }
    void streamAndDraftAgree()
    {
        const QDir folder(QStringLiteral(ROLECALL_TEST_DATA "/tables"));
        const QStringList files = folder.entryList(QDir::Files);
        QVERIFY(files.size() > 10);
        for (const QString &file : files) {
            const auto draft = app::readTable(contentOf(file), file);
            auto stream = app::TableStream::open(folder.filePath(file));
            QCOMPARE(draft.has_value(), stream.has_value());
            if (draft)
                QCOMPARE(streamed(**stream), draft->rows);
        }
    }
    void toleratedFaultsAreTold()
    {
        const auto draft = app::readTable(contentOf(QStringLiteral("stray-quotes.csv")), QStringLiteral("stray-quotes.csv"));
        QVERIFY(draft);
        const QString told = draft->warnings.join(u'\n');
        QVERIFY2(told.contains(u"line 2, 3"), qPrintable(told));
        QVERIFY2(told.contains(u"line 4"), qPrintable(told));
    }
    void unclosedQuoteNamesItsLine()
    {
        const auto draft = app::readTable(contentOf(QStringLiteral("unclosed.csv")), QStringLiteral("unclosed.csv"));
        QVERIFY(!draft);
        QVERIFY(draft.error().text().contains(u"unclosed.csv, line 3"));
        QVERIFY(!draft.error().remedy.isEmpty());
    }
    void repeatedHeaderIsMarked()
    {
        auto stream = app::TableStream::open(QStringLiteral(ROLECALL_TEST_DATA "/tables/repeated-header.csv"));
        QVERIFY(stream);
        QList<bool> repeats;
        app::TableRow row;
        while ((*stream)->nextRow(row))
            repeats.append(row.repeatsHeader);
        QCOMPARE(repeats, (QList<bool>{false, true, false}));
        QVERIFY((*stream)->warnings().join(u' ').contains(u"repeated"));
    }
    void raggedRowsAreTold()
    {
        const auto draft = app::readTable("a,b,c\n1,2\n1,2,3\n1,2,3,\n1,2,3,4\n", QStringLiteral("r.csv"));
        QVERIFY(draft);
        QCOMPARE(joined(draft->rows), QStringLiteral("a|b|c/1|2/1|2|3/1|2|3|/1|2|3|4"));
        QCOMPARE(draft->warnings.size(), 1);
        QVERIFY(draft->warnings.first().contains(u"line 2, 5"));
    }
    void notATable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n...");
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("old excel") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest");
        QByteArray noise(20'000, '\0');
        QRandomGenerator random(7);
        std::generate(noise.begin(), noise.end(), [&random] { return char(random.bounded(256)); });
        QTest::newRow("noise") << noise;
    }
    void notATable()
    {
        QFETCH(QByteArray, bytes);
        const auto draft = app::readTable(bytes, QStringLiteral("given.csv"));
        QVERIFY(!draft);
        QVERIFY(draft.error().text().contains(u"given.csv"));
    }
    void recordsAcrossBlocks()
    {
        // Long quoted cells with doubled quotes and line ends, so that blocks end in the middle of everything.
        QByteArray bytes = "name,notes,level\r\n";
        Rows expected{{QStringLiteral("name"), QStringLiteral("notes"), QStringLiteral("level")}};
        QList<qint64> lines;
        qint64 line = 2;
        for (int i = 0; bytes.size() < 5 * 1024 * 1024; ++i) {
            const QString note = QStringLiteral("“%1” said \"no\", then\r\nleft").arg(i).repeated(1 + i % 97);
            expected.append({QString::number(i), note, QString()});
            lines.append(line);
            line += 1 + note.count(u'\n');
            bytes += QByteArray::number(i) + ",\"" + QString(note).replace(u'"', QStringLiteral("\"\"")).toUtf8() + "\",\r\n";
        }
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes);
        buffer->open(QIODevice::ReadOnly);
        auto stream = app::TableStream::open(std::move(buffer), QStringLiteral("long.csv"));
        QVERIFY(stream);
        QList<qint64> found;
        QVERIFY(streamed(**stream, &found) == expected);
        QCOMPARE(found, lines);
        QVERIFY((*stream)->warnings().isEmpty());
    }
    void characterSetShowsLate()
    {
        QByteArray bytes = "Name,Email\n";
        for (int i = 0; i < 30000; ++i)
            bytes += "Ada Example,ada@example.org\n";
        bytes += "Zo\xeb J\xe4ger,zoe@example.org\n";
        const auto draft = app::readTable(bytes, QStringLiteral("late.csv"));
        QVERIFY(draft);
        QCOMPARE(draft->rows.size(), 30002);
        QCOMPARE(draft->rows.last().first(), QStringLiteral("Zoë Jäger"));
        QVERIFY(draft->warnings.join(u' ').contains(u"Windows-1252"));
    }
    void damagedUtf8KeepsTheRest()
    {
        QByteArray bytes = "Name,Email\n";
        for (int i = 0; i < 20; ++i)
            bytes += "Zoë Jäger,zoe@example.org\n";
        bytes += "Cut \xc3,c@example.org\n";
        const auto draft = app::readTable(bytes, QStringLiteral("damaged.csv"));
        QVERIFY(draft);
        QCOMPARE(draft->rows.at(1).first(), QStringLiteral("Zoë Jäger"));
        QCOMPARE(draft->rows.last().first(), QStringLiteral("Cut \uFFFD"));
        QVERIFY(!draft->warnings.isEmpty());
    }
    void survivesAnyBytes()
    {
        // Fixed seed: the same bytes in every run.
        quint32 state = 12345;
        const QByteArray alphabet("\",;\t|'\\\r\n a1=\xc3\xa4\xff\x00", 18);
        for (int round = 0; round < 400; ++round) {
            QByteArray bytes;
            for (int i = 0; i < 300; ++i) {
                state = state * 1664525u + 1013904223u;
                bytes += alphabet.at(qsizetype((state >> 16) % quint32(alphabet.size())));
            }
            const auto draft = app::readTable(bytes, QStringLiteral("noise.csv"));
            if (!draft)
                QVERIFY(!draft.error().problem.isEmpty());
            else
                QCOMPARE(draft->rows.size(), draft->lines.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestTableReader)
#include "tst_table_reader.moc"
