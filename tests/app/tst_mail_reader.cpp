// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/mail_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QtEndian>

using namespace rolecall;
using namespace rolecall::app;

namespace {

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray dataFile(const char *name)
{
    return fileBytes(QStringLiteral(ROLECALL_TEST_DATA "/mail/") + QLatin1String(name));
}

/// The only message of a mail that is expected to be readable.
MailMessage only(const QByteArray &bytes)
{
    const Result<MailDraft> draft = readMail(bytes, QStringLiteral("test.eml"));
    if (!draft || draft->messages.size() != 1)
        qFatal("the mail should hold one message");
    return draft->messages.front();
}

QByteArray plainMail(const QByteArray &header, const QByteArray &body = "Hello.")
{
    return header + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body + "\r\n";
}

template<class T> QByteArray littleEndian(T number)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian<T>(number, bytes.data());
    return bytes;
}

QByteArray tnefAttribute(quint32 id, const QByteArray &value)
{
    return QByteArray(1, '\2') + littleEndian(id) + littleEndian(quint32(value.size())) + value + littleEndian(quint16(0));
}

QByteArray tnef()
{
    const QByteArray name = QByteArray("Lebenslauf Una.pdf") + '\0';
    const QByteArray padded = name + QByteArray((4 - name.size() % 4) % 4, '\0');
    const QByteArray properties = littleEndian(quint32(1)) + littleEndian(quint16(0x001E)) + littleEndian(quint16(0x3707))
        + littleEndian(quint32(1)) + littleEndian(quint32(name.size())) + padded;
    return littleEndian(quint32(0x223E9F78)) + littleEndian(quint16(1)) + tnefAttribute(0x0002800C, QByteArray("Hidden text") + '\0')
        + tnefAttribute(0x00069002, QByteArray(14, '\0')) + tnefAttribute(0x00018010, QByteArray("LEBENS~1.PDF") + '\0')
        + tnefAttribute(0x0006800F, "%PDF-1.4 small") + tnefAttribute(0x00069005, properties);
}

QByteArray mailWithTnef(const QByteArray &wrapped)
{
    return "From: una@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\r\n--b\r\n"
           "Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + wrapped.toBase64() + "\r\n--b--\r\n";
}

QByteArray enclosing(const QByteArray &subject, const QByteArray &inner)
{
    return "From: Petra Panel <petra@panel.example.org>\r\nSubject: " + subject + "\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\n"
           "Content-Type: text/plain\r\n\r\nPlease look.\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n" + inner + "\r\n--outer--\r\n";
}

} // namespace

class TestMailReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCorpus_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("expected");
        const QString folder = QStringLiteral(ROLECALL_CORPUS "/applicants/mail/");
        const QJsonArray files = QJsonDocument::fromJson(fileBytes(folder + QStringLiteral("MANIFEST.json"))).object().value(u"files").toArray();
        for (const QJsonValue &file : files)
            QTest::newRow(qPrintable(file[u"file"].toString())) << folder + file[u"file"].toString() << folder + file[u"expected_file"].toString();
        if (files.isEmpty())
            QTest::newRow("absent") << QString() << QString();
    }
    void readsTheCorpus()
    {
        QFETCH(QString, file);
        QFETCH(QString, expected);
        if (file.isEmpty())
            QSKIP("The folder of other people's mail is not here (ROLECALL_CORPUS)");
        const Result<MailDraft> draft = readMail(fileBytes(file), file);
        QVERIFY(draft);
        const QJsonArray messages = QJsonDocument::fromJson(fileBytes(expected)).object().value(u"messages").toArray();
        QCOMPARE(draft->messages.size(), size_t(messages.size()));
        for (size_t i = 0; i < draft->messages.size(); ++i)
            compareMessage(draft->messages[i], messages.at(qsizetype(i)).toObject());
    }

    void decodesHtmlOnly()
    {
        const MailMessage message = only(dataFile("html-only.eml"));
        QCOMPARE(message.from->name, QStringLiteral("Zoë Small"));
        QCOMPARE(*message.subject, QStringLiteral("Candidature vétérinaire"));
        QCOMPARE(*message.date, QDateTime(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC));
        QCOMPARE(message.text, QStringLiteral("Bonjour,\n\nvoici mon CV :\n\n- un\n- deux"));
        QCOMPARE(message.applicant->email, QStringLiteral("zoe@example.org"));
    }

    void splitsMailboxesAtSeparatorsOnly()
    {
        const Result<MailDraft> draft = readMail(dataFile("three.mbox"), QStringLiteral("three.mbox"));
        QVERIFY(draft);
        QCOMPARE(draft->messages.size(), size_t(3));
        QCOMPARE(draft->messages[0].text, QStringLiteral("From here on this is a sentence.\n\nFrom where I stand, so is this.\nFrom a quoted line."));
        QCOMPARE(draft->messages[1].applicant->name, QStringLiteral("Una Small"));
        QCOMPARE(draft->messages[2].warnings.size(), 1);
    }

    void decidesWhoApplies_data()
    {
        QTest::addColumn<QByteArray>("mail");
        QTest::addColumn<QString>("applicant"); // name <address>, or empty for nobody
        const QString tom = QStringLiteral("Tom Small <tom@example.org>");
        const QByteArray gmail = "FYI\r\n\r\n---------- Forwarded message ---------\r\nFrom: Tom Small <tom@example.org>\r\nDate: Mon, Mar 2, 2026 at 9:00 AM\r\n"
                                 "Subject: Application\r\nTo: <jobs@example.org>\r\n\r\nCV attached.";
        const QByteArray fromPetra = "From: Petra Panel <petra@panel.example.org>\r\nSubject: ";
        QTest::newRow("direct") << plainMail("From: Tom Small <tom@example.org>\r\nSubject: Application") << tom;
        QTest::newRow("no sender") << plainMail("Subject: Application") << QString();
        QTest::newRow("job board") << plainMail("From: Tom Small via Jobs <no-reply@board.example.org>\r\nReply-To: tom@example.org") << tom;
        QTest::newRow("job board with a name") << plainMail("From: Jobs <notifications@board.example.org>\r\nReply-To: Tom Small <tom@example.org>") << tom;
        QTest::newRow("machine alone") << plainMail("From: Jobs <noreply@board.example.org>") << QString();
        QTest::newRow("two machines") << plainMail("From: noreply@board.example.org\r\nReply-To: no-reply@board.example.org") << QString();
        QTest::newRow("out of office") << plainMail("From: Tom Small <tom@example.org>\r\nAuto-Submitted: auto-replied") << QString();
        QTest::newRow("other person answers") << plainMail("From: Ann Agent <ann@agency.example.org>\r\nReply-To: Tom Small <tom@example.org>") << QString();
        QTest::newRow("newsletter") << plainMail("From: News <news@example.org>\r\nList-Unsubscribe: <mailto:x@example.org>") << QString();
        QTest::newRow("reply quoting the recruiter")
            << plainMail("From: Tom Small <tom@example.org>\r\nSubject: Re: Your application", "Thank you.\r\n\r\n-----Original Message-----\r\nFrom: Petra <petra@panel.example.org>\r\nSubject: Your application\r\n") << tom;
        QTest::newRow("forwarded by Gmail") << plainMail(fromPetra + "Fwd: Application", gmail) << tom;
        QTest::newRow("forwarded, prefix removed") << plainMail(fromPetra + "A vet for us", gmail) << QString();
        QTest::newRow("forwarded without original") << plainMail(fromPetra + "Fwd: Application", "See attachment.") << QString();
        QTest::newRow("forwarded by Apple")
            << plainMail(fromPetra + "Fwd: Application", "Begin forwarded message:\r\n\r\n> From: Tom Small <tom@example.org>\r\n> Subject: Application\r\n> Date: 2 March 2026\r\n>\r\n> Hello") << tom;
        QTest::newRow("forwarded by Outlook")
            << plainMail(fromPetra + "FW: Application", "________________________________\r\nFrom: Tom Small <tom@example.org>\r\nSent: Monday\r\nTo: Petra\r\nSubject: Application\r\n\r\nHello") << tom;
        QTest::newRow("forwarded twice")
            << plainMail(fromPetra + "Fwd: Fwd: Application", "---------- Forwarded message ---------\r\nFrom: Carl <carl@panel.example.org>\r\nSubject: Fwd: Application\r\n\r\n\r\n" + gmail) << tom;
        QTest::newRow("forwarded conversation")
            << plainMail(fromPetra + "Fwd: Re: Application", "---------- Forwarded message ---------\r\nFrom: Carl <carl@panel.example.org>\r\nSubject: Re: Application\r\nTo: Tom\r\n\r\nThanks\r\n\r\n" + gmail) << QString();
        QTest::newRow("forwarded by name only")
            << plainMail(fromPetra + "FW: Application", "-----Original Message-----\r\nFrom: Tom Small\r\nSent: Monday\r\nSubject: Application\r\n\r\nHello") << QString();
        QTest::newRow("forwarded from a job board")
            << plainMail(fromPetra + "FW: Application", "-----Original Message-----\r\nFrom: Jobs <noreply@board.example.org>\r\nReply-To: Tom Small <tom@example.org>\r\nSubject: Application\r\n\r\nHello") << tom;
        QTest::newRow("German") << dataFile("forwarded-inline.eml") << QStringLiteral("Joerg Klein <joerg@applicant.example.org>");
        const QByteArray inner = plainMail("From: Tom Small <tom@example.org>\r\nSubject: Application");
        QTest::newRow("enclosed") << enclosing("Fwd: Application", inner) << tom;
        QTest::newRow("enclosed, same subject") << enclosing("Application", inner) << tom;
        QTest::newRow("enclosed, other subject") << enclosing("A letter of mine", inner) << QString();
        QByteArray twice = enclosing("Fwd: Application", inner);
        twice.replace("outer", "inner");
        QTest::newRow("enclosed twice") << enclosing("Fwd: Fwd: Application", twice) << tom;
    }
    void decidesWhoApplies()
    {
        QFETCH(QByteArray, mail);
        QFETCH(QString, applicant);
        const MailMessage message = only(mail);
        QCOMPARE(message.applicant ? QStringLiteral("%1 <%2>").arg(message.applicant->name, message.applicant->email) : QString(), applicant);
        if (applicant.isEmpty())
            QVERIFY2(!message.warnings.isEmpty(), "a doubt must be said");
    }

    void keepsEnclosedMessagesWhole()
    {
        const MailMessage message = only("From: a@example.org\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                         + plainMail("From: Tom Small <tom@example.org>\r\nSubject: Inner", "Words").toBase64() + "\r\n");
        QCOMPARE(message.enclosed.size(), size_t(1));
        QCOMPARE(message.enclosed[0].text, QStringLiteral("Words"));
    }

    void mendsCharacterSets_data()
    {
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("warned");
        QTest::newRow("declared") << QByteArray("koi8-r") << QByteArray("\xf0\xd2\xc9\xd7\xc5\xd4") << QStringLiteral("Привет") << false;
        QTest::newRow("UTF-8 said to be Latin-1") << QByteArray("iso-8859-1") << QByteArray("caf\xc3\xa9") << QStringLiteral("café") << true;
        QTest::newRow("Windows-1252 said to be UTF-8") << QByteArray("utf-8") << QByteArray("caf\xe9 \x96 na\xefve r\xe9sum\xe9") << QStringLiteral("café – naïve résumé") << true;
        QTest::newRow("unknown") << QByteArray("x-made-up") << QByteArray("caf\xc3\xa9") << QStringLiteral("café") << true;
        QTest::newRow("Latin-1 is Windows-1252") << QByteArray("iso-8859-1") << QByteArray("\x93quoted\x94") << QStringLiteral("“quoted”") << false;
    }
    void mendsCharacterSets()
    {
        QFETCH(QByteArray, charset);
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        QFETCH(bool, warned);
        const MailMessage message = only("From: tom@example.org\r\nContent-Type: text/plain; charset=" + charset + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + body);
        QCOMPARE(message.text, text);
        QCOMPARE(!message.warnings.isEmpty(), warned);
    }

    void unwrapsWinmail()
    {
        const MailMessage message = only(mailWithTnef(tnef()));
        QCOMPARE(message.attachments.size(), size_t(1));
        QCOMPARE(*message.attachments[0].fileName, QStringLiteral("Lebenslauf Una.pdf"));
        QCOMPARE(message.attachments[0].content, QByteArray("%PDF-1.4 small"));
        QCOMPARE(message.text, QStringLiteral("Hidden text"));
    }
    void survivesBrokenWinmail()
    {
        const QByteArray whole = tnef();
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(only(mailWithTnef(whole.left(length))).attachments.size() <= 1);
        const MailMessage message = only(mailWithTnef("no TNEF at all"));
        QCOMPARE(*message.attachments.at(0).fileName, QStringLiteral("winmail.dat"));
        QCOMPARE(message.warnings.size(), 1);
    }

    void saysWhatIsDamaged()
    {
        const MailMessage cut = only("From: tom@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf; name=cv.pdf\r\n"
                                     "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQ*A\r\n");
        QCOMPARE(cut.attachments.size(), size_t(1));
        QVERIFY(cut.warnings.join(u'\n').contains(u"cv.pdf"));
    }

    void survivesDepthAndBytes()
    {
        QByteArray deep = "From: tom@example.org\r\n";
        for (int i = 0; i < 3000; ++i)
            deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b" + QByteArray::number(i) + "\r\n";
        QVERIFY(!only(deep).warnings.isEmpty());
        QByteArray enclosed = "From: tom@example.org\r\n";
        for (int i = 0; i < 200; ++i)
            enclosed += "Content-Type: message/rfc822\r\n\r\nFrom: tom@example.org\r\n";
        QVERIFY(readMail(enclosed, {}));
        const QByteArray tags = "From: t@example.org\r\nContent-Type: text/html\r\n\r\n" + QByteArray("<b><p>x").repeated(20000);
        QVERIFY(only(tags).text.startsWith(u'x'));
        const QByteArray divs = "From: t@example.org\r\nContent-Type: text/html\r\n\r\n" + QByteArray("<div>").repeated(200000) + "end";
        QVERIFY(only(divs).text.contains(u"end"));
    }

    void refusesWhatIsNoMail()
    {
        QVERIFY(!readMail({}, QStringLiteral("empty.eml")));
        const Result<MailDraft> draft = readMail("%PDF-1.4\n%\xe2\xe3\n1 0 obj", QStringLiteral("cv.pdf"));
        QVERIFY(!draft);
        QCOMPARE(draft.error().subject, QStringLiteral("cv.pdf"));
    }

    void makesNamesSafe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("path") << QStringLiteral("/tmp/whoa") << QStringLiteral("whoa");
        QTest::newRow("Windows path") << QStringLiteral("C:\\Users\\una\\cv.pdf") << QStringLiteral("cv.pdf");
        QTest::newRow("upwards") << QStringLiteral("../../.bashrc") << QStringLiteral("bashrc");
        QTest::newRow("turned round") << QStringLiteral("cv\u202Efdp.exe") << QStringLiteral("cvfdp.exe");
        QTest::newRow("device") << QStringLiteral("con.txt") << QStringLiteral("_con.txt");
        QTest::newRow("nothing") << QStringLiteral("...") << QStringLiteral("document");
        QTest::newRow("long") << QString(300, u'a') + QStringLiteral(".pdf") << QString(116, u'a') + QStringLiteral(".pdf");
        QTest::newRow("other scripts") << QStringLiteral("резюме 履歴書.pdf") << QStringLiteral("резюме 履歴書.pdf");
    }
    void makesNamesSafe()
    {
        QFETCH(QString, name);
        QFETCH(QString, safe);
        QCOMPARE(safeFileName(name, QStringLiteral("document")), safe);
    }

    void commandPrintsJson()
    {
        QProcess program;
        program.start(QStringLiteral(ROLECALL_EXECUTABLE), {QStringLiteral("mail"), QStringLiteral("read"), QStringLiteral(ROLECALL_TEST_DATA "/mail/html-only.eml"), QStringLiteral("--json")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        const QByteArray output = program.readAllStandardOutput();
        const QJsonObject message = QJsonDocument::fromJson(output).object().value(u"messages").toArray().at(0).toObject();
        QCOMPARE(message.value(u"date").toString(), QStringLiteral("2026-03-02T14:00:00Z"));
        QCOMPARE(message.value(u"applicant")[u"name"].toString(), QStringLiteral("Zoë Small"));
        QVERIFY(output.indexOf("\"reply_to\"") < output.indexOf("\"subject\""));
        program.start(QStringLiteral(ROLECALL_EXECUTABLE), {QStringLiteral("mail"), QStringLiteral("read"), QStringLiteral("/nowhere.eml")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1);
    }

private:
    static void compareAddress(const std::optional<MailAddress> &address, const QJsonValue &expected)
    {
        QCOMPARE(address.has_value(), expected.isObject());
        if (address) {
            QCOMPARE(address->name, expected[u"name"].toString());
            QCOMPARE(address->address, expected[u"address"].toString());
        }
    }
    static void compareMessage(const MailMessage &message, const QJsonObject &expected)
    {
        compareAddress(message.from, expected.value(u"from"));
        QCOMPARE(message.subject.value_or(QStringLiteral("-")), expected.value(u"subject").toString(QStringLiteral("-")));
        QCOMPARE(message.date ? message.date->toString(Qt::ISODate) : QStringLiteral("-"), expected.value(u"date").toString(QStringLiteral("-")));
        QCOMPARE(message.replyTo ? message.replyTo->address : QString(), expected.value(u"reply_to").toString());
        QCOMPARE(message.textStart, expected.value(u"text_start").toString());
        const QJsonArray attachments = expected.value(u"attachments").toArray();
        QCOMPARE(message.attachments.size(), size_t(attachments.size()));
        for (size_t i = 0; i < message.attachments.size(); ++i) {
            const MailAttachment &attachment = message.attachments[i];
            const QJsonObject wanted = attachments.at(qsizetype(i)).toObject();
            const QString name = wanted.value(u"filename").toString();
            const QString got = attachment.fileName.value_or(QString());
            // The whole of an unquoted name is as good as its first word, the manifest says.
            QVERIFY2(got == name || got.startsWith(name + u' '), qPrintable(got));
            QCOMPARE(attachment.type, wanted.value(u"type").toString());
            if (wanted.contains(u"sha256")) {
                QCOMPARE(attachment.content.size(), wanted.value(u"size").toInt());
                QCOMPARE(QString::fromLatin1(attachment.sha256), wanted.value(u"sha256").toString());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMailReader)
#include "tst_mail_reader.moc"
