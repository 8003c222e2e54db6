// SPDX-License-Identifier: GPL-3.0-or-later
// People across roles: who may be one, joining them and parting them again, what may be seen of them, how long they are kept.
#include "app/applicants/application_acts.h"
#include "app/blind/identity.h"
#include "app/documents/attaching.h"
#include "app/history/history.h"
#include "app/people/duplicates.h"
#include "app/people/merging.h"
#include "app/people/person_acts.h"
#include "app/people/person_export.h"
#include "app/people/person_file.h"
#include "app/people/retention.h"
#include "app/reviews/agreeing.h"
#include "app/shortlist/freezing.h"
#include "db/backup.h"
#include "db/change_capture.h"
#include "db/people.h"
#include "db/person_records.h"
#include "tests/app/panel_fixture.h"

using namespace rolecall;
using namespace rolecall::test;

class TestPeople : public QObject
{
    Q_OBJECT

    PanelFixture m_fixture;
    db::RoleId m_second;

    db::Connection &connection() { return m_fixture.connection(); }
    void must(const Result<app::Done> &done) { VERIFY_DONE(done); }
    db::CandidateId add(const QString &name, const QString &email = {}, const QString &phone = {}, const QString &location = {})
    {
        db::Candidate person;
        person.name = name;
        person.email = email;
        person.phone = phone;
        person.location = location;
        db::CandidateId id;
        must(app::addPerson(connection(), person, &id));
        return id;
    }
    db::ApplicationId apply(db::CandidateId person, db::RoleId role)
    {
        must(app::addApplication(connection(), person, role));
        return db::applicationsOf(connection(), person)->first().id;
    }
    db::CandidateId personOf(db::ApplicationId application) { return db::application(connection(), application)->candidate; }
    /// Every logged table, as text: what undo must bring back to the letter.
    QStringList everything()
    {
        QStringList text;
        for (const char *table : {"candidate", "application", "note", "document", "review", "rating", "evidence", "agreed_level", "hand_placement", "application_tag", "shortlist_entry", "candidate_field", "candidate_apart"}) {
            const auto columns = db::loggedTable(connection(), QLatin1String(table));
            text << QLatin1String(table) << m_fixture.value(QStringLiteral("SELECT group_concat(json_array(%1), char(10)) FROM (SELECT * FROM %2 ORDER BY 1, 2)").arg(columns->columns.join(QStringLiteral(", ")), QLatin1String(table))).split(u'\n');
        }
        text.sort();
        return text;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture.openPanel(2);
        const auto added = app::addRolesFromPosting(connection(), "# Clock Mender\n\n## Necessary qualities\n\n- Mends clocks\n", QStringLiteral("mender.md"));
        VERIFY_DONE(added);
        m_second = added->roles.first();
    }
    void cleanup() { m_fixture.close(); }

    void tellsWhoMayBeOne_data()
    {
        QTest::addColumn<QStringList>("one");
        QTest::addColumn<QStringList>("other");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("address") << QStringList{"Zoë Angström", "zoe@example.org"} << QStringList{"Z A", "ZOE+jobs@example.org"} << 80 << 100;
        QTest::newRow("accents") << QStringList{"Zoë Ångström"} << QStringList{"ZOE ANGSTROM"} << 50 << 70;
        QTest::newRow("order") << QStringList{"Ångström, Zoë"} << QStringList{"Zoe Angstrom"} << 45 << 60;
        QTest::newRow("initial and place") << QStringList{"Z. Angstrom", "", "", "Lindholm"} << QStringList{"Zoe Angstrom", "", "", "lindholm"} << 45 << 60;
        QTest::newRow("number") << QStringList{"A", "", "+49 30 9018-20774"} << QStringList{"B", "", "030/901820774"} << 60 << 70;
        QTest::newRow("a letter") << QStringList{"Zoe Angstrom"} << QStringList{"Zoe Angstroem"} << 40 << 50;
        QTest::newRow("only the name, addresses differ") << QStringList{"Ada Example", "a@example.org"} << QStringList{"Ada Example", "b@example.org"} << 40 << 50;
        QTest::newRow("nothing") << QStringList{"Ada Example", "a@example.org", "1234567"} << QStringList{"Bea Example", "b@example.org", "7654321"} << 0 << 0;
    }
    void tellsWhoMayBeOne()
    {
        QFETCH(QStringList, one);
        QFETCH(QStringList, other);
        QFETCH(int, least);
        QFETCH(int, most);
        add(one.at(0), one.value(1), one.value(2), one.value(3));
        add(other.at(0), other.value(1), other.value(2), other.value(3));
        const auto pairs = app::findDuplicates(connection());
        VERIFY_DONE(pairs);
        if (most == 0) {
            QVERIFY(pairs->isEmpty());
            return;
        }
        QCOMPARE(pairs->size(), 1);
        QVERIFY2(pairs->first().score >= least && pairs->first().score <= most, qPrintable(QString::number(pairs->first().score)));
        QVERIFY(!app::reasonsInWords(pairs->first().reasons).isEmpty());
        // Two people are not proposed again, until that is taken back.
        must(app::keepApart(connection(), pairs->first().first, pairs->first().second));
        QVERIFY(app::findDuplicates(connection())->isEmpty());
        must(app::undo(connection()));
        QCOMPARE(app::findDuplicates(connection())->size(), 1);
    }

    void sameFileAndCommonNames()
    {
        // Twenty-one of one name say nothing of each other; the same file does.
        QList<db::CandidateId> people;
        for (int i = 0; i < 21; ++i)
            people << add(QStringLiteral("Kim Example"));
        QVERIFY(app::findDuplicates(connection())->isEmpty());
        for (const int i : {3, 17})
            VERIFY_DONE(app::attachDocuments(connection(), apply(people.at(i), m_fixture.role), {{QStringLiteral("cv%1.txt").arg(i), "The same CV"}}));
        const auto pairs = app::findDuplicates(connection());
        QCOMPARE(pairs->size(), 1);
        QCOMPARE(pairs->first().first, people.at(3));
        QVERIFY(pairs->first().reasons.testFlag(app::Likeness::SameDocument) && pairs->first().reasons.testFlag(app::Likeness::SameName));
    }

    void mergesAndPartsAgain()
    {
        const db::ApplicationId kept = m_fixture.applicants.at(0), other = m_fixture.applicants.at(1);
        const db::CandidateId keptPerson = personOf(kept), otherPerson = personOf(other);
        const db::ApplicationId elsewhere = apply(otherPerson, m_second);
        db::Candidate contact = *db::candidate(connection(), otherPerson);
        contact.phone = QStringLiteral("+44 20 7946 0101");
        contact.email = QStringLiteral("other@example.org");
        must(app::changePerson(connection(), contact));
        must(app::addCustomField(connection(), {{}, QStringLiteral("Notice"), QStringLiteral("text"), {}}));
        const db::CustomField field = db::customFields(connection())->first();
        must(app::setField(connection(), otherPerson, field, QStringLiteral("three months")));
        // Ada rated both, and differently; Bea only the second; the panel agreed on the second.
        m_fixture.rate(m_fixture.ada, kept, {2, 2, -1, -1});
        m_fixture.rate(m_fixture.ada, other, {0, 2, 3, -1});
        m_fixture.rate(m_fixture.bea, other, {1, 1, 1, 1});
        m_fixture.be(m_fixture.ada);
        must(app::addNote(connection(), other, QStringLiteral("Came twice")));
        must(app::tag(connection(), {other}, QStringLiteral("twice")));
        VERIFY_DONE(app::attachDocuments(connection(), other, {{QStringLiteral("cv.txt"), "A CV"}}));
        must(app::reject(connection(), {other}, QStringLiteral("By mistake")));
        must(app::freezeShortlist(connection(), m_fixture.role, QStringLiteral("Both")));
        const QStringList before = everything();

        app::MergeChoice choice{keptPerson, otherPerson, false, true, false, false, {}};
        const auto preview = app::previewMerge(connection(), choice);
        VERIFY_DONE(preview);
        QCOMPARE(preview->sentences.size(), 2);
        must(app::mergePeople(connection(), choice));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("1"));
        const auto person = db::candidate(connection(), keptPerson);
        QCOMPARE(person->email.value_or(QString()), QStringLiteral("other@example.org"));
        QCOMPARE(person->phone.value_or(QString()), QStringLiteral("+44 20 7946 0101")); // one had none
        QCOMPARE(db::fieldValues(connection(), keptPerson)->value(field.id), QStringLiteral("three months"));
        const auto applications = db::applicationsOf(connection(), keptPerson);
        QCOMPARE(applications->size(), 2);
        QCOMPARE(applications->first().id, elsewhere);
        QCOMPARE(db::application(connection(), kept)->outcome.value_or(QString()), QString());
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM review WHERE application_id = %1").arg(kept.number())), QStringLiteral("2"));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT group_concat(level, ',') FROM rating r JOIN review v ON v.id = r.review_id WHERE v.reviewer_id = %1 ORDER BY quality_id").arg(m_fixture.ada.number())), QStringLiteral("2,2,3"));
        QVERIFY(m_fixture.value(QStringLiteral("SELECT group_concat(note) FROM evidence")).contains(QStringLiteral("level 0")));
        const QString notes = m_fixture.value(QStringLiteral("SELECT group_concat(text) FROM note WHERE application_id = %1").arg(kept.number()));
        QVERIFY(notes.contains(QStringLiteral("Came twice")) && notes.contains(QStringLiteral("By mistake")));
        QCOMPARE(db::documentsOf(connection(), keptPerson)->size(), 1);
        QVERIFY(app::recompute(*app::frozenList(connection(), db::ShortlistId(1))).holds());
        QCOMPARE(db::damage(connection()).value(), QStringList());
        QVERIFY(!app::history(connection(), {}, 1)->first().title.contains(QStringLiteral("{person")));

        must(app::undo(connection()));
        const QStringList after = everything();
        const QSet<QString> lost = QSet<QString>(before.begin(), before.end()).subtract(QSet<QString>(after.begin(), after.end()));
        QCOMPARE(QStringList(lost.begin(), lost.end()).join(u'|'), QString());
        QCOMPARE(after.join(u'|'), before.join(u'|'));
        must(app::redo(connection()));
        QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM candidate")), QStringLiteral("1"));
        must(app::undo(connection()));
        QCOMPARE(everything(), before);
        QCOMPARE(db::damage(connection()).value(), QStringList());
    }

    void showsAndChangesOnePerson()
    {
        const db::CandidateId person = add(QStringLiteral("Zoe Example"), QStringLiteral("zoe@example.org"));
        QVERIFY(!app::addPerson(connection(), {}).has_value());
        const db::ApplicationId application = apply(person, m_fixture.role);
        QVERIFY(!app::addApplication(connection(), person, m_fixture.role).has_value());
        must(app::addNote(connection(), application, QStringLiteral("Mine")));
        m_fixture.be(m_fixture.bea);
        must(app::addNote(connection(), application, QStringLiteral("Bea's")));
        const db::NoteId beas = db::notesOf(connection(), person)->first().id;
        m_fixture.be(m_fixture.ada);
        QVERIFY(!app::changeNote(connection(), beas, application, QStringLiteral("Not mine")).has_value());
        auto file = app::readPersonFile(connection(), person);
        VERIFY_DONE(file);
        QCOMPARE(file->notes.size(), 2);
        QVERIFY(!file->timeline.isEmpty());
        for (const app::TimelineEntry &entry : std::as_const(file->timeline))
            QVERIFY2(!entry.what.contains(u'{') && entry.at.isValid(), qPrintable(entry.what));
        // Once a colleague has rated, their words wait until one's own review is in.
        m_fixture.rate(m_fixture.bea, application, {1, 1, 1, 1});
        m_fixture.be(m_fixture.ada);
        file = app::readPersonFile(connection(), person);
        QCOMPARE(file->notes.size(), 1);
        QCOMPARE(file->notesHeldBack, 1);
        const auto export_ = app::readPersonExport(connection(), person);
        VERIFY_DONE(export_);
        QVERIFY(!QString::fromUtf8(app::personPage(*export_)).contains(QStringLiteral("Bea's")));
        must(app::addCustomField(connection(), {{}, QStringLiteral("Shirt"), QStringLiteral("choice"), {QStringLiteral("S"), QStringLiteral("M")}}));
        const db::CustomField shirt = db::customFields(connection())->first();
        QVERIFY(!app::setField(connection(), person, shirt, QStringLiteral("XL")).has_value());
        must(app::setField(connection(), person, shirt, QStringLiteral("m")));
        QCOMPARE(app::readPersonFile(connection(), person)->values.value(shirt.id), QStringLiteral("M"));
        QCOMPARE(*app::fieldValue({{}, {}, QStringLiteral("date"), {}}, QStringLiteral("2031-03-14")), QStringLiteral("2031-03-14"));
        QVERIFY(!app::fieldValue({{}, {}, QStringLiteral("number"), {}}, QStringLiteral("many")).has_value());
    }

    void tellsNothingOfABlindRole()
    {
        const db::CandidateId open = add(QStringLiteral("Zoe Open"), QStringLiteral("zoe@example.org"));
        const db::CandidateId both = add(QStringLiteral("Both Example"), QStringLiteral("both@example.org"));
        const db::CandidateId behind = add(QStringLiteral("Both Example"), QStringLiteral("both@example.org"));
        apply(open, m_second);
        apply(both, m_second);
        const db::ApplicationId masked = apply(both, m_fixture.role);
        apply(behind, m_fixture.role);
        must(app::addNote(connection(), masked, QStringLiteral("Secretword")));
        must(app::tag(connection(), {masked}, QStringLiteral("Secrettag")));
        auto role = *db::role(connection(), m_fixture.role);
        role.blind = true;
        VERIFY_DONE(app::perform(connection(), {QStringLiteral("role"), QStringLiteral("Blind"), {}}, app::Area::Roles, [&] { return db::updateRole(connection(), role); }));

        const auto ids = db::personIds(connection(), {}, db::PersonOrder::Name);
        QCOMPARE(*ids, (QList<db::CandidateId>{both, open}));
        QCOMPARE(db::peopleCounts(connection())->hidden, 3); // the two of the fixture, and one
        const auto row = db::personRows(connection(), {both})->first();
        QCOMPARE(row.applications, 1);
        QVERIFY(row.tags.isEmpty() && row.roles == QStringList{QStringLiteral("Clock Mender")});
        const auto file = app::readPersonFile(connection(), both);
        VERIFY_DONE(file);
        QCOMPARE(file->applications.size(), 1);
        QVERIFY(file->notes.isEmpty());
        for (const app::TimelineEntry &entry : file->timeline)
            QVERIFY2(!(entry.what + entry.more).contains(QStringLiteral("Star Keeper")), qPrintable(entry.what));
        QVERIFY(!app::readPersonFile(connection(), behind).has_value());
        QVERIFY(app::findDuplicates(connection())->isEmpty());
        QVERIFY(!app::readPersonExport(connection(), both).has_value());
        db::PersonFilter filter;
        filter.role = m_fixture.role;
        QVERIFY(db::personIds(connection(), filter, db::PersonOrder::Name)->isEmpty());
        // Who was revealed is shown.
        must(app::reveal(connection(), masked, QStringLiteral("A conflict of interest")));
        QCOMPARE(app::readPersonFile(connection(), both)->applications.size(), 2);
        VERIFY_DONE(app::readPersonExport(connection(), both));
    }

    void keepsDataAsLongAsSaid()
    {
        const QDate today(2031, 3, 31);
        connection().setClock([] { return QDateTime(QDate(2030, 9, 30), QTime(12, 0), Qt::UTC); });
        const db::CandidateId person = add(QStringLiteral("Zoe Example")), withTwo = add(QStringLiteral("Two Example")), none = add(QStringLiteral("No Application"));
        const db::ApplicationId one = apply(person, m_fixture.role), two = apply(withTwo, m_fixture.role);
        apply(withTwo, m_second);
        must(app::reject(connection(), {one, two}, QStringLiteral("No")));
        QVERIFY(db::duePeople(connection(), today)->isEmpty()); // without a rule nothing is due
        must(app::setRetention(connection(), {}, QStringLiteral("rejected"), 6));
        auto due = db::duePeople(connection(), today);
        VERIFY_DONE(due);
        QCOMPARE(due->size(), 1); // the other's second application has no period
        QCOMPARE(due->first().id, person);
        QCOMPARE(due->first().since, QDate(2031, 3, 30));
        QVERIFY(db::duePeople(connection(), QDate(2031, 3, 29))->isEmpty());
        must(app::setRetention(connection(), m_second, QStringLiteral("undecided"), 3));
        QCOMPARE(db::duePeople(connection(), today)->size(), 2);
        must(app::setRetention(connection(), m_fixture.role, QStringLiteral("rejected"), 12)); // the role's own stands
        QVERIFY(db::duePeople(connection(), today)->isEmpty());
        must(app::undo(connection()));
        QCOMPARE(db::duePeople(connection(), today)->size(), 2);
        QVERIFY(!app::setRetention(connection(), {}, QStringLiteral("rejected"), -1).has_value());
        due = db::duePeople(connection(), today);
        for (const db::DuePerson &person_ : *due)
            QVERIFY(person_.id != none);
        connection().setClock({});
    }
};

QTEST_MAIN(TestPeople)
#include "tst_people.moc"
