// SPDX-License-Identifier: GPL-3.0-or-later
// The page of everybody: finding, changing, joining, handing out and erasing, from where a person sits.
#include "app/people/person_acts.h"
#include "app/people/retention.h"
#include "db/people.h"
#include "tests/support/many_applicants.h"
#include "tests/support/sample_workspace.h"
#include "ui/models/people_model.h"
#include "ui/pages/people/duplicates_panel.h"
#include "ui/pages/people/erase_dialog.h"
#include "ui/pages/people/people_page.h"
#include "ui/pages/people/person_panel.h"
#include "ui/pages/settings/fields_section.h"
#include "ui/pages/settings/retention_section.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/search_field.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

class TestPeoplePage : public QObject
{
    Q_OBJECT

    MemorySettings m_settings;
    std::unique_ptr<test::SampleWorkspace> m_sample;
    std::unique_ptr<PeoplePage> m_page;

    Session &session() { return m_sample->session(); }
    db::Connection &connection() { return m_sample->connection(); }
    QString value(const QString &sql) { return db::single(connection(), sql)->toString(); }
    PeopleModel &model() { return *static_cast<PeopleModel *>(m_page->table().model()); }
    db::CandidateId add(const QString &name, const QString &email)
    {
        db::Candidate person;
        person.name = name;
        person.email = email;
        db::CandidateId id;
        test::SampleWorkspace::must(app::addPerson(connection(), person, &id));
        return id;
    }
    void show()
    {
        m_page = std::make_unique<PeoplePage>(session(), m_settings);
        m_page->resize(1200, 800);
        m_page->navigateTo({});
        m_page->activate();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    template<class W> W *named(const QString &name)
    {
        for (W *widget : m_page->findChildren<W *>()) {
            if (widget->accessibleName() == name || widget->property("text").toString() == name)
                return widget;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_settings = {};
        m_sample = std::make_unique<test::SampleWorkspace>();
        m_sample->addPeople({{2, 2, 2}, {1, 1, 1}, {3, 3, 3}});
    }
    void cleanup()
    {
        m_page.reset();
        m_sample.reset();
    }

    void findsAndShows()
    {
        show();
        QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model().rowCount(), 3);
        QTRY_COMPARE(model().index(0, PeopleModel::NameColumn).data().toString(), QStringLiteral("Person 0"));
        QTRY_VERIFY(m_page->subtitle().contains(QStringLiteral("3 people")));
        m_page->search().setText(QStringLiteral("person2@"));
        QTRY_COMPARE(model().rowCount(), 1);
        QTRY_COMPARE(m_page->panel().person(), model().personAt(0));
        m_page->search().setText(QString());
        QTRY_COMPARE(model().rowCount(), 3);
        m_page->table().sortByColumn(PeopleModel::NameColumn, Qt::DescendingOrder);
        QTRY_COMPARE(model().index(0, PeopleModel::NameColumn).data().toString(), QStringLiteral("Person 2"));
        add(QStringLiteral("Person 9"), QStringLiteral("nine@example.org"));
        model().refresh();
        QTRY_COMPARE(model().rowCount(), 4);
    }

    void changesOnePerson()
    {
        show();
        QTRY_COMPARE(model().rowCount(), 3);
        QTRY_VERIFY(named<QLineEdit>(QStringLiteral("Phone")));
        auto *phone = named<QLineEdit>(QStringLiteral("Phone"));
        phone->setFocus();
        QTest::keyClicks(phone, QStringLiteral("+44 20 7946 0101"));
        QTest::keyClick(phone, Qt::Key_Return);
        QCOMPARE(value(QStringLiteral("SELECT phone FROM candidate WHERE id = 1")), QStringLiteral("+44 20 7946 0101"));
        m_page->panel().setTab(PersonPanel::Notes);
        auto *note = named<QPlainTextEdit>(QStringLiteral("New note"));
        QVERIFY(note);
        note->setPlainText(QStringLiteral("Rings back on Monday"));
        named<QPushButton>(QStringLiteral("Add note"))->click();
        QCOMPARE(value(QStringLiteral("SELECT text FROM note")), QStringLiteral("Rings back on Monday"));
        QTRY_VERIFY(named<QPushButton>(QStringLiteral("Delete this note")));
        named<QPushButton>(QStringLiteral("Delete this note"))->click();
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM note")), QStringLiteral("0"));
        session().undo();
        QTRY_COMPARE(value(QStringLiteral("SELECT count(*) FROM note")), QStringLiteral("1"));
    }

    void mergesAndKeepsApart()
    {
        add(QStringLiteral("Person 0"), QStringLiteral("person1@example.org"));
        add(QStringLiteral("Person 1"), QStringLiteral("person2@example.org"));
        show();
        QTRY_COMPARE(m_page->duplicates().count(), 2);
        m_page->navigateTo({{PeoplePage::duplicatesArgument, true}});
        QTRY_VERIFY(m_page->duplicates().mergeButton().isVisible());
        QTRY_VERIFY(m_page->duplicates().findChildren<QAbstractButton *>().size() > 6);
        m_page->duplicates().apartButton().click();
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM candidate_apart")), QStringLiteral("1"));
        QTRY_COMPARE(m_page->duplicates().count(), 1);
        QTest::qWait(50);
        m_page->duplicates().mergeButton().click();
        QTRY_COMPARE(value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("4"));
        QTRY_COMPARE(m_page->duplicates().count(), 0);
        session().undo();
        QTRY_COMPARE(value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("5"));
        QTRY_COMPARE(m_page->duplicates().count(), 1);
    }

    void erasesAfterTheWord()
    {
        show();
        QTRY_COMPARE(model().rowCount(), 3);
        QSignalSpy asked(m_page.get(), &PeoplePage::erasureAsked);
        m_page->askToErase({model().personAt(0)});
        QTRY_COMPARE(asked.size(), 1);
        auto *dialog = m_page->window()->findChild<EraseDialog *>();
        QVERIFY(dialog && !dialog->eraseButton().isEnabled());
        dialog->reject();
        QTRY_VERIFY(!m_page->window()->findChild<EraseDialog *>());
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("3"));
        m_page->askToErase({model().personAt(0), model().personAt(1)});
        QTRY_COMPARE(asked.size(), 2);
        dialog = m_page->window()->findChild<EraseDialog *>();
        QTest::keyClicks(&dialog->word(), EraseDialog::wordToType());
        QVERIFY(dialog->eraseButton().isEnabled());
        dialog->eraseButton().click();
        QTRY_COMPARE(model().rowCount(), 1);
        QTRY_VERIFY(!session().isBusy());
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM erasure")), QStringLiteral("2"));
        // The interface's own connection follows the file that was rewritten beneath it.
        add(QStringLiteral("Somebody New"), QStringLiteral("new@example.org"));
        model().refresh();
        QTRY_COMPARE(model().rowCount(), 2);
    }

    void handsOut()
    {
        show();
        QTRY_COMPARE(model().rowCount(), 3);
        QSignalSpy said(&session(), &Session::reported);
        const QString path = m_sample->filePath(QStringLiteral("one.zip"));
        m_page->exportTo(model().personAt(0), path);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(QFile::exists(path));
    }

    void addsByHand()
    {
        show();
        QTRY_COMPARE(model().rowCount(), 3);
        m_page->actions().first()->trigger();
        auto *name = named<QLineEdit>(QStringLiteral("Name of the person to add"));
        QVERIFY(name && name->isVisible());
        QTest::keyClicks(name, QStringLiteral("Alma New"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(model().rowCount(), 4);
        QTRY_COMPARE(m_page->panel().person(), db::CandidateId(4));
    }

    void showsWhoIsDue()
    {
        const QDate past = QDate::currentDate().addMonths(-7);
        QVERIFY(db::execute(connection(), QStringLiteral("UPDATE application SET outcome = 'rejected', outcome_reason = 'No', outcome_at = ? WHERE id = 2"), {past.toString(Qt::ISODate) + QStringLiteral("T00:00:00.000Z")}).has_value());
        RetentionSection section(session());
        section.refresh();
        section.period(QStringLiteral("rejected"))->setValue(6);
        QCOMPARE(value(QStringLiteral("SELECT months FROM retention_rule")), QStringLiteral("6"));
        show();
        m_page->navigateTo({{PeoplePage::dueArgument, true}});
        QTRY_COMPARE(model().rowCount(), 1);
        QCOMPARE(model().personAt(0), db::CandidateId(2));
        section.period(QStringLiteral("rejected"))->setValue(-1);
        QTRY_COMPARE(model().rowCount(), 0);
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM retention_rule")), QStringLiteral("0"));
    }

    void fieldsOfTheWorkspace()
    {
        FieldsSection section(session());
        section.refresh();
        section.name().setText(QStringLiteral("Shirt"));
        section.kind().setCurrentIndex(4);
        section.choices().setText(QStringLiteral("S, M, L"));
        section.addButton().click();
        QCOMPARE(value(QStringLiteral("SELECT choices FROM custom_field")), QStringLiteral("[\"S\",\"M\",\"L\"]"));
        show();
        QTRY_VERIFY(named<QComboBox>(QStringLiteral("Shirt")));
        auto *shirt = named<QComboBox>(QStringLiteral("Shirt"));
        shirt->setFocus();
        QTest::keyClick(shirt, Qt::Key_End);
        Q_EMIT shirt->activated(shirt->currentIndex());
        QCOMPARE(value(QStringLiteral("SELECT value FROM candidate_field")), QStringLiteral("L"));
    }
};

QTEST_MAIN(TestPeoplePage)
#include "tst_people_page.moc"
