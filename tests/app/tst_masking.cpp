// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of a person is left in a masked text, and every range finds its way back.
#include "app/blind/masking.h"
#include "app/blind/other_names.h"
#include "app/reviews/evidence_place.h"

#include <QTest>

using namespace rolecall::app;

class TestMasking : public QObject
{
    Q_OBJECT

    static CandidateFacts zoe()
    {
        return {QStringLiteral("Dr. Zoë van Müllerin-Quist"), QStringLiteral("zoe.quist77@example.org"), QStringLiteral("+49 30 1234567"), QStringLiteral("Entenhausen, Nirgendland"),
                QStringLiteral("https://git.example.org/zquist77")};
    }
    static QString masked(const QString &text, const CandidateFacts &facts = zoe()) { return mask(text, facts, QStringLiteral("CODE123")).text; }

private Q_SLOTS:
    void identityIsGone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("gone");
        const auto row = [](const char *name, const char *text, const QStringList &gone) { QTest::newRow(name) << QString::fromUtf8(text) << gone; };
        row("whole name", "I am Zoë van Müllerin-Quist.", {"Zo", "llerin", "Quist"});
        row("without accents", "zoe mullerin quist", {"zoe", "mullerin", "quist"});
        row("transliterated", "ZOE MUELLERIN", {"ZOE", "MUELLERIN"});
        row("possessive", "Quist’s work and Quist's code", {"Quist"});
        row("decomposed", "Zoe\xcc\x88 M\x75\xcc\x88llerin", {"Zo", "llerin"});
        row("parted at the line's end", "as Mülle-\nrin wrote", {"Mülle", "rin"});
        row("soft hyphen", "Quis\xc2\xadt wrote", {"Quis"});
        row("spaced out", "C V  Q U I S T", {"Q U I S T"});
        row("user name", "reach me as zoequist or zquist77", {"zoequist", "zquist77"});
        row("e-mail", "mail zoe.quist77@example.org or other@example.net", {"@", "example"});
        row("e-mail spelled", "write to zoe [at] example [dot] org", {"zoe", "example"});
        row("link", "see https://git.example.org/zquist77?x=1 and www.example.net/me", {"git.", "www", "example"});
        row("bare domain", "code on zquist.example.io, talks at example.com/talks", {"zquist", "example"});
        row("handle", "I am @somebody_else there", {"somebody"});
        row("telephone", "call +49 30 1234567 or (030) 123 45 67 or 0301234567", {"123"});
        row("researcher's number", "id 0000-0002-1825-009X", {"0000"});
        row("place", "living in Entenhausen (Nirgendland)", {"Entenhausen", "Nirgendland"});
        row("street", "12 Example Street", {"12", "Street"});
        row("German street", "Musterstraße 5a, 12345", {"Muster", "5a"});
        row("French street", "14 rue de la Paix", {"14", "Paix"});
        row("box", "P.O. Box 1234", {"1234"});
    }
    void identityIsGone()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, gone);
        const QString result = masked(text);
        for (const QString &word : gone)
            QVERIFY2(!result.contains(word), qPrintable(word + QStringLiteral(" is left in: ") + result));
        QVERIFY(result != text);
    }

    void ordinaryTextStays_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"Led a team of 12 from 2014-2019 and 2019 - 2023.", "2021-03-04 to 2022-05-06", "Saved 1 000 000 per year, 45 tickets a week",
                                 "Python 3.11, Node.js, C++20, sphinx-build; read file.py and README.md", "She will mark the page of the van.", "", "3/4 of users; 24/7 support"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void ordinaryTextStays()
    {
        QFETCH(QString, text);
        QCOMPARE(masked(text), text);
    }

    void namesThatAreWordsNeedACapital()
    {
        const CandidateFacts will{QStringLiteral("Will Brook"), {}, {}, {}, {}};
        QCOMPARE(masked(QStringLiteral("Will Brook will cross the brook. WILL BROOK."), will), QStringLiteral("CODE123 will cross the brook. CODE123."));
    }

    void namesWithoutSpacesAreFound()
    {
        const CandidateFacts facts{QStringLiteral("虚構 太郎"), {}, {}, {}, {}};
        const QString result = masked(QStringLiteral("氏名:虚構太郎です"), facts);
        QVERIFY2(!result.contains(u'虚') && !result.contains(u'郎'), qPrintable(result));
    }

    void othersWhoAppliedAreNotNamed()
    {
        CandidateFacts facts = zoe();
        facts.others = std::make_shared<const OtherNames>(QList<QString>{QStringLiteral("Anna Falkenrath"), QStringLiteral("Will Brook"), QStringLiteral("Ørjan de la Huerta"), QStringLiteral("虚構 太郎"), facts.name},
                                                          QStringLiteral("Keeper of the Falken archive"));
        const auto row = [&](const char *text, const char *expected) { QCOMPARE(masked(QString::fromUtf8(text), facts), QString::fromUtf8(expected)); };
        row("Better than Anna Falkenrath, and than Falkenrath, Anna.", "Better than [name], and than [name].");
        row("anna falkenrath wrote; Falkenrath’s code; ANNA said", "[name] wrote; [name]’s code; [name] said");
        row("We will cross the brook with Will Brook.", "We will cross the brook with [name].");
        row("ørjan de la huerta, or Huerta", "ørjan de la huerta, or [name]"); // parted by particles, in small letters: too little to go by
        row("虚構太郎と同じ", "[name]と同じ");
        row("Zoë Quist taught Anna.", "CODE123 taught [name].");
        row("The Falken archive has an annal.", "The Falken archive has an annal.");
    }

    void rangesFindTheirWayBack()
    {
        const QString text = QStringLiteral("Zoë Quist built the index. Ask zoe.quist77@example.org about the index, says Quist.");
        const MaskedText result = mask(text, zoe(), QStringLiteral("X"));
        const QString words = QStringLiteral("about the index");
        const auto original = result.toOriginal({result.text.indexOf(words), words.size()});
        QCOMPARE(text.mid(original.start, original.length), words);
        const auto there = result.toMasked(original);
        QCOMPARE(result.text.mid(there.start, there.length), words);
        // Every piece goes back to the whole of what it stands for, from any part of it.
        for (const auto &piece : result.pieces) {
            const auto back = result.toOriginal({piece.maskedStart, piece.maskedLength});
            QCOMPARE(back.start, piece.originalStart);
            QCOMPARE(back.length, piece.originalLength);
        }
        const auto all = result.toOriginal({0, result.text.size()});
        QCOMPARE(all.start, 0);
        QCOMPARE(all.length, text.size());
    }

    void largeAndHostileTextsComeToTheirEnd()
    {
        QString text;
        while (text.size() < 400'000)
            text += QStringLiteral("a.a-a@a 1 2 (3 Quist.quist/ 4-5 @@ http:// wwwwww ( at ) ");
        // Anything worse than linear does not come to its end within the time that ctest gives a test.
        QVERIFY(!masked(text).contains(QStringLiteral("Quist")));
    }

    void quotesAreFoundAgain()
    {
        const QString text = QStringLiteral("One line.\nMaintained the\nsearch in-\ndex for years. Another line.");
        const QString quote = QStringLiteral("Maintained the search index");
        const auto place = findQuote(text, quote, 500, 20);
        QVERIFY(place.has_value());
        QVERIFY(!place->exact);
        QCOMPARE(text.mid(place->start, place->length), QStringLiteral("Maintained the\nsearch in-\ndex"));
        QVERIFY(findQuote(text, QStringLiteral("One line"), 0, 8)->exact);
        QVERIFY(!findQuote(text, QStringLiteral("nothing of the kind"), 0, 8).has_value());
        QVERIFY(findQuote(text, QStringLiteral("CODE123 Maintained the search index for"), 0, 8).has_value());
    }
};

QTEST_GUILESS_MAIN(TestMasking)
#include "tst_masking.moc"
