// SPDX-License-Identifier: GPL-3.0-or-later
// Stages of a role: templates, editing with applicants in them, conditions, outcomes apart from stages, and the history that
// remains when a move is undone.
#include "app/applicants/application_acts.h"
#include "app/history/history.h"
#include "app/pipeline/stage_editing.h"
#include "app/pipeline/stage_templates.h"
#include "db/application_changes.h"
#include "db/connection.h"
#include "db/stage_history.h"
#include "tests/app/panel_fixture.h"

using namespace rolecall;

class TestStages : public QObject, test::PanelFixture
{
    Q_OBJECT

    QStringList names()
    {
        QStringList list;
        const auto stages = db::stages(connection(), role);
        for (const db::Stage &stage : *stages)
            list << stage.name;
        return list;
    }
    db::Stage stage(const QString &name)
    {
        const auto stages = db::stages(connection(), role);
        for (const db::Stage &one : *stages) {
            if (one.name == name)
                return one;
        }
        return {};
    }
    QString standsIn(db::ApplicationId id) { return value(QStringLiteral("SELECT g.name FROM application a JOIN stage g ON g.id = a.stage_id WHERE a.id = %1").arg(id.number())); }
    QString visits(db::ApplicationId id)
    {
        QStringList list;
        const auto all = db::stageVisits(connection(), id);
        for (const db::StageVisit &visit : *all)
            list << visit.stageName + (visit.leftAt ? QString() : QStringLiteral(" now"));
        return list.join(QStringLiteral(", "));
    }
    /// Everybody and everything about stages, to compare before and after.
    QString picture()
    {
        return value(QStringLiteral("SELECT (SELECT group_concat(id || ':' || position || name || kind || ifnull(target_days, '-') || entry_condition, ';') FROM (SELECT * FROM stage ORDER BY id)) || '|' || "
                                    "(SELECT ifnull(group_concat(id || '>' || stage_id || '@' || stage_since || ifnull(outcome, ''), ';'), '') FROM (SELECT * FROM application ORDER BY id)) || '|' || "
                                    "(SELECT count(*) || ifnull(group_concat(stage_id), '') FROM stage_visit) || '|' || (SELECT count(*) FROM stage_template)"));
    }
    /// The act, and that undo and redo lead exactly back and there again.
    void there(const Result<app::Done> &done, const QString &before)
    {
        QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().text()));
        const QString after = picture();
        QVERIFY(after != before);
        QVERIFY(app::undo(connection()).has_value());
        QCOMPARE(picture(), before);
        QVERIFY(app::redo(connection()).has_value());
        QCOMPARE(picture(), after);
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void aNewRoleTakesTheDefaultTemplate()
    {
        QCOMPARE(names(), QStringList({QStringLiteral("New"), QStringLiteral("Review"), QStringLiteral("Interview"), QStringLiteral("Offer"), QStringLiteral("Hired")}));
        QVERIFY(stage(QStringLiteral("Interview")).throughGate);
        QVERIFY(!stage(QStringLiteral("Review")).throughGate);
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM stage_template")), QStringLiteral("0")); // nobody changed one: none are stored

        auto templates = *app::stageTemplates(connection());
        QCOMPARE(templates.size(), 3);
        db::StageTemplate own = templates.at(1);
        own.steps.removeLast();
        own.isDefault = true;
        there(app::saveStageTemplate(connection(), own), picture());
        templates = *app::stageTemplates(connection());
        QCOMPARE(templates.size(), 3);
        QCOMPARE(std::count_if(templates.cbegin(), templates.cend(), [](const db::StageTemplate &one) { return one.isDefault; }), 1);
        const auto second = app::addRolesFromPosting(connection(), "# Clock Mender\n\n## Necessary qualities\n\n- Mends clocks\n", QStringLiteral("clocks.md"));
        VERIFY_DONE(second);
        QCOMPARE(db::stages(connection(), second->roles.first())->size(), own.steps.size());

        own.name = templates.first().name == own.name ? templates.last().name : templates.first().name;
        QVERIFY(!app::saveStageTemplate(connection(), own)); // two of one name
        own.name = QStringLiteral("Short");
        own.steps = {{QStringLiteral("One")}, {QStringLiteral("one ")}};
        QVERIFY(!app::saveStageTemplate(connection(), own));
        QVERIFY(app::undo(connection()).has_value()); // the other role
        QVERIFY(app::undo(connection()).has_value());
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM stage_template")), QStringLiteral("0"));
    }

    void oneTemplateStaysAndTheDefaultIsHandedOn()
    {
        VERIFY_DONE(app::removeStageTemplate(connection(), app::stageTemplates(connection())->last()));
        auto templates = *app::stageTemplates(connection());
        QCOMPARE(templates.size(), 2);
        for (const db::StageTemplate &one : templates) {
            if (one.isDefault)
                VERIFY_DONE(app::removeStageTemplate(connection(), one));
        }
        templates = *app::stageTemplates(connection());
        QCOMPARE(templates.size(), 1);
        QVERIFY(templates.first().isDefault);
        QVERIFY(!app::removeStageTemplate(connection(), templates.first()));
    }

    void stagesAreAddedRenamedAndMoved()
    {
        const auto id = addApplicant(QStringLiteral("Bela Ejemplo"));
        there(app::addStage(connection(), role, {QStringLiteral("Work sample"), QStringLiteral("test"), 10, true}), picture());
        QCOMPARE(names(), QStringList({QStringLiteral("New"), QStringLiteral("Review"), QStringLiteral("Interview"), QStringLiteral("Work sample"), QStringLiteral("Offer"), QStringLiteral("Hired")}));
        there(app::moveStage(connection(), role, stage(QStringLiteral("Work sample")).id, 2), picture());
        QCOMPARE(names().at(2), QStringLiteral("Work sample"));
        db::StageStep step = app::stepOf(stage(QStringLiteral("New")));
        step.name = QStringLiteral("Inbox");
        step.targetDays.reset();
        there(app::changeStage(connection(), role, stage(QStringLiteral("New")).id, step), picture());
        QCOMPARE(standsIn(id), QStringLiteral("Inbox"));
        step.name = QStringLiteral("offer");
        QVERIFY(!app::changeStage(connection(), role, stage(QStringLiteral("Inbox")).id, step));
        QVERIFY(!app::addStage(connection(), role, step));
        QVERIFY(!app::moveStage(connection(), role, stage(QStringLiteral("Inbox")).id, 0));
    }

    void removingAStageLosesNobody()
    {
        const auto first = addApplicant(QStringLiteral("Bela Ejemplo")), second = addApplicant(QStringLiteral("Chiara Placeholder"));
        VERIFY_DONE(app::moveToStage(connection(), {first}, stage(QStringLiteral("Review")).id));
        VERIFY_DONE(app::reject(connection(), {second}, QStringLiteral("The position is filled")));
        const auto refused = app::removeStage(connection(), role, stage(QStringLiteral("New")).id);
        QVERIFY(!refused);
        QVERIFY(refused.error().problem.contains(QStringLiteral("stands in it")));
        const db::StageId gone = stage(QStringLiteral("Review")).id;
        QVERIFY(!app::removeStage(connection(), role, gone, gone));
        there(app::removeStage(connection(), role, gone, stage(QStringLiteral("New")).id), picture());
        QCOMPARE(standsIn(first), QStringLiteral("New"));
        QCOMPARE(visits(first), QStringLiteral("New, Review, New now"));
        // A rejected applicant stands somewhere too.
        there(app::removeStage(connection(), role, stage(QStringLiteral("New")).id, stage(QStringLiteral("Offer")).id), picture());
        VERIFY_DONE(app::restore(connection(), {second}));
        QCOMPARE(standsIn(second), QStringLiteral("Offer"));
        for (const QString &name : {QStringLiteral("Interview"), QStringLiteral("Hired")})
            VERIFY_DONE(app::removeStage(connection(), role, stage(name).id));
        QVERIFY(!app::removeStage(connection(), role, stage(QStringLiteral("Offer")).id));
    }

    void aTemplateIsTakenWithEverybodyInPlace()
    {
        const auto first = addApplicant(QStringLiteral("Bela Ejemplo")), second = addApplicant(QStringLiteral("Chiara Placeholder"));
        VERIFY_DONE(app::addStage(connection(), role, {QStringLiteral("Telephone"), QStringLiteral("interview")}));
        VERIFY_DONE(app::moveToStage(connection(), {first}, stage(QStringLiteral("Telephone")).id));
        VERIFY_DONE(app::saveStagesAsTemplate(connection(), role, QStringLiteral("Ours")));
        const db::StageId newOne = stage(QStringLiteral("New")).id;
        db::StageTemplate chosen;
        chosen.name = QStringLiteral("Other");
        chosen.steps = {{QStringLiteral("new"), QStringLiteral("review"), 3}, {QStringLiteral("Panel"), QStringLiteral("interview"), 5, true}, {QStringLiteral("Hired"), QStringLiteral("hired")}};
        there(app::applyStageTemplate(connection(), role, chosen), picture());
        QCOMPARE(names(), QStringList({QStringLiteral("new"), QStringLiteral("Telephone"), QStringLiteral("Panel"), QStringLiteral("Hired")}));
        QCOMPARE(stage(QStringLiteral("new")).id, newOne);
        QCOMPARE(standsIn(first), QStringLiteral("Telephone"));
        QCOMPARE(standsIn(second), QStringLiteral("new"));
        const auto templates = *app::stageTemplates(connection());
        const auto ours = std::find_if(templates.cbegin(), templates.cend(), [](const db::StageTemplate &one) { return one.name == QLatin1String("Ours"); });
        QVERIFY(ours != templates.cend());
        QCOMPARE(ours->steps.size(), 6);
        there(app::applyStageTemplate(connection(), role, *ours), picture());
        QCOMPARE(names().size(), 6); // back to what was saved: nobody stands in Panel
    }

    void aConditionKeepsOutUntilSomebodySaysWhyNot()
    {
        const auto through = addApplicant(QStringLiteral("Bela Ejemplo")), open = addApplicant(QStringLiteral("Chiara Placeholder"));
        for (int i = 0; i < 2; ++i)
            VERIFY_DONE(app::rate(connection(), through, qualities.at(i).id, 2));
        VERIFY_DONE(app::submitReview(connection(), through));
        const db::StageId interview = stage(QStringLiteral("Interview")).id;
        const QString before = picture();
        const auto refused = app::moveToStage(connection(), {through, open}, interview);
        QVERIFY(!refused);
        QVERIFY2(refused.error().problem.contains(QStringLiteral("Chiara Placeholder is not through the gate")), qPrintable(refused.error().text()));
        QCOMPARE(picture(), before); // all or nobody
        QCOMPARE(app::keptOut(connection(), {through, open}, interview)->applications, QList<db::ApplicationId>{open});
        there(app::moveToStage(connection(), {through}, interview), before);
        there(app::moveToStage(connection(), {open}, interview, {QStringLiteral("The panel knows her work")}), picture());
        const auto entries = *app::history(connection(), {{}, open, QStringLiteral("stage"), {}}, 1);
        QCOMPARE(entries.first().detail, QStringLiteral("Moved past the condition of the stage: The panel knows her work"));
    }

    void aHiddenGateIsNotToldByTheCondition()
    {
        // A colleague has rated, I have not: whichever way it went, I am told the same.
        const auto good = addApplicant(QStringLiteral("Bela Ejemplo")), bad = addApplicant(QStringLiteral("Chiara Placeholder"));
        const auto me = connection().reviewer();
        VERIFY_DONE(app::addPanelMember(connection(), role, QStringLiteral("Ben Panel")));
        connection().setReviewer((*db::reviewerByName(connection(), QStringLiteral("Ben Panel")))->id);
        for (int i = 0; i < 2; ++i) {
            VERIFY_DONE(app::rate(connection(), good, qualities.at(i).id, 3));
            VERIFY_DONE(app::rate(connection(), bad, qualities.at(i).id, 0));
        }
        VERIFY_DONE(app::submitReview(connection(), good));
        VERIFY_DONE(app::submitReview(connection(), bad));
        connection().setReviewer(me);
        const db::StageId interview = stage(QStringLiteral("Interview")).id;
        const auto kept = *app::keptOut(connection(), {good, bad}, interview);
        QCOMPARE(kept.applications, QList<db::ApplicationId>({good, bad}));
        QVERIFY(kept.someHidden);
        const auto one = app::moveToStage(connection(), {good}, interview), other = app::moveToStage(connection(), {bad}, interview);
        QVERIFY(!one && !other);
        QCOMPARE(one.error().problem.mid(12), other.error().problem.mid(18));
    }

    void anOutcomeIsApartFromTheStage()
    {
        const auto id = addApplicant(QStringLiteral("Bela Ejemplo"));
        VERIFY_DONE(app::moveToStage(connection(), {id}, stage(QStringLiteral("Review")).id));
        const QString since = value(QStringLiteral("SELECT stage_since FROM application WHERE id = %1").arg(id.number()));
        VERIFY_DONE(app::reject(connection(), {id}, QStringLiteral("Night work does not fit")));
        QCOMPARE(standsIn(id), QStringLiteral("Review"));
        QCOMPARE(app::usualReasons(connection(), role, QStringLiteral("rejected"))->first(), QStringLiteral("Night work does not fit"));
        VERIFY_DONE(app::restore(connection(), {id}));
        QCOMPARE(standsIn(id), QStringLiteral("Review"));
        QCOMPARE(value(QStringLiteral("SELECT stage_since FROM application WHERE id = %1").arg(id.number())), since);
        // Into a stage of the kind "hired" they come hired; moved back with reopening they are in the running again.
        VERIFY_DONE(app::moveToStage(connection(), {id}, stage(QStringLiteral("Hired")).id));
        QCOMPARE(value(QStringLiteral("SELECT outcome FROM application WHERE id = %1").arg(id.number())), QStringLiteral("hired"));
        VERIFY_DONE(app::moveToStage(connection(), {id}, stage(QStringLiteral("Review")).id, {{}, true}));
        QCOMPARE(value(QStringLiteral("SELECT outcome IS NULL FROM application WHERE id = %1").arg(id.number())), QStringLiteral("1"));
        VERIFY_DONE(app::hire(connection(), {id}));
        QCOMPARE(standsIn(id), QStringLiteral("Review"));
    }

    void historyForgetsWhatWasUndone()
    {
        int minute = 0;
        connection().setClock([&minute] { return QDateTime(QDate(2031, 3, 1), QTime(9, minute), Qt::UTC); });
        const auto id = addApplicant(QStringLiteral("Bela Ejemplo")), other = addApplicant(QStringLiteral("Chiara Placeholder"));
        for (const QString &name : {QStringLiteral("Review"), QStringLiteral("New"), QStringLiteral("Review")}) {
            minute += 5;
            VERIFY_DONE(app::moveToStage(connection(), {id}, stage(name).id));
        }
        QVERIFY(app::undo(connection()).has_value());
        QCOMPARE(visits(id), QStringLiteral("New, Review, New now"));
        const auto list = *db::stageVisits(connection(), id);
        QCOMPARE(list.at(1).enteredAt, QStringLiteral("2031-03-01T09:05:00.000Z"));
        QCOMPARE(list.at(1).leftAt.value_or(QString()), QStringLiteral("2031-03-01T09:10:00.000Z"));
        QCOMPARE(list.at(2).enteredAt, *list.at(1).leftAt);
        QVERIFY(app::redo(connection()).has_value());
        QCOMPARE(visits(id), QStringLiteral("New, Review, New, Review now"));
        QStringList all;
        QVERIFY(db::forEachStageVisit(connection(), role, [&all](const db::StageVisit &visit) { all << QString::number(visit.application.number()) + visit.stageName; }).has_value());
        QCOMPARE(all.size(), 5);
        QCOMPARE(all.last(), QString::number(other.number()) + QStringLiteral("New"));
        // Taking the role away takes the visits along, and undo brings them back.
        const QString before = picture();
        VERIFY_DONE(app::removeRole(connection(), role));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM stage_visit")), QStringLiteral("0"));
        QVERIFY(app::undo(connection()).has_value());
        QCOMPARE(picture(), before);
    }
};

QTEST_GUILESS_MAIN(TestStages)
#include "tst_stages.moc"
