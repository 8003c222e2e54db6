// SPDX-License-Identifier: GPL-3.0-or-later
// The example is made whole by the acts of the program, and what is next in it is told in order.
#include "app/agenda/agenda.h"
#include "app/example/example_workspace.h"
#include "app/history/history.h"
#include "app/roles/panel_editing.h"
#include "app/search/searching.h"
#include "app/shortlist/shortlist.h"
#include "app/workspaces.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rolecall;

class TestExample : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("example.rolecall"));
        const Outcome made = app::makeExample(path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        auto opened = app::openWorkspace(path, db::Access::ReadWrite);
        QVERIFY(opened);
        m_workspace = std::move(*opened);
    }

    void rolesAndApplicants()
    {
        const auto roles = db::roleSummaries(connection());
        QVERIFY(roles);
        QCOMPARE(roles->size(), 2);
        for (const db::RoleSummary &summary : *roles) {
            const bool engineer = summary.role.title == u"Research Software Engineer";
            QCOMPARE(summary.applicants, engineer ? 38 : 8);
            QCOMPARE(summary.necessary, engineer ? 5 : 4);
            QCOMPARE(summary.useful, engineer ? 5 : 3);
            QVERIFY(summary.closesOn.has_value());
            if (engineer)
                QVERIFY2(summary.through > 3 && summary.through < 30, qPrintable(QString::number(summary.through)));
        }
    }

    void shortlistHasAllKindsOfEntries()
    {
        const auto list = app::shortlist(connection(), engineer(), {});
        QVERIFY(list);
        QVERIFY(list->nearMissCount > 0);
        QVERIFY(std::any_of(list->entries.begin(), list->entries.end(), [](const app::ShortlistEntry &entry) { return entry.placement == app::Placement::On; }));
    }

    void documentsCanBeSearched()
    {
        const auto hits = app::search(connection(), {QStringLiteral("distributed pipeline")});
        QVERIFY(hits);
        const auto letters = app::search(connection(), {QStringLiteral("invented camera")});
        QVERIFY(letters);
        QCOMPARE(std::count_if(letters->list.begin(), letters->list.end(), [](const app::Finding &found) { return found.hit.kind == u"document"; }), 6);
    }

    void aSecondOneIsNotPutOverTheFirst()
    {
        QVERIFY(!app::makeExample(m_folder.filePath(QStringLiteral("example.rolecall"))));
        QVERIFY(db::roleSummaries(connection())->size() == 2);
    }

    void agendaIsInOrder()
    {
        const auto agenda = app::agenda(connection(), QDateTime(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC), QStringLiteral("UTC"));
        QVERIFY(agenda);
        QVERIFY(agenda->dates.size() >= 4);
        QCOMPARE(agenda->overdue(), 1); // the engineer's closing date was yesterday
        QCOMPARE(agenda->dates.first().days, std::optional<int>(-1));
        std::optional<int> before;
        for (const app::AgendaDate &date : agenda->dates) {
            QVERIFY(!date.days || !before || *date.days >= *before);
            QVERIFY(date.days || !date.deadline.date);
            before = date.days ? date.days : before;
        }
        QCOMPARE(agenda->reviews.size(), 2);
        // Of the six who sent documents three reviews are submitted, two begun; four others came without ratings.
        QCOMPARE(agenda->reviews.first().waiting, 7);
        QCOMPARE(agenda->reviews.first().drafts, 2);
    }

    void panelIsOneChangeEach()
    {
        const auto before = db::panel(connection(), engineer());
        QVERIFY(before);
        QVERIFY(app::addPanelMember(connection(), engineer(), QStringLiteral("  Nova   Example ")));
        QVERIFY(!app::addPanelMember(connection(), engineer(), QStringLiteral("nova example")));
        QVERIFY(!app::addPanelMember(connection(), engineer(), QStringLiteral(" ")));
        QCOMPARE(db::panel(connection(), engineer())->size(), before->size() + 1);
        QVERIFY(app::undo(connection()));
        QCOMPARE(db::panel(connection(), engineer())->size(), before->size());
        QVERIFY(app::removePanelMember(connection(), engineer(), before->first()));
        QCOMPARE(db::panel(connection(), engineer())->size(), before->size() - 1);
        QVERIFY(app::undo(connection()));
    }

    void relativeDays_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("words");
        QTest::newRow("today") << 0 << QStringLiteral("today");
        QTest::newRow("tomorrow") << 1 << QStringLiteral("tomorrow");
        QTest::newRow("yesterday") << -1 << QStringLiteral("yesterday");
        QTest::newRow("soon") << 3 << QStringLiteral("in 3 days");
        QTest::newRow("past") << -12 << QStringLiteral("12 days ago");
        QTest::newRow("months") << 90 << QStringLiteral("in 3 months");
        QTest::newRow("years") << -800 << QStringLiteral("2 years ago");
    }
    void relativeDays()
    {
        QFETCH(int, days);
        QTEST(app::relativeDay(days), "words");
    }

private:
    db::Connection &connection() { return m_workspace->connection(); }
    db::RoleId engineer() { return *db::findRole(connection(), QStringLiteral("Research Software Engineer")); }

    QTemporaryDir m_folder;
    std::unique_ptr<db::Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(TestExample)
#include "tst_example.moc"
