// SPDX-License-Identifier: GPL-3.0-or-later
// The assembled program: workspaces opened and closed in its window, files given to it, its pages reached.
#include "app/example/example_workspace.h"
#include "app/roles/role_editing.h"
#include "app/workspaces.h"
#include "ui/application/program.h"
#include "ui/application/settings_file.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/people/duplicates_panel.h"
#include "ui/pages/people/people_page.h"
#include "ui/pages/today/today_page.h"
#include "ui/shell/file_choice.h"
#include "ui/shell/page.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QClipboard>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

/// No test depends on the day: the example's roles still take applications.
QDateTime morning()
{
    return {QDate(2026, 11, 23), QTime(9, 0), Qt::UTC};
}

/// What "Open recent" holds; the window has the action of that menu as every action of its workspace menu.
QList<QAction *> recentActions(const MainWindow &window)
{
    for (const QAction *action : window.actions()) {
        if (action->menu())
            return action->menu()->actions();
    }
    return {};
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT
    /// What the window offers for a workspace that cannot be opened for writing.
    void opensToReadAlone(const QString &name)
    {
        SettingsFile settings(path(name + QStringLiteral(".json")));
        Program program(settings, *m_theme, morning);
        program.start(path(name + QStringLiteral(".rolecall")));
        QTRY_VERIFY(program.window()->messages().current());
        QVERIFY(!program.session());
        const QList<MessageAction> actions = program.window()->messages().current()->actions;
        QCOMPARE(actions.size(), 1);
        const auto openToRead = actions.first().run;
        openToRead();
        QVERIFY(program.session());
        QVERIFY(program.session()->isReadOnly());
        QVERIFY(!program.window()->undoAction()->isEnabled());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp, ColourScheme::Light);
        const Outcome made = app::makeExample(path(QStringLiteral("example.rolecall")));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void withoutAWorkspaceThereIsAWelcome()
    {
        SettingsFile settings(path(QStringLiteral("none.json")));
        Program program(settings, *m_theme, morning);
        program.start({});
        QVERIFY(program.window()->isVisible()); // before anything is opened
        QTRY_COMPARE(program.window()->place().page, PageId::Welcome);
        QVERIFY(!program.session());
    }

    void theLastWorkspaceIsOpenedAgain()
    {
        const QString file = path(QStringLiteral("settings.json"));
        {
            SettingsFile settings(file);
            Program program(settings, *m_theme, morning);
            program.start(path(QStringLiteral("example.rolecall")));
            QTRY_VERIFY(program.session());
            QCOMPARE(program.window()->place().page, PageId::Today);
            QVERIFY(program.window()->windowTitle().contains(QStringLiteral("example")));
        }
        SettingsFile settings(file);
        QCOMPARE(recentWorkspaces(settings), QStringList{path(QStringLiteral("example.rolecall"))});
        Program program(settings, *m_theme, morning);
        program.start({});
        QTRY_VERIFY(program.session());
        QCOMPARE(program.session()->path(), path(QStringLiteral("example.rolecall")));
    }

    void aFileHeldElsewhereCanBeRead()
    {
        const auto holder = app::createWorkspace(path(QStringLiteral("held.rolecall")));
        QVERIFY(holder);
        opensToReadAlone(QStringLiteral("held"));
    }

    void aFileThatCannotBeLockedCanBeRead()
    {
        QVERIFY(app::createWorkspace(path(QStringLiteral("locked out.rolecall"))));
        // As in a folder that cannot be written to, which root is never told.
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral(".locked out.rolecall.lock")));
        opensToReadAlone(QStringLiteral("locked out"));
    }

    void everyPageOpensAndAnotherWorkspaceTakesItsPlace()
    {
        SettingsFile settings(path(QStringLiteral("pages.json")));
        Program program(settings, *m_theme, morning);
        program.start(path(QStringLiteral("example.rolecall")));
        QTRY_VERIFY(program.session());
        for (const PageId page : {PageId::Posting, PageId::Applicants, PageId::Review, PageId::Matrix, PageId::Import, PageId::Settings, PageId::Today}) {
            QVERIFY(program.window()->open(page, isRolePage(page) ? QVariantMap{{roleArgument, qint64(1)}} : QVariantMap()));
            QTest::qWait(50);
            QVERIFY(!program.window()->currentPage()->title().isEmpty());
        }
        program.createWorkspace(path(QStringLiteral("other.rolecall")));
        QCOMPARE(program.session()->path(), path(QStringLiteral("other.rolecall")));
        QTest::qWait(50); // the window before is taken away
        program.openWorkspace(path(QStringLiteral("example.rolecall"))); // and has let go of its file
        QVERIFY(program.session());
        QCOMPARE(program.session()->path(), path(QStringLiteral("example.rolecall")));
    }

    void recentWorkspacesOpenFromTheMenu()
    {
        SettingsFile settings(path(QStringLiteral("recent.json")));
        for (const QString &name : {QStringLiteral("first.rolecall"), QStringLiteral("second & last.rolecall")})
            QVERIFY(app::createWorkspace(path(name)));
        rememberWorkspace(settings, path(QStringLiteral("gone.rolecall")));
        rememberWorkspace(settings, path(QStringLiteral("first.rolecall")));
        Program program(settings, *m_theme, morning);
        program.start(path(QStringLiteral("second & last.rolecall")));
        QTRY_VERIFY(program.session());
        const auto recent = [&program] {
            QStringList names;
            for (QAction *action : recentActions(*program.window()))
                names << action->text();
            return names;
        };
        const auto choose = [&program](int index) { recentActions(*program.window()).at(index)->trigger(); };
        QCOMPARE(recent(), (QStringList{QStringLiteral("first"), QStringLiteral("gone")})); // what is open is left out
        choose(0);
        QTRY_COMPARE(program.session()->path(), path(QStringLiteral("first.rolecall")));
        QCOMPARE(recent(), (QStringList{QStringLiteral("second && last"), QStringLiteral("gone")}));
        choose(1); // the file is not there any more: said, and forgotten
        QTRY_VERIFY(program.window()->messages().current());
        QCOMPARE(recent(), QStringList{QStringLiteral("second && last")});
        QCOMPARE(program.session()->path(), path(QStringLiteral("first.rolecall")));
        QTest::qWait(50); // the window before is taken away
        choose(0);
        QTRY_COMPARE(program.session()->path(), path(QStringLiteral("second & last.rolecall")));
    }

    void filesMappedByHandAreOneChange()
    {
        const QString file = path(QStringLiteral("byhand.rolecall"));
        auto workspace = app::createWorkspace(file);
        QVERIFY(workspace);
        Session session(std::move(*workspace));
        const auto role = app::addRolesFromPostings(session.connection(), {{QStringLiteral("p.md"), "# Pilot\n\n## Necessary qualities\n\n- Steers\n"}});
        QVERIFY(role);
        write(QStringLiteral("one.csv"), "Name,Anything\nAda Example,ada@example.org\n");
        write(QStringLiteral("two.csv"), "Name,Other,E-mail\nBela Example,bela@example.org,\n");
        app::ImportRequest request;
        request.role = role->roles.first();
        request.files = {path(QStringLiteral("one.csv")), path(QStringLiteral("two.csv"))};
        request.fileColumnMaps.insert(request.files.at(0), {QStringLiteral("email=Anything")});
        request.fileColumnMaps.insert(request.files.at(1), {QStringLiteral("email=Other")});
        QStringList addresses;
        request.onRow = [&addresses](const app::ImportedRow &row) { addresses << row.email; };
        const auto summary = app::importApplicants(session.connection(), request);
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().text()));
        QCOMPARE(addresses, (QStringList{QStringLiteral("ada@example.org"), QStringLiteral("bela@example.org")}));
        QCOMPARE(db::roleSummaries(session.connection())->first().applicants, 2);
        session.undo(); // one step takes both files back
        QTRY_COMPARE(db::roleSummaries(session.connection())->first().applicants, 0);
        QTRY_VERIFY(!session.isBusy());
    }

    void givenFilesFindTheirPlace()
    {
        QCOMPARE(fileUse(QStringLiteral("/a/Posting.MD")), FileUse::Posting);
        QCOMPARE(fileUse(QStringLiteral("people.xlsx")), FileUse::Table);
        QCOMPARE(fileUse(QStringLiteral("panel.rolecall")), FileUse::Workspace);
        QCOMPARE(fileUse(QStringLiteral("picture.png")), FileUse::Other);
        QCOMPARE(fileUse(QStringLiteral("inbox.mbox")), FileUse::Applicants);
        SettingsFile settings(path(QStringLiteral("files.json")));
        Program program(settings, *m_theme, morning);
        program.start({});
        QTRY_COMPARE(program.window()->place().page, PageId::Welcome);
        program.createWorkspace(path(QStringLiteral("files.rolecall")));
        write(QStringLiteral("posting.md"), "# Librarian\n\n## Necessary qualities\n\n- Reads\n- Writes\n\n## Useful qualities\n\n- Sings\n");
        write(QStringLiteral("people.csv"), "Name;E-mail;Colour\nAda Example;ada@example.org;red\nBela Example;;\n;;x\n");
        Q_EMIT program.window()->filesGiven({path(QStringLiteral("posting.md"))});
        QCOMPARE(program.window()->place().page, PageId::Posting);
        QCOMPARE(program.window()->currentPage()->title(), QStringLiteral("Librarian"));

        Q_EMIT program.window()->filesGiven({path(QStringLiteral("people.csv"))});
        QCOMPARE(program.window()->place().page, PageId::Import);
        auto *page = static_cast<ImportPage *>(program.window()->currentPage());
        QTRY_COMPARE(page->trial().taken + page->trial().needsLook, 2);
        QTRY_VERIFY(page->actions().first()->isEnabled());
        QCOMPARE(db::roleSummaries(program.session()->connection())->first().applicants, 0); // a trial stores nothing
        page->actions().first()->trigger();
        QTRY_COMPARE(db::roleSummaries(program.session()->connection())->first().applicants, 2);
        QTRY_VERIFY(!program.session()->isBusy());
        program.session()->undo();
        QTRY_COMPARE(db::roleSummaries(program.session()->connection())->first().applicants, 0);
        QTRY_VERIFY(!program.session()->isBusy());
    }

    void whoAppliesIsSaidOnTheSheet()
    {
        auto workspace = app::createWorkspace(path(QStringLiteral("doubt.rolecall")));
        QVERIFY(workspace);
        Session session(std::move(*workspace));
        const auto role = app::addRolesFromPostings(session.connection(), {{QStringLiteral("p.md"), "# Pilot\n\n## Necessary qualities\n\n- Steers\n"}});
        QVERIFY(role);
        write(QStringLiteral("forward.eml"), "From: Rita Recruiter <rita@example.org>\nSubject: Fwd: an application\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n\nSee below, very good.\n");
        write(QStringLiteral("plain.eml"), "From: Tom Small <tom@example.org>\nSubject: Application\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n\nI apply.\n");
        ImportPage page(session);
        page.resize(1000, 700);
        page.show();
        page.activate();
        page.addFiles({path(QStringLiteral("forward.eml")), path(QStringLiteral("plain.eml"))});
        QTRY_COMPARE(page.trial().inDoubt, 1);
        ImportRowsModel &rows = page.sheet().rows();
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(rows.rowCount(), 2);
        const QModelIndex doubtful = rows.index(0, ImportRowsModel::PersonColumn); // what waits for a word comes first
        QCOMPARE(doubtful.siblingAtColumn(ImportRowsModel::StateColumn).data().toString(), QStringLiteral("Who is it?"));
        page.sheet().rowTable().setCurrentIndex(doubtful);
        page.sheet().rowTable().edit(doubtful);
        auto *box = page.sheet().rowTable().findChild<QComboBox *>();
        QVERIFY(box && box->isEditable());
        QVERIFY(box->findText(QStringLiteral("Rita Recruiter <rita@example.org>")) >= 0);
        QVERIFY(rows.setData(doubtful, QStringLiteral("Una Small <una@example.org>"), Qt::EditRole));
        QCOMPARE(page.trial().inDoubt, 0);
        QTRY_VERIFY(page.actions().first()->isEnabled());
        page.actions().first()->trigger();
        QTRY_COMPARE(db::roleSummaries(session.connection())->first().applicants, 2);
        QTRY_VERIFY(!session.isBusy());
        QCOMPARE(rows.rowCount(), 2); // the report stays
        session.undo();
        QTRY_COMPARE(db::roleSummaries(session.connection())->first().applicants, 0);
        QTRY_VERIFY(!session.isBusy());
    }

    void whoMayBeTwiceLeadsToTheirPair()
    {
        auto workspace = app::createWorkspace(path(QStringLiteral("twice.rolecall")));
        QVERIFY(workspace);
        Session session(std::move(*workspace));
        QVERIFY(app::addRolesFromPostings(session.connection(), {{QStringLiteral("p.md"), "# Pilot\n\n## Necessary qualities\n\n- Steers\n"}}));
        write(QStringLiteral("twice.csv"), "Name,E-mail\nAda Example,ada@example.org\nA. Example,ada@example.org\nBela Muster,b@example.org\n");
        ImportPage page(session);
        page.show();
        page.activate();
        page.addFiles({path(QStringLiteral("twice.csv"))});
        QTRY_COMPARE(page.trial().needsLook, 1);
        QTRY_VERIFY(page.actions().first()->isEnabled());
        QSignalSpy places(&page, &Page::placeRequested);
        page.actions().first()->trigger();
        QTRY_COMPARE(page.sheet().rows().rowCount(), 1);
        QTRY_VERIFY(!session.isBusy());
        const db::CandidateId twin = page.sheet().rows().rows().first().mayBeTwice;
        QVERIFY(twin.isValid());
        QTest::keyClick(&page.sheet().rowTable(), Qt::Key_Down);
        page.sheet().rowTable().setCurrentIndex(page.sheet().rows().index(0, ImportRowsModel::WhyColumn));
        QTest::keyClick(&page.sheet().rowTable(), Qt::Key_Return);
        QCOMPARE(places.size(), 1);
        const Place place = places.first().first().value<Place>();
        QCOMPARE(place.page, PageId::People);
        SettingsFile settings(path(QStringLiteral("twice.json")));
        PeoplePage people(session, settings);
        people.show();
        people.navigateTo(place.arguments);
        people.activate();
        auto *pairs = people.findChild<DuplicatesPanel *>();
        QTRY_COMPARE(pairs->count(), 1);
        QVERIFY(pairs->view().currentIndex().isValid());
        // The next step after an import is one press away.
        QCOMPARE(page.actions().first()->text(), QStringLiteral("See the applicants"));
    }

    void textIsPasted()
    {
        auto workspace = app::createWorkspace(path(QStringLiteral("pasted.rolecall")));
        QVERIFY(workspace);
        Session session(std::move(*workspace));
        QVERIFY(app::addRolesFromPostings(session.connection(), {{QStringLiteral("p.md"), "# Pilot\n\n## Necessary qualities\n\n- Steers\n"}}));
        ImportPage page(session);
        page.show();
        page.activate();
        QGuiApplication::clipboard()->setText(QStringLiteral("Name\tE-mail\nAda Example\tada@example.org\n"));
        page.paste();
        QTRY_COMPARE(page.trial().taken, 1);
        QGuiApplication::clipboard()->setText(QStringLiteral("BEGIN:VCARD\nVERSION:4.0\nFN:Bela Muster\nEMAIL:bela@example.org\nEND:VCARD\n"));
        page.paste();
        QTRY_COMPARE(page.trial().taken, 2);
        QTRY_VERIFY(!session.isBusy());
    }

    void aDateIsTickedOffInPlace()
    {
        auto workspace = app::openWorkspace(path(QStringLiteral("example.rolecall")), db::Access::ReadWrite);
        QVERIFY(workspace);
        Session session(std::move(*workspace));
        AgendaFeed feed(session, nullptr, [] { return QDateTime(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC); }, QStringLiteral("UTC"));
        TodayPage page(session, feed);
        page.show();
        QTRY_VERIFY(!page.findChildren<QPushButton *>().isEmpty());
        const auto before = app::agenda(session.connection(), feed.now(), feed.zone());
        QPushButton *done = nullptr;
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text() == u"Done" && !done)
                done = button;
        }
        QVERIFY(done);
        done->setFocus();
        QTest::keyClick(done, Qt::Key_Space);
        const auto after = app::agenda(session.connection(), feed.now(), feed.zone());
        QCOMPARE(after->dates.size(), before->dates.size() - 1);
        session.undo();
        QTRY_VERIFY(!session.isBusy());
    }

    void columnsModelIsSound()
    {
        ImportColumnsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        app::ImportPreview preview;
        preview.columns = {QStringLiteral("Name"), QStringLiteral("X")};
        preview.rows = {{QStringLiteral("Ada Example"), QStringLiteral("1")}};
        preview.mapping = app::recognizeColumns(preview.columns, preview.rows, {QStringLiteral("Reads")}, 1);
        model.setPreview(preview);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, ImportColumnsModel::MeaningColumn).data().toString(), QStringLiteral("Name"));
        int column = -1;
        QString key;
        connect(&model, &ImportColumnsModel::meaningChosen, this, [&](int chosen, const QString &meaning) {
            column = chosen;
            key = meaning;
        });
        QVERIFY(model.setData(model.index(1, ImportColumnsModel::MeaningColumn), QStringLiteral("n1"), Qt::EditRole));
        QCOMPARE(column, 1);
        QCOMPARE(key, QStringLiteral("n1"));
    }

    void settingsThatCannotBeReadCountAsEmpty()
    {
        write(QStringLiteral("broken.json"), "{\"looks/scheme\": 7, [");
        SettingsFile settings(path(QStringLiteral("broken.json")));
        QVERIFY(rememberedScheme(settings) == ColourScheme::System);
        settings.setValue(QStringLiteral("looks/scheme"), "99");
        QVERIFY(rememberedScheme(settings) == ColourScheme::System);
        settings.setValue(QStringLiteral("looks/scheme"), "2");
        settings.flush();
        QVERIFY(rememberedScheme(SettingsFile(path(QStringLiteral("broken.json")))) == ColourScheme::Dark);
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestProgram)
#include "tst_program.moc"
