// SPDX-License-Identifier: GPL-3.0-or-later
// The small rules of the posting reader: headings, contacts, damaged characters, encodings.
#include "app/posting/contacts.h"
#include "app/posting/heading_vocabulary.h"
#include "app/posting/mojibake.h"
#include "app/text_decoding.h"

#include <QTest>

using namespace rolecall::app;

class TestPostingWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesHeadings_data();
    void namesHeadings();
    void findsContacts_data();
    void findsContacts();
    void repairsMojibake_data();
    void repairsMojibake();
    void decodesText_data();
    void decodesText();
};

void TestPostingWords::namesHeadings_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<int>("kind");
    const auto rows = [](SectionKind kind, const QStringList &headings) {
        for (const QString &heading : headings)
            QTest::addRow("%s", qPrintable(heading)) << heading << int(kind);
    };
    rows(SectionKind::Necessary, {QStringLiteral("Necessary qualities"), QStringLiteral("What you\u2019ll bring"), QStringLiteral("MINIMUM QUALIFICATIONS:"), QStringLiteral("The ideal candidate"), QStringLiteral("Dein Profil"),
                                  QStringLiteral("Profil recherch\u00e9"), QStringLiteral("Requisitos"), QStringLiteral("Wie ben jij?"), QStringLiteral("Who you are"), QStringLiteral("Skills you must have")});
    rows(SectionKind::Useful, {QStringLiteral("Useful qualities"), QStringLiteral("Nice-to-haves"), QStringLiteral("Desirable (not essential) skills"), QStringLiteral("Preferred Qualifications"), QStringLiteral("Bonus points if you"),
                               QStringLiteral("Von Vorteil sind"), QStringLiteral("Serait un plus"), QStringLiteral("Se valorar\u00e1"), QStringLiteral("It\u2019s great if you"), QStringLiteral("Not required, but a plus")});
    rows(SectionKind::Responsibilities, {QStringLiteral("Key responsibilities"), QStringLiteral("What you'll do"), QStringLiteral("ESSENTIAL FUNCTIONS"), QStringLiteral("Ihre Aufgaben"), QStringLiteral("Vos missions"), QStringLiteral("Funciones"),
                                         QStringLiteral("In this role, you will"), QStringLiteral("Wat ga je doen?")});
    rows(SectionKind::Other, {QStringLiteral("What we offer"), QStringLiteral("Benefits"), QStringLiteral("About us"), QStringLiteral("How to apply"), QStringLiteral("Wir bieten"), QStringLiteral("Ce que nous offrons"), QStringLiteral("What you'll get")});
    rows(SectionKind::Unknown, {QStringLiteral("Requirements Engineer"), QStringLiteral("Telescope Operator"), QStringLiteral("Bread")});
}

void TestPostingWords::namesHeadings()
{
    QFETCH(QString, heading);
    QFETCH(int, kind);
    QCOMPARE(int(classifyHeading(heading).kind), kind);
}

void TestPostingWords::findsContacts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("contacts");
    const auto row = [](const char *text, const QStringList &contacts) { QTest::addRow("%s", text) << QString::fromUtf8(text) << contacts; };
    row("Write to Jo (jo.b@example.org).", {QStringLiteral("jo.b@example.org")});
    row("[us](mailto:jobs%2Bx@example.org?subject=Hi), jobs@example.com or JOBS@example.com", {QStringLiteral("jobs+x@example.org"), QStringLiteral("jobs@example.com")});
    row("jobs at example dot org", {QStringLiteral("jobs@example.org")});
    row("jo.b [at] lab [dot] example [dot] org. Thanks", {QStringLiteral("jo.b@lab.example.org")});
    row("bewerbung(at)example.org", {QStringLiteral("bewerbung@example.org")});
    row("jobs&#64;example.org", {QStringLiteral("jobs@example.org")});
    row("logo@2x.png, noreply@example.org, us at any point in time, meet at noon", {});
}

void TestPostingWords::findsContacts()
{
    QFETCH(QString, text);
    QFETCH(QStringList, contacts);
    QCOMPARE(contactsIn(text), contacts);
}

void TestPostingWords::repairsMojibake_data()
{
    QTest::addColumn<QString>("damaged");
    QTest::addColumn<QString>("whole");
    QTest::newRow("quote") << QStringLiteral("don\u00e2\u20ac\u2122t") << QStringLiteral("don\u2019t");
    QTest::newRow("letter") << QStringLiteral("Caf\u00c3\u00a9") << QStringLiteral("Caf\u00e9");
    QTest::newRow("twice") << QStringLiteral("Caf\u00c3\u0192\u00c2\u00a9") << QStringLiteral("Caf\u00e9");
    QTest::newRow("lost half") << QStringLiteral("who\u00c2 may") << QStringLiteral("who may");
    QTest::newRow("meant") << QStringLiteral("\u00c2ge, N\u00c3O, \u00abD\u00c9J\u00c0\u00bb \u2014 \u20ac5") << QStringLiteral("\u00c2ge, N\u00c3O, \u00abD\u00c9J\u00c0\u00bb \u2014 \u20ac5");
}

void TestPostingWords::repairsMojibake()
{
    QFETCH(QString, damaged);
    QFETCH(QString, whole);
    const bool changes = damaged != whole;
    QCOMPARE(repairMojibake(damaged) > 0, changes);
    QCOMPARE(damaged, whole);
}

void TestPostingWords::decodesText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    QTest::newRow("utf-8") << QByteArray("Gr\xC3\xBC\xC3\x9F" "e") << QStringLiteral("UTF-8") << QStringLiteral("Gr\u00fc\u00dfe");
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF" "a") << QStringLiteral("UTF-8") << QStringLiteral("a");
    QTest::newRow("utf-16 with mark") << QByteArray("\xFF\xFE" "a\0b\0", 6) << QStringLiteral("UTF-16LE") << QStringLiteral("ab");
    QTest::newRow("utf-16 without") << QByteArray("\0a\0b\0c\0d", 8) << QStringLiteral("UTF-16BE") << QStringLiteral("abcd");
    QTest::newRow("windows") << QByteArray("Stra\xDF" "e \x96 50 \x80") << QStringLiteral("windows-1252") << QStringLiteral("Stra\u00dfe \u2013 50 \u20ac");
}

void TestPostingWords::decodesText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, text);
    const DecodedText decoded = decodeText(bytes);
    QVERIFY(!decoded.isBinary);
    QCOMPARE(decoded.encoding, encoding);
    QCOMPARE(decoded.text, text);
}

QTEST_GUILESS_MAIN(TestPostingWords)
#include "tst_posting_words.moc"
