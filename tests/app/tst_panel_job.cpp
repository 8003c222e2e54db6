// SPDX-License-Identifier: GPL-3.0-or-later
// A panel's whole work on the example role: four reviewers on three files, what comes back merges once with its conflicts
// side by side, disagreements are settled with reasons, a list is frozen and questioned, and it leaves in every format.
#include "tests/app/workspace_fixture.h"

#include "app/agreement/agreement.h"
#include "app/documents/document_reader.h"
#include "app/example/example_workspace.h"
#include "app/exports/decision_record.h"
#include "app/exports/shortlist_spreadsheet.h"
#include "app/history/history.h"
#include "app/packets/packet_export.h"
#include "app/packets/packet_merge.h"
#include "app/reviews/agreeing.h"
#include "app/reviews/reviewing.h"
#include "app/roles/panel_editing.h"
#include "app/shortlist/firmness_report.h"
#include "app/shortlist/freezing.h"
#include "app/shortlist/standing_check.h"
#include "app/table/table_stream.h"
#include "db/application_lists.h"
#include "db/applications.h"
#include "db/backup.h"
#include "db/reviewers.h"

#include <QProcess>

using namespace rolecall;
using namespace rolecall::app;

namespace {

template<class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}
void must(const Outcome &outcome)
{
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().text()));
}

const QStringList panel{QStringLiteral("Ada Panel"), QStringLiteral("Ben Panel"), QStringLiteral("Cleo Panel"), QStringLiteral("Dan Panel")};
constexpr int people = 10;

/// Mostly at the threshold, now and then off it; Dan sees the first useful quality otherwise than all others.
int levelOf(int reviewer, int person, const db::Quality &quality, qsizetype place)
{
    if (quality.tier == db::Tier::Useful && reviewer == 3 && person % 3 == 0)
        return place % 2 ? 3 : 0;
    if (quality.tier == db::Tier::Useful)
        return place % 2 ? (person + reviewer) % 2 : 2 + person % 2;
    return 2 + ((person + int(place)) % 3 == 0 ? 1 : 0) - ((person * 5 + int(place) * 3 + reviewer) % 11 == 0 ? 1 : 0);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPanelJob : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<db::Workspace> m_workspace;
    db::RoleId m_role;
    QList<db::ApplicationId> m_people;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    db::Connection &connection() { return m_workspace->connection(); }
    void be(const QString &reviewer) { connection().setReviewer(must(db::reviewerByName(connection(), reviewer))->id); }

    /// One reviewer's whole part: levels for everybody, a note for each, submitted.
    void reviewAll(db::Connection &file, db::RoleId role, const QList<db::ApplicationId> &applications, int reviewer)
    {
        const auto qualities = must(db::qualities(file, role));
        for (int person = 0; person < applications.size(); ++person) {
            for (qsizetype place = 0; place < qualities.size(); ++place)
                must(rate(file, applications[person], qualities[place].id, levelOf(reviewer, person, qualities[place], place)));
            must(addNoteEvidence(file, applications[person], qualities.first().id, QStringLiteral("%1 noted this of number %2").arg(panel[reviewer]).arg(person)));
            must(submitReview(file, applications[person]));
        }
    }
    /// A colleague's machine: the packet is opened there, and everybody in it reviewed.
    void reviewPacket(const QString &file, int reviewer)
    {
        auto packet = must(openWorkspace(file, db::Access::ReadWrite));
        const auto ids = must(db::applicationIds(packet->connection(), db::RoleId(1), {}, db::ApplicationOrder::AppliedOn));
        QHash<QString, db::ApplicationId> byUuid;
        for (const db::ApplicationId id : ids)
            byUuid.insert(must(db::application(packet->connection(), id)).uuid, id);
        QList<db::ApplicationId> theirs;
        for (const db::ApplicationId id : std::as_const(m_people))
            theirs << byUuid.value(must(db::application(connection(), id)).uuid);
        reviewAll(packet->connection(), db::RoleId(1), theirs, reviewer);
    }
    QString packetFor(int reviewer, bool blind)
    {
        PacketOptions options;
        options.reviewerName = panel[reviewer];
        options.blind = blind;
        options.applications = m_people;
        const QString file = path(panel[reviewer] + QStringLiteral(".rolecall"));
        must(exportPacket(connection(), m_role, options, file));
        return file;
    }
    static QPair<int, QByteArray> run(const QStringList &arguments)
    {
        QProcess program;
        program.start(QStringLiteral(ROLECALL_EXECUTABLE), arguments);
        return program.waitForFinished(60'000) ? qMakePair(program.exitCode(), program.readAllStandardOutput()) : qMakePair(-1, QByteArray());
    }
    QSet<db::ApplicationId> listed(db::Connection &file, int size)
    {
        QSet<db::ApplicationId> ids;
        for (const ShortlistEntry &entry : must(shortlist(file, m_role, {size, 0, -1})).entries)
            ids << entry.application;
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        must(makeExample(path(QStringLiteral("example.rolecall"))));
        m_workspace = must(openWorkspace(path(QStringLiteral("example.rolecall")), db::Access::ReadWrite));
        m_role = must(db::findRole(connection(), QStringLiteral("Research Software Engineer")));
        for (const QString &name : panel)
            must(addPanelMember(connection(), m_role, name));
        must(addReviewer(connection(), QStringLiteral("Col Coordinator")));
        // Whom nobody here has reviewed yet, and some whom the example's reviewers have.
        const auto all = must(db::applicationIds(connection(), m_role, {}, db::ApplicationOrder::AppliedOn));
        m_people = all.mid(all.size() - people);
    }
    void cleanupTestCase()
    {
        QCOMPARE(must(standingsThatDiffer(connection())), 0);
        QCOMPARE(must(db::damage(connection())), QStringList());
    }

    void fourReview()
    {
        for (const int reviewer : {0, 1}) { // at one machine, one after the other
            be(panel[reviewer]);
            reviewAll(connection(), m_role, m_people, reviewer);
        }
        be(panel[0]);
        reviewPacket(packetFor(2, true), 2);
        reviewPacket(packetFor(3, false), 3);
        // Meanwhile Cleo rated somebody here as well, otherwise.
        be(panel[2]);
        must(rate(connection(), m_people[4], must(db::qualities(connection(), m_role)).first().id, 0));
        must(submitReview(connection(), m_people[4]));
        be(panel[0]);
    }

    void theirRatingsComeBack()
    {
        const QString cleo = path(panel[2] + QStringLiteral(".rolecall"));
        const QString dan = path(panel[3] + QStringLiteral(".rolecall"));
        const auto before = must(db::single(connection(), QStringLiteral("SELECT count(*) FROM rating"))).toInt();
        PacketProposal proposal = must(proposeMerge(connection(), cleo));
        QCOMPARE(proposal.added, people - 1);
        QCOMPARE(proposal.conflicts.size(), 1);
        QCOMPARE(proposal.conflicts.first().kind, ConflictKind::Review);
        QCOMPARE(proposal.conflicts.first().lines.first().ours, QStringLiteral("0"));
        QVERIFY(proposal.conflicts.first().lines.first().theirs.startsWith(QString::number(levelOf(2, 4, must(db::qualities(connection(), m_role)).first(), 0))));
        proposal.conflicts.first().take = true;
        QVERIFY(must(mergePacket(connection(), cleo, proposal)).change.isValid());
        QVERIFY(must(mergePacket(connection(), dan, must(proposeMerge(connection(), dan)))).change.isValid());
        for (const QString &packet : {cleo, dan}) { // once is enough
            const PacketProposal again = must(proposeMerge(connection(), packet));
            QCOMPARE(again.unchanged, people);
            QVERIFY(again.conflicts.isEmpty() && !again.changesAnything());
            QVERIFY(!must(mergePacket(connection(), packet, again)).change.isValid());
        }
        const auto qualities = must(db::qualities(connection(), m_role)).size();
        const auto after = must(db::single(connection(), QStringLiteral("SELECT count(*) FROM rating"))).toInt();
        QCOMPARE(after - before, 2 * people * int(qualities) - 1); // one was here, and is another now
        must(undo(connection()));
        must(undo(connection()));
        QCOMPARE(must(db::single(connection(), QStringLiteral("SELECT count(*) FROM rating"))).toInt(), before);
        must(redo(connection()));
        must(redo(connection()));
        QCOMPARE(must(db::single(connection(), QStringLiteral("SELECT count(*) FROM rating"))).toInt(), after);
    }

    void disagreementsAreSettled()
    {
        const Agreement found = must(agreement(connection(), m_role));
        QVERIFY(found.alpha.value.has_value());
        QVERIFY(*found.alpha.value > 0 && *found.alpha.value < 1);
        QVERIFY(found.alpha.pairableUnits >= people * 10 && found.alpha.warning.isEmpty());
        int open = 0;
        for (const AgendaItem &item : found.agenda) {
            QVERIFY(item.gap() >= agendaGap);
            open += item.agreed ? 0 : 1;
        }
        QVERIFY2(open >= 3, qPrintable(QString::number(open)));
        QVERIFY(!agreeLevel(connection(), found.agenda.front().application, found.agenda.front().quality, 2, QStringLiteral(" ")).has_value());
        for (const AgendaItem &item : found.agenda) {
            if (!item.agreed)
                must(agreeLevel(connection(), item.application, item.quality, 2, QStringLiteral("talked over at the table")));
        }
        const Agreement settled = must(agreement(connection(), m_role));
        QCOMPARE(settled.agenda.size(), found.agenda.size());
        QVERIFY(std::all_of(settled.agenda.cbegin(), settled.agenda.cend(), [](const AgendaItem &item) { return item.agreed.has_value(); }));
        QCOMPARE(*settled.alpha.value, *found.alpha.value); // what was agreed is nobody's rating
    }

    void aListIsFrozenAndQuestioned()
    {
        constexpr int size = 5;
        be(QStringLiteral("Col Coordinator")); // on no panel, so nothing is hidden from them
        db::Role role = must(db::role(connection(), m_role));
        role.shortlistSize = size;
        must(changeRole(connection(), role, QStringLiteral("Set the size")));
        must(placeByHand(connection(), m_people[9], Placement::On, QStringLiteral("asked for by the station")));
        must(freezeShortlist(connection(), m_role, QStringLiteral("First round")));
        const FrozenList frozen = must(frozenList(connection(), must(db::frozenShortlists(connection(), m_role)).first().id));
        QVERIFY(recompute(frozen).holds());
        const auto proof = std::find_if(frozen.people.cbegin(), frozen.people.cend(), [this](const FrozenPerson &person) { return person.application == m_people[9]; });
        QVERIFY(proof != frozen.people.cend() && proof->reviews.size() >= 4); // which reviews it rests on

        // The same seed gives the same figures, another one others.
        const auto stays = [this](int first, quint64 seed) {
            QList<int> counts;
            for (const FirmnessShare &share : must(firmnessReport(connection(), m_role, {first, 2'000, seed}, 50)).firmness.weightings.shares)
                counts << share.stays;
            return counts;
        };
        bool differs = false;
        for (const int first : {3, 5, 8, 12}) {
            QCOMPARE(stays(first, 7), stays(first, 7));
            differs = differs || stays(first, 7) != stays(first, 8);
        }
        QVERIFY(differs);
        const FirmnessReport report = must(firmnessReport(connection(), m_role, {size, 2'000, 7}, 50));

        // Leaving a reviewer out gives what the list is in a copy of the file in which their reviews are withdrawn.
        QVERIFY(!report.reviewersHidden);
        QVERIFY(report.firmness.reviewers.size() >= 4);
        int effects = 0;
        for (const ReviewerEffect &effect : report.firmness.reviewers) {
            const QString copy = path(QStringLiteral("without%1.rolecall").arg(effect.reviewer.number()));
            must(db::backUp(connection(), copy));
            auto without = must(openWorkspace(copy, db::Access::ReadWrite));
            db::Connection &there = without->connection();
            for (const db::ApplicationId id : must(db::applicationIds(there, m_role, {}, db::ApplicationOrder::AppliedOn)))
                must(placeByHand(there, id, Placement::ByRule, {})); // the comparison is about the rule
            const QSet<db::ApplicationId> with = listed(there, size);
            there.setReviewer(effect.reviewer);
            auto reviews = must(db::run(there, QStringLiteral("SELECT application_id FROM review WHERE reviewer_id = %1 AND state = 'submitted' AND kind = 'written'").arg(effect.reviewer.number())));
            QList<db::ApplicationId> submitted;
            while (reviews.next())
                submitted << db::ApplicationId(reviews.value(0).toLongLong());
            reviews.finish();
            for (const db::ApplicationId id : std::as_const(submitted))
                must(withdrawReview(there, id));
            const QSet<db::ApplicationId> left = listed(there, size);
            QCOMPARE(QSet<db::ApplicationId>(effect.entering.begin(), effect.entering.end()), left - with);
            QCOMPARE(QSet<db::ApplicationId>(effect.leaving.begin(), effect.leaving.end()), with - left);
            effects += effect.entering.empty() && effect.leaving.empty() && effect.gateChanges == 0 ? 0 : 1;
        }
        QVERIFY(effects > 0);

        // One reviewer thinks again: the frozen list stays, and says what is another.
        be(panel[1]);
        const auto first = std::find_if(frozen.people.cbegin(), frozen.people.cend(), [this](const FrozenPerson &person) { return person.onList && m_people.contains(person.application); });
        QVERIFY(first != frozen.people.cend());
        must(withdrawReview(connection(), first->application));
        for (const db::Quality &quality : must(db::qualities(connection(), m_role))) {
            if (quality.tier == db::Tier::Necessary)
                must(rate(connection(), first->application, quality.id, 0));
        }
        must(submitReview(connection(), first->application));
        const FrozenList kept = must(frozenList(connection(), frozen.head.id));
        QVERIFY(recompute(kept).holds());
        const FrozenComparison now = must(compareWithPresent(connection(), kept));
        const auto moved = std::find_if(now.moves.cbegin(), now.moves.cend(), [&](const ShortlistMove &move) { return move.application == first->application; });
        QVERIFY(moved != now.moves.cend());
        QVERIFY2(moved->reasons.join(u' ').contains(QStringLiteral("was ")), qPrintable(moved->reasons.join(u' ')));
        be(panel[0]);
    }

    void itLeavesInEveryFormat()
    {
        const auto view = must(shortlist(connection(), m_role, {}));
        const qint64 rows = view.entries.size() + view.takenOff.size();
        must(exportShortlistCsv(connection(), m_role, path(QStringLiteral("list.csv")), {{}, false, true, false}));
        QCOMPARE(must(exportShortlistSpreadsheet(connection(), m_role, path(QStringLiteral("list.xlsx")), {})), rows);
        must(exportDecisionRecord(connection(), m_role, path(QStringLiteral("record.html")), DecisionFormat::Html, {}));
        must(exportDecisionRecord(connection(), m_role, path(QStringLiteral("record.pdf")), DecisionFormat::Pdf, {}));
        const QString csv = QString::fromUtf8(contentOf(path(QStringLiteral("list.csv"))));
        QVERIFY(csv.startsWith(QStringLiteral("rank,name,email,stage,gate,useful_score,necessary_met,coverage,Necessary: ")));
        for (const char *table : {"list.csv", "list.xlsx"}) {
            auto stream = must(TableStream::open(path(QString::fromLatin1(table))));
            TableRow row;
            qint64 read = 0;
            while (stream->nextRow(row))
                ++read;
            QCOMPARE(read, rows);
        }
        const QString html = QString::fromUtf8(contentOf(path(QStringLiteral("record.html"))));
        const QString pdf = must(readDocument(contentOf(path(QStringLiteral("record.pdf"))), QStringLiteral("record.pdf"))).text;
        QStringList parts{must(db::postings(connection(), m_role)).first().sha256, QStringLiteral("talked over at the table"), QStringLiteral("asked for by the station"), QStringLiteral("Dan Panel"),
                          QStringLiteral("Changes by hand"), QStringLiteral("Ties"), QStringLiteral("Near misses"), QStringLiteral("Gate results"), QStringLiteral(" reviews")};
        for (const ShortlistEntry &entry : view.entries)
            parts << must(db::candidate(connection(), must(db::application(connection(), entry.application)).candidate)).name;
        for (const QString &part : std::as_const(parts)) {
            QVERIFY2(html.contains(part.toHtmlEscaped()), qPrintable(part));
            QVERIFY2(QString(pdf).remove(u'\n').remove(u' ').contains(QString(part).remove(u' ')), qPrintable(part));
        }
        // And by script, the same bytes.
        m_workspace.reset();
        QCOMPARE(run({QStringLiteral("shortlist"), QStringLiteral("export"), path(QStringLiteral("example.rolecall")), QStringLiteral("Research Software Engineer"), QStringLiteral("--evidence"), QStringLiteral("--output"),
                      path(QStringLiteral("cli.csv"))}).first, 0);
        QCOMPARE(contentOf(path(QStringLiteral("cli.csv"))), contentOf(path(QStringLiteral("list.csv"))));
        const auto again = run({QStringLiteral("packet"), QStringLiteral("merge"), path(QStringLiteral("example.rolecall")), path(panel[3] + QStringLiteral(".rolecall")), QStringLiteral("--json")});
        QCOMPARE(again.first, 0);
        QVERIFY2(again.second.contains("\"merged\": false"), again.second.constData());
        m_workspace = must(openWorkspace(path(QStringLiteral("example.rolecall")), db::Access::ReadWrite));
    }
};

QTEST_MAIN(TestPanelJob)
#include "tst_panel_job.moc"
