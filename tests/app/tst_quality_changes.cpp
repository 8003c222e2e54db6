// SPDX-License-Identifier: GPL-3.0-or-later
// What a changed quality asks of those who rated it, what the linter's remarks become, and a role that is taken away
// with all that hangs on it.
#include "app/agenda/agenda.h"
#include "app/exports/decision_report.h"
#include "app/history/history.h"
#include "app/posting/word_differences.h"
#include "app/roles/posting_remarks.h"
#include "app/roles/role_revising.h"
#include "db/application_lists.h"
#include "db/change_capture.h"
#include "db/quality_ratings.h"
#include "db/review_queue.h"
#include "db/role_removal.h"
#include "db/search.h"
#include "tests/app/panel_fixture.h"

#include <QTest>

using namespace rolecall;
using namespace rolecall::app;
using namespace rolecall::test;

class TestQualityChanges : public QObject
{
    Q_OBJECT

    PanelFixture m_panel;

    db::Connection &connection() { return m_panel.connection(); }
    QList<db::ApplicationId> toConfirmBy(db::ReviewerId reviewer)
    {
        m_panel.be(reviewer);
        db::ApplicationFilter filter;
        filter.toConfirmByMe = true;
        return *db::applicationIds(connection(), m_panel.role, filter, db::ApplicationOrder::AppliedOn);
    }
    int confirmations(db::ReviewerId reviewer)
    {
        m_panel.be(reviewer);
        const auto list = toConfirm(connection());
        return list && !list->isEmpty() ? list->first().ratings : 0;
    }
    /// Every row of every logged table, in order, as one text.
    QString everything()
    {
        QString all;
        for (const QString &name : db::loggedTableNames()) {
            const auto table = db::loggedTable(connection(), name);
            QStringList quoted;
            for (const QString &column : table->columns)
                quoted << QStringLiteral("quote(%1)").arg(column);
            all += name + u'\n' + m_panel.value(QStringLiteral("SELECT group_concat(line, char(10)) FROM (SELECT %1 AS line FROM %2 ORDER BY 1)").arg(quoted.join(QStringLiteral(" || ',' || ")), name)) + u'\n';
        }
        return all;
    }

private Q_SLOTS:
    void init() { m_panel.openPanel(3); }
    void cleanup() { m_panel.close(); }

    void wordsThatDiffer()
    {
        const auto marked = [](const QString &text, const QList<Stretch> &stretches) {
            QStringList words;
            for (const Stretch &stretch : stretches)
                words << text.mid(stretch.start, stretch.length);
            return words;
        };
        const QString before = QStringLiteral("Strong interpersonal skills, and the ability to work with others");
        const QString after = QStringLiteral("Good interpersonal skills and a wish to work with many others.");
        const WordDifferences found = wordDifferences(before, after);
        QCOMPARE(marked(before, found.removed), (QStringList{QStringLiteral("Strong"), QStringLiteral("the ability")}));
        QCOMPARE(marked(after, found.added), (QStringList{QStringLiteral("Good"), QStringLiteral("a wish"), QStringLiteral("many")}));
        QVERIFY(wordDifferences(before, before).removed.isEmpty());
        QCOMPARE(wordDifferences({}, QStringLiteral("a  b")).added, QList<Stretch>({{0, 4}}));
        // So long that it is not compared word by word: all of it differs.
        const QString endless = QStringLiteral("word ").repeated(mostWordsCompared + 1).trimmed();
        QCOMPARE(wordDifferences(endless, endless).added, QList<Stretch>({{0, endless.size()}}));
    }

    void anotherWordingAsksForConfirmation()
    {
        m_panel.rate(m_panel.ada, m_panel.applicants[0], {2, 3, 1, 0});
        m_panel.rate(m_panel.ada, m_panel.applicants[1], {2, 2, -1, -1}, false);
        m_panel.rate(m_panel.bea, m_panel.applicants[0], {1, 1, 1, 1});
        const db::QualityId charts = m_panel.qualities[0].id;
        m_panel.be(m_panel.ada);
        // Case, spaces and marks change nothing that was rated.
        VERIFY_DONE(rewordQuality(connection(), charts, QStringLiteral("reads star  charts.")));
        QCOMPARE(db::submittedToConfirm(connection(), m_panel.role)->ratings, 0);
        VERIFY_DONE(rewordQuality(connection(), charts, QStringLiteral("Reads and draws star charts")));
        const auto counts = db::submittedToConfirm(connection(), m_panel.role);
        QCOMPARE(counts->ratings, 2);
        QCOMPARE(counts->applications, 1);
        QCOMPARE(toConfirmBy(m_panel.ada), (QList<db::ApplicationId>{m_panel.applicants[0], m_panel.applicants[1]}));
        QCOMPARE(toConfirmBy(m_panel.bea), QList<db::ApplicationId>{m_panel.applicants[0]});
        QCOMPARE(confirmations(m_panel.ada), 2);
        const auto rows = db::reviewQueueRows(connection(), m_panel.applicants, m_panel.ada);
        QCOMPARE(rows->at(0).toConfirm, 1);
        QCOMPARE(rows->at(2).toConfirm, 0);

        // A level that stands: the review stays submitted, and nobody else's is touched.
        m_panel.be(m_panel.ada);
        const auto confirmed = confirmLevel(connection(), m_panel.applicants[0], charts);
        VERIFY_DONE(confirmed);
        QVERIFY(reviewSheet(connection(), m_panel.applicants[0])->own->submitted);
        QCOMPARE(confirmations(m_panel.ada), 1);
        QCOMPARE(confirmations(m_panel.bea), 1);
        m_panel.be(m_panel.ada);
        QVERIFY(!confirmLevel(connection(), m_panel.applicants[0], charts).has_value());
        VERIFY_DONE(undo(connection()));
        QCOMPARE(confirmations(m_panel.ada), 2);
        VERIFY_DONE(redo(connection()));
        // To rate again says the same as to confirm.
        VERIFY_DONE(rate(connection(), m_panel.applicants[1], charts, 1));
        QCOMPARE(confirmations(m_panel.ada), 0);
        // What is not in force needs no confirmation; when it is back, it does.
        VERIFY_DONE(retireQuality(connection(), charts));
        QCOMPARE(confirmations(m_panel.bea), 0);
        VERIFY_DONE(restoreQuality(connection(), charts));
        QCOMPARE(confirmations(m_panel.bea), 1);
        QVERIFY(decisionReport(connection(), m_panel.role, {})->earlierWording.startsWith(QStringLiteral("1 submitted level")));
    }

    void anotherTierAsksTooAndRanksAnew()
    {
        m_panel.rate(m_panel.ada, m_panel.applicants[0], {2, 2, 3, 0});
        m_panel.rate(m_panel.ada, m_panel.applicants[1], {2, 2, 0, 3});
        m_panel.be(m_panel.ada);
        const auto standings = [this] { return m_panel.value(QStringLiteral("SELECT group_concat(application_id || ' ' || gate || ' ' || useful_score || ' ' || necessary_mean, '|') FROM standing")); };
        const QString before = standings();
        VERIFY_DONE(moveQualities(connection(), {m_panel.qualities[2].id, m_panel.qualities[3].id}, db::Tier::Necessary, 0));
        QStringList texts;
        const QList<db::Quality> inForce = *db::qualities(connection(), m_panel.role);
        for (const db::Quality &quality : inForce)
            texts << db::tierName(quality.tier) + QStringLiteral(": ") + quality.text;
        QCOMPARE(texts, (QStringList{QStringLiteral("necessary: Speaks to visitors"), QStringLiteral("necessary: Mends clocks"), QStringLiteral("necessary: Reads star charts"),
                                     QStringLiteral("necessary: Writes reports")}));
        QCOMPARE(confirmations(m_panel.ada), 4);
        QVERIFY(standings() != before);
        VERIFY_DONE(undo(connection()));
        QCOMPARE(standings(), before);
        // Ranked from the standings themselves, or from every rating: the same.
        VERIFY_DONE(weighQuality(connection(), m_panel.qualities[2].id, 7));
        VERIFY_DONE(setQualityThreshold(connection(), m_panel.qualities[0].id, 3));
        const QString quick = standings();
        QVERIFY(quick != before);
        auto scope = db::ChangeScope::begin(connection(), {QStringLiteral("test"), QStringLiteral("Made the standings anew"), {}});
        VERIFY_DONE(refreshStandings(connection(), m_panel.role));
        QCOMPARE(standings(), quick);
        VERIFY_DONE(scope->commit());
        VERIFY_DONE(retireQualities(connection(), {m_panel.qualities[0].id, m_panel.qualities[1].id}));
        QCOMPARE(db::qualities(connection(), m_panel.role)->size(), 2);
        VERIFY_DONE(undo(connection()));
        QCOMPARE(standings(), quick);
    }

    void aRemarkIsSetAsideWhileTheWordsStay()
    {
        m_panel.be(m_panel.ada);
        const db::QualityId quality = m_panel.qualities[1].id;
        VERIFY_DONE(rewordQuality(connection(), quality, QStringLiteral("Strong writing skills and the ability to read maps")));
        const auto open = [this] {
            QStringList kinds;
            const QList<Remark> all = *remarks(connection(), m_panel.role);
            for (const Remark &remark : all) {
                if (!remark.dismissed)
                    kinds << lintKindLabel(remark.finding.kind);
            }
            return kinds;
        };
        const QStringList all = open();
        QVERIFY2(all.contains(QStringLiteral("vague")) && all.contains(QStringLiteral("two in one")), qPrintable(all.join(u',')));
        const QList<Remark> found = *remarks(connection(), m_panel.role);
        const auto vague = std::find_if(found.begin(), found.end(), [](const Remark &remark) { return remark.finding.kind == LintKind::Vague; });
        QVERIFY(vague != found.end() && vague->quality == quality);
        VERIFY_DONE(dismissRemark(connection(), *vague));
        QVERIFY(!open().contains(QStringLiteral("vague")));
        QVERIFY(open().contains(QStringLiteral("two in one")));
        VERIFY_DONE(undo(connection()));
        QCOMPARE(open(), all);
        VERIFY_DONE(redo(connection()));
        VERIFY_DONE(takeUpRemark(connection(), *vague));
        QCOMPARE(open(), all);
        VERIFY_DONE(dismissRemark(connection(), *vague));
        QVERIFY(!open().contains(QStringLiteral("vague")));
        // Other words are another matter.
        VERIFY_DONE(rewordQuality(connection(), quality, QStringLiteral("Strong reading skills and the ability to read maps")));
        QVERIFY(open().contains(QStringLiteral("vague")));
    }

    void aRoleGoesWithAllThatHangsOnItAndComesBack()
    {
        // Another role's rows lie between: the redo must leave them alone.
        const db::RoleId kept = addRolesFromPosting(connection(), "# Lamp Keeper\n\n## Necessary qualities\n\n- Trims wicks\n", QStringLiteral("lamp.md"))->roles.first();
        const auto apply = [this](db::RoleId role, const QString &name) {
            auto scope = db::ChangeScope::begin(connection(), {QStringLiteral("applicant"), QStringLiteral("Added {applicant}"), {}, role});
            db::Candidate candidate;
            candidate.name = name;
            db::Application application;
            application.role = role;
            application.candidate = *db::insertCandidate(connection(), candidate);
            application.stage = db::stages(connection(), role)->first().id;
            application.stageSince = connection().now();
            const db::ApplicationId id = *db::insertApplication(connection(), application);
            (void)db::insertNote(connection(), {{}, id, m_panel.ada, QStringLiteral("Zephyrine note on %1").arg(name), {}});
            if (!refreshStanding(connection(), id) || !scope->commit())
                qFatal("no application");
            return id;
        };
        const db::ApplicationId other = apply(kept, QStringLiteral("Person Between"));
        const db::ApplicationId late = apply(m_panel.role, QStringLiteral("Person Late"));
        m_panel.rate(m_panel.ada, m_panel.applicants[0], {2, 3, 1, 0});
        m_panel.rate(m_panel.ada, late, {2, 3, 1, 0});
        m_panel.be(m_panel.ada);
        VERIFY_DONE(addNoteEvidence(connection(), m_panel.applicants[1], m_panel.qualities[0].id, QStringLiteral("Seen at work")));
        const db::Quality trim = db::qualities(connection(), kept)->first();
        VERIFY_DONE(rate(connection(), other, trim.id, 3));

        const QString before = everything();
        const auto foundNotes = [this] { return m_panel.value(QStringLiteral("SELECT count(*) FROM search_note WHERE search_note MATCH 'zephyrine'")).toInt(); };
        QCOMPARE(foundNotes(), 2);
        VERIFY_DONE(removeRole(connection(), m_panel.role));
        const QString after = everything();
        QCOMPARE(m_panel.value(QStringLiteral("SELECT count(*) FROM application")).toInt(), 1);
        QCOMPARE(m_panel.value(QStringLiteral("SELECT count(*) FROM standing")).toInt(), 1);
        QCOMPARE(m_panel.value(QStringLiteral("SELECT count(*) FROM change_row WHERE change_id = (SELECT max(id) FROM change)")).toInt(), 0);
        QCOMPARE(foundNotes(), 1);
        for (int round = 0; round < 2; ++round) {
            VERIFY_DONE(undo(connection()));
            QCOMPARE(everything(), before);
            QCOMPARE(m_panel.value(QStringLiteral("SELECT count(*) FROM standing")).toInt(), 5);
            QCOMPARE(foundNotes(), 2);
            VERIFY_DONE(redo(connection()));
            QCOMPARE(everything(), after);
            QCOMPARE(foundNotes(), 1);
        }
        QCOMPARE(m_panel.value(QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check")).toInt(), 0);
    }

    void nothingThatBelongsToARoleIsForgotten()
    {
        // Whatever refers to a part of a role, in the schema as it is, has to go with it.
        QStringList known;
        for (const db::RoleTable &part : db::roleTables()) {
            QVERIFY2(db::loggedTableNames().contains(part.table), qPrintable(part.table));
            known << part.table;
        }
        for (const QString &table : db::loggedTableNames()) {
            const QStringList parents = m_panel.value(QStringLiteral("SELECT group_concat(\"table\") FROM pragma_foreign_key_list('%1')").arg(table)).split(u',');
            for (const QString &parent : parents) {
                if (!known.contains(parent))
                    continue;
                QVERIFY2(known.contains(table), qPrintable(QStringLiteral("%1 refers to %2").arg(table, parent)));
                QVERIFY2(table == parent || known.indexOf(table) < known.indexOf(parent), qPrintable(QStringLiteral("%1 goes before %2").arg(table, parent)));
            }
        }
    }

    void theRevisionSaysWhatItTouches()
    {
        m_panel.rate(m_panel.ada, m_panel.applicants[0], {2, 3, 1, 0});
        m_panel.rate(m_panel.bea, m_panel.applicants[0], {2, 3, -1, 0});
        m_panel.be(m_panel.ada);
        const QByteArray newer = "# Star Keeper\n\n## Necessary qualities\n\n- Reads star charts\n- Writes clear reports for visitors\n- Mends clocks\n\n## Useful qualities\n\n- Sails\n";
        auto revision = proposeRevision(connection(), m_panel.role, newer, QStringLiteral("newer.md"));
        VERIFY_DONE(revision);
        QStringList told;
        for (const QualityRevision &change : revision->changes)
            told << QStringLiteral("%1 %2").arg(revisionKindName(change.kind)).arg(revision->touched(change));
        QCOMPARE(told, (QStringList{QStringLiteral("unchanged 0"), QStringLiteral("reworded 2"), QStringLiteral("moved 2"), QStringLiteral("new 0"), QStringLiteral("retired 1")}));
        QCOMPARE(revision->toConfirm(), 4);
        QVERIFY(setRevisedTier(revision->changes, 2, db::Tier::Useful));
        QCOMPARE(revision->changes[2].kind, RevisionKind::Unchanged);
        QVERIFY(setRevisedText(revision->changes, 1, QStringLiteral("Writes  reports")));
        QCOMPARE(revision->changes[1].kind, RevisionKind::Unchanged);
        QCOMPARE(revision->toConfirm(), 0);
        QVERIFY(!setRevisedText(revision->changes, 4, QStringLiteral("Sings")));
        QVERIFY(!setRevisedText(revision->changes, 3, QStringLiteral("  ")));
        VERIFY_DONE(applyRevision(connection(), *revision));
        QCOMPARE(postingSource(connection(), m_panel.role)->value().posting.revision, 2);
        QVERIFY(postingSource(connection(), m_panel.role, 1)->value().draft.sourceText.contains(QStringLiteral("Writes reports")));
        QVERIFY(!postingSource(connection(), m_panel.role, 3)->has_value());
        QCOMPARE(confirmations(m_panel.ada), 0);
        // What retired with it comes back with its ratings, and the proposal says so.
        const QByteArray again = QByteArray(newer) + "- Speaks to visitors\n";
        const auto third = proposeRevision(connection(), m_panel.role, again, QStringLiteral("third.md"));
        VERIFY_DONE(third);
        const auto back = std::find_if(third->changes.cbegin(), third->changes.cend(), [](const QualityRevision &change) { return change.to && change.to->quality.text == QStringLiteral("Speaks to visitors"); });
        QVERIFY(back != third->changes.cend());
        QCOMPARE(back->kind, RevisionKind::New);
        QCOMPARE(third->touched(*back), 1);
        VERIFY_DONE(applyRevision(connection(), *third));
        QVERIFY(confirmations(m_panel.ada) >= 1);
    }
};

QTEST_GUILESS_MAIN(TestQualityChanges)
#include "tst_quality_changes.moc"
