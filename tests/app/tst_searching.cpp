// SPDX-License-Identifier: GPL-3.0-or-later
// What a search finds, in which order, what it shows of it, and what it keeps to itself.
#include "app/blind/identity.h"
#include "app/documents/attaching.h"
#include "app/documents/text_preparation.h"
#include "app/search/searching.h"
#include "panel_fixture.h"

#include "db/application_lists.h"
#include "db/change_log.h"
#include "db/documents.h"
#include "db/roles.h"

#include <QTest>

using namespace rolecall;

class TestSearching : public QObject
{
    Q_OBJECT

    test::PanelFixture m_panel;

    db::Connection &connection() { return m_panel.connection(); }
    db::ApplicationId at(int i) const { return m_panel.applicants.at(i); }

    void attach(db::ApplicationId application, const QString &name, const QString &text)
    {
        const auto attached = app::attachDocuments(connection(), application, {{name, text.toUtf8()}});
        QVERIFY2(attached.has_value(), qPrintable(attached ? QString() : attached.error().text()));
        const auto documents = db::documents(connection(), application);
        for (const db::Document &document : *documents) {
            const auto prepared = app::prepareText(connection(), document);
            QVERIFY(prepared.has_value());
            if (prepared->fresh)
                VERIFY_DONE(db::storeDocumentText(connection(), prepared->text));
        }
    }
    void note(db::ApplicationId application, const QString &text, db::ReviewerId reviewer = {})
    {
        auto scope = db::ChangeScope::begin(connection(), {QStringLiteral("note"), QStringLiteral("Noted"), {}, m_panel.role, application});
        VERIFY_DONE(db::insertNote(connection(), {{}, application, reviewer, text, {}}));
        VERIFY_DONE(scope->commit());
    }
    void exec(const QString &sql)
    {
        auto scope = db::ChangeScope::begin(connection(), {QStringLiteral("test"), QStringLiteral("Test"), {}, m_panel.role});
        VERIFY_DONE(db::execute(connection(), sql));
        VERIFY_DONE(scope->commit());
    }
    QList<app::Finding> find(const QString &typed, const db::SearchFilter &filter = {}, int limit = 50, int ranked = 0)
    {
        const auto found = app::search(connection(), {typed, filter, limit, ranked});
        if (!found) {
            qWarning("%s", qPrintable(found.error().text()));
            return {};
        }
        return found->list;
    }
    QStringList kinds(const QString &typed, const db::SearchFilter &filter = {})
    {
        QStringList list;
        const auto found = find(typed, filter);
        for (const app::Finding &finding : found)
            list << finding.hit.kind;
        list.sort();
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_panel.openPanel(6);
        attach(at(0), QStringLiteral("Person A - CV.txt"), QStringLiteral("Person A\nkept the heliograph at Åland for nine years.\n") + QStringLiteral("Other lines of a life. ").repeated(200)
                   + QStringLiteral("At the end a theodolite, too."));
        attach(at(1), QStringLiteral("履歴書.txt"), QStringLiteral("東京大学で天文学を学び、観測所で働きました。"));
        note(at(2), QStringLiteral("Speaks of the heliograph with warmth"));
        exec(QStringLiteral("UPDATE application SET source = 'Fair' WHERE id = %1").arg(at(2).number()));
        exec(QStringLiteral("UPDATE role SET summary = 'The heliograph is part of the work' WHERE id = %1").arg(m_panel.role.number()));
    }
    void init() { m_panel.be(m_panel.coordinator); }

    void everyKindIsFound()
    {
        QCOMPARE(kinds(QStringLiteral("heliograph")), (QStringList{"document", "note", "role"}));
        QCOMPARE(kinds(QStringLiteral("persona@example")), (QStringList{"candidate"}));
        const auto role = find(QStringLiteral("star keeper"));
        QCOMPARE(role.first().hit.kind, QStringLiteral("role"));
        QCOMPARE(find(QStringLiteral("天文")).size(), 1);
        QCOMPARE(find(QStringLiteral("観測")).first().hit.title, QStringLiteral("履歴書.txt"));
        QCOMPARE(find(QStringLiteral("aland")).size(), 1);
        QVERIFY(find(QStringLiteral("\"at åland\"")).size() == 1 && find(QStringLiteral("\"åland at\"")).isEmpty());
        QVERIFY(find(QStringLiteral(" \" ( * ")).isEmpty());
    }

    void wordsAreShownInTheirPlace()
    {
        const auto found = find(QStringLiteral("theodol"));
        QCOMPARE(found.size(), 1);
        const app::Finding &finding = found.first();
        QVERIFY(app::inBrackets(finding.snippet).contains(QStringLiteral("a [theodolite], too.")));
        QVERIFY(finding.snippet.text.startsWith(QChar(0x2026)) && finding.snippet.text.size() < 220);
        const auto text = db::searchedText(connection(), finding.hit);
        QCOMPARE(text->mid(finding.start, finding.length), QStringLiteral("theodolite"));
        // The stretch with most of the words, not the first word.
        const auto snippet = app::snippet(QStringLiteral("tide ").repeated(3) + QStringLiteral("plain text. ").repeated(40) + QStringLiteral("the tide tables"), db::searchTerms(QStringLiteral("tide table")));
        QVERIFY(app::inBrackets(snippet).endsWith(QStringLiteral("the [tide] [tables]")));
        QCOMPARE(app::snippet(QStringLiteral("one\n\ntwo\tthree"), {}).text, QStringLiteral("one two three"));
    }

    void filtersNarrow()
    {
        db::SearchFilter filter;
        filter.kinds = {QStringLiteral("note"), QStringLiteral("role")};
        QCOMPARE(kinds(QStringLiteral("heliograph"), filter), (QStringList{"note", "role"}));
        filter = {};
        filter.source = QStringLiteral("fair");
        QCOMPARE(kinds(QStringLiteral("heliograph"), filter), (QStringList{"note"}));
        QCOMPARE(kinds(QStringLiteral("person"), filter), (QStringList{"candidate"}));
        filter.stage = m_panel.value(QStringLiteral("SELECT name FROM stage ORDER BY position LIMIT 1"));
        filter.role = m_panel.role;
        QCOMPARE(kinds(QStringLiteral("heliograph"), filter), (QStringList{"note"}));
        filter.tag = QStringLiteral("no such tag");
        QVERIFY(kinds(QStringLiteral("heliograph"), filter).isEmpty());
        filter = {};
        filter.role = db::RoleId(999);
        QVERIFY(kinds(QStringLiteral("heliograph"), filter).isEmpty());
    }

    void theNewestAreRankedAtFirst()
    {
        const auto quick = app::search(connection(), {QStringLiteral("person"), {}, 50, 2});
        QVERIFY(quick && !quick->complete);
        const auto all = app::search(connection(), {QStringLiteral("person"), {}, 50, 0});
        QVERIFY(all->complete && all->list.size() > quick->list.size());
        QVERIFY(app::search(connection(), {QStringLiteral("theodolite"), {}, 50, 2})->complete);
    }

    void othersNotesWaitForOnesOwnReview()
    {
        m_panel.rate(m_panel.bea, at(3), {2, 2});
        note(at(3), QStringLiteral("a gnomonic remark"), m_panel.bea);
        m_panel.be(m_panel.ada);
        QVERIFY(find(QStringLiteral("gnomonic")).isEmpty());
        db::ApplicationFilter list;
        list.words = QStringLiteral("gnomonic");
        QVERIFY(db::applicationIds(connection(), m_panel.role, list, db::ApplicationOrder::Name)->isEmpty());
        m_panel.be(m_panel.bea);
        QCOMPARE(find(QStringLiteral("gnomonic")).size(), 1);
        m_panel.rate(m_panel.ada, at(3), {1, 1});
        QCOMPARE(find(QStringLiteral("gnomonic")).size(), 1);
    }

    void blindNobodyIsFoundByWhoTheyAre()
    {
        exec(QStringLiteral("UPDATE role SET blind = 1 WHERE id = %1").arg(m_panel.role.number()));
        const QString code = m_panel.value(QStringLiteral("SELECT code FROM application WHERE id = %1").arg(at(0).number()));
        QVERIFY(find(QStringLiteral("person")).isEmpty());
        QVERIFY(find(QStringLiteral("\"Person A\"")).isEmpty());
        QVERIFY(find(QStringLiteral("persona")).isEmpty());
        const auto found = find(QStringLiteral("heliograph åland"));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().hit.title, code);
        QCOMPARE(found.first().hit.person, code);
        QVERIFY(!found.first().snippet.text.contains(QStringLiteral("Person")));
        const auto text = db::searchedText(connection(), found.first().hit);
        QCOMPARE(text->mid(found.first().start, found.first().length), QStringLiteral("heliograph"));
        // Those that are left out by the mask take nobody's place.
        QCOMPARE(find(QStringLiteral("heliograph"), {}, 1).size(), 1);

        db::ApplicationFilter list;
        const auto listed = [&](const QString &words) {
            list.words = words;
            return db::applicationIds(connection(), m_panel.role, list, db::ApplicationOrder::Name)->size();
        };
        QCOMPARE(listed(QStringLiteral("person")), 0);
        QCOMPARE(listed(QStringLiteral("heliograph")), 1);
        QCOMPARE(listed(code.left(5).toLower()), 1);

        VERIFY_DONE(app::reveal(connection(), at(0), QStringLiteral("called in")));
        QCOMPARE(find(QStringLiteral("\"Person A\"")).size(), 2);
        QCOMPARE(listed(QStringLiteral("persona")), 1);
        exec(QStringLiteral("UPDATE role SET blind = 0 WHERE id = %1").arg(m_panel.role.number()));
    }
};

QTEST_GUILESS_MAIN(TestSearching)
#include "tst_searching.moc"
