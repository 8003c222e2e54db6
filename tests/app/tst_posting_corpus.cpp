// SPDX-License-Identifier: GPL-3.0-or-later
// Real postings with what careful readers took from them: how much of it the reader finds.
#include "app/posting/posting_reader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rolecall::app;

namespace {

/// Texts are compared without case, white space, the form of quotes and dashes, and end punctuation.
QString compared(QString text)
{
    text.replace(QChar(0x2019), u'\'').replace(QChar(0x2018), u'\'').replace(QChar(0x2013), u'-').replace(QChar(0x2014), u'-');
    text = text.simplified().toCaseFolded();
    while (!text.isEmpty() && QStringLiteral(".;:,!").contains(text.back()))
        text.chop(1);
    return text;
}

struct Count
{
    int right = 0;
    int extra = 0;
    int missed = 0;

    void add(QStringList wanted, const QStringList &found)
    {
        for (const QString &text : found)
            ++(wanted.removeOne(text) ? right : extra);
        missed += int(wanted.size());
    }
    double f1() const { return 2.0 * right / std::max(1, 2 * right + extra + missed); }
};

QStringList wanted(const QJsonObject &role, const char *key)
{
    QStringList texts;
    for (const QJsonValue &value : role.value(QLatin1String(key)).toArray())
        texts += compared(value.toString());
    return texts;
}

QStringList found(const QList<QualityDraft> &qualities)
{
    QStringList texts;
    for (const QualityDraft &quality : qualities)
        texts += compared(quality.text);
    return texts;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPostingCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatReadersFound();
};

void TestPostingCorpus::findsWhatReadersFound()
{
    const QDir folder(QStringLiteral(ROLECALL_CORPUS "/postings"));
    if (QByteArray(ROLECALL_CORPUS).isEmpty() || !folder.exists())
        QSKIP("ROLECALL_CORPUS is not set: the collection of real postings is not here");
    Count necessary;
    Count useful;
    Count responsibilities;
    Count dates;
    Count titles;
    Count contacts;
    const QStringList files = folder.entryList({QStringLiteral("*.expected.json")});
    QVERIFY(!files.isEmpty());
    for (const QString &expected : files) {
        const QString stem = expected.chopped(int(qstrlen(".expected.json")));
        const QStringList postings = folder.entryList({stem + QStringLiteral(".md"), stem + QStringLiteral(".txt"), stem + QStringLiteral(".html")});
        QCOMPARE(postings.size(), 1);
        const auto posting = readPosting(contents(folder.filePath(postings.first())), postings.first());
        QVERIFY2(posting, qPrintable(stem));
        const QJsonArray roles = QJsonDocument::fromJson(contents(folder.filePath(expected))).object().value(QLatin1String("roles")).toArray();
        QCOMPARE(posting->roles.size(), roles.size());
        for (qsizetype i = 0; i < roles.size(); ++i) {
            const QJsonObject role = roles.at(i).toObject();
            const RoleDraft &draft = posting->roles.at(i);
            necessary.add(wanted(role, "necessary"), found(draft.necessary));
            useful.add(wanted(role, "useful"), found(draft.useful));
            responsibilities.add(wanted(role, "responsibilities"), found(draft.responsibilities));
            QStringList names = wanted(role, "title_alt");
            names.prepend(compared(role.value(QLatin1String("title")).toString()));
            titles.add({compared(draft.title)}, names.contains(compared(draft.title)) ? QStringList{compared(draft.title)} : QStringList{});
            QStringList addresses = draft.contacts;
            for (QString &address : addresses)
                address = compared(address);
            contacts.add(wanted(role, "contacts"), addresses);
            QStringList wantedDates;
            for (const QJsonValue &value : role.value(QLatin1String("deadlines")).toArray())
                wantedDates += value.toObject().value(QLatin1String("date")).toString() + value.toObject().value(QLatin1String("approx")).toString();
            QStringList foundDates;
            for (const DeadlineDraft &deadline : draft.deadlines)
                foundDates += deadline.date ? deadline.date->toString(Qt::ISODate) : deadline.approx.value_or(QString());
            dates.add(wantedDates, foundDates);
        }
    }
    QVERIFY2(necessary.f1() >= 0.97, qPrintable(QString::number(necessary.f1())));
    QVERIFY2(useful.f1() >= 0.97, qPrintable(QString::number(useful.f1())));
    QVERIFY2(responsibilities.f1() >= 0.9, qPrintable(QString::number(responsibilities.f1())));
    QVERIFY2(dates.f1() >= 0.9, qPrintable(QString::number(dates.f1())));
    QCOMPARE(titles.missed + titles.extra, 0);
    QCOMPARE(contacts.missed + contacts.extra, 0);
}

QTEST_GUILESS_MAIN(TestPostingCorpus)
#include "tst_posting_corpus.moc"
