// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/gate_painter.h"
#include "ui/delegates/level_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/level_buttons.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/side_bar.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/text_label.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCursor>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace rolecall::ui;

class TestWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        new Theme(*qApp, ColourScheme::Light);
    }

    void newestMessageIsShownAndFailuresComeBack()
    {
        MessageBar bar;
        QVERIFY(!bar.current());
        bar.failure(QStringLiteral("The disk is full"));
        bar.success(QStringLiteral("Imported 3"));
        QCOMPARE(bar.current()->text, QStringLiteral("Imported 3"));
        QCOMPARE(bar.waiting(), 1);
        bar.warning(QStringLiteral("Two need a look")); // a success gives way
        QCOMPARE(bar.waiting(), 1);
        bar.dismiss();
        QCOMPARE(bar.current()->text, QStringLiteral("The disk is full"));
        bar.failure(QStringLiteral("The disk is full")); // the same again is not two
        QCOMPARE(bar.waiting(), 0);
        bar.dismiss();
        QVERIFY(!bar.current());
        QVERIFY(bar.isHidden());
    }
    void whatAnUndoMeantGoesWithTheNextChange()
    {
        MessageBar bar;
        bar.failure(QStringLiteral("The disk is full"));
        bar.success(QStringLiteral("Imported 3"), {{QStringLiteral("Undo"), [] {}}});
        bar.outdate();
        QCOMPARE(bar.current()->text, QStringLiteral("The disk is full"));
        bar.outdate(); // a failure is not out of date
        QVERIFY(bar.current());
    }
    void enterPressesTheButtonWithTheFocus()
    {
        QWidget window;
        QPushButton first(QStringLiteral("Another role"), &window), second(QStringLiteral("Leave it"), &window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy pressed(&second, &QPushButton::clicked);
        second.setFocus();
        QTest::keyClick(&second, Qt::Key_Return);
        QCOMPARE(pressed.size(), 1);
    }
    void actionRunsOnceAndMayAnswer()
    {
        MessageBar bar;
        int runs = 0;
        bar.show({Message::Kind::Success, QStringLiteral("Moved"), {{QStringLiteral("Undo"), [&] {
                                                                          ++runs;
                                                                          bar.info(QStringLiteral("Moved back"));
                                                                      }}}});
        QPushButton *undo = nullptr;
        for (QPushButton *button : bar.findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("Undo"))
                undo = button;
        }
        QVERIFY(undo);
        undo->click();
        QCOMPARE(runs, 1);
        QCOMPARE(bar.current()->text, QStringLiteral("Moved back"));
        QCOMPARE(bar.waiting(), 0);
    }
    void onlyAnInfoGoesByItself()
    {
        QCursor::setPos(790, 590); // where it rests on nothing
        MessageBar bar;
        bar.setInfoDuration(1);
        bar.success(QStringLiteral("Done"));
        QTest::qWait(30);
        QVERIFY(bar.current());
        bar.info(QStringLiteral("Nothing new"));
        QTRY_VERIFY(!bar.current());
    }

    void levelKeysRate_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("ask");
        QTest::newRow("0") << QStringLiteral("0") << 0 << false;
        QTest::newRow("3") << QStringLiteral("3") << 3 << false;
        QTest::newRow("last counts") << QStringLiteral("12") << 2 << false;
        QTest::newRow("ask") << QStringLiteral("2?") << -1 << true;
        QTest::newRow("4 is no level") << QStringLiteral("14") << 1 << false;
    }
    void levelKeysRate()
    {
        QFETCH(QString, keys);
        QFETCH(int, level);
        QFETCH(bool, ask);
        LevelButtons buttons;
        QSignalSpy chosen(&buttons, &LevelButtons::chosen);
        QTest::keyClicks(&buttons, keys);
        QCOMPARE(buttons.choice().level.value_or(-1), level);
        QCOMPARE(buttons.choice().ask, ask);
        QVERIFY(chosen.count() >= 1);
        QTest::keyClick(&buttons, Qt::Key_Backspace);
        QCOMPARE(buttons.choice(), LevelChoice());
    }
    void levelButtonsAreOneTabStop()
    {
        LevelButtons buttons;
        buttons.setSubject(QStringLiteral("Python"));
        buttons.setChoice({2, false});
        const auto radios = buttons.findChildren<QRadioButton *>();
        QCOMPARE(radios.size(), 5);
        int stops = 0;
        for (const QRadioButton *radio : radios)
            stops += radio->focusPolicy() == Qt::StrongFocus;
        QCOMPARE(stops, 1);
        QVERIFY(radios.at(2)->isChecked());
        QCOMPARE(radios.at(2)->accessibleName(), QStringLiteral("Python: Meets"));
        buttons.show();
        buttons.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&buttons));
        radios.at(2)->setFocus();
        QTest::keyClick(radios.at(2), Qt::Key_Right);
        QVERIFY(radios.at(3)->hasFocus());
        QCOMPARE(buttons.choice().level.value_or(-1), 2); // moving is not rating
        QTest::keyClick(radios.at(3), Qt::Key_Space);
        QCOMPARE(buttons.choice().level.value_or(-1), 3);
    }
    void setChoiceIsSilent()
    {
        LevelButtons buttons;
        QSignalSpy chosen(&buttons, &LevelButtons::chosen);
        buttons.setChoice({1, false});
        QCOMPARE(chosen.count(), 0);
    }

    void levelsAreWords()
    {
        QCOMPARE(levelText({.level = 2.0}), QStringLiteral("2"));
        QCOMPARE(levelText({.level = 1.5}), QStringLiteral("1.5"));
        QCOMPARE(levelText({.level = 1.999}), QStringLiteral("2"));
        QCOMPARE(levelText({.ask = true}), QStringLiteral("?"));
        QVERIFY(levelText({}).isEmpty());
        QCOMPARE(levelDescription({.level = 1.0, .threshold = 1}), QStringLiteral("Level 1 of 3, meets"));
        QCOMPARE(levelDescription({.level = 1.0, .disagreement = true}), QStringLiteral("Level 1 of 3, below; reviewers disagree"));
    }
    void gateIsAWord()
    {
        QCOMPARE(gateText({Gate::Through, 0}), QStringLiteral("through"));
        QCOMPARE(gateText({Gate::Open, 2}), QStringLiteral("open (2 to rate)"));
        QCOMPARE(gateText({Gate::Below, 1}), QStringLiteral("below (1)"));
        QCOMPARE(scoreText({}), QStringLiteral("–"));
        QCOMPARE(scoreText({.score = 66.7, .coverage = {}}), QStringLiteral("67"));
    }

    void chipsFlowAndTell()
    {
        ChipBar bar;
        for (int i = 0; i < 6; ++i)
            bar.addChip(QString::number(i), QStringLiteral("A filter"), i);
        bar.resize(2000, 40);
        bar.show();
        const int line = bar.height();
        bar.resize(120, line);
        QTRY_COMPARE(bar.height(), bar.heightForWidth(120)); // every chip has its place
        QVERIFY(bar.height() > 2 * line);
        QSignalSpy changed(&bar, &ChipBar::changed);
        bar.setChecked(QStringLiteral("1"), true);
        bar.setChecked(QStringLiteral("4"), true);
        QCOMPARE(bar.checked(), QStringList({QStringLiteral("1"), QStringLiteral("4")}));
        bar.setExclusive(true);
        bar.setChecked(QStringLiteral("2"), true);
        QCOMPARE(bar.checked(), QStringList{QStringLiteral("2")});
        QCOMPARE(changed.count(), 3);
    }
    void searchPausesAndEscapeClears()
    {
        SearchField field(QStringLiteral("Search"));
        QSignalSpy searched(&field, &SearchField::searched);
        QTest::keyClicks(&field, QStringLiteral("mei"));
        QTRY_COMPARE(searched.count(), 1);
        QCOMPARE(searched.first().first().toString(), QStringLiteral("mei"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(searched.count(), 2);
        QVERIFY(field.text().isEmpty());
    }
    void sideBarKeepsItsPlace()
    {
        SideBarModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QList<SideBarEntry> entries{{SideBarEntry::Kind::Page, QStringLiteral("Today"), 1, 4, Icon::Today, false},
                                    {SideBarEntry::Kind::Heading, QStringLiteral("Roles"), {}, {}, Icon::None, false},
                                    {SideBarEntry::Kind::Page, QStringLiteral("Lead"), 2, 12, Icon::Roles, false}};
        model.setEntries(entries);
        QCOMPARE(reset.count(), 1);
        entries[0].count = 5;
        model.setEntries(entries);
        QCOMPARE(reset.count(), 1); // a count alone moves no row
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Today, 5"));
        QCOMPARE(model.rowOf(2), 2);
        QVERIFY(!(model.index(1).flags() & Qt::ItemIsSelectable));

        SideBar bar;
        bar.setEntries(entries);
        bar.setCurrentTarget(1);
        QSignalSpy chosen(&bar, &SideBar::chosen);
        QTest::keyClick(&bar, Qt::Key_Down); // over the heading
        QTest::keyClick(&bar, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toInt(), 2);
    }
    void elidedLabelKeepsItsText()
    {
        ElidedLabel label(QStringLiteral("A rather long title of a role"));
        label.resize(40, 20);
        QVERIFY(label.isElided());
        QCOMPARE(label.accessibleName(), QStringLiteral("A rather long title of a role"));
        label.resize(1000, 20);
        QVERIFY(!label.isElided());
    }
    void progressHoldsMoreThanAnInt()
    {
        ProgressStrip strip;
        strip.start(QStringLiteral("Reading"));
        strip.setProgress(3'000'000'000, 6'000'000'000);
        const auto *bar = strip.findChild<QProgressBar *>();
        QCOMPARE(bar->value() * 2, bar->maximum());
        strip.setFraction(-1);
        QCOMPARE(bar->maximum(), 0);
        QSignalSpy cancelled(&strip, &ProgressStrip::cancelled);
        auto *cancel = strip.findChild<QPushButton *>();
        cancel->click();
        cancel->click();
        QCOMPARE(cancelled.count(), 1);
    }
    void tableCopiesAsTsv()
    {
        QStandardItemModel model(2, 3);
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < 3; ++column)
                model.setItem(row, column, new QStandardItem(QStringLiteral("%1\t%2").arg(row).arg(column)));
        }
        QTableView table;
        table.setModel(&model);
        setUpTable(table);
        table.horizontalHeader()->moveSection(2, 0);
        table.setColumnHidden(1, true);
        table.selectAll();
        QCOMPARE(asTsv(table), QStringLiteral("0 2\t0 0\n1 2\t1 0"));
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
