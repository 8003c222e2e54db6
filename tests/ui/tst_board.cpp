// SPDX-License-Identifier: GPL-3.0-or-later
// The board in the Applicants page: cards in their columns, moved by drop and by key, one and many, refused, undone.
#include "app/history/history.h"
#include "db/applications.h"
#include "db/roles.h"
#include "tests/support/many_applicants.h"
#include "ui/models/board_model.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/applicants/bulk_bar.h"
#include "ui/pages/board/board_column.h"
#include "ui/pages/board/board_list.h"
#include "ui/pages/board/board_view.h"
#include "ui/pages/lists/filter_bar.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/search_field.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <numeric>

using namespace rolecall;
using namespace rolecall::ui;

class TestBoard : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    MemorySettings m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ApplicantsPage> m_page;
    int m_number = 0;

    void open(const tests::ManyApplicants &many, const QString &prepare = {})
    {
        auto made = db::Workspace::create(m_folder.filePath(QStringLiteral("%1.rolecall").arg(++m_number)));
        QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().text()));
        QVERIFY(tests::fill((*made)->connection(), many).has_value());
        QVERIFY(prepare.isEmpty() || db::runScript((*made)->connection(), prepare.toUtf8()).has_value());
        m_session = std::make_unique<Session>(std::move(*made));
        m_session->connection().setClock([] { return QDateTime(QDate(2026, 2, 24), QTime(9, 0), Qt::UTC); });
        m_page = std::make_unique<ApplicantsPage>(*m_session, m_settings);
        m_page->resize(1200, 800);
        m_page->showBoard(true);
        m_page->navigateTo({{roleArgument, qint64(1)}});
        m_page->activate();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
        settle(many.applicants);
    }
    void settle(int cards)
    {
        QTRY_COMPARE(std::accumulate(board().columns().cbegin(), board().columns().cend(), 0, [](int sum, BoardColumn *one) { return sum + one->list().cards().rowCount(); }), cards);
    }
    BoardView &board() { return m_page->board(); }
    BoardList &list(const QString &name)
    {
        for (BoardColumn *column : board().columns()) {
            if (column->list().cards().head().name == name)
                return column->list();
        }
        qFatal("no column %s", qPrintable(name));
    }
    int column(const QString &name)
    {
        for (int i = 0; i < board().columns().size(); ++i) {
            if (&board().columns().at(i)->list() == &list(name))
                return i;
        }
        return -1;
    }
    QString value(const QString &sql)
    {
        const auto found = db::single(m_session->connection(), sql);
        return found ? found->toString() : found.error().text();
    }
    QLineEdit *reason() { return m_page->findChild<BulkBar *>()->findChild<QLineEdit *>(); }

private Q_SLOTS:
    void init() { m_settings = {}; }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void cardsStandInTheirColumns()
    {
        open({.applicants = 42}, QStringLiteral("UPDATE stage SET target_days = 10 WHERE id = 2;"));
        QStringList heads;
        for (BoardColumn *one : board().columns()) {
            heads << QStringLiteral("%1 %2").arg(one->list().cards().head().name).arg(one->list().cards().rowCount());
            QAbstractItemModelTester tester(&one->list().cards(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        }
        // 42 people: every seventh beyond the first stage, every twenty-first beyond the second, every eleventh rejected.
        QCOMPARE(heads, QStringList({QStringLiteral("New 33"), QStringLiteral("Interview 4"), QStringLiteral("Offer 2"), QStringLiteral("Hired 0"), QStringLiteral("Rejected 3"), QStringLiteral("Withdrawn 0")}));
        QCOMPARE(list(QStringLiteral("Interview")).cards().lateCount(), 4);
        QTRY_VERIFY(list(QStringLiteral("Interview")).cards().cardAt(0));
        const BoardCard *card = list(QStringLiteral("Interview")).cards().cardAt(0);
        QVERIFY(card->late);
        QCOMPARE(card->days, QStringLiteral("23 days"));
        QVERIFY2(card->spoken.contains(QStringLiteral("more than its 10 days")), qPrintable(card->spoken));
        // The order of the rule within a column.
        const auto first = list(QStringLiteral("New")).cards().applicationAt(0);
        QCOMPARE(value(QStringLiteral("SELECT s.application_id FROM standing s JOIN application a ON a.id = s.application_id WHERE a.stage_id = 1 AND a.outcome IS NULL "
                                      "ORDER BY not_through, useful_score DESC, necessary_mean DESC, a.id LIMIT 1")),
                 QString::number(first.number()));
    }

    void aCardIsMovedByKeyAndUndone()
    {
        open({.applicants = 42});
        BoardList &from = list(QStringLiteral("New"));
        from.setFocus();
        QTest::keyClick(&from, Qt::Key_Down);
        const auto id = from.cards().applicationAt(from.currentIndex().row());
        QCOMPARE(board().selectedCount(), 0); // the focus chooses nobody
        QTest::keyClick(&from, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(value(QStringLiteral("SELECT stage_id FROM application WHERE id = %1").arg(id.number())), QStringLiteral("2"));
        BoardList &to = list(QStringLiteral("Interview"));
        QVERIFY(to.cards().rowOf(id) >= 0); // it is there at once
        QVERIFY(from.cards().rowOf(id) < 0);
        QTRY_VERIFY(to.hasFocus()); // and the focus with it
        QCOMPARE(to.cards().applicationAt(to.currentIndex().row()), id);
        const auto undone = app::undo(m_session->connection());
        QVERIFY(m_session->apply(undone));
        QVERIFY(list(QStringLiteral("New")).cards().rowOf(id) >= 0);
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM stage_visit")), QStringLiteral("0"));
    }

    void manyAreChosenByKeyAndMovedAtOnce()
    {
        open({.applicants = 42});
        BoardList &from = list(QStringLiteral("New"));
        from.setFocus();
        QTest::keyClick(&from, Qt::Key_Space);
        QTest::keyClick(&from, Qt::Key_Down);
        QTest::keyClick(&from, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&from, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(board().selectedCount(), 3);
        QTest::keyClick(&from, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&from, Qt::Key_Space);
        QCOMPARE(board().selectedCount(), 4);
        const QList<db::ApplicationId> ids = board().selected();
        QVERIFY(m_page->findChild<BulkBar *>()->isVisible());
        QTest::keyClick(&from, Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(list(QStringLiteral("Interview")).cards().rowCount(), 8);
        QTRY_COMPARE(board().selectedCount(), 4); // still chosen, where they are now
        QCOMPARE(board().selected().toVector().size(), ids.size());
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM change")), QStringLiteral("1"));
        QTest::keyClick(&list(QStringLiteral("Interview")), Qt::Key_Escape);
        QCOMPARE(board().selectedCount(), 0);
    }

    void rejectionAsksItsReasonAndRestoringPutsBack()
    {
        open({.applicants = 42});
        const auto id = list(QStringLiteral("Interview")).cards().applicationAt(0);
        board().drop({id}, column(QStringLiteral("Rejected")));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM change")), QStringLiteral("0")); // not without a reason
        QTest::keyClicks(reason(), QStringLiteral("Not free in March"));
        QTest::keyClick(reason(), Qt::Key_Return);
        QCOMPARE(value(QStringLiteral("SELECT outcome_reason FROM application WHERE id = %1").arg(id.number())), QStringLiteral("Not free in March"));
        QVERIFY(list(QStringLiteral("Rejected")).cards().rowOf(id) >= 0);
        QVERIFY(list(QStringLiteral("Rejected")).cards().cardAt(list(QStringLiteral("Rejected")).cards().rowOf(id))->detail.contains(QStringLiteral("Not free")));
        board().select({id});
        Q_EMIT m_page->findChild<BulkBar *>()->restoreWanted();
        QVERIFY(list(QStringLiteral("Interview")).cards().rowOf(id) >= 0);
        // Dropped on a stage a rejected one is in the running again, there.
        const auto rejected = list(QStringLiteral("Rejected")).cards().applicationAt(0);
        board().drop({rejected}, column(QStringLiteral("Offer")));
        QCOMPARE(value(QStringLiteral("SELECT stage_id || ifnull(outcome, ' none') FROM application WHERE id = %1").arg(rejected.number())), QStringLiteral("3 none"));
        board().drop({rejected}, column(QStringLiteral("Hired")));
        QCOMPARE(value(QStringLiteral("SELECT outcome FROM application WHERE id = %1").arg(rejected.number())), QStringLiteral("hired"));
        QVERIFY(list(QStringLiteral("Hired")).cards().rowOf(rejected) >= 0);
    }

    void aConditionIsAskedAbout()
    {
        open({.applicants = 42}, QStringLiteral("UPDATE stage SET entry_condition = 'through_gate' WHERE id = 3;"));
        const QString through = QStringLiteral("SELECT a.id FROM application a JOIN standing s ON s.application_id = a.id WHERE a.stage_id = 1 AND a.outcome IS NULL AND s.gate %1 0 LIMIT 1");
        QVERIFY(db::execute(m_session->connection(), QStringLiteral("UPDATE standing SET gate = 0, not_through = 0 WHERE application_id = 1")).has_value());
        const db::ApplicationId good(1), bad(value(through.arg(QStringLiteral("<>"))).toLongLong());
        board().drop({good, bad}, column(QStringLiteral("Offer")));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM change")), QStringLiteral("0"));
        auto *bulk = m_page->findChild<BulkBar *>();
        Q_EMIT bulk->othersMoved(db::StageId(3));
        QTRY_VERIFY(list(QStringLiteral("Offer")).cards().rowOf(good) >= 0);
        QCOMPARE(value(QStringLiteral("SELECT stage_id FROM application WHERE id = %1").arg(bad.number())), QStringLiteral("1"));
        board().drop({bad}, column(QStringLiteral("Offer")));
        QTest::keyClick(reason(), Qt::Key_Return); // no reason, no move
        QCOMPARE(value(QStringLiteral("SELECT stage_id FROM application WHERE id = %1").arg(bad.number())), QStringLiteral("1"));
        QTest::keyClicks(reason(), QStringLiteral("Known to the panel"));
        QTest::keyClick(reason(), Qt::Key_Return);
        QVERIFY(list(QStringLiteral("Offer")).cards().rowOf(bad) >= 0);
        QVERIFY(value(QStringLiteral("SELECT detail FROM change ORDER BY id DESC LIMIT 1")).endsWith(QStringLiteral("Known to the panel")));
    }

    void itIsFilteredAsTheTableIs()
    {
        open({.applicants = 42});
        m_page->findChild<FilterBar *>()->searchField()->setText(QStringLiteral("amara"));
        const int found = value(QStringLiteral("SELECT count(*) FROM candidate WHERE name LIKE 'Amara%'")).toInt();
        QVERIFY(found > 0 && found < 42);
        settle(found);
        m_page->findChild<FilterBar *>()->clear();
        settle(42);
    }

    void aBlindRoleShowsCodesAlone()
    {
        open({.applicants = 42, .secondReviewer = true}, QStringLiteral("UPDATE role SET blind = 1;"));
        BoardColumnModel &cards = list(QStringLiteral("New")).cards();
        for (int row = 0; row < cards.rowCount(); ++row) {
            QTRY_VERIFY(cards.cardAt(row));
            const BoardCard *card = cards.cardAt(row);
            QCOMPARE(card->name, QStringLiteral("C%1").arg(cards.applicationAt(row).number(), 6, 10, QLatin1Char('0')));
            QVERIFY(!card->spoken.contains(QStringLiteral("Amara")));
            // What the other one made of those I have not reviewed is not told.
            QCOMPARE(card->gateHidden, cards.applicationAt(row).number() % 5 == 0);
        }
    }

    void theChosenViewIsRemembered()
    {
        open({.applicants = 5});
        QVERIFY(m_page->showsBoard());
        QTest::keyClick(m_page.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!m_page->showsBoard());
        QVERIFY(m_page->table()->isVisible());
        ApplicantsPage table(*m_session, m_settings);
        QVERIFY(!table.showsBoard());
        m_page->showBoard(true);
        ApplicantsPage again(*m_session, m_settings);
        QVERIFY(again.showsBoard());
    }

    void enterOpensTheReview()
    {
        open({.applicants = 42});
        QSignalSpy asked(m_page.get(), &Page::placeRequested);
        BoardList &cards = list(QStringLiteral("New"));
        cards.setFocus();
        QTest::keyClick(&cards, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<Place>().arguments.value(QStringLiteral("application")).toLongLong(), cards.cards().applicationAt(0).number());
        // To the column beside, at the same height.
        QTest::keyClick(&cards, Qt::Key_Right);
        QVERIFY(list(QStringLiteral("Interview")).hasFocus());
        QCOMPARE(list(QStringLiteral("Interview")).currentIndex().row(), 0);
    }
};

QTEST_MAIN(TestBoard)
#include "tst_board.moc"
