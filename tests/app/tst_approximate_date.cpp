// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/approximate_date.h"

#include <QTest>

using namespace rolecall;

class TestApproximateDate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSaidInWords_data()
    {
        QTest::addColumn<QString>("approx");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *approx, const char *words) { QTest::newRow(approx) << QString::fromUtf8(approx) << QString::fromUtf8(words); };
        row("2027-01-early", "early January 2027");
        row("2020-06-mid", "mid-June 2020");
        row("2021-12-late", "late December 2021");
        row("2020-02", "February 2020");
        row("week of 2012-01-16", "week of 16 January 2012");
        row("week of 2012-01", "a week in January 2012");
        row("asap", "as soon as possible");
        row("until filled", "until filled");
        row("when the harbour thaws", "when the harbour thaws");
        row("2020-13", "2020-13");           // no such month
        row("week of 2021-02-30", "week of 2021-02-30"); // no such day
        row("2020-02 or so", "2020-02 or so");
        row("", "");
    }
    void isSaidInWords()
    {
        QFETCH(QString, approx);
        QFETCH(QString, words);
        QCOMPARE(app::approximateDateInWords(approx, QLocale::c()), words);
    }
    void monthsAreTheLocales()
    {
        QCOMPARE(app::approximateDateInWords(QStringLiteral("2027-05"), QLocale(QLocale::German)), QStringLiteral("Mai 2027"));
    }
};

QTEST_GUILESS_MAIN(TestApproximateDate)
#include "tst_approximate_date.moc"
