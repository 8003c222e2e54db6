// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"
#include "ui/shell/fuzzy_match.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tab_strip.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace rolecall::ui;

namespace {

class CountingPage : public Page
{
public:
    QString title() const override { return m_arguments.value(roleArgument).toString(); }
    void activate() override { ++activations; }
    void navigateTo(const QVariantMap &arguments) override { m_arguments = arguments; }
    int activations = 0;

private:
    QVariantMap m_arguments;
};

void press(MainWindow &window, const QKeySequence &keys)
{
    for (QAction *action : window.actions()) {
        if (action->shortcut() == keys)
            return action->trigger();
    }
    QFAIL("There is no such shortcut");
}

} // namespace

class TestShell : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { new Theme(*qApp, ColourScheme::Light); }

    void pagesAreMadeWhenFirstShown()
    {
        MemorySettings settings;
        MainWindow window(settings);
        int made = 0;
        window.registerPage(PageId::Today, [&made] {
            ++made;
            return new CountingPage;
        });
        QCOMPARE(made, 0);
        QVERIFY(window.open(PageId::Today));
        QVERIFY(window.open(PageId::Today));
        QCOMPARE(made, 1);
        QCOMPARE(static_cast<CountingPage *>(window.currentPage())->activations, 2);
        QVERIFY(!window.open(PageId::Reports)); // not registered: nothing happens
        QCOMPARE(window.place().page, PageId::Today);
    }
    void tabsKeepTheRole()
    {
        MemorySettings settings;
        MainWindow window(settings);
        for (const PageId id : {PageId::Today, PageId::Posting, PageId::Matrix})
            window.registerPage(id, [] { return new CountingPage; });
        auto *tabs = window.findChild<TabStrip *>();
        QCOMPARE(tabs->count(), 2); // only what is registered
        QVERIFY(window.open(PageId::Today));
        QVERIFY(tabs->isHidden());
        QVERIFY(window.open(PageId::Posting, {{roleArgument, qint64(7)}}));
        QVERIFY(!tabs->isHidden());
        tabs->setCurrentIndex(1);
        QCOMPARE(window.place().page, PageId::Matrix);
        QCOMPARE(window.place().arguments.value(roleArgument).toLongLong(), 7);
        QVERIFY(window.windowTitle().startsWith(QLatin1Char('7')));
        window.back();
        QCOMPARE(window.place().page, PageId::Posting);
        QCOMPARE(tabs->currentIndex(), 0);
        window.back();
        QCOMPARE(window.place().page, PageId::Today);
        QVERIFY(window.open(PageId::Matrix, {{roleArgument, qint64(7)}}));
        window.back();
        window.back(); // there is nothing before the first place
        QCOMPARE(window.place().page, PageId::Today);
    }
    void shortcutsAskForUndo()
    {
        MemorySettings settings;
        MainWindow window(settings);
        QSignalSpy undo(&window, &MainWindow::undoRequested), redo(&window, &MainWindow::redoRequested);
        press(window, QKeySequence(Qt::CTRL | Qt::Key_Z));
        press(window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
        QCOMPARE(undo.count(), 1);
        QCOMPARE(redo.count(), 1);
    }
    void sizesAreRemembered()
    {
        MemorySettings settings;
        {
            MainWindow window(settings);
            window.resize(900, 640);
            window.show();
            QVERIFY(window.close());
        }
        MainWindow again(settings);
        QCOMPARE(again.size(), QSize(900, 640));
    }
    void filesComeByDropAndByPaste()
    {
        MemorySettings settings;
        MainWindow window(settings);
        window.registerPage(PageId::Today, [] { return new CountingPage; });
        QVERIFY(window.open(PageId::Today));
        QSignalSpy given(&window, &MainWindow::filesGiven);
        QMimeData files, words;
        files.setUrls({QUrl::fromLocalFile(QStringLiteral("/people.csv")), QUrl(QStringLiteral("https://example.org/"))});
        words.setText(QStringLiteral("no file"));
        for (const QMimeData *data : {&words, &files}) {
            QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
            enter.ignore();
            QApplication::sendEvent(&window, &enter);
            QCOMPARE(enter.isAccepted(), data == &files);
            QCOMPARE(given.count(), 0); // entering gives nothing yet
        }
        QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
        QCOMPARE(given.count(), 1);
        QCOMPARE(given.takeFirst().first().toStringList(), QStringList{QStringLiteral("/people.csv")});

        auto *copied = new QMimeData;
        copied->setUrls({QUrl::fromLocalFile(QStringLiteral("/posting.md"))});
        QGuiApplication::clipboard()->setMimeData(copied);
        QTest::keyClick(&window, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(given.count(), 1);
        QCOMPARE(given.takeFirst().first().toStringList(), QStringList{QStringLiteral("/posting.md")});
        // A page that does not take a file passes it on.
        Q_EMIT window.currentPage()->filesGiven({QStringLiteral("/other.csv")});
        QCOMPARE(given.count(), 1);
    }
    void paletteFindsAndRuns()
    {
        MemorySettings settings;
        MainWindow window(settings);
        QString ran;
        window.addPaletteProvider([&ran](const QString &) {
            QList<PaletteEntry> entries;
            for (const QString &title : {QStringLiteral("Research Software Lead"), QStringLiteral("Renée Ashdown"), QStringLiteral("Undo")})
                entries.append({title, {}, Icon::None, [&ran, title] { ran = title; }});
            return entries;
        });
        window.show();
        press(window, QKeySequence(Qt::CTRL | Qt::Key_K));
        auto *palette = window.findChild<CommandPalette *>();
        auto *field = palette->findChild<QLineEdit *>();
        QVERIFY(palette->isVisible());
        QTest::keyClicks(field, QStringLiteral("renee"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(ran, QStringLiteral("Renée Ashdown"));
        QVERIFY(!palette->isVisible());
        press(window, QKeySequence(Qt::CTRL | Qt::Key_K));
        QTest::keyClicks(field, QStringLiteral("zzz"));
        QTRY_VERIFY(palette->titles().isEmpty());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }
    void fitIsOrdered_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("beginning before inside") << "lea" << "Research Software Lead" << "Release notes";
        QTest::newRow("initials before letters") << "rsl" << "Research Software Lead" << "Russell";
        QTest::newRow("words in any order") << "lead res" << "Research Software Lead" << "Research assistant";
        QTest::newRow("accents") << "zoe" << QStringLiteral("Zoë Brandt") << "Tom Ashby";
    }
    void fitIsOrdered()
    {
        QFETCH(QString, query);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(fitOf(query, better) > fitOf(query, worse));
    }
    void unfitIsLeftOut()
    {
        QCOMPARE(fitOf(QStringLiteral("lead xyz"), QStringLiteral("Research Software Lead")), 0);
        QVERIFY(fitOf({}, QStringLiteral("Anything")) > 0);
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
