// SPDX-License-Identifier: GPL-3.0-or-later
// A frozen shortlist can be made anew from itself, does not follow later changes, and says what changed since.
#include "workspace_fixture.h"

#include "app/applicants/applicant_import.h"
#include "app/history/history.h"
#include "app/reviews/reviewing.h"
#include "app/roles/role_editing.h"
#include "app/shortlist/freezing.h"
#include "db/application_lists.h"
#include "db/roles.h"

#include <QTest>

using namespace rolecall;

class TestFreezing : public QObject
{
    Q_OBJECT

    test::WorkspaceFixture m_fixture;
    QList<db::ApplicationId> m_people;

    db::Connection &connection() { return m_fixture.connection(); }
    /// Cai 1, Ana and Bea 2, Dot misses one, Eve is open.
    void addPeople()
    {
        const QByteArray table = "Name,Email,Reads star charts,Writes reports,Speaks to visitors,Mends clocks\n"
                                 "Ana Test,ana@example.org,2,2,1,1\nBea Test,bea@example.org,2,2,1,1\nCai Test,cai@example.org,3,3,3,2\n"
                                 "Dot Test,dot@example.org,1,3,3,3\nEve Test,eve@example.org,2,,3,3\n";
        app::ImportRequest request;
        request.role = m_fixture.role;
        request.files = {m_fixture.file(QStringLiteral("people.csv"), table)};
        VERIFY_DONE(app::importApplicants(connection(), request));
        m_people.clear();
        const auto ids = db::applicationIds(connection(), m_fixture.role, {}, db::ApplicationOrder::Name, false, 100);
        VERIFY_DONE(ids);
        m_people = *ids;
        QCOMPARE(m_people.size(), 5);
    }
    app::FrozenList freeze(const QString &name)
    {
        const auto done = app::freezeShortlist(connection(), m_fixture.role, name);
        if (!done)
            qFatal("%s", qPrintable(done.error().text()));
        const auto list = app::frozenList(connection(), db::frozenShortlists(connection(), m_fixture.role)->first().id);
        if (!list)
            qFatal("%s", qPrintable(list.error().text()));
        return *list;
    }
    void resize(std::optional<int> size)
    {
        db::Role role = *db::role(connection(), m_fixture.role);
        role.shortlistSize = size;
        VERIFY_DONE(app::changeRole(connection(), role, QStringLiteral("Changed the size")));
    }

private Q_SLOTS:
    void init()
    {
        m_fixture.open();
        addPeople();
    }
    void cleanup() { m_fixture.close(); }

    void holdsEverythingThatMadeIt()
    {
        resize(1);
        VERIFY_DONE(app::placeByHand(connection(), m_people.at(3), app::Placement::On, QStringLiteral("read them at sea")));
        const app::FrozenList list = freeze(QStringLiteral("First round"));
        QCOMPARE(list.rule.size, std::optional(1));
        QCOMPARE(list.rule.qualities.size(), 4);
        QCOMPARE(list.rule.qualities.first().text, QStringLiteral("Reads star charts"));
        QCOMPARE(list.rule.postingSha256.size(), 64);
        QCOMPARE(list.rule.gates.through, 3);
        QCOMPARE(list.people.size(), 4);
        QCOMPARE(list.people.at(0).application, m_people.at(2));
        QCOMPARE(list.people.at(0).rank, std::optional(1));
        QVERIFY(list.people.at(0).onList);
        QCOMPARE(list.people.at(0).reviews.size(), 1);
        QCOMPARE(list.people.at(0).reviews.first().uuid.size(), 36);
        QCOMPARE(list.people.at(1).rank, list.people.at(2).rank); // equals
        QVERIFY(!list.people.at(1).onList);                       // beyond the size
        QCOMPARE(list.people.at(3).placement, QStringLiteral("on"));
        QCOMPARE(list.people.at(3).reason, QStringLiteral("read them at sea"));
        QVERIFY(list.people.at(3).onList);
        QCOMPARE(app::recompute(list).differing, QList<db::ApplicationId>());
    }

    void isFoundOutWhereItWasChanged()
    {
        app::FrozenList list = freeze(QStringLiteral("First round"));
        QVERIFY(app::recompute(list).holds());
        list.people[1].rank = 1;
        QCOMPARE(app::recompute(list).differing, QList<db::ApplicationId>{list.people.at(1).application});
        VERIFY_DONE(db::execute(connection(), QStringLiteral("UPDATE shortlist_entry SET standing = replace(standing, '\"useful_score\":', '\"useful_score\":1')")));
        const auto read = app::frozenList(connection(), list.head.id);
        VERIFY_DONE(read);
        QVERIFY(!app::recompute(*read).holds());
        VERIFY_DONE(db::execute(connection(), QStringLiteral("UPDATE shortlist_entry SET standing = '{\"gate\":'")));
        QVERIFY(!app::frozenList(connection(), list.head.id).has_value());
    }

    void staysAsItWasAndTellsWhatChanged()
    {
        resize(2);
        const app::FrozenList before = freeze(QStringLiteral("First round"));
        const auto same = app::compareWithPresent(connection(), before);
        VERIFY_DONE(same);
        QVERIFY(same->moves.isEmpty());
        QVERIFY(same->ruleChanges.isEmpty());
        QCOMPARE(same->unmoved, 3); // equals are not parted by the size

        // Bea falls below the gate; Dot comes in by hand; the weight of clocks is another.
        VERIFY_DONE(app::withdrawReview(connection(), m_people.at(1)));
        VERIFY_DONE(app::rate(connection(), m_people.at(1), m_fixture.qualities.at(1).id, 0));
        VERIFY_DONE(app::submitReview(connection(), m_people.at(1)));
        VERIFY_DONE(app::placeByHand(connection(), m_people.at(3), app::Placement::On, QStringLiteral("read them at sea")));
        VERIFY_DONE(app::weighQuality(connection(), m_fixture.qualities.at(3).id, 5));
        const auto list = app::frozenList(connection(), before.head.id);
        VERIFY_DONE(list);
        QCOMPARE(list->people.size(), before.people.size());
        QVERIFY(app::recompute(*list).holds());
        const auto now = app::compareWithPresent(connection(), *list);
        VERIFY_DONE(now);
        QCOMPARE(now->ruleChanges, QStringList{QStringLiteral("Weight 5, was 1: Mends clocks")});
        QCOMPARE(now->moves.size(), 2);
        QCOMPARE(now->moves.at(0).kind, app::MoveKind::Entered);
        QCOMPARE(now->moves.at(0).application, m_people.at(3));
        QCOMPARE(now->moves.at(0).reasons, QStringList{QStringLiteral("put on by hand: read them at sea")});
        QCOMPARE(now->moves.at(1).kind, app::MoveKind::Left);
        QCOMPARE(now->moves.at(1).reasons, QStringList{QStringLiteral("Writes reports: 0, was 2")});
    }

    void isOneChangeThatCanBeUndone()
    {
        QVERIFY(!app::freezeShortlist(connection(), m_fixture.role, QStringLiteral("  ")).has_value());
        freeze(QStringLiteral("First round"));
        VERIFY_DONE(app::undo(connection()));
        QVERIFY(db::frozenShortlists(connection(), m_fixture.role)->isEmpty());
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM shortlist_entry")), QStringLiteral("0"));
        VERIFY_DONE(app::redo(connection()));
        const auto again = app::frozenList(connection(), db::frozenShortlists(connection(), m_fixture.role)->first().id);
        VERIFY_DONE(again);
        QVERIFY(app::recompute(*again).holds());
    }
};

QTEST_GUILESS_MAIN(TestFreezing)
#include "tst_freezing.moc"
