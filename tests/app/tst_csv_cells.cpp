// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv_cells.h"
#include "app/table/table_stream.h"

#include <QTest>

using namespace rolecall;

namespace {

const QStringList cells{QStringLiteral("plain"), QString(), QStringLiteral("=1+1"), QStringLiteral("+49 30 555"), QStringLiteral("-5"), QStringLiteral("-1.5"),
                        QStringLiteral("-"), QStringLiteral("- no reply"), QStringLiteral("@SUM(1)"), QStringLiteral("'=x"), QStringLiteral("''=x"),
                        QStringLiteral("'tis"), QStringLiteral("'"), QStringLiteral("\tHidden"), QStringLiteral("\rx"), QStringLiteral("\nx"), QStringLiteral("\uFF1D1+1"),
                        QStringLiteral("a,b"), QStringLiteral("a \"b\""), QStringLiteral("two\r\nlines"), QStringLiteral("-2e5%"), QStringLiteral("-2+3"),
                        QStringLiteral("=ä"), QStringLiteral("'-5"), QStringLiteral("+1-555-0100")};

} // namespace

class TestCsvCells : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formulasAreNeutralised()
    {
        QCOMPARE(app::neutralisedCell(QStringLiteral("=1+1")), QStringLiteral("'=1+1"));
        QCOMPARE(app::neutralisedCell(QStringLiteral("+49 30 555")), QStringLiteral("'+49 30 555"));
        QCOMPARE(app::neutralisedCell(QStringLiteral("-2+3")), QStringLiteral("'-2+3"));
        QCOMPARE(app::neutralisedCell(QStringLiteral("\uFF1D1+1")), QStringLiteral("'\uFF1D1+1"));
        QCOMPARE(app::neutralisedCell(QStringLiteral("'=x")), QStringLiteral("''=x"));
    }
    void harmlessCellsStay()
    {
        for (const QString &cell : {QStringLiteral("-1.5"), QStringLiteral("+3"), QStringLiteral("-2e10"), QStringLiteral("-5%"), QStringLiteral("-"), QStringLiteral("'tis"), QStringLiteral("a=b")})
            QCOMPARE(app::neutralisedCell(cell), cell);
    }
    void everyCellComesBack()
    {
        for (const QString &cell : cells) {
            QCOMPARE(app::restoredCell(app::neutralisedCell(cell)), cell);
            const QByteArray bytes = app::neutralisedCell(cell).toUtf8();
            const std::string_view restored = app::restoredCell(std::string_view(bytes.constData(), std::size_t(bytes.size())));
            QCOMPARE(QString::fromUtf8(restored.data(), qsizetype(restored.size())), cell);
        }
    }
    void writtenAndReadAgain()
    {
        std::string line = "Name,Email,Notes\r\n";
        for (const QString &cell : cells) {
            line += "Ada,ada@example.org,";
            app::appendCsvCell(line, cell.toStdString());
            line += "\r\n";
        }
        const auto draft = app::readTable(QByteArray::fromStdString(line), QStringLiteral("export.csv"));
        QVERIFY(draft);
        QCOMPARE(draft->rows.size(), cells.size() + 1);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            QCOMPARE(app::restoredCell(draft->rows.at(i + 1).at(2)), cells.at(i));
            QVERIFY(!app::runsAsFormula(draft->rows.at(i + 1).at(2).toStdString()));
        }
    }
};

QTEST_GUILESS_MAIN(TestCsvCells)
#include "tst_csv_cells.moc"
