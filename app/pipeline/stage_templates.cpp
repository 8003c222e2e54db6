// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/stage_templates.h"

#include "db/connection.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("StageTemplates", text);
}

db::StageStep step(const QString &name, const char *kind, std::optional<int> targetDays = {}, bool throughGate = false)
{
    return {name, QString::fromLatin1(kind), targetDays, throughGate};
}

/// Their UUIDs are the same in every workspace: an exchange knows them again.
QList<db::StageTemplate> builtInTemplates()
{
    const auto uuid = [](int number) { return QStringLiteral("0193a2f0-5e00-7000-8000-00000000000%1").arg(number); };
    const db::StageStep first = step(tr("New"), "review", 7), review = step(tr("Review"), "review", 14), offer = step(tr("Offer"), "offer", 7, true), hired = step(tr("Hired"), "hired");
    return {
        {{}, uuid(1), tr("Usual search"), true, {first, review, step(tr("Interview"), "interview", 21, true), offer, hired}},
        {{}, uuid(2), tr("With a work sample"), false, {first, review, step(tr("Work sample"), "test", 14, true), step(tr("Interview"), "interview", 21, true), offer, hired}},
        {{}, uuid(3), tr("Two rounds of interviews"), false, {first, review, step(tr("First interview"), "interview", 14, true), step(tr("Second interview"), "interview", 14, true), offer, hired}},
    };
}

/// Within a change: the built-in ones as rows, where there are none yet.
Outcome storeBuiltIn(db::Connection &connection)
{
    const auto stored = db::storedStageTemplates(connection);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!stored->isEmpty())
        return {};
    for (const db::StageTemplate &one : builtInTemplates()) {
        if (const auto id = db::insertStageTemplate(connection, one); !id)
            return tl::unexpected(id.error());
    }
    return {};
}

/// Adds or replaces by UUID, within a change.
Outcome store(db::Connection &connection, db::StageTemplate changed)
{
    if (auto outcome = storeBuiltIn(connection); !outcome)
        return outcome;
    const auto stored = db::storedStageTemplates(connection);
    if (!stored)
        return tl::unexpected(stored.error());
    for (const db::StageTemplate &one : *stored) {
        if (one.uuid == changed.uuid) {
            changed.id = one.id;
            return db::updateStageTemplate(connection, changed);
        }
    }
    const auto id = db::insertStageTemplate(connection, changed);
    return id ? Outcome() : Outcome(tl::unexpected(id.error()));
}

const db::StageTemplate *named(const QList<db::StageTemplate> &templates, const QString &name)
{
    const auto found = std::find_if(templates.cbegin(), templates.cend(), [&name](const db::StageTemplate &one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == templates.cend() ? nullptr : &*found;
}

/// The stages a role would have, in order; those that are new have no id, those to go are in `gone`.
QList<db::Stage> mergedStages(const QList<db::Stage> &before, const QHash<db::StageId, int> &counts, const QList<db::StageStep> &steps, QList<db::StageId> &gone)
{
    QList<db::Stage> merged;
    for (const db::StageStep &wanted : steps) {
        const auto same = std::find_if(before.cbegin(), before.cend(), [&wanted](const db::Stage &stage) { return stage.name.compare(wanted.name, Qt::CaseInsensitive) == 0; });
        db::Stage stage = same == before.cend() ? db::Stage() : *same;
        takeStep(stage, wanted);
        merged << stage;
    }
    qsizetype place = 0; // after the last one before it that stays
    for (const db::Stage &stage : before) {
        const auto kept = std::find_if(merged.cbegin(), merged.cend(), [&stage](const db::Stage &one) { return one.id == stage.id; });
        if (kept != merged.cend())
            place = kept - merged.cbegin() + 1;
        else if (counts.value(stage.id) > 0)
            merged.insert(place++, stage);
        else
            gone << stage.id;
    }
    for (qsizetype i = 0; i < merged.size(); ++i)
        merged[i].position = int(i);
    return merged;
}

} // namespace

db::StageStep stepOf(const db::Stage &stage)
{
    return {stage.name, stage.kind, stage.targetDays, stage.throughGate};
}

void takeStep(db::Stage &stage, const db::StageStep &step)
{
    stage.name = step.name.simplified();
    stage.kind = step.kind;
    stage.targetDays = step.targetDays;
    stage.throughGate = step.throughGate;
}

QString stepsProblem(const QList<db::StageStep> &steps)
{
    if (steps.isEmpty())
        return tr("there has to be a stage");
    QStringList names;
    for (const db::StageStep &step : steps) {
        const QString name = step.name.simplified();
        if (name.isEmpty())
            return tr("a stage has no name");
        if (names.contains(name, Qt::CaseInsensitive))
            return tr("two stages are called %1").arg(name);
        names << name;
    }
    return {};
}

Result<QList<db::StageTemplate>> stageTemplates(db::Connection &connection)
{
    auto stored = db::storedStageTemplates(connection);
    if (stored && stored->isEmpty())
        return builtInTemplates();
    return stored;
}

Result<QList<db::Stage>> stagesOfNewRole(db::Connection &connection)
{
    const auto templates = stageTemplates(connection);
    if (!templates)
        return tl::unexpected(templates.error());
    const auto marked = std::find_if(templates->cbegin(), templates->cend(), [](const db::StageTemplate &one) { return one.isDefault; });
    const db::StageTemplate &chosen = marked == templates->cend() ? templates->first() : *marked;
    QList<db::Stage> stages;
    for (const db::StageStep &step : chosen.steps) {
        db::Stage stage;
        takeStep(stage, step);
        stage.position = int(stages.size());
        stages << stage;
    }
    return stages;
}

Result<Done> saveStageTemplate(db::Connection &connection, const db::StageTemplate &given)
{
    db::StageTemplate changed = given;
    changed.name = given.name.simplified();
    const QString tried = tr("Saving the template");
    if (changed.name.isEmpty())
        return failure(tried, {}, tr("it has no name"), tr("Give it a name"));
    if (const QString problem = stepsProblem(changed.steps); !problem.isEmpty())
        return failure(tried, changed.name, problem);
    const auto templates = stageTemplates(connection);
    if (!templates)
        return tl::unexpected(templates.error());
    if (const db::StageTemplate *other = named(*templates, changed.name); other && other->uuid != changed.uuid)
        return failure(tried, changed.name, tr("another one has this name"), tr("Give it another name"));
    return perform(connection, {QStringLiteral("template"), tr("Changed the stage template “%1”").arg(changed.name), {}}, Area::Roles, [&] { return store(connection, changed); });
}

Result<Done> removeStageTemplate(db::Connection &connection, const db::StageTemplate &gone)
{
    const auto templates = stageTemplates(connection);
    if (!templates)
        return tl::unexpected(templates.error());
    if (templates->size() < 2)
        return failure(tr("Removing the template"), gone.name, tr("it is the only one, and a new role needs one"));
    return perform(connection, {QStringLiteral("template"), tr("Removed the stage template “%1”").arg(gone.name), {}}, Area::Roles, [&]() -> Outcome {
        if (auto outcome = storeBuiltIn(connection); !outcome)
            return outcome;
        auto stored = db::storedStageTemplates(connection);
        if (!stored)
            return tl::unexpected(stored.error());
        for (db::StageTemplate &one : *stored) {
            if (one.uuid != gone.uuid)
                continue;
            if (auto outcome = db::deleteStageTemplate(connection, one.id); !outcome)
                return outcome;
        }
        if (!gone.isDefault)
            return {};
        const auto heir = std::find_if(stored->begin(), stored->end(), [&gone](const db::StageTemplate &one) { return one.uuid != gone.uuid; });
        heir->isDefault = true;
        return db::updateStageTemplate(connection, *heir);
    });
}

Result<Done> saveStagesAsTemplate(db::Connection &connection, db::RoleId role, const QString &name)
{
    const QString clean = name.simplified();
    if (clean.isEmpty())
        return failure(tr("Saving the template"), {}, tr("it has no name"), tr("Give it a name"));
    const auto stages = db::stages(connection, role);
    if (!stages)
        return tl::unexpected(stages.error());
    const auto templates = stageTemplates(connection);
    if (!templates)
        return tl::unexpected(templates.error());
    db::StageTemplate made;
    if (const db::StageTemplate *same = named(*templates, clean))
        made = *same;
    made.name = clean;
    made.steps.clear();
    for (const db::Stage &stage : *stages)
        made.steps << stepOf(stage);
    return perform(connection, {QStringLiteral("template"), tr("Saved the stages as the template “%1”").arg(clean), {}, role}, Area::Roles, [&] { return store(connection, made); });
}

Result<Done> applyStageTemplate(db::Connection &connection, db::RoleId role, const db::StageTemplate &chosen)
{
    const QString tried = tr("Taking the template");
    if (const QString problem = stepsProblem(chosen.steps); !problem.isEmpty())
        return failure(tried, chosen.name, problem);
    const auto before = db::stages(connection, role);
    if (!before)
        return tl::unexpected(before.error());
    const auto counts = db::stageCounts(connection, role);
    if (!counts)
        return tl::unexpected(counts.error());
    QList<db::StageId> gone;
    const QList<db::Stage> merged = mergedStages(*before, *counts, chosen.steps, gone);
    return perform(connection, {QStringLiteral("stage"), tr("Took the stages of the template “%1”").arg(chosen.name), {}, role}, Area::Applications | Area::Roles, [&]() -> Outcome {
        for (const db::StageId id : std::as_const(gone)) {
            if (auto outcome = db::deleteStage(connection, id); !outcome)
                return outcome;
        }
        for (const db::Stage &stage : merged) {
            if (stage.id.isValid()) {
                if (auto outcome = db::updateStage(connection, stage); !outcome)
                    return outcome;
            } else if (const auto id = db::insertStage(connection, role, stage); !id) {
                return tl::unexpected(id.error());
            }
        }
        return {};
    });
}

} // namespace rolecall::app
