// SPDX-License-Identifier: GPL-3.0-or-later
// The models of list and matrix: first rows at once, every order the one of a plain query, selection kept, independence held.
#include "app/applicants/application_acts.h"
#include "app/reviews/reviewing.h"
#include "tests/support/many_applicants.h"
#include "ui/item_roles.h"
#include "ui/models/application_list_model.h"
#include "ui/models/matrix_model.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

class TestApplicationModels : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
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
    QList<qint64> queried(const QString &sql)
    {
        QList<qint64> keys;
        auto query = db::run(m_session->connection(), sql);
        if (query) {
            while (query->next())
                keys << query->value(0).toLongLong();
        }
        return keys;
    }
    static QList<qint64> shown(const ApplicationPagesModel &model)
    {
        QList<qint64> keys;
        for (int row = 0; row < model.rowCount(); ++row)
            keys << model.applicationAt(row).number();
        return keys;
    }
    static bool isRead(const ApplicationPagesModel &model, int row) { return model.rowAt(row) != nullptr; }

private Q_SLOTS:
    void cleanup() { m_session.reset(); }

    void firstRowsAreThereAtOnce()
    {
        open({.applicants = 500});
        ApplicationListModel model(*m_session, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRole(db::RoleId(1));
        QCOMPARE(model.rowCount(), ApplicationPagesModel::pageRows);
        QVERIFY(!model.index(0, 0).data().toString().isEmpty());
        QVERIFY(model.index(0, 0).data().toString() != QStringLiteral("…"));
        QTRY_COMPARE(model.rowCount(), 500);
        QCOMPARE(shown(model), queried(QStringLiteral("SELECT application_id FROM standing ORDER BY not_through, useful_score DESC, necessary_mean DESC, application_id")));
        QCOMPARE(model.index(400, 0).data().toString(), QStringLiteral("…"));
        QTRY_VERIFY(isRead(model, 400));
        QVERIFY(model.index(400, 0).data().toString() != QStringLiteral("…"));
    }

    void everyColumnOrders_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("sql");
        const QString from = QStringLiteral("SELECT a.id FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN standing s ON s.application_id = a.id ORDER BY ");
        QTest::newRow("name") << int(ApplicationListModel::NameColumn) << from + QStringLiteral("c.name_key, a.id");
        QTest::newRow("score") << int(ApplicationListModel::ScoreColumn) << from + QStringLiteral("s.useful_score, a.id");
        QTest::newRow("gate") << int(ApplicationListModel::GateColumn) << from + QStringLiteral("s.gate, s.necessary_below + s.necessary_unrated, a.id");
        QTest::newRow("stage") << int(ApplicationListModel::StageColumn) << from + QStringLiteral("a.stage_id, a.id");
        QTest::newRow("applied") << int(ApplicationListModel::AppliedOnColumn) << from + QStringLiteral("a.applied_on, a.id");
        QTest::newRow("location") << int(ApplicationListModel::LocationColumn) << from + QStringLiteral("c.location, a.id");
        QTest::newRow("source") << int(ApplicationListModel::SourceColumn) << from + QStringLiteral("a.source, a.id");
        QTest::newRow("e-mail") << int(ApplicationListModel::EmailColumn) << from + QStringLiteral("c.email, a.id");
        QTest::newRow("tags") << int(ApplicationListModel::TagsColumn)
                              << from + QStringLiteral("a.id % 6 <> 0 AND a.id % 10 <> 1, CASE WHEN a.id % 6 = 0 THEN 1 ELSE 2 END, a.id");
    }
    void everyColumnOrders()
    {
        QFETCH(int, column);
        QFETCH(QString, sql);
        open({.applicants = 300});
        ApplicationListModel model(*m_session, nullptr);
        model.setRole(db::RoleId(1));
        model.sort(column, Qt::AscendingOrder);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(shown(model), queried(sql));
        model.sort(-1, Qt::AscendingOrder);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(shown(model), queried(QStringLiteral("SELECT application_id FROM standing ORDER BY not_through, useful_score DESC, necessary_mean DESC, application_id")));
    }

    void selectionSurvivesOrderAndFilter()
    {
        open({.applicants = 300});
        ApplicationListModel model(*m_session, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRole(db::RoleId(1));
        QTRY_COMPARE(model.rowCount(), 300);
        QItemSelectionModel selection(&model);
        const int kept = model.rowOf(db::ApplicationId(12)); // referred: 12 % 6 == 0
        selection.select(model.index(kept, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        selection.select(model.index(model.rowOf(db::ApplicationId(13)), 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        db::ApplicationFilter filter;
        filter.tags = {QStringLiteral("referred")};
        model.setFilter(filter);
        QTRY_COMPARE(model.rowCount(), 50);
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(model.applicationAt(selection.selectedRows().first().row()), db::ApplicationId(12));
        model.sort(ApplicationListModel::NameColumn, Qt::DescendingOrder);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.applicationAt(selection.selectedRows().first().row()), db::ApplicationId(12));
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 300);
        QCOMPARE(model.applicationAt(selection.selectedRows().first().row()), db::ApplicationId(12));
    }

    void wordsFindPeople()
    {
        open({.applicants = 300});
        ApplicationListModel model(*m_session, nullptr);
        model.setRole(db::RoleId(1));
        db::ApplicationFilter filter;
        filter.words = QStringLiteral("takah");
        model.setFilter(filter);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.rowCount(), int(queried(QStringLiteral("SELECT id FROM candidate WHERE name_key LIKE '%takahashi'")).size()));
    }

    void oneChangedApplicationIsOneRow()
    {
        open({.applicants = 200});
        ApplicationListModel model(*m_session, nullptr);
        model.setRole(db::RoleId(1));
        QTRY_COMPARE(model.rowCount(), 200);
        const db::ApplicationId application = model.applicationAt(3);
        QVERIFY(app::moveToStage(m_session->connection(), {application}, db::StageId(3)).has_value());
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.refreshApplication(application);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().at(0).toModelIndex().row(), 3);
        QTRY_VERIFY(isRead(model, 3));
        QVERIFY(model.index(3, ApplicationListModel::StageColumn).data().toString().contains(QStringLiteral("Offer")));
    }

    void matrixOrdersByQuality()
    {
        open({.applicants = 300, .secondReviewer = true});
        MatrixModel model(*m_session, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRole(db::RoleId(1));
        QCOMPARE(model.columnCount(), 3 + 13);
        QCOMPARE(model.shortName(MatrixModel::FirstQuality), QStringLiteral("N1"));
        QCOMPARE(model.shortName(MatrixModel::FirstQuality + 7), QStringLiteral("U1"));
        const QString means = QStringLiteral("SELECT a.id FROM application a JOIN standing s ON s.application_id = a.id LEFT JOIN (SELECT v.application_id, avg(g.level) AS level, max(v.reviewer_id = 1) AS mine "
                                             "FROM review v JOIN rating g ON g.review_id = v.id AND g.quality_id = 3 GROUP BY 1) m ON m.application_id = a.id AND a.id % 5 <> 0 "
                                             "ORDER BY m.level IS NULL, m.level %1, a.id % 5 = 0, iif(a.id % 5 = 0, a.id, 0), s.not_through, s.useful_score DESC, s.necessary_mean DESC, a.id");
        model.sort(MatrixModel::FirstQuality + 2, Qt::DescendingOrder);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(shown(model), queried(means.arg(QStringLiteral("DESC"))));
        model.sort(MatrixModel::FirstQuality + 2, Qt::AscendingOrder);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(shown(model), queried(means.arg(QStringLiteral("ASC"))));
        model.setLevelsOf(db::LevelsOf::Reviewer);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(shown(model), queried(QStringLiteral("SELECT a.id FROM application a JOIN standing s ON s.application_id = a.id LEFT JOIN review v ON v.application_id = a.id AND v.reviewer_id = 1 "
                                                      "LEFT JOIN rating g ON g.review_id = v.id AND g.quality_id = 3 ORDER BY g.level IS NULL, g.level, a.id % 5 = 0, iif(a.id % 5 = 0, a.id, 0), s.not_through, s.useful_score DESC, s.necessary_mean DESC, a.id")));
    }

    void othersLevelsAreHiddenUntilMineAreSubmitted()
    {
        open({.applicants = 60, .secondReviewer = true});
        MatrixModel model(*m_session, nullptr);
        model.setRole(db::RoleId(1));
        const int row = model.rowOf(db::ApplicationId(10)); // reviewed by the other alone
        QVERIFY(row >= 0);
        QTRY_VERIFY(isRead(model, row));
        const QModelIndex cell = model.index(row, MatrixModel::FirstQuality);
        QVERIFY(cell.data(HiddenRole).toBool());
        QVERIFY(!cell.data(LevelRole).isValid());
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("once your own review is submitted")));
        const int both = model.rowOf(db::ApplicationId(3));
        QTRY_VERIFY(isRead(model, both));
        QVERIFY(!model.index(both, MatrixModel::FirstQuality).data(HiddenRole).toBool());
        QVERIFY(model.index(both, MatrixModel::FirstQuality).data(DisagreementRole).toBool()); // levels differ by two everywhere
        QVERIFY(app::submitReview(m_session->connection(), db::ApplicationId(10)).has_value());
        model.refreshApplication(db::ApplicationId(10));
        QTRY_VERIFY(isRead(model, row));
        QVERIFY(!cell.data(HiddenRole).toBool());
        QVERIFY(cell.data(LevelRole).isValid());
    }

    void footCountsWhoMeets()
    {
        open({.applicants = 300});
        MatrixModel model(*m_session, nullptr);
        model.setRole(db::RoleId(1));
        QTRY_VERIFY(model.count(MatrixModel::FirstQuality).has_value());
        for (int place = 0; place < 13; ++place) {
            const auto count = model.count(MatrixModel::FirstQuality + place);
            QCOMPARE(count->met, int(queried(QStringLiteral("SELECT review_id FROM rating WHERE quality_id = %1 AND level >= 2").arg(place + 1)).size()));
            QCOMPARE(count->rated, int(queried(QStringLiteral("SELECT review_id FROM rating WHERE quality_id = %1").arg(place + 1)).size()));
        }
    }
};

QTEST_MAIN(TestApplicationModels)
#include "tst_application_models.moc"
