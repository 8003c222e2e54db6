// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/cell_parsing.h"

#include <QTest>

using namespace rolecall;
using app::DateOrder;
using app::ParsedLevel;

class TestCellParsing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dates_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("guessed");
        const auto add = [](const QString &cell, const char *expected, bool guessed = false) {
            QTest::newRow(qPrintable(cell)) << cell << QString::fromLatin1(expected) << guessed;
        };
        add(QStringLiteral("2026-03-02"), "2026-03-02");
        add(QStringLiteral("2026-03-02T23:30:00-08:00"), "2026-03-02");
        add(QStringLiteral("2026-03-02 10:00:00 UTC"), "2026-03-02");
        add(QStringLiteral("20260302"), "2026-03-02");
        add(QStringLiteral("2026/3/2"), "2026-03-02");
        add(QStringLiteral("2.3.2026"), "2026-03-02");
        add(QStringLiteral("02.03.26 14:05"), "2026-03-02");
        add(QStringLiteral("2/3/2026"), "2026-03-02", true);
        add(QStringLiteral("3/3/2026"), "2026-03-03");
        add(QStringLiteral("25/3/2026"), "2026-03-25");
        add(QStringLiteral("3/25/2026 9:15 AM"), "2026-03-25");
        add(QStringLiteral("2 March 2026"), "2026-03-02");
        add(QStringLiteral("Mar 2nd, 2026"), "2026-03-02");
        add(QStringLiteral("Mon, 2 Mar 2026 10:00:00 +0000"), "2026-03-02");
        add(QStringLiteral("2. März 2026"), "2026-03-02");
        add(QStringLiteral("1er août 2026"), "2026-08-01");
        add(QStringLiteral("2 de marzo de 2026"), "2026-03-02");
        add(QStringLiteral("2026年3月2日"), "2026-03-02");
        add(QStringLiteral("31.02.2026"), "");
        add(QStringLiteral("soon"), "");
        add(QStringLiteral("12345678901"), "");
        add(QString(), "");
    }
    void dates()
    {
        QFETCH(QString, cell);
        QFETCH(QString, expected);
        QFETCH(bool, guessed);
        const auto date = app::parseDate(cell);
        QCOMPARE(date ? date->date.toString(Qt::ISODate) : QString(), expected);
        QCOMPARE(date && date->guessed, guessed);
    }
    void oneDaySettlesItsColumn()
    {
        const QStringList american{QStringLiteral("3/4/2026"), QStringLiteral("3/25/2026"), QString()};
        QCOMPARE(app::dateColumn(american).order, DateOrder::MonthFirst);
        const auto date = app::parseDate(american.first(), DateOrder::MonthFirst);
        QVERIFY(date && !date->guessed);
        QCOMPARE(date->date, QDate(2026, 3, 4));
        QCOMPARE(app::dateColumn({QStringLiteral("3/4/2026"), QStringLiteral("25/3/2026")}).order, DateOrder::DayFirst);
        QCOMPARE(app::dateColumn({QStringLiteral("3/4/2026")}).order, DateOrder::Unknown);
        const auto both = app::dateColumn({QStringLiteral("25/3/2026"), QStringLiteral("3/25/2026")});
        QVERIFY(both.contradictory && both.order == DateOrder::Unknown);
    }
    void levels_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("level");
        const auto add = [](const QString &cell, ParsedLevel::Kind kind, int level = 0) { QTest::newRow(qPrintable(cell)) << cell << int(kind) << level; };
        add(QString(), ParsedLevel::Unrated);
        add(QStringLiteral(" - "), ParsedLevel::Unrated);
        add(QStringLiteral("n/a"), ParsedLevel::Unrated);
        add(QStringLiteral("0"), ParsedLevel::Level, 0);
        add(QStringLiteral(" 3 "), ParsedLevel::Level, 3);
        add(QStringLiteral("2.0"), ParsedLevel::Level, 2);
        add(QStringLiteral("2 - meets"), ParsedLevel::Level, 2);
        add(QStringLiteral("Exceeds"), ParsedLevel::Level, 3);
        add(QStringLiteral("?"), ParsedLevel::AskAtInterview);
        add(QStringLiteral("Ask at interview"), ParsedLevel::AskAtInterview);
        add(QStringLiteral("4"), ParsedLevel::OffScale);
        add(QStringLiteral("-1"), ParsedLevel::OffScale);
        add(QStringLiteral("2.5"), ParsedLevel::OffScale);
        add(QStringLiteral("3 - meets"), ParsedLevel::OffScale);
        add(QStringLiteral("good"), ParsedLevel::OffScale);
    }
    void levels()
    {
        QFETCH(QString, cell);
        QFETCH(int, kind);
        QFETCH(int, level);
        const ParsedLevel parsed = app::parseLevel(cell);
        QCOMPARE(int(parsed.kind), kind);
        QCOMPARE(parsed.level, level);
    }
    void addresses()
    {
        QCOMPARE(app::parseEmail(QStringLiteral(" Ada <ada@example.org> ")).value_or(QString()), QStringLiteral("ada@example.org"));
        QCOMPARE(app::parseEmail(QStringLiteral("mailto:d'ada+x@sub.example.org")).value_or(QString()), QStringLiteral("d'ada+x@sub.example.org"));
        QVERIFY(app::parseEmail(QStringLiteral("用户@例子.广告")));
        for (const QString &wrong : {QString(), QStringLiteral("ada"), QStringLiteral("ada@"), QStringLiteral("@example.org"), QStringLiteral("a b@example.org"), QStringLiteral("ada@localhost"),
                                     QStringLiteral("ada@example..org"), QStringLiteral("ada@exa@mple.org")})
            QVERIFY2(!app::parseEmail(wrong), qPrintable(wrong));
        QCOMPARE(app::parseEmails(QStringLiteral("a@example.org; b@example.org, A@example.org")), (QStringList{QStringLiteral("a@example.org"), QStringLiteral("b@example.org")}));
    }
    void tags()
    {
        QCOMPARE(app::parseTags(QStringLiteral("python; C++, Qt ;; python")), (QStringList{QStringLiteral("python"), QStringLiteral("C++, Qt")}));
        QCOMPARE(app::parseTags(QStringLiteral("a, b ,c")), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QVERIFY(app::parseTags(QString()).isEmpty());
    }
    void names()
    {
        QCOMPARE(app::joinedName(QStringLiteral(" Ada "), QStringLiteral("Example")), QStringLiteral("Ada Example"));
        QCOMPARE(app::joinedName(QString(), QStringLiteral("Example")), QStringLiteral("Example"));
    }
};

QTEST_GUILESS_MAIN(TestCellParsing)
#include "tst_cell_parsing.moc"
