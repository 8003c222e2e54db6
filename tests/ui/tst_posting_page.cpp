// SPDX-License-Identifier: GPL-3.0-or-later
// What is edited on the Posting page is stored as one change, undo brings it back, and the place in the text is marked.
#include "tests/support/sample_workspace.h"

#include "app/history/history.h"
#include "app/roles/role_editing.h"
#include "ui/models/deadline_list_model.h"
#include "db/quality_ratings.h"
#include "ui/models/quality_list_model.h"
#include "ui/models/revision_model.h"
#include "ui/pages/posting/deadline_panel.h"
#include "ui/pages/posting/posting_offer.h"
#include "ui/pages/posting/posting_page.h"
#include "ui/pages/posting/posting_text.h"
#include "ui/pages/posting/quality_panel.h"
#include "ui/pages/posting/quality_view.h"
#include "ui/pages/posting/remark_panel.h"
#include "ui/pages/posting/revision_list.h"
#include "ui/pages/posting/revision_panel.h"
#include "ui/pages/posting/role_facts_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QLineEdit>
#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

class TestPostingPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::SampleWorkspace> m_sample;
    std::unique_ptr<PostingPage> m_page;

    QualityListModel &model() { return m_page->qualities().model(); }
    QualityView &view() { return m_page->qualities().view(); }
    void undo()
    {
        const auto undone = app::undo(m_sample->connection());
        QVERIFY2(undone.has_value(), qPrintable(undone ? QString() : undone.error().text()));
        m_sample->session().apply(undone);
    }
    void choose(const QString &text, int column = 0)
    {
        for (const db::Quality &quality : m_sample->qualities()) {
            if (quality.text.contains(text)) {
                view().selectionModel()->setCurrentIndex(model().indexOf(quality.id).siblingAtColumn(column), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
                view().setFocus();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }

private Q_SLOTS:
    void init()
    {
        m_sample = std::make_unique<test::SampleWorkspace>();
        m_page = std::make_unique<PostingPage>(m_sample->session());
        m_page->resize(1000, 700);
        m_page->navigateTo({{roleArgument, m_sample->role().number()}});
        m_page->activate();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(!m_page->text().toPlainText().isEmpty());
    }
    void cleanup()
    {
        m_page.reset();
        m_sample.reset();
    }

    void modelsAreSound()
    {
        QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester dates(&m_page->deadlines().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model().count(db::Tier::Necessary), 3);
        QCOMPARE(model().count(db::Tier::Useful), 3);
        choose(QStringLiteral("sensors"));
        QTest::keyClick(&view(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&view(), Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(&view(), Qt::Key_Delete);
        undo();
        undo();
        undo();
        QCOMPARE(m_sample->texts(db::Tier::Useful).size(), 3);
    }

    void wordingInPlace()
    {
        choose(QStringLiteral("Clear writing"));
        QTest::keyClick(&view(), Qt::Key_Return);
        auto *editor = view().findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("Clear and kind writing"));
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(m_sample->texts(db::Tier::Necessary).at(1), QStringLiteral("Clear and kind writing"));
        QCOMPARE(model().index(2, 0).data().toString(), QStringLiteral("Clear and kind writing"));
        undo();
        QCOMPARE(m_sample->texts(db::Tier::Necessary).at(1), QStringLiteral("Clear writing"));
        QCOMPARE(model().index(2, 0).data().toString(), QStringLiteral("Clear writing"));
    }

    void escapeStoresNothing()
    {
        choose(QStringLiteral("Clear writing"));
        QTest::keyClick(&view(), Qt::Key_F2);
        auto *editor = view().findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("Nonsense"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(m_sample->texts(db::Tier::Necessary).at(1), QStringLiteral("Clear writing"));
    }

    void weightAndThreshold()
    {
        choose(QStringLiteral("Frisian"), QualityListModel::ValueColumn);
        QTest::keyClick(&view(), Qt::Key_Return);
        auto *spin = view().findChild<QSpinBox *>();
        QVERIFY(spin);
        QTest::keyClicks(spin, QStringLiteral("7"));
        QTest::keyClick(spin, Qt::Key_Return);
        QTRY_COMPARE(m_sample->qualities().last().weight, 7);
        choose(QStringLiteral("time series"), QualityListModel::ValueColumn);
        QVERIFY(model().setData(view().currentIndex(), 3, Qt::EditRole));
        QCOMPARE(m_sample->qualities().first().threshold, 3);
        undo();
        QCOMPARE(m_sample->qualities().first().threshold, 2);
    }

    void movedByKeysKeepsTheSelection()
    {
        choose(QStringLiteral("Clear writing"));
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_sample->texts(db::Tier::Necessary).at(2), QStringLiteral("Clear writing"));
        QCOMPARE(view().currentIndex().data().toString(), QStringLiteral("Clear writing"));
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier); // past the end: into the next tier
        QCOMPARE(m_sample->texts(db::Tier::Useful).first(), QStringLiteral("Clear writing"));
        QTest::keyClick(&view(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(m_sample->texts(db::Tier::Necessary).last(), QStringLiteral("Clear writing"));
        QCOMPARE(view().currentIndex().data().toString(), QStringLiteral("Clear writing"));
    }

    void movedByDrag_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("row"); // rows: heading, 3 necessary, add, heading, 3 useful, add
        QTest::addColumn<QStringList>("necessary");
        const QString a = QStringLiteral("Experience with time series"), b = QStringLiteral("Clear writing"), c = QStringLiteral("Care for detail and patience with instruments");
        QTest::newRow("down") << a << 3 << QStringList{b, a, c};
        QTest::newRow("to the end") << a << 4 << QStringList{b, c, a};
        QTest::newRow("up") << c << 1 << QStringList{c, a, b};
        QTest::newRow("where it is") << b << 2 << QStringList{a, b, c};
        QTest::newRow("from the other tier") << QStringLiteral("Speaks Frisian") << 2 << QStringList{a, QStringLiteral("Speaks Frisian"), b, c};
    }
    void movedByDrag()
    {
        QFETCH(QString, text);
        QFETCH(int, row);
        choose(text);
        const std::unique_ptr<QMimeData> data(model().mimeData({view().currentIndex(), view().currentIndex().siblingAtColumn(1)}));
        model().dropMimeData(data.get(), Qt::MoveAction, row, 0, {});
        QTEST(m_sample->texts(db::Tier::Necessary), "necessary");
    }

    void aRoleIsReadBlindAndNamesComeBackWithAReason()
    {
        auto *facts = m_page->findChild<RoleFactsPanel *>();
        auto *blind = facts->findChild<QCheckBox *>();
        QLineEdit *reason = nullptr;
        for (QLineEdit *field : facts->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == QStringLiteral("Why the names are shown"))
                reason = field;
        }
        QVERIFY(blind && reason);
        const auto isBlind = [this] { return db::role(m_sample->connection(), m_sample->role())->blind; };
        blind->click();
        QVERIFY(isBlind());
        blind->click(); // to show asks why first
        QVERIFY(isBlind() && !reason->isHidden());
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(isBlind());
        QTest::keyClicks(reason, QStringLiteral("The panel has decided"));
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(!isBlind() && !blind->isChecked());
        const auto last = app::history(m_sample->connection(), {}, 1);
        QCOMPARE(last->first().title, QStringLiteral("Showed the names of all applicants"));
        QCOMPARE(last->first().detail, QStringLiteral("The panel has decided"));
        undo();
        QVERIFY(isBlind());
        QTRY_VERIFY(blind->isChecked());
        QVERIFY(!app::setBlind(m_sample->connection(), m_sample->role(), false, QStringLiteral("  ")));
    }

    void retiredComesBack()
    {
        QSignalSpy reported(&m_sample->session(), &Session::reported);
        choose(QStringLiteral("Frisian"));
        QTest::keyClick(&view(), Qt::Key_Delete);
        QCOMPARE(m_sample->texts(db::Tier::Useful).size(), 2);
        QCOMPARE(model().retiredCount(), 1);
        QCOMPARE(reported.size(), 1);
        QVERIFY(reported.first().at(1).toBool()); // with Undo
        const QModelIndex last = model().index(model().rowCount() - 1, 0);
        view().setCurrentIndex(last);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(m_sample->texts(db::Tier::Useful).size(), 3);
        QCOMPARE(model().retiredCount(), 0);
    }

    void addedAtTheFoot()
    {
        view().setCurrentIndex(model().index(4, 0));
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Return);
        auto *editor = view().findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("Keeps calm"));
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(m_sample->texts(db::Tier::Necessary).last(), QStringLiteral("Keeps calm"));
    }

    void splitAndMerge()
    {
        choose(QStringLiteral("patience"));
        m_page->qualities().beginSplit();
        auto *field = m_page->qualities().findChild<QPlainTextEdit *>();
        QVERIFY(field && field->isVisible());
        QCOMPARE(field->toPlainText(), QStringLiteral("Care for detail\nPatience with instruments"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_sample->texts(db::Tier::Necessary).mid(2), (QStringList{QStringLiteral("Care for detail"), QStringLiteral("Patience with instruments")}));
        choose(QStringLiteral("Care for detail"));
        view().selectionModel()->select(model().index(4, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        m_page->qualities().beginMerge();
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_sample->texts(db::Tier::Necessary).mid(2), QStringList{QStringLiteral("Care for detail; Patience with instruments")});
        undo();
        undo();
        QCOMPARE(m_sample->texts(db::Tier::Necessary).last(), QStringLiteral("Care for detail and patience with instruments"));
    }

    void theSourceIsMarked()
    {
        choose(QStringLiteral("time series"));
        QCOMPARE(m_page->text().markedText(), QStringLiteral("Experience with time series"));
        choose(QStringLiteral("coastline"));
        QCOMPARE(m_page->text().markedText(), QStringLiteral("Knows a coastline well"));
    }

    void dates()
    {
        DeadlinePanel &panel = m_page->deadlines();
        QVERIFY(panel.count() >= 1);
        panel.view().setCurrentIndex(panel.model().index(0));
        QVERIFY(m_page->text().markedText().contains(QStringLiteral("14 March 2031")));
        QCOMPARE(panel.model().deadlines().first().state, QStringLiteral("proposed"));
        QTest::keyClick(&panel.view(), Qt::Key_Space);
        QCOMPARE(panel.model().deadlines().first().state, QStringLiteral("confirmed"));
        undo();
        QCOMPARE(panel.model().deadlines().first().state, QStringLiteral("proposed"));
        const int before = panel.count();
        QTest::keyClick(&panel.view(), Qt::Key_Delete);
        QCOMPARE(panel.count(), before - 1);
        panel.beginAdd();
        auto fields = panel.findChildren<QLineEdit *>();
        fields.first()->setText(QStringLiteral("2031-04-01"));
        QTest::keyClick(fields.first(), Qt::Key_Return);
        QCOMPARE(panel.count(), before);
    }

    void datesAsWritten()
    {
        std::optional<QDate> date;
        std::optional<QString> approx;
        for (const QString &line : {QStringLiteral("2031-03-14"), QStringLiteral("14 March 2031"), QStringLiteral(" 14  Mar 2031"), QStringLiteral("March 14, 2031"), QStringLiteral("14.3.2031")}) {
            DeadlinePanel::understand(line, date, approx);
            QCOMPARE(date.value_or(QDate()), QDate(2031, 3, 14));
        }
        DeadlinePanel::understand(QStringLiteral("late March"), date, approx);
        QVERIFY(!date);
        QCOMPARE(approx.value_or(QString()), QStringLiteral("late March"));
    }

    void factsOfTheRole()
    {
        const auto fields = m_page->facts().findChildren<QLineEdit *>();
        const auto type = [&](int field, const QString &text) {
            fields.at(field)->setText(text);
            Q_EMIT fields.at(field)->editingFinished();
        };
        type(0, QStringLiteral("Data Steward"));
        QCOMPARE(m_page->title(), QStringLiteral("Data Steward"));
        type(3, QStringLiteral("one@example.org; two@example.org"));
        QCOMPARE(*db::contacts(m_sample->connection(), m_sample->role()), (QStringList{QStringLiteral("one@example.org"), QStringLiteral("two@example.org")}));
        QSignalSpy failed(&m_sample->session(), &Session::failed);
        type(3, QStringLiteral("not an address"));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(db::contacts(m_sample->connection(), m_sample->role())->size(), 2);
    }

    void onlyOnePostingIsForThisPage()
    {
        const auto taken = [this](const QStringList &names) {
            QMimeData data;
            QList<QUrl> urls;
            for (const QString &name : names)
                urls << QUrl::fromLocalFile(u'/' + name);
            data.setUrls(urls);
            QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            enter.ignore();
            QApplication::sendEvent(m_page.get(), &enter);
            return enter.isAccepted();
        };
        QVERIFY(taken({QStringLiteral("posting.md")}));
        // The window sends each of these to where it belongs.
        QVERIFY(!taken({QStringLiteral("people.csv")}));
        QVERIFY(!taken({QStringLiteral("panel.rolecall")}));
        QVERIFY(!taken({QStringLiteral("posting.md"), QStringLiteral("people.csv")}));
    }
    void aDroppedPostingBecomesARole()
    {
        QSignalSpy asked(m_page.get(), &Page::placeRequested);
        m_page->offer("# Harbour Clerk\n\n## Requirements\n\n- Counts crates\n", QStringLiteral("clerk.md"));
        // Nothing of this role is in it, so that another role is what is offered first.
        auto *offer = m_page->findChild<PostingOffer *>();
        QTRY_VERIFY2(offer->findChild<TextLabel *>()->text().contains(QStringLiteral("0 of this role's 6")), qPrintable(offer->findChild<TextLabel *>()->text()));
        QVERIFY(m_page->focusWidget() && offer->isAncestorOf(m_page->focusWidget()));
        QTest::keyClick(m_page->focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(db::roleSummaries(m_sample->connection())->size(), 2);
    }

    void aNewerTextIsLookedOverCorrectedAndTakenOver()
    {
        m_sample->addPeople({{2, 2, 2, 1, 1, 1}, {3, 3, 3, 0, 0, 0}});
        const auto before = m_sample->qualities();
        QByteArray newer = test::samplePosting();
        newer.replace("- Clear writing\n", "- Clear and kind writing\n");
        newer.replace("- Speaks Frisian\n", "- Talks with harbour people\n");
        newer.replace("- Care for detail and patience with instruments\n", "");
        newer.replace("- Has repaired sensors\n", "- Has repaired sensors\n- Care for detail and patience with instruments\n");
        m_page->offer(newer, QStringLiteral("newer.md"));
        auto *offer = m_page->findChild<PostingOffer *>();
        QTRY_VERIFY(offer->findChild<TextLabel *>()->text().contains(QStringLiteral("5 of this role's 6")));
        QTest::keyClick(m_page->focusWidget(), Qt::Key_Space); // a newer text is what it looks like
        QVERIFY(m_page->isRevising());
        RevisionModel &differences = m_page->revising().model();
        QAbstractItemModelTester tester(&differences, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto told = [&differences] {
            QStringList lines;
            for (int row = 0; row < differences.rowCount(); ++row)
                lines << app::revisionKindName(differences.at(row).kind) + u' ' + differences.index(row).data(RevisionModel::EffectRole).toString();
            return lines;
        };
        QCOMPARE(told(), (QStringList{QStringLiteral("reworded 2 ratings kept, to be confirmed again"), QStringLiteral("moved 2 ratings kept, to be confirmed again"),
                                      QStringLiteral("new Begins unrated"), QStringLiteral("retired 2 ratings kept, out of force")}));
        QCOMPARE(differences.unchangedCount(), 3);
        // What looked like one that went and one that came is the same quality.
        QListView &list = m_page->revising().view();
        list.setCurrentIndex(differences.index(2));
        QCOMPARE(differences.counterparts(2).size(), 1);
        m_page->revising().pairWith(differences.counterparts(2).first().first);
        QCOMPARE(told().last(), QStringLiteral("reworded 2 ratings kept, to be confirmed again"));
        m_page->revising().part();
        QCOMPARE(told().size(), 4);
        m_page->revising().pairWith(differences.counterparts(2).first().first);
        // The move is refused with the keyboard.
        list.setCurrentIndex(differences.index(1));
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(differences.index(1).data(RevisionModel::DecisionRole).toString(), QStringLiteral("Keep as it is"));
        QCOMPARE(told().at(1), QStringLiteral("moved 2 ratings stand"));
        QTest::keyClick(&list, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!m_page->isRevising());
        QCOMPARE(m_sample->texts(db::Tier::Necessary), (QStringList{QStringLiteral("Experience with time series"), QStringLiteral("Clear and kind writing"),
                                                                    QStringLiteral("Care for detail and patience with instruments")}));
        QCOMPARE(m_sample->texts(db::Tier::Useful).last(), QStringLiteral("Talks with harbour people"));
        QCOMPARE(m_sample->qualities().last().id, before.last().id);
        QCOMPARE(db::submittedToConfirm(m_sample->connection(), m_sample->role())->ratings, 4);

        // Both texts can be read, each with its hash.
        QCOMPARE(m_page->revisions().revisionCount(), 2);
        QTRY_VERIFY(m_page->text().toPlainText().contains(QStringLiteral("Clear and kind writing")));
        m_page->revisions().setCurrentRow(1);
        QTRY_VERIFY(m_page->text().toPlainText().contains(QStringLiteral("Clear writing")));
        QVERIFY(m_page->revisions().item(1)->toolTip().contains(QString::fromLatin1(QCryptographicHash::hash(test::samplePosting(), QCryptographicHash::Sha256).toHex())));
        undo();
        QTRY_COMPARE(m_page->revisions().revisionCount(), 1);
        QCOMPARE(m_sample->texts(db::Tier::Necessary).at(1), QStringLiteral("Clear writing"));
        QCOMPARE(db::submittedToConfirm(m_sample->connection(), m_sample->role())->ratings, 0);
    }

    void remarksStandBesideTheQuality()
    {
        const auto remarksOf = [this](const QString &text) {
            for (const db::Quality &quality : m_sample->qualities()) {
                if (quality.text == text)
                    return model().indexOf(quality.id).data(QualityListModel::RemarksRole).toString();
            }
            return QString();
        };
        const auto reword = [this](const QString &from, const QString &to) {
            choose(from);
            QVERIFY(model().setData(view().currentIndex(), to, Qt::EditRole));
        };
        reword(QStringLiteral("Clear writing"), QStringLiteral("Writing and teaching"));
        QTRY_COMPARE(remarksOf(QStringLiteral("Writing and teaching")), QStringLiteral("two in one"));
        RemarkPanel &remarks = m_page->qualities().remarks();
        const int open = remarks.openCount();
        QVERIFY(open >= 1);
        choose(QStringLiteral("Writing and teaching"));
        const auto button = [&remarks](const QString &text) -> QPushButton * {
            for (auto *found : remarks.findChildren<QPushButton *>()) {
                if (found->text() == text)
                    return found;
            }
            return nullptr;
        };
        QVERIFY(button(QStringLiteral("Split…")));
        button(QStringLiteral("Set aside"))->click();
        QTRY_COMPARE(remarks.openCount(), open - 1);
        QVERIFY(remarksOf(QStringLiteral("Writing and teaching")).isEmpty());
        QVERIFY(button(QStringLiteral("Take up again")));
        undo();
        QTRY_COMPARE(remarks.openCount(), open);
        // The offered split, as it stands.
        choose(QStringLiteral("Writing and teaching"));
        button(QStringLiteral("Split…"))->click();
        auto *parts = m_page->qualities().findChild<QPlainTextEdit *>();
        QTRY_COMPARE(parts->toPlainText(), QStringLiteral("Writing\nTeaching"));
        QTest::keyClick(parts, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_sample->texts(db::Tier::Necessary).size(), 4);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme(application, ColourScheme::Light);
    TestPostingPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_posting_page.moc"
