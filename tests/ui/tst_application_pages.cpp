// SPDX-License-Identifier: GPL-3.0-or-later
// The Applicants and Matrix pages from the keyboard: acting on a selection, copying, typing ratings, evidence.
#include "app/history/history.h"
#include "app/reviews/reviewing.h"
#include "db/applications.h"
#include "tests/support/many_applicants.h"
#include "ui/models/application_list_model.h"
#include "ui/models/matrix_model.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/applicants/bulk_bar.h"
#include "ui/pages/matrix/evidence_panel.h"
#include "ui/pages/matrix/matrix_page.h"
#include "ui/pages/matrix/matrix_view.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/empty_state.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

class TestApplicationPages : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    MemorySettings m_settings;
    std::unique_ptr<Session> m_session;
    int m_number = 0;

    void open(const tests::ManyApplicants &many)
    {
        m_session.reset();
        auto made = db::Workspace::create(m_folder.filePath(QStringLiteral("%1.rolecall").arg(++m_number)));
        QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().text()));
        const Outcome filled = tests::fill((*made)->connection(), many);
        QVERIFY2(filled.has_value(), qPrintable(filled ? QString() : filled.error().text()));
        m_session = std::make_unique<Session>(std::move(*made));
    }
    void show(Page &page)
    {
        page.resize(1200, 800);
        page.navigateTo({{roleArgument, qint64(1)}});
        page.activate();
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.activateWindow();
    }
    QString value(const QString &sql)
    {
        const auto found = db::single(m_session->connection(), sql);
        return found ? found->toString() : found.error().text();
    }
    static db::ApplicationId at(QTableView *table, int row)
    {
        return static_cast<ApplicationPagesModel *>(table->model())->applicationAt(row);
    }

private Q_SLOTS:
    void init() { m_settings = {}; }
    void cleanup() { m_session.reset(); }

    void headSaysHowItStands()
    {
        open({.applicants = 120});
        ApplicantsPage page(*m_session, m_settings);
        show(page);
        QCOMPARE(page.title(), QStringLiteral("Open Source Applications Engineer"));
        QTRY_VERIFY(page.subtitle().contains(QStringLiteral("120 applicants")));
    }

    void enterOpensReview()
    {
        open({.applicants = 120});
        ApplicantsPage page(*m_session, m_settings);
        show(page);
        QSignalSpy asked(&page, &Page::placeRequested);
        page.table()->setFocus();
        QTest::keyClick(page.table(), Qt::Key_Down);
        QTest::keyClick(page.table(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        const auto place = asked.first().first().value<Place>();
        QCOMPARE(place.page, PageId::Review);
        QCOMPARE(place.arguments.value(QStringLiteral("application")).toLongLong(), at(page.table(), 1).number());
    }

    void aStageThatIsAskedForIsAllThatIsShown()
    {
        open({.applicants = 42}); // every seventh is at the interview, two of these with an offer; three others are rejected
        ApplicantsPage page(*m_session, m_settings);
        show(page);
        const auto stage = [](int id) { return QVariantMap{{roleArgument, qint64(1)}, {QStringLiteral("stage"), qint64(id)}}; };
        page.navigateTo(stage(2));
        QTRY_COMPARE(page.table()->model()->rowCount(), 4);
        page.navigateTo(stage(1)); // and in place of it
        QTRY_COMPARE(page.table()->model()->rowCount(), 33);
    }

    void rejectionAsksItsReasonInPlaceAndIsUndone()
    {
        open({.applicants = 40});
        ApplicantsPage page(*m_session, m_settings);
        show(page);
        QTableView *table = page.table();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 2);
        const QList<db::ApplicationId> ids{at(table, 0), at(table, 1)};
        const QString before = value(QStringLiteral("SELECT count(*) FROM application WHERE outcome = 'rejected'"));
        auto *bulk = page.findChild<BulkBar *>();
        QVERIFY(bulk->isVisible());
        bulk->askRejection();
        auto *field = bulk->findChild<QLineEdit *>();
        QTest::keyClick(field, Qt::Key_Return); // no reason yet: nothing happens
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM application WHERE outcome = 'rejected'")), before);
        QTest::keyClicks(field, QStringLiteral("Not enough Linux"));
        QTest::keyClick(field, Qt::Key_Return);
        for (const db::ApplicationId id : ids) {
            const auto application = db::application(m_session->connection(), id);
            QCOMPARE(application->outcome.value_or(QString()), QStringLiteral("rejected"));
            QCOMPARE(application->outcomeReason.value_or(QString()), QStringLiteral("Not enough Linux"));
        }
        QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 2); // the selection is still there
        QVERIFY(app::undo(m_session->connection()).has_value());
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM application WHERE outcome = 'rejected'")), before);
    }

    void tagsAndStagesForASelection()
    {
        open({.applicants = 40});
        ApplicantsPage page(*m_session, m_settings);
        show(page);
        page.table()->selectAll();
        auto *bulk = page.findChild<BulkBar *>();
        Q_EMIT bulk->tagsGiven(QStringLiteral(" Local , local, Speaks Portuguese"));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM application_tag t JOIN tag n ON n.id = t.tag_id WHERE n.name IN ('Local', 'Speaks Portuguese')")), QStringLiteral("80"));
        Q_EMIT bulk->stageChosen(db::StageId(2));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM application WHERE stage_id = 2")), QStringLiteral("40"));
        QCOMPARE(page.table()->selectionModel()->selectedRows().size(), 40);
        Q_EMIT bulk->withdrawn(QString());
        Q_EMIT bulk->restoreWanted();
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM application WHERE outcome IS NOT NULL")), QStringLiteral("0"));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM change")), QStringLiteral("4"));
    }

    void copiedRowsRunNothing()
    {
        open({.applicants = 5});
        QVERIFY(db::execute(m_session->connection(), QStringLiteral("UPDATE candidate SET name = '=HYPERLINK(\"x\")' WHERE id = 1")).has_value());
        ApplicantsPage page(*m_session, m_settings);
        show(page);
        page.table()->selectAll();
        QTest::keyClick(page.table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines.first().startsWith(QStringLiteral("Name\tGate\tUseful score\t")));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\n'=HYPERLINK")));
    }

    void columnsStayAsTheyWereLeft()
    {
        open({.applicants = 5});
        {
            ApplicantsPage page(*m_session, m_settings);
            show(page);
            QHeaderView *header = page.table()->horizontalHeader();
            header->moveSection(header->visualIndex(ApplicationListModel::StageColumn), 1);
            header->resizeSection(ApplicationListModel::NameColumn, 333);
        }
        ApplicantsPage again(*m_session, m_settings);
        show(again);
        QCOMPARE(again.table()->horizontalHeader()->visualIndex(ApplicationListModel::StageColumn), 1);
        QCOMPARE(again.table()->columnWidth(ApplicationListModel::NameColumn), 333);
    }

    void anEmptyRoleOffersImport()
    {
        open({.applicants = 0});
        ApplicantsPage page(*m_session, m_settings);
        show(page);
        QVERIFY(!page.table()->isVisible());
        QSignalSpy asked(&page, &Page::placeRequested);
        page.actions().first()->trigger();
        QCOMPARE(asked.first().first().value<Place>().page, PageId::Import);
    }

    void ratingsAreTypedIntoOnesOwnColumn()
    {
        open({.applicants = 12});
        QVERIFY(db::runScript(m_session->connection(), "DELETE FROM rating; DELETE FROM review;").has_value());
        MatrixPage page(*m_session, m_settings);
        show(page);
        QTableView *cells = page.view()->cells();
        cells->setFocus();
        QTest::keyClick(cells, Qt::Key_2); // the panel's levels cannot be typed
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM rating")), QStringLiteral("0"));
        QTest::keyClick(cells, Qt::Key_M);
        const db::ApplicationId first = at(cells, 0), second = at(cells, 1);
        for (int i = 0; i < 13; ++i)
            QTest::keyClick(cells, Qt::Key_2);
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM rating g JOIN review v ON v.id = g.review_id WHERE v.application_id = %1 AND g.level = 2").arg(first.number())), QStringLiteral("13"));
        QCOMPARE(cells->currentIndex().row(), 1); // on to the next applicant
        QCOMPARE(at(cells, 0), first);            // and nobody has moved
        QTest::keyClick(cells, Qt::Key_Question, Qt::ShiftModifier);
        QCOMPARE(value(QStringLiteral("SELECT g.ask FROM rating g JOIN review v ON v.id = g.review_id WHERE v.application_id = %1").arg(second.number())), QStringLiteral("1"));
        QTest::keyClick(cells, Qt::Key_Left);
        QCOMPARE(cells->currentIndex().data().toString(), QStringLiteral("?"));
        QTest::keyClick(cells, Qt::Key_Backspace);
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM rating")), QStringLiteral("13"));
    }

    void enterShowsEvidenceAndEscapeReturns()
    {
        open({.applicants = 12, .secondReviewer = true});
        MatrixPage page(*m_session, m_settings);
        show(page);
        QTableView *cells = page.view()->cells();
        cells->setFocus();
        QTest::keyClick(cells, Qt::Key_Return);
        auto *panel = page.findChild<EvidencePanel *>();
        QVERIFY(panel->isVisible());
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

    void matrixCopiesWhatIsSelected()
    {
        open({.applicants = 12});
        MatrixPage page(*m_session, m_settings);
        show(page);
        QTableView *cells = page.view()->cells();
        cells->setFocus();
        QTest::keyClick(cells, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(cells, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(cells, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.first().split(u'\t').size(), 5);
    }

    void frozenColumnsMoveWithTheRows()
    {
        open({.applicants = 500});
        MatrixPage page(*m_session, m_settings);
        show(page);
        QTableView *cells = page.view()->cells();
        QTRY_COMPARE(cells->model()->rowCount(), 500);
        cells->scrollTo(cells->model()->index(300, MatrixModel::FirstQuality), QAbstractItemView::PositionAtTop);
        QTRY_COMPARE(page.view()->frozen()->rowAt(0), cells->rowAt(0));
        QVERIFY(cells->rowAt(0) >= 290);
        cells->scrollToBottom();
        QTRY_COMPARE(page.view()->frozen()->rowAt(0), cells->rowAt(0));
    }
};

QTEST_MAIN(TestApplicationPages)
#include "tst_application_pages.moc"
