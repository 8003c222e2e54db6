// SPDX-License-Identifier: GPL-3.0-or-later
// What several reviewers need from the keyboard: applicants side by side, the agenda settled, and nothing shown too early.
#include "app/reviews/agreeing.h"
#include "db/reviewers.h"
#include "db/reviews.h"
#include "tests/support/many_applicants.h"
#include "ui/item_roles.h"
#include "ui/models/application_list_model.h"
#include "ui/models/comparison_model.h"
#include "ui/models/matrix_model.h"
#include "ui/models/shortlist_model.h"
#include "ui/pages/agreement/agreement_page.h"
#include "ui/pages/agreement/settle_panel.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/matrix/matrix_page.h"
#include "ui/pages/matrix/matrix_view.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/shortlist/shortlist_page.h"
#include "ui/shell/window_settings.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

class TestPanelPages : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    MemorySettings m_settings;
    std::unique_ptr<Session> m_session;
    int m_number = 0;

    // Applicants 5, 10, 15... are rated by the other reviewer alone; 3, 6, 9, 12 by both, two levels apart on all.
    void open(int applicants)
    {
        m_session.reset();
        auto made = db::Workspace::create(m_folder.filePath(QStringLiteral("%1.rolecall").arg(++m_number)));
        QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().text()));
        const Outcome filled = tests::fill((*made)->connection(), {.applicants = applicants, .secondReviewer = true});
        QVERIFY2(filled.has_value(), qPrintable(filled ? QString() : filled.error().text()));
        m_session = std::make_unique<Session>(std::move(*made));
    }
    void show(Page &page, QVariantMap arguments = {})
    {
        page.resize(1200, 800);
        arguments.insert(roleArgument, qint64(1));
        page.navigateTo(arguments);
        page.activate();
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.activateWindow();
    }
    static QVariantMap these(const QList<qint64> &ids)
    {
        QVariantList keys;
        for (const qint64 id : ids)
            keys << id;
        return {{ComparePage::applicationsArgument, keys}};
    }

private Q_SLOTS:
    void init() { m_settings = {}; }
    void cleanup() { m_session.reset(); }

    void hiddenStandingsSayWhen()
    {
        open(20);
        ApplicationListModel list(*m_session, nullptr);
        list.setRole(db::RoleId(1));
        MatrixModel matrix(*m_session, nullptr);
        matrix.setRole(db::RoleId(1));
        for (int row = 0; row < 20; ++row) {
            const bool hidden = list.applicationAt(row).number() % 5 == 0;
            QCOMPARE(hidden, row >= 16); // after all others
            QCOMPARE(list.index(row, ApplicationListModel::GateColumn).data(HiddenRole).toBool(), hidden);
            QCOMPARE(list.index(row, ApplicationListModel::GateColumn).data().toString() == hiddenWords(), hidden);
            QCOMPARE(list.index(row, ApplicationListModel::GateColumn).data(GateRole).isNull(), hidden);
            QCOMPARE(list.index(row, ApplicationListModel::ScoreColumn).data(CoverageRole).isNull(), hidden);
            if (hidden)
                QVERIFY(list.index(row, ApplicationListModel::ScoreColumn).data().toString().isEmpty());
            QCOMPARE(matrix.index(row, MatrixModel::GateColumn).data().toString() == hiddenWords(), hidden);
            QCOMPARE(matrix.index(row, MatrixModel::FirstQuality).data(HiddenRole).toBool(), hidden);
        }
    }

    void shortlistCountsThoseAfterReview()
    {
        open(20);
        ShortlistPage page(*m_session);
        show(page);
        QTRY_VERIFY(page.model().rowCount() > 0);
        QString last;
        for (int row = 0; row < page.model().rowCount(); ++row) {
            QVERIFY(page.model().row(row).key % 5 != 0 || page.model().row(row).key < 0);
            last = page.model().index(row).data().toString();
        }
        QVERIFY2(last.contains(QStringLiteral("After your review: 4")), qPrintable(last));
    }

    void comparesSideBySide()
    {
        open(20);
        ComparePage page(*m_session);
        show(page, these({3, 4, 5}));
        auto *model = static_cast<ComparisonModel *>(page.table()->model());
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model->columnCount(), 4);
        QCOMPARE(model->rowCount(), 14);
        const QModelIndex both = model->index(1, 1), hidden = model->index(1, 3);
        QVERIFY(both.data(DisagreementRole).toBool());
        QVERIFY(both.data(DetailRole).toString().contains(QStringLiteral("B.\u00a0Reviewer:\u00a0")));
        QVERIFY(hidden.data(HiddenRole).toBool());
        QVERIFY(hidden.data().toString().isEmpty() && hidden.data(DetailRole).toString().isEmpty());
        QCOMPARE(model->index(0, 3).data().toString(), hiddenWords());
        const db::Quality *quality = model->qualityAt(1);
        QVERIFY(m_session->apply(app::agreeLevel(m_session->connection(), db::ApplicationId(3), quality->id, 2, QStringLiteral("talked through"))));
        QVERIFY(!both.data(DisagreementRole).toBool());
        QCOMPARE(both.data(AgreedRole).toString(), QStringLiteral("talked through"));
        QVERIFY(both.data(Qt::ToolTipRole).toString().contains(QStringLiteral("talked through")));

        page.table()->setFocus();
        QTest::keyClick(page.table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 15);
        QCOMPARE(lines.at(1).count(u'\t'), 7);
        QVERIFY(lines.at(2).contains(hiddenWords()));
        QSignalSpy asked(&page, &Page::placeRequested);
        page.table()->setCurrentIndex(model->index(2, 2));
        QTest::keyClick(page.table(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<Place>().arguments.value(QStringLiteral("application")).toLongLong(), 4);
    }

    void compareSaysWhatItTakes()
    {
        open(5);
        ComparePage page(*m_session);
        show(page, these({3}));
        QVERIFY(!page.table()->isVisible());
        page.navigateTo(these({1, 2}));
        page.activate();
        QVERIFY(page.table()->isVisible());
    }

    void cOpensTheComparison()
    {
        open(20);
        ApplicantsPage applicants(*m_session, m_settings);
        show(applicants);
        QSignalSpy asked(&applicants, &Page::placeRequested);
        applicants.table()->setFocus();
        applicants.table()->selectRow(0);
        QTest::keyClick(applicants.table(), Qt::Key_C);
        QCOMPARE(asked.size(), 0); // one alone is no comparison
        QTest::keyClick(applicants.table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(applicants.table(), Qt::Key_C);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<Place>().page, PageId::Compare);
        QCOMPARE(asked.first().first().value<Place>().arguments.value(ComparePage::applicationsArgument).toList().size(), 2);

        MatrixPage matrix(*m_session, m_settings);
        show(matrix);
        QSignalSpy fromMatrix(&matrix, &Page::placeRequested);
        matrix.view()->cells()->setFocus();
        matrix.view()->cells()->setCurrentIndex(matrix.view()->cells()->model()->index(0, MatrixModel::FirstQuality));
        QTest::keyClick(matrix.view()->cells(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(matrix.view()->cells(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(matrix.view()->cells(), Qt::Key_C);
        QCOMPARE(fromMatrix.size(), 1);
        QCOMPARE(fromMatrix.first().first().value<Place>().arguments.value(ComparePage::applicationsArgument).toList().size(), 3);
    }

    void agendaIsSettledFromTheKeyboard()
    {
        open(12);
        AgreementPage page(*m_session);
        show(page);
        QTRY_VERIFY(page.agenda()->isVisible() && page.agenda()->model()->rowCount() > 0);
        auto *model = static_cast<AgendaModel *>(page.agenda()->model());
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(page.spread()->model()->rowCount(), 13);
        const int all = model->rowCount();
        const app::AgendaItem first = model->row(0).item, second = model->row(1).item;
        QVERIFY(!first.agreed);
        page.agenda()->setFocus();
        QTest::keyClick(page.agenda(), Qt::Key_2);
        QVERIFY(page.settling()->reason().hasFocus());
        QTest::keyClick(&page.settling()->reason(), Qt::Key_Return); // no reason yet: nothing is settled
        QVERIFY(db::agreedLevels(m_session->connection(), first.application)->isEmpty());
        QTest::keyClicks(&page.settling()->reason(), QStringLiteral("the letter shows it"));
        QTest::keyClick(&page.settling()->reason(), Qt::Key_Return);
        const auto agreed = db::agreedLevels(m_session->connection(), first.application);
        QCOMPARE(agreed->size(), 1);
        QCOMPARE(agreed->first().level, 2);
        QCOMPARE(agreed->first().reason, QStringLiteral("the letter shows it"));
        QVERIFY(page.agenda()->hasFocus());
        QTRY_VERIFY(model->row(all - 1).item.agreed.has_value());
        const app::AgendaItem now = model->row(page.agenda()->currentIndex().row()).item;
        QCOMPARE(now.application, second.application);
        QCOMPARE(now.quality, second.quality);
        m_session->undo();
        QTRY_VERIFY(!model->row(all - 1).item.agreed.has_value());
    }

    void reviewersAreAddedAndRetired()
    {
        open(5);
        Theme theme(*qApp, ColourScheme::Light);
        SettingsPage page(*m_session, theme);
        page.resize(1000, 900);
        page.activate();
        page.show();
        const auto press = [&page](const QString &name) {
            for (QPushButton *button : page.findChildren<QPushButton *>()) {
                if (button->accessibleName() == name && button->isEnabled()) {
                    button->click();
                    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                    return true;
                }
            }
            return false;
        };
        QVERIFY(!press(QStringLiteral("Retire A. Reviewer"))); // who one is at the moment
        QVERIFY(press(QStringLiteral("Retire B. Reviewer")));
        QVERIFY(db::reviewerByName(m_session->connection(), QStringLiteral("B. Reviewer"))->value().retiredAt.has_value());
        QVERIFY(press(QStringLiteral("Bring B. Reviewer back")));
        QVERIFY(!db::reviewerByName(m_session->connection(), QStringLiteral("B. Reviewer"))->value().retiredAt);
        for (QLineEdit *field : page.findChildren<QLineEdit *>()) {
            if (field->accessibleName() == QStringLiteral("Name of the reviewer to add")) {
                QTest::keyClicks(field, QStringLiteral("C. Coordinator"));
                QTest::keyClick(field, Qt::Key_Return);
            }
        }
        QVERIFY(db::reviewerByName(m_session->connection(), QStringLiteral("C. Coordinator"))->has_value());
    }

    void nobodyToAgreeWith()
    {
        open(2);
        AgreementPage page(*m_session);
        show(page);
        QTRY_VERIFY(!page.subtitle().contains(QStringLiteral("to settle")) || page.subtitle().startsWith(QStringLiteral("nothing")));
        QVERIFY(!page.agenda()->isVisible());
    }
};

QTEST_MAIN(TestPanelPages)
#include "tst_panel_pages.moc"
