// SPDX-License-Identifier: GPL-3.0-or-later
// The history in words: paged, filtered, and with undo and redo that say what they do.
#include "tests/support/sample_workspace.h"

#include "ui/item_roles.h"
#include "ui/models/history_model.h"
#include "ui/pages/history/history_page.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

using namespace rolecall;
using namespace rolecall::ui;

class TestHistoryPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::SampleWorkspace> m_sample;
    std::unique_ptr<HistoryPage> m_page;

    void act(int times)
    {
        const db::QualityId last = m_sample->qualities().last().id;
        for (int i = 0; i < times; ++i)
            test::SampleWorkspace::must(app::weighQuality(m_sample->connection(), last, 1 + i % 100));
    }
    void open()
    {
        m_page = std::make_unique<HistoryPage>(m_sample->session());
        m_page->resize(1000, 700);
        m_page->navigateTo({{roleArgument, m_sample->role().number()}});
        m_page->activate();
        m_page->show();
        QTRY_VERIFY(m_page->model().rowCount() > 0);
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : m_page->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init() { m_sample = std::make_unique<test::SampleWorkspace>(); }
    void cleanup()
    {
        m_page.reset();
        m_sample.reset();
    }

    void pageByPage()
    {
        act(250);
        open();
        QAbstractItemModelTester tester(&m_page->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        HistoryModel &model = m_page->model();
        QVERIFY(model.rowCount() < 251); // not all at once
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Set a weight to 50"));
        const auto more = [&model] {
            model.fetchMore({});
            return model.rowCount();
        };
        QTRY_COMPARE(more(), 251); // and the role itself
        QTRY_VERIFY(!model.isReading());
        QVERIFY(!model.canFetchMore({}));
        for (int i = 1; i < model.rowCount(); ++i)
            QVERIFY(model.row(i - 1).key > model.row(i).key);
    }

    void undoAndRedoSayWhat()
    {
        act(2);
        open();
        QCOMPARE(m_page->undoText(), QStringLiteral("Set a weight to 2"));
        QVERIFY(m_page->redoText().isEmpty());
        QVERIFY(!button(QStringLiteral("Redo"))->isEnabled());
        button(QStringLiteral("Undo"))->click();
        QTRY_COMPARE(m_page->undoText(), QStringLiteral("Set a weight to 1"));
        QCOMPARE(m_page->redoText(), QStringLiteral("Set a weight to 2"));
        QCOMPARE(m_sample->qualities().last().weight, 1);
        QTRY_COMPARE(m_page->model().rowCount(), 4); // role, two weights, the undo
        QVERIFY(m_page->model().index(1).data(HistoryModel::UndoneRole).toBool());
        QVERIFY(m_page->model().index(1).data(DetailRole).toString().startsWith(QStringLiteral("taken back since")));
        QVERIFY(!m_page->model().index(0).data(HistoryModel::UndoneRole).toBool());
        button(QStringLiteral("Redo"))->click();
        QTRY_COMPARE(m_page->undoText(), QStringLiteral("Set a weight to 2"));
        QCOMPARE(m_sample->qualities().last().weight, 2);
    }

    void filters()
    {
        act(3);
        m_sample->addPeople({{2, 2, 2, 1, 1, 1}});
        open();
        const int all = m_page->model().rowCount();
        auto *kind = m_page->findChildren<QComboBox *>().first();
        QTRY_VERIFY(kind->findData(QStringLiteral("quality")) > 0);
        kind->setCurrentIndex(kind->findData(QStringLiteral("quality")));
        Q_EMIT kind->activated(kind->currentIndex());
        QTRY_COMPARE(m_page->model().rowCount(), 3);
        kind->setCurrentIndex(0);
        Q_EMIT kind->activated(0);
        QTRY_COMPARE(m_page->model().rowCount(), all);
        auto *words = m_page->findChild<QLineEdit *>();
        words->setText(QStringLiteral("weight to 3"));
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(m_page->model().rowCount(), 1);
        words->setText(QStringLiteral("nothing like this"));
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(m_page->model().rowCount(), 0);
        db::ChangeFilter nobody;
        nobody.role = m_sample->role();
        nobody.reviewer = db::ReviewerId(99);
        QCOMPARE(db::changes(m_sample->connection(), nobody, 10)->size(), 0);
        nobody.reviewer = m_sample->session().reviewer();
        QVERIFY(db::changes(m_sample->connection(), nobody, 10)->size() > 0);
    }

    void detailsFollowTheSelection()
    {
        act(2);
        open();
        m_page->view().setCurrentIndex(m_page->model().index(1));
        const QString text = m_page->findChild<QTextEdit *>()->toPlainText();
        QVERIFY(text.contains(QStringLiteral("Set a weight to 1")));
        QVERIFY(text.contains(QStringLiteral("Speaks Frisian")));
        act(1); // newer ones do not move the selection
        m_page->model().reload();
        QTRY_COMPARE(m_page->model().rowCount(), 4);
        QCOMPARE(m_page->view().currentIndex().data().toString(), QStringLiteral("Set a weight to 1"));
        QCOMPARE(m_page->view().currentIndex().row(), 2);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme(application, ColourScheme::Light);
    TestHistoryPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_history_page.moc"
