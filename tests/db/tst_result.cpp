// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/result.h"

#include <QTest>

using rolecall::Error;

class TestResult : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textNamesWhatWasTriedAndTheRemedy()
    {
        const Error error{QStringLiteral("Opening"), QStringLiteral("a.rolecall"), QStringLiteral("it is cut short"), QStringLiteral("Restore a backup")};
        QCOMPARE(error.text(), QStringLiteral("Opening a.rolecall: it is cut short. Restore a backup."));
    }
    void emptyPartsLeaveNoTrace()
    {
        const Error error{{}, {}, QStringLiteral("Nothing there"), {}};
        QCOMPARE(error.text(), QStringLiteral("Nothing there."));
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
