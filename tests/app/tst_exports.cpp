// SPDX-License-Identifier: GPL-3.0-or-later
// The spreadsheet and the decision record: what stands in them, that nobody is in them who is blind, and that the same
// workspace at the same moment gives the same bytes.
#include "app/exports/decision_record.h"
#include "app/exports/shortlist_spreadsheet.h"
#include "app/exports/workbook.h"
#include "app/roles/role_editing.h"
#include "app/shortlist/standing_updates.h"
#include "app/table/table_stream.h"
#include "app/zip_archive.h"
#include "db/applications.h"
#include "db/reviewers.h"
#include "db/reviews.h"
#include "db/sql.h"
#include "db/workspace.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::app;

namespace {

const QByteArray posting = "# Field Station Data Steward\n\nThe Saltmarsh Institute looks for a data steward.\n\n## Necessary qualities\n\n- Experience with time series\n"
                           "- Clear writing\n\n## Useful qualities\n\n- Knows a coastline well\n- Has repaired sensors\n";

/// People with levels for the two necessary and the two useful qualities, in order.
struct Invented
{
    const char *name;
    const char *email;
    QList<int> levels;
};
const QList<Invented> people{{"Zelda Quillfeather", "zelda@example.org", {3, 2, 3, 2}},
                             {"=HYPERLINK(\"http://example.org\")", "eq@example.org", {2, 2, 1, 1}},
                             {"Marit Ålesund", "marit@example.org", {2, 3, 3, 2}},
                             {"Bo <b>Bold</b> & Sons", "bo@example.org", {2, 3, 3, 2}},
                             {"Nearly There", "near@example.org", {2, 1, 3, 3}},
                             {"Almost Through", "almost@example.org", {1, 3, 1, 1}},
                             {"Unrated Person", "unrated@example.org", {-1, 2, 2, 2}}};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExports : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<db::Workspace> m_workspace;
    db::RoleId m_role;
    QList<db::ApplicationId> m_applications;
    int m_number = 0;

    db::Connection &connection() { return m_workspace->connection(); }
    template<class T> T must(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().text()));
        return std::move(*result);
    }
    void must(const Outcome &outcome)
    {
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().text()));
    }
    QString path(const QString &name) { return m_folder.filePath(QString::number(m_number) + QStringLiteral("-") + name); }

    void addPerson(const Invented &invented, db::ReviewerId reviewer, const QList<db::Quality> &qualities, db::StageId stage)
    {
        db::Candidate candidate;
        candidate.name = QString::fromUtf8(invented.name);
        candidate.email = QString::fromUtf8(invented.email);
        db::Application application;
        application.role = m_role;
        application.candidate = must(db::insertCandidate(connection(), candidate));
        application.code = QStringLiteral("CODE%1").arg(m_applications.size());
        application.stage = stage;
        application.stageSince = connection().now();
        const db::ApplicationId id = must(db::insertApplication(connection(), application));
        db::Review review;
        review.application = id;
        review.reviewer = reviewer;
        review.submitted = true;
        review.submittedAt = connection().now();
        review.id = must(db::insertReview(connection(), review));
        for (qsizetype i = 0; i < qualities.size(); ++i) {
            if (invented.levels[i] >= 0)
                must(db::setRating(connection(), review.id, {qualities[i].id, invented.levels[i], false, false}));
        }
        db::Evidence evidence;
        evidence.review = review.id;
        evidence.quality = qualities[0].id;
        evidence.note = QStringLiteral("%1 kept tide records, write to %2").arg(candidate.name, *candidate.email);
        must(db::insertEvidence(connection(), evidence));
        m_applications << id;
    }

    /// Every part of a zipped file that this writer makes, one after the other.
    QByteArray unzipped(const QString &file)
    {
        const ZipArchive archive(contentOf(file));
        QByteArray all;
        for (const char *name : {"xl/workbook.xml", "docProps/core.xml", "docProps/app.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
                                 "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"}) {
            if (auto member = archive.member(name, 100'000'000); member && (member->isOpen() || member->open(QIODevice::ReadOnly)))
                all += member->readAll();
        }
        return all;
    }
    void verifyNobody(const QByteArray &bytes)
    {
        QVERIFY(bytes.size() > 500);
        for (const char *word : {"Zelda", "Quillfeather", "zelda@", "Marit", "lesund", "Bold", "HYPERLINK", "Nearly", "near@", "Almost", "Unrated Person", "unrated@"})
            QVERIFY2(!bytes.contains(word), word);
        QVERIFY(bytes.contains("CODE0"));
    }

private Q_SLOTS:
    void init()
    {
        ++m_number;
        m_applications.clear();
        m_workspace = must(db::Workspace::create(path(QStringLiteral("test.rolecall"))));
        connection().setClock([] { return QDateTime(QDate(2031, 3, 15), QTime(9, 30), Qt::UTC); });
        auto scope = must(db::ChangeScope::begin(connection(), {QStringLiteral("test"), QStringLiteral("Reviewer"), {}}));
        db::Reviewer reviewer;
        reviewer.name = QStringLiteral("Rea Viewer");
        reviewer.id = must(db::insertReviewer(connection(), reviewer));
        must(scope.commit());
        connection().setReviewer(reviewer.id);
        m_role = must(addRolesFromPosting(connection(), posting, QStringLiteral("steward.md"))).roles.first();
        auto work = must(db::ChangeScope::begin(connection(), {QStringLiteral("test"), QStringLiteral("People"), {}}));
        const auto qualities = must(db::qualities(connection(), m_role));
        QCOMPARE(qualities.size(), 4);
        const db::StageId stage = must(db::stages(connection(), m_role)).first().id;
        for (const Invented &invented : people)
            addPerson(invented, reviewer.id, qualities, stage);
        must(db::setAgreedLevel(connection(), m_applications[0], {qualities[1].id, 2, QStringLiteral("Zelda showed a report"), reviewer.id, connection().now()}));
        must(refreshStandings(connection(), m_role));
        must(work.commit());
        must(placeByHand(connection(), m_applications[4], Placement::On, QStringLiteral("Nearly There wrote the standard text")));
        must(placeByHand(connection(), m_applications[1], Placement::Off, QStringLiteral("withdrew by telephone")));
    }
    void cleanup() { m_workspace.reset(); }

    void cellTexts()
    {
        QCOMPARE(cellText(QStringLiteral("a\x01\x1F" "b\nc\td")), QStringLiteral("ab\nc\td"));
        QCOMPARE(cellText(QStringLiteral("_x0041_")), QStringLiteral("_x005F_x0041_"));
        QCOMPARE(cellText(QString(QChar(0xD800)) + u'x'), QString(QChar(QChar::ReplacementCharacter)) + u'x');
        QCOMPARE(cellText(QString(40'000, u'x')).size(), 32'767);
    }

    void spreadsheetHoldsTheList()
    {
        const QString file = path(QStringLiteral("list.xlsx"));
        Progress progress;
        QCOMPARE(must(exportShortlistSpreadsheet(connection(), m_role, file, {}, &progress)), qint64(5));
        QCOMPARE(progress.fraction(), 1.0);
        auto stream = must(TableStream::open(file));
        QCOMPARE(stream->header().mid(0, 9), (QStringList{QStringLiteral("Rank"), QStringLiteral("Name"), QStringLiteral("Email"), QStringLiteral("Stage"), QStringLiteral("Gate"),
                                                          QStringLiteral("Useful score, %"), QStringLiteral("Necessary met"), QStringLiteral("Coverage"),
                                                          QStringLiteral("Necessary: Experience with time series")}));
        QStringList rows;
        TableRow row;
        while (stream->nextRow(row)) {
            QStringList cells;
            for (const size_t column : {size_t(0), size_t(1), size_t(4), size_t(8), size_t(12)})
                cells << QString::fromUtf8(row.cells[column].data(), qsizetype(row.cells[column].size()));
            rows << cells.join(u'|');
        }
        // Zelda 5/6 and a mean of 2.5, the next two the same: ranks are shared, hands come last.
        QCOMPARE(rows, (QStringList{QStringLiteral("1|Zelda Quillfeather|through|3|"), QStringLiteral("1|Marit Ålesund|through|2|"), QStringLiteral("1|Bo <b>Bold</b> & Sons|through|2|"),
                                    QStringLiteral("|Nearly There|below (1)|2|Put on: Nearly There wrote the standard text"),
                                    QStringLiteral("|=HYPERLINK(\"http://example.org\")|through|2|Taken off: withdrew by telephone")}));
        const QByteArray all = unzipped(file);
        QVERIFY(!all.contains("<f>")); // no formula anywhere
        QVERIFY(!all.contains("<hyperlink"));
        QVERIFY(all.contains("state=\"frozen\""));
        QVERIFY(all.contains("Rule and posting"));
        QVERIFY(all.contains("kept tide records"));
        QVERIFY(all.contains(must(db::postings(connection(), m_role)).first().sha256.toLatin1()));
    }

    void spreadsheetIsTheSameAgain()
    {
        must(exportShortlistSpreadsheet(connection(), m_role, path(QStringLiteral("a.xlsx")), {}));
        must(exportShortlistSpreadsheet(connection(), m_role, path(QStringLiteral("b.xlsx")), {}));
        QVERIFY(!contentOf(path(QStringLiteral("a.xlsx"))).isEmpty());
        QCOMPARE(contentOf(path(QStringLiteral("a.xlsx"))), contentOf(path(QStringLiteral("b.xlsx"))));
    }

    void blindMeansBlind()
    {
        SpreadsheetOptions sheet;
        sheet.blind = true;
        const QString file = path(QStringLiteral("blind.xlsx"));
        must(exportShortlistSpreadsheet(connection(), m_role, file, sheet));
        verifyNobody(unzipped(file));
        DecisionRecordOptions record;
        record.blind = true;
        must(exportDecisionRecord(connection(), m_role, path(QStringLiteral("blind.html")), DecisionFormat::Html, record));
        verifyNobody(contentOf(path(QStringLiteral("blind.html"))));
        // A role that is reviewed blind is exported blind without being asked.
        db::Role role = must(db::role(connection(), m_role));
        role.blind = true;
        must(changeRole(connection(), role, QStringLiteral("Review blind")));
        must(exportDecisionRecord(connection(), m_role, path(QStringLiteral("role.html")), DecisionFormat::Html, {}));
        verifyNobody(contentOf(path(QStringLiteral("role.html"))));
    }

    void recordSaysWhy()
    {
        const QString file = path(QStringLiteral("record.html"));
        must(exportDecisionRecord(connection(), m_role, file, DecisionFormat::Html, {}));
        const QString html = QString::fromUtf8(contentOf(file));
        for (const QString &part : {QStringLiteral("Field Station Data Steward"), must(db::postings(connection(), m_role)).first().sha256, QStringLiteral("2031-03-15 09:30 UTC, written by Rea Viewer"),
                                    QStringLiteral("Rank 1: Zelda Quillfeather, Marit Ålesund, Bo &lt;b&gt;Bold&lt;/b&gt; &amp; Sons"), QStringLiteral("agreed: Zelda showed a report"),
                                    QStringLiteral("withdrew by telephone"), QStringLiteral("kept tide records"), QStringLiteral("N1 Experience with time series"), QStringLiteral("open (1 to rate)")})
            QVERIFY2(html.contains(part), qPrintable(part));
        for (const char *loaded : {"<script", "src=", "href=", "url("})
            QVERIFY(!html.contains(QLatin1String(loaded)));
        QVERIFY(!html.contains(QStringLiteral("<b>")));
    }

    void pdfIsTheSameAgainAndWhole()
    {
        for (const char *name : {"a.pdf", "b.pdf"}) {
            must(exportDecisionRecord(connection(), m_role, path(QString::fromLatin1(name)), DecisionFormat::Pdf, {}));
            QTest::qWait(name[0] == 'a' ? 1'100 : 0); // Qt would write another second into the second one
        }
        const QByteArray pdf = contentOf(path(QStringLiteral("a.pdf")));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(pdf.contains("20310315093000"));
        QCOMPARE(pdf, contentOf(path(QStringLiteral("b.pdf"))));
    }

    void failuresLeaveNothingBehind()
    {
        Progress cancelled;
        cancelled.cancel();
        const QString file = path(QStringLiteral("none.xlsx"));
        QVERIFY(!exportShortlistSpreadsheet(connection(), m_role, file, {}, &cancelled).has_value());
        QVERIFY(!exportDecisionRecord(connection(), m_role, file, DecisionFormat::Html, {}, &cancelled).has_value());
        QVERIFY(!QFile::exists(file));
        const QString nowhere = m_folder.filePath(QStringLiteral("no/such/folder/x.xlsx"));
        QVERIFY(exportShortlistSpreadsheet(connection(), m_role, nowhere, {}).error().text().contains(QStringLiteral("folder")));
        QVERIFY(!exportDecisionRecord(connection(), m_role, nowhere, DecisionFormat::Html, {}).has_value());
        QVERIFY(!exportShortlistSpreadsheet(connection(), db::RoleId(999), file, {}).has_value());
    }

    void emptyRole()
    {
        const db::RoleId empty = must(addRolesFromPosting(connection(), "# Night Watch\n\nWe look for somebody.\n", QStringLiteral("watch.md"))).roles.first();
        QCOMPARE(must(exportShortlistSpreadsheet(connection(), empty, path(QStringLiteral("empty.xlsx")), {})), qint64(0));
        must(exportDecisionRecord(connection(), empty, path(QStringLiteral("empty.html")), DecisionFormat::Html, {}));
        QVERIFY(contentOf(path(QStringLiteral("empty.html"))).contains("Nobody is on it."));
    }
};

QTEST_MAIN(TestExports)
#include "tst_exports.moc"
