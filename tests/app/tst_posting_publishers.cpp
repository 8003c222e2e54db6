// SPDX-License-Identifier: GPL-3.0-or-later
// Postings in the manner of many publishers, each beside what a careful reader takes from it, in the form that the
// command line writes: title, lists, dates and addresses must be the same, entry by entry.
#include "app/posting/posting_reader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rolecall::app;

namespace {

const QString folderName = QStringLiteral(ROLECALL_TEST_DATA "/postings/publishers");

/// Quotes and the end of a sentence are the publisher's; whether they belong to an entry is nobody's question.
QString compared(QString text)
{
    text.replace(QChar(0x2019), u'\'');
    text = text.simplified();
    while (!text.isEmpty() && QStringLiteral(".;,").contains(text.back()))
        text.chop(1);
    return text;
}

QStringList texts(const QList<QualityDraft> &qualities)
{
    QStringList list;
    for (const QualityDraft &quality : qualities)
        list += compared(quality.text);
    return list;
}

QStringList texts(const QJsonObject &role, const char *key)
{
    QStringList list;
    for (const QJsonValue &value : role.value(QLatin1String(key)).toArray())
        list += compared(value.toString());
    return list;
}

QStringList dates(const RoleDraft &role)
{
    static const QStringList kinds{QStringLiteral("applications_close"), QStringLiteral("interviews"), QStringLiteral("start"), QStringLiteral("other")};
    QStringList list;
    for (const DeadlineDraft &deadline : role.deadlines)
        list += kinds.at(int(deadline.kind)) + u' ' + compared(deadline.date ? deadline.date->toString(Qt::ISODate) : u'~' + deadline.approx.value_or(QString()));
    list.sort();
    return list;
}

QStringList dates(const QJsonObject &role)
{
    QStringList list;
    for (const QJsonValue &value : role.value(QLatin1String("deadlines")).toArray()) {
        const QJsonObject deadline = value.toObject();
        const QString date = deadline.value(QLatin1String("date")).toString();
        list += deadline.value(QLatin1String("kind")).toString() + u' ' + compared(date.isEmpty() ? u'~' + deadline.value(QLatin1String("approx")).toString() : date);
    }
    list.sort();
    return list;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPostingPublishers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatACarefulReaderDoes_data();
    void readsWhatACarefulReaderDoes();
};

void TestPostingPublishers::readsWhatACarefulReaderDoes_data()
{
    QTest::addColumn<QString>("posting");
    QTest::addColumn<QString>("expected");
    const QDir folder(folderName);
    const QStringList files = folder.entryList({QStringLiteral("*.expected.json")}, QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 20);
    for (const QString &expected : files) {
        const QString stem = expected.chopped(int(qstrlen(".expected.json")));
        const QStringList postings = folder.entryList({stem + QStringLiteral(".md"), stem + QStringLiteral(".txt"), stem + QStringLiteral(".html")});
        QCOMPARE(postings.size(), 1);
        QTest::addRow("%s", qPrintable(stem)) << postings.first() << expected;
    }
}

void TestPostingPublishers::readsWhatACarefulReaderDoes()
{
    QFETCH(QString, posting);
    QFETCH(QString, expected);
    const QDir folder(folderName);
    const auto draft = readPosting(contents(folder.filePath(posting)), posting);
    QVERIFY(draft);
    const QJsonArray roles = QJsonDocument::fromJson(contents(folder.filePath(expected))).object().value(QLatin1String("roles")).toArray();
    QCOMPARE(draft->roles.size(), roles.size());
    for (qsizetype i = 0; i < roles.size(); ++i) {
        const QJsonObject role = roles.at(i).toObject();
        const RoleDraft &read = draft->roles.at(i);
        QCOMPARE(read.title, role.value(QLatin1String("title")).toString());
        QCOMPARE(texts(read.necessary), texts(role, "necessary"));
        QCOMPARE(texts(read.useful), texts(role, "useful"));
        QCOMPARE(texts(read.responsibilities), texts(role, "responsibilities"));
        QCOMPARE(dates(read), dates(role));
        QCOMPARE(read.contacts, texts(role, "contacts"));
    }
}

QTEST_GUILESS_MAIN(TestPostingPublishers)
#include "tst_posting_publishers.moc"
