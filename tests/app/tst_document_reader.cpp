// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/document_reader.h"
#include "app/documents/html_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace rolecall;
using namespace rolecall::app;

namespace {

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray dataFile(const QString &name)
{
    return fileBytes(QStringLiteral(ROLECALL_TEST_DATA "/documents/") + name);
}

QByteArray pdfOf(const QList<QByteArray> &objects)
{
    QByteArray pdf = "%PDF-1.5\n";
    QByteArray table;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray streamOf(const QByteArray &content)
{
    return "<</Length " + QByteArray::number(content.size()) + ">>\nstream\n" + content + "\nendstream";
}

/// A PDF of which every page says which page it is.
QByteArray manyPages(int count)
{
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", {}, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    QByteArray kids;
    for (int i = 0; i < count; ++i) {
        kids += QByteArray::number(4 + i) + " 0 R ";
        objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents " + QByteArray::number(4 + count + i) + " 0 R/Resources<</Font<</F1 3 0 R>>>>>>");
    }
    for (int i = 0; i < count; ++i)
        objects.append(streamOf("BT /F1 12 Tf 50 700 Td (Page " + QByteArray::number(i + 1) + ") Tj ET"));
    objects[1] = "<</Type/Pages/Count " + QByteArray::number(count) + "/Kids[" + kids + "]>>";
    return pdfOf(objects);
}

QByteArray onePage(const QByteArray &content)
{
    return pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", streamOf(content),
                  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"});
}

} // namespace

class TestDocumentReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCorpus_data()
    {
        QTest::addColumn<QJsonObject>("about");
        const QJsonArray files = QJsonDocument::fromJson(fileBytes(QStringLiteral(ROLECALL_CORPUS "/applicants/resume/MANIFEST.json"))).object().value(u"files").toArray();
        for (const QJsonValue &file : files) {
            const QString name = file[u"file"].toString();
            if (!name.startsWith(u"json/") && !name.startsWith(u"vcard/"))
                QTest::newRow(qPrintable(name)) << file.toObject();
        }
        if (files.isEmpty())
            QTest::newRow("absent") << QJsonObject();
    }
    void readsTheCorpus()
    {
        QFETCH(QJsonObject, about);
        if (about.isEmpty())
            QSKIP("The folder of other people's documents is not here (ROLECALL_CORPUS)");
        const QString name = about.value(u"file").toString();
        const Result<DocumentDraft> draft = readDocument(fileBytes(QStringLiteral(ROLECALL_CORPUS "/applicants/resume/") + name), name);
        if (!draft) {
            QVERIFY2(name.startsWith(u"hostile/"), qPrintable(draft.error().text()));
            QCOMPARE(draft.error().subject, name);
            QVERIFY(!draft.error().problem.isEmpty());
            return;
        }
        const QStringList mustFail{QStringLiteral("hostile/truncated-small.docx"), QStringLiteral("hostile/zero-bytes-small.pdf"), QStringLiteral("hostile/zero-pages-small.pdf"),
                                   QStringLiteral("hostile/pypdf-encrypted-256.pdf"), QStringLiteral("hostile/pdfjs-poppler-85140-0.pdf")};
        QVERIFY(!mustFail.contains(name));
        if (about.contains(u"pages"))
            QCOMPARE(draft->pages.value_or(-1), about.value(u"pages").toInt());
        const QString text = draft->text.simplified();
        for (const QJsonValue &words : about.value(u"text_has").toArray())
            QVERIFY2(text.contains(words.toString()), qPrintable(words.toString()));
        for (const QJsonValue &words : about.value(u"text_has_not").toArray())
            QVERIFY2(!text.contains(words.toString()), qPrintable(words.toString()));
    }

    void readsEveryKind_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("docx") << QStringLiteral("changes.docx") << QStringLiteral("docx")
                              << QStringLiteral("Una Small, una@example.org\n\nCurriculum vitae\n- Radiography\nSurgery\nof \tcattle\nmy page\n2019\tMalmö\nclinic\nText box");
        QTest::newRow("odt") << QStringLiteral("lists.odt") << QStringLiteral("odt")
                             << QStringLiteral("Una Small \n\nLebenslauf\n- Röntgen\n- Chirurgie\nweit   auseinander\tTab\nZeile\n2019\tMalmö");
        QTest::newRow("rtf") << QStringLiteral("letter.rtf") << QStringLiteral("rtf")
                             << QStringLiteral("Tomáš Small\nПривет\n日本語 €5\nmy page\n- Radiography\n2019\tMalmö\nend— of letter}");
        QTest::newRow("html") << QStringLiteral("page.html") << QStringLiteral("html") << QStringLiteral("Привет\n\nмир\nстрока");
        QTest::newRow("markdown") << QStringLiteral("cv.md") << QStringLiteral("markdown")
                                  << QStringLiteral("Una Small\n\n- Radiography of horses\n\nYear\tPlace\n2019\tMalmö\n\nWords with tags.");
        QTest::newRow("UTF-16") << QStringLiteral("utf16.txt") << QStringLiteral("text") << QStringLiteral("Zoë Мир 履歴書\n");
        QTest::newRow("Windows-1252") << QStringLiteral("latin.txt") << QStringLiteral("text")
                                      << QStringLiteral("Zoë Müller\nTierärztin in Zürich, früher Köln\nGrüße und schöne Wünsche, François\n");
    }
    void readsEveryKind()
    {
        QFETCH(QString, file);
        QFETCH(QString, kind);
        QFETCH(QString, text);
        const Result<DocumentDraft> draft = readDocument(dataFile(file), file);
        QVERIFY2(draft, draft ? "" : qPrintable(draft.error().text()));
        QCOMPARE(documentKindName(draft->kind), kind);
        QCOMPARE(draft->text, text);
        QVERIFY(!draft->pages);
    }

    void trustsTheContentNotTheName()
    {
        QCOMPARE(readDocument(dataFile(QStringLiteral("letter.rtf")), QStringLiteral("cv.doc"))->kind, DocumentKind::Rtf);
        QCOMPARE(readDocument(dataFile(QStringLiteral("changes.docx")), QStringLiteral("cv.odt"))->kind, DocumentKind::Docx);
        QCOMPARE(readDocument(dataFile(QStringLiteral("two-columns.pdf")), QStringLiteral("cv.txt"))->kind, DocumentKind::Pdf);
        QCOMPARE(readDocument("From: una@example.org\nSubject: CV\n\nHello", QStringLiteral("cv"))->kind, DocumentKind::Mail);
    }

    void keepsPagesAndColumnsOfPdfs()
    {
        const Result<DocumentDraft> draft = readDocument(dataFile(QStringLiteral("two-columns.pdf")), QStringLiteral("cv.pdf"));
        QVERIFY(draft);
        QCOMPARE(*draft->pages, 3);
        QCOMPARE(draft->pageTexts.size(), size_t(3));
        const auto page = [&draft](size_t i) { return draft->text.mid(draft->pageTexts[i].start, draft->pageTexts[i].length); };
        QCOMPARE(page(0), QStringLiteral("Una Small\n\nSkills and tools\nRadiography of horses\nSurgery of cattle\n\nExperience of work\nVeterinary practice\nMalmö from 2019"));
        QCOMPARE(page(1), QStringLiteral("Second page, last words."));
        QCOMPARE(page(2), QString());
        QCOMPARE(draft->warnings.size(), 1);
    }

    void saysWhenThereIsNoTextLayer()
    {
        const Result<DocumentDraft> draft = readDocument(dataFile(QStringLiteral("scan.pdf")), QStringLiteral("scan.pdf"));
        QVERIFY(draft);
        QVERIFY(draft->text.isEmpty());
        QVERIFY(draft->warnings.join(u' ').contains(u"no text layer"));
        const QByteArray png = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        const Result<DocumentDraft> picture = readDocument(png, QStringLiteral("photo.pdf"));
        QVERIFY(picture);
        QCOMPARE(picture->kind, DocumentKind::Image);
        QVERIFY(!readDocument(png.left(12), QStringLiteral("photo.png")));
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("a.pdf") << QStringLiteral("empty");
        QTest::newRow("protected") << dataFile(QStringLiteral("protected.odt")) << QStringLiteral("a.odt") << QStringLiteral("password");
        QTest::newRow("archive") << dataFile(QStringLiteral("archive.zip")) << QStringLiteral("a.zip") << QStringLiteral("archive");
        QTest::newRow("old Word") << QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, '\0') << QStringLiteral("a.doc") << QStringLiteral("Word 97");
        QTest::newRow("no pages") << pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>"}) << QStringLiteral("a.pdf") << QStringLiteral("no pages");
        QTest::newRow("program") << QByteArray("\x7f""ELF\1\1\1\0\0\0\0\0\0\0\0\0\2\0\3\0\1\0\0\0", 24) << QStringLiteral("a.txt") << QStringLiteral("kind");
        QTest::newRow("not a PDF") << QByteArray("Hello") << QStringLiteral("a.pdf") << QStringLiteral("PDF");
    }
    void refusesWithAReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, reason);
        const Result<DocumentDraft> draft = readDocument(bytes, name);
        QVERIFY(!draft);
        QCOMPARE(draft.error().subject, name);
        QVERIFY2(draft.error().problem.contains(reason), qPrintable(draft.error().problem));
    }

    void staysWithinItsLimits()
    {
        DocumentLimits limits;
        limits.pages = 50;
        const Result<DocumentDraft> pages = readDocument(manyPages(10'000), QStringLiteral("long.pdf"), limits);
        QVERIFY(pages);
        QCOMPARE(*pages->pages, 10'000);
        QCOMPARE(pages->pageTexts.size(), size_t(50));
        QVERIFY(pages->text.endsWith(u"Page 50"));
        QCOMPARE(pages->warnings.size(), 1);

        QByteArray states = "BT /F1 12 Tf (x) Tj ET ";
        states += QByteArray("q ").repeated(4'000'000);
        QVERIFY(readDocument(onePage(states), QStringLiteral("states.pdf")));
        const Result<DocumentDraft> letters = readDocument(onePage("BT /F1 9 Tf " + QByteArray("7 3 Td (ab) Tj ").repeated(200'000) + "ET"), QStringLiteral("letters.pdf"));
        QVERIFY(letters);
        QVERIFY(letters->warnings.join(u' ').contains(u"harmful"));

        limits.unpackedBytes = 100;
        const Result<DocumentDraft> unpacked = readDocument(dataFile(QStringLiteral("changes.docx")), QStringLiteral("a.docx"), limits);
        QVERIFY(!unpacked);
        QVERIFY(unpacked.error().problem.contains(u"too large"));
        limits.characters = 10;
        QCOMPARE(readDocument("Twelve words and a few more", QStringLiteral("a.txt"), limits)->text, QStringLiteral("Twelve wor"));
        QVERIFY(readDocument("{\\rtf1 " + QByteArray("{\\b ").repeated(100'000) + "x", QStringLiteral("a.rtf")));
        QVERIFY(readDocument(QByteArray("> ").repeated(20'000) + "x", QStringLiteral("a.md")));
    }

    void survivesEveryCutAndFlip_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"changes.docx", "lists.odt", "letter.rtf", "two-columns.pdf", "page.html", "cv.md", "utf16.txt"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void survivesEveryCutAndFlip()
    {
        QFETCH(QString, file);
        const QByteArray whole = dataFile(file);
        QVERIFY(!whole.isEmpty());
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray flipped = whole;
            flipped[at] = char(~flipped.at(at));
            for (const QByteArray &bytes : {whole.left(at), flipped}) {
                const Result<DocumentDraft> draft = readDocument(bytes, file);
                if (draft)
                    QCOMPARE(QString::fromUtf8(draft->text.toUtf8()), draft->text);
                else
                    QVERIFY(!draft.error().problem.isEmpty());
            }
        }
    }

    void reducesHtml_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("inline") << QByteArray("a<b>b</b> <i> c </i>d") << QStringLiteral("ab c d");
        QTest::newRow("blocks") << QByteArray("<div>a</div><div>b<br>c</div>d") << QStringLiteral("a\nb\nc\nd");
        QTest::newRow("pre") << QByteArray("<pre>a\n  b</pre>") << QStringLiteral("a\n  b");
        QTest::newRow("entities") << QByteArray("&lt;b&gt; &amp; &eacute;&nbsp;x") << QStringLiteral("<b> & é x");
        QTest::newRow("scripts") << QByteArray("a<script>b</script><style>c</style><noscript>d</noscript>e") << QStringLiteral("ae");
        QTest::newRow("table") << QByteArray("<table><tr><th>a<th>b<tr><td>c<td>d</table>") << QStringLiteral("a\tb\nc\td");
    }
    void reducesHtml()
    {
        QFETCH(QByteArray, html);
        QFETCH(QString, text);
        QCOMPARE(htmlToText(html), text);
    }

    void commandPrintsJson()
    {
        QProcess program;
        const QString folder = QStringLiteral(ROLECALL_TEST_DATA "/documents/");
        program.start(QStringLiteral(ROLECALL_EXECUTABLE), {QStringLiteral("document"), QStringLiteral("read"), folder + QStringLiteral("two-columns.pdf"), QStringLiteral("--json")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        const QJsonObject document = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        QCOMPARE(document.value(u"kind").toString(), QStringLiteral("pdf"));
        QCOMPARE(document.value(u"pages").toInt(), 3);
        program.start(QStringLiteral(ROLECALL_EXECUTABLE), {QStringLiteral("document"), QStringLiteral("read"), folder + QStringLiteral("protected.odt")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().contains("protected.odt"));
    }
};

QTEST_GUILESS_MAIN(TestDocumentReader)
#include "tst_document_reader.moc"
