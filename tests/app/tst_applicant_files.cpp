// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/json_resume.h"
#include "app/applicants/vcard.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rolecall;
using namespace rolecall::app;

namespace {

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestApplicantFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCorpus_data()
    {
        QTest::addColumn<QJsonObject>("about");
        const QJsonArray files = QJsonDocument::fromJson(fileBytes(QStringLiteral(ROLECALL_CORPUS "/applicants/resume/MANIFEST.json"))).object().value(u"files").toArray();
        for (const QJsonValue &file : files) {
            const QString name = file[u"file"].toString();
            if (name.startsWith(u"json/") || name.startsWith(u"vcard/"))
                QTest::newRow(qPrintable(name)) << file.toObject();
        }
        if (files.isEmpty())
            QTest::newRow("absent") << QJsonObject();
    }
    void readsTheCorpus()
    {
        QFETCH(QJsonObject, about);
        if (about.isEmpty())
            QSKIP("The folder of other people's files is not here (ROLECALL_CORPUS)");
        const QString name = about.value(u"file").toString();
        const QByteArray bytes = fileBytes(QStringLiteral(ROLECALL_CORPUS "/applicants/resume/") + name);
        const bool imported = about.value(u"expected").toString() == u"imported";
        if (name.startsWith(u"json/")) {
            const Result<ApplicantDraft> draft = readJsonResume(bytes, name);
            QCOMPARE(draft.has_value(), imported);
            if (draft) {
                QCOMPARE(draft->name, about.value(u"applicant")[u"name"].toString());
                QCOMPARE(draft->emails.value(0), about.value(u"applicant")[u"emails"][0].toString());
            } else {
                QCOMPARE(draft.error().subject, name);
            }
            return;
        }
        const Result<std::vector<ApplicantDraft>> drafts = readVCards(bytes, name);
        QVERIFY(drafts);
        for (const ApplicantDraft &draft : *drafts)
            QVERIFY2((!draft.name.isEmpty() || !draft.emails.isEmpty()) && !draft.name.contains(u'='), qPrintable(draft.name)); // some cards have an address only
        const QJsonArray people = about.value(u"applicants").toArray();
        for (qsizetype i = 0; i < people.size(); ++i) {
            const ApplicantDraft &draft = drafts->at(size_t(i));
            QCOMPARE(draft.name, people.at(i)[u"name"].toString());
            QCOMPARE(draft.emails.value(0), people.at(i)[u"emails"][0].toString());
            QCOMPARE(draft.phones.value(0), people.at(i)[u"phones"][0].toString());
        }
    }

    void readsJsonResume()
    {
        const Result<ApplicantDraft> draft = readJsonResume("{\"basics\":{\"name\":\" Una  Small\",\"email\":\"una@example.org\",\"phone\":\"+46 40 123\",\"url\":\"https://example.org/una\","
            "\"location\":{\"city\":\"Malmö\",\"countryCode\":\"SE\"},\"profiles\":[{\"url\":\"https://example.org/p\"}],\"label\":\"Vet\"}}", QStringLiteral("una.json"));
        QVERIFY(draft);
        QCOMPARE(draft->name, QStringLiteral("Una Small"));
        QCOMPARE(draft->location, QStringLiteral("Malmö, SE"));
        QCOMPARE(draft->links, (QStringList{QStringLiteral("https://example.org/una"), QStringLiteral("https://example.org/p")}));
        const Result<ApplicantDraft> broken = readJsonResume("{\n \"basics\": {\n  \"name\": ", QStringLiteral("broken.json"));
        QVERIFY(!broken);
        QVERIFY2(broken.error().problem.contains(u"line 3"), qPrintable(broken.error().problem));
        QVERIFY(!readJsonResume("{\"properties\":{}}", QStringLiteral("schema.json")));
    }

    void readsEveryVCardVersion()
    {
        const QByteArray cards = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=\r\n=C3=AB;;;\r\nEMAIL;INTERNET:old@example.org\r\n"
                                 "EMAIL;INTERNET;PREF:zoe@example.org\r\nEND:VCARD\r\n"
                                 "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Small\\, Una\r\nitem1.TEL;VALUE=uri;PREF=1;TYPE=\"voice,home\":tel:+46-40-123\r\n"
                                 "ADR;TYPE=home:;;Gata 1;Malm\xc3\xb6;;211 11;Swe\r\n den\r\nURL:https://example.org/una\r\nEND:VCARD\r\n";
        const Result<std::vector<ApplicantDraft>> drafts = readVCards(cards, QStringLiteral("two.vcf"));
        QVERIFY(drafts);
        QCOMPARE(drafts->size(), size_t(2));
        QCOMPARE(drafts->at(0).name, QStringLiteral("Zoë Müller"));
        QCOMPARE(drafts->at(0).emails.value(0), QStringLiteral("zoe@example.org"));
        QCOMPARE(drafts->at(1).name, QStringLiteral("Small, Una"));
        QCOMPARE(drafts->at(1).phones.value(0), QStringLiteral("+46-40-123"));
        QCOMPARE(drafts->at(1).location, QStringLiteral("Malmö, Sweden"));
        for (qsizetype length = 0; length < cards.size(); ++length) {
            const Result<std::vector<ApplicantDraft>> cut = readVCards(cards.left(length), QStringLiteral("cut.vcf"));
            QVERIFY(!cut || cut->size() <= 2);
        }
        QVERIFY(!readVCards("Hello", QStringLiteral("a.vcf")));
    }
};

QTEST_GUILESS_MAIN(TestApplicantFiles)
#include "tst_applicant_files.moc"
