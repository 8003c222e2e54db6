// SPDX-License-Identifier: GPL-3.0-or-later
// Conformance suites and exports in the corpus folder, each read and compared with what a person would read in it.
#include "app/applicants/cell_parsing.h"
#include "app/table/column_mapping.h"
#include "app/table/table_stream.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rolecall;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QStringList> rowsOf(const QJsonArray &array)
{
    QList<QStringList> rows;
    for (const auto &row : array) {
        QStringList cells;
        for (const auto &cell : row.toArray())
            cells.append(cell.toString());
        if (cells != QStringList{QString()}) // blank lines are left out
            rows.append(cells);
    }
    return rows;
}

QByteArray digestOf(const QList<QStringList> &rows)
{
    QJsonArray array;
    for (const QStringList &row : rows)
        array.append(QJsonArray::fromStringList(row));
    return QCryptographicHash::hash(QJsonDocument(array).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestTableCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAsExpected_data()
    {
        const QDir folder(QStringLiteral(ROLECALL_CORPUS "/applicants/csv"));
        if (QStringLiteral(ROLECALL_CORPUS).isEmpty() || !folder.exists())
            QSKIP("No corpus: set ROLECALL_CORPUS to read the files of others");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("expected");
        const QJsonArray files = QJsonDocument::fromJson(contentOf(folder.filePath(QStringLiteral("MANIFEST.json")))).object().value(u"files").toArray();
        QVERIFY(!files.isEmpty());
        for (const auto &entry : files) {
            const QString name = entry.toObject().value(u"file").toString();
            const QByteArray json = contentOf(folder.filePath(QStringLiteral("expected/%1.json").arg(name)));
            QTest::addRow("%s", qPrintable(name)) << folder.filePath(name) << QJsonDocument::fromJson(json).object();
        }
    }
    void readsAsExpected()
    {
        QFETCH(QString, path);
        QFETCH(QJsonObject, expected);
        const QString outcome = expected.value(u"outcome").toString();
        const QString acceptable = expected.value(u"also_acceptable").toString();
        const auto draft = app::readTable(contentOf(path), QFileInfo(path).fileName());
        if (!draft) {
            QVERIFY2(outcome == u"error" || acceptable.startsWith(u"error"), qPrintable(draft.error().text()));
            QVERIFY(draft.error().text().contains(QFileInfo(path).fileName()));
            QVERIFY(!draft.error().remedy.isEmpty());
            return;
        }
        if (outcome == u"error") {
            QVERIFY2(acceptable.startsWith(u"table_with_warnings"), "read, but should have been refused");
            QVERIFY(draft->warnings.join(u' ').contains(QStringLiteral("line 2")));
            return;
        }
        if (outcome == u"table_with_warnings")
            QVERIFY(!draft->warnings.isEmpty());
        QCOMPARE(draft->dialect.encoding, expected.value(u"encoding").toString());
        QCOMPARE(QString(QLatin1Char(draft->dialect.delimiter)), expected.value(u"delimiter").toString());
        if (expected.contains(u"rows_sha256")) {
            QCOMPARE(draft->rows.size(), expected.value(u"records").toInt());
            QCOMPARE(digestOf(draft->rows), expected.value(u"rows_sha256").toString().toLatin1());
            return;
        }
        const QList<QStringList> rows = rowsOf(expected.value(u"rows").toArray());
        if (draft->rows != rows && acceptable.contains(u"space before the quote dropped")) {
            QCOMPARE(draft->rows.size(), rows.size());
            QVERIFY(draft->rows.last().contains(QStringLiteral("6,000,000")));
            return;
        }
        QCOMPARE(draft->rows, rows);
    }
    void findsApplicants_data() { readsAsExpected_data(); }
    void findsApplicants()
    {
        QFETCH(QString, path);
        QFETCH(QJsonObject, expected);
        const QJsonArray applicants = expected.value(u"applicants").toArray();
        if (applicants.isEmpty())
            return;
        auto stream = app::TableStream::open(path);
        QVERIFY(stream);
        const QList<QStringList> rows = (*stream)->sampleRows();
        const auto mapping = app::recognizeColumns((*stream)->header(), rows, {}, 0);
        QCOMPARE(rows.size(), applicants.size());
        const auto first = [&](const QStringList &row, app::ApplicantField field) {
            const QList<int> columns = mapping.columnsOf(field);
            return columns.isEmpty() ? QString() : row.value(columns.first());
        };
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject applicant = applicants.at(i).toObject();
            const QStringList &row = rows.at(i);
            QString name = first(row, app::ApplicantField::Name);
            if (name.isEmpty())
                name = app::joinedName(first(row, app::ApplicantField::GivenName), first(row, app::ApplicantField::FamilyName));
            QCOMPARE(name, applicant.value(u"name").toString());
            QJsonArray emails;
            for (const int column : mapping.columnsOf(app::ApplicantField::Email))
                emails.append(row.value(column));
            QCOMPARE(emails, applicant.value(u"emails").toArray());
            if (applicant.contains(u"applied"))
                QCOMPARE(app::parseDate(first(row, app::ApplicantField::AppliedOn)).value_or(app::ParsedDate()).date.toString(Qt::ISODate), applicant.value(u"applied").toString());
        }
    }
};

QTEST_GUILESS_MAIN(TestTableCorpus)
#include "tst_table_corpus.moc"
