// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in prose: how they are written, and which of them are deadlines.
#include "app/posting/date_scan.h"
#include "app/posting/posting_reader.h"

#include <QTest>

using namespace rolecall::app;

class TestPostingDates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scansDates_data();
    void scansDates();
    void namesDeadlines_data();
    void namesDeadlines();
    void readsSlashesAsTheFileDoes();
    void keepsTheSentence();
};

void TestPostingDates::scansDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *text, const QStringList &found) { QTest::addRow("%s", text) << QString::fromUtf8(text) << found; };
    row("by September 30, 2020.", {QStringLiteral("2020-09-30")});
    row("Friday 5th July 2024", {QStringLiteral("2024-07-05")});
    row("5 de mayo de 2024", {QStringLiteral("2024-05-05")});
    row("1er février 2025", {QStringLiteral("2025-02-01")});
    row("bis zum 3. März 2025", {QStringLiteral("2025-03-03")});
    row("31.12.2026", {QStringLiteral("2026-12-31")});
    row("1. 2. 2026", {QStringLiteral("2026-02-01")});
    row("2024-03-31T10:00", {QStringLiteral("2024-03-31")});
    row("13/04/2024", {QStringLiteral("2024-04-13")});
    row("late December 2021", {QStringLiteral("~2021-12-late")});
    row("Anfang November 2021", {QStringLiteral("~2021-11-early")});
    row("mid-March 2025", {QStringLiteral("~2025-03-mid")});
    row("in October 2020", {QStringLiteral("~2020-10")});
    row("the week of 16 January 2012", {QStringLiteral("~week of 2012-01-16")});
    row("July 11, 2024 - July 23, 2024", {QStringLiteral("2024-07-11"), QStringLiteral("2024-07-23")});
    row("You may start in 3 days", {});
    row("Version 1.2.3 and 10/10 points", {});
    row("February 30, 2024", {QStringLiteral("~")});
}

void TestPostingDates::scansDates()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QStringList read;
    for (const DateMention &mention : scanDates(text, false))
        read += mention.date() ? mention.date()->toString(Qt::ISODate) : u'~' + mention.approx().value_or(QString());
    QCOMPARE(read, found);
}

void TestPostingDates::namesDeadlines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *text, const QStringList &found) { QTest::addRow("%s", text) << QString::fromUtf8(text) << found; };
    row("Apply by 3 May 2024. Interviews will start on May 20th.", {QStringLiteral("0 2024-05-03"), QStringLiteral("1 ~2024-05-20")});
    row("The deadline is 20 December 2023; interviews follow in early January.", {QStringLiteral("0 2023-12-20"), QStringLiteral("1 ~2024-01-early")});
    row("We would like you to start as soon as possible.", {QStringLiteral("2 ~asap")});
    row("The position is open until filled.", {QStringLiteral("0 ~until filled")});
    row("Review of applications will begin on 1 June 2024.", {QStringLiteral("3 2024-06-01")});
    row("Posted on 1 March 2024. We were founded in May 2009.", {});
    row("The contract is fixed-term until 31 May 2026.", {});
    row("Pay bands will be placed back here by the end of July 2025.", {});
    row("Die Stelle ist bis zum 31.12.2026 befristet.", {});
    row("Bewerbungsschluss ist der 15. Mai 2024.", {QStringLiteral("0 2024-05-15")});
    row("Les entretiens auront lieu le 4 juin 2024.", {QStringLiteral("1 2024-06-04")});
    row("Démarrage novembre 2021.", {QStringLiteral("2 ~2021-11")});
}

void TestPostingDates::namesDeadlines()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    const auto posting = readPosting(("# Baker\n\n" + text.toUtf8() + '\n'), QStringLiteral("a.md"));
    QVERIFY(posting);
    QStringList read;
    for (const DeadlineDraft &deadline : posting->roles.first().deadlines)
        read += QString::number(int(deadline.kind)) + u' ' + (deadline.date ? deadline.date->toString(Qt::ISODate) : u'~' + deadline.approx.value_or(QString()));
    QCOMPARE(read, found);
}

void TestPostingDates::readsSlashesAsTheFileDoes()
{
    const auto american = readPosting("# Clerk\n\nSalary: $40,000\n\nClosing date: 3/4/2024\n", QStringLiteral("a.md"));
    QCOMPARE(american->roles.first().deadlines.first().date, std::optional(QDate(2024, 3, 4)));
    const auto british = readPosting("# Clerk\n\nSalary: \xC2\xA3" "40,000\n\nClosing date: 3/4/2024\n", QStringLiteral("a.md"));
    QCOMPARE(british->roles.first().deadlines.first().date, std::optional(QDate(2024, 4, 3)));
    QVERIFY(british->roles.first().warnings.join(u' ').contains(u"3/4/2024"));
}

void TestPostingDates::keepsTheSentence()
{
    const QByteArray sentence = "Please send a letter and the names of two people who know your bread well to Ms. Crumb (crumb@example.org) by 31 December 2021.";
    const auto posting = readPosting("# Baker\n\nWe bake. " + sentence + " We answer.\n", QStringLiteral("a.md"));
    const DeadlineDraft deadline = posting->roles.first().deadlines.first();
    QCOMPARE(deadline.sentence, QString::fromUtf8(sentence));
    QCOMPARE(deadline.text, QStringLiteral("by 31 December 2021"));
    QVERIFY(posting->sourceText.mid(deadline.source.start, deadline.source.length).contains(deadline.sentence));
}

QTEST_GUILESS_MAIN(TestPostingDates)
#include "tst_posting_dates.moc"
