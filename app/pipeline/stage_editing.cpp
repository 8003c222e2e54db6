// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/stage_editing.h"

#include "app/pipeline/stage_templates.h"
#include "db/connection.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("StageEditing", text, nullptr, count);
}

qsizetype placeOf(const QList<db::Stage> &stages, db::StageId id)
{
    return std::find_if(stages.cbegin(), stages.cend(), [id](const db::Stage &stage) { return stage.id == id; }) - stages.cbegin();
}

/// The role's stages, and where one of them stands.
struct Place
{
    QList<db::Stage> stages;
    qsizetype at = 0;
    db::Stage &stage() { return stages[at]; }
};

Result<Place> find(db::Connection &connection, db::RoleId role, db::StageId id, const QString &tried)
{
    auto stages = db::stages(connection, role);
    if (!stages)
        return tl::unexpected(stages.error());
    Place place{std::move(*stages), 0};
    place.at = placeOf(place.stages, id);
    if (place.at == place.stages.size())
        return failure(tried, {}, tr("the stage is no longer there"));
    return place;
}

QString problemOf(const QList<db::Stage> &stages)
{
    QList<db::StageStep> steps;
    for (const db::Stage &stage : stages)
        steps << stepOf(stage);
    return stepsProblem(steps);
}

/// Within a change: numbers them as they stand in the list, writing those alone that moved.
Outcome number(db::Connection &connection, QList<db::Stage> &stages)
{
    for (qsizetype i = 0; i < stages.size(); ++i) {
        if (stages.at(i).position == int(i))
            continue;
        stages[i].position = int(i);
        if (!stages.at(i).id.isValid())
            continue; // about to be added
        if (auto outcome = db::updateStage(connection, stages.at(i)); !outcome)
            return outcome;
    }
    return {};
}

Result<Done> act(db::Connection &connection, db::RoleId role, const QString &title, const QString &detail, const std::function<Outcome()> &work)
{
    return perform(connection, {QStringLiteral("stage"), title, detail, role}, Area::Applications | Area::Roles, work);
}

bool isLate(const QString &kind)
{
    return kind == QLatin1String("offer") || kind == QLatin1String("hired");
}

} // namespace

Result<Done> addStage(db::Connection &connection, db::RoleId role, const db::StageStep &step)
{
    auto stages = db::stages(connection, role);
    if (!stages)
        return tl::unexpected(stages.error());
    db::Stage added;
    takeStep(added, step);
    const auto place = std::find_if(stages->begin(), stages->end(), [&step](const db::Stage &stage) { return isLate(stage.kind) && !isLate(step.kind); });
    const qsizetype at = place - stages->begin();
    added.position = -1;
    stages->insert(at, added);
    if (const QString problem = problemOf(*stages); !problem.isEmpty())
        return failure(tr("Adding a stage"), added.name, problem, tr("Give it another name"));
    return act(connection, role, tr("Added the stage %1").arg(added.name), {}, [&]() -> Outcome {
        if (auto outcome = number(connection, *stages); !outcome)
            return outcome;
        const auto id = db::insertStage(connection, role, stages->at(at));
        return id ? Outcome() : Outcome(tl::unexpected(id.error()));
    });
}

Result<Done> changeStage(db::Connection &connection, db::RoleId role, db::StageId id, const db::StageStep &step)
{
    auto place = find(connection, role, id, tr("Changing the stage"));
    if (!place)
        return tl::unexpected(place.error());
    const QString before = place->stage().name;
    takeStep(place->stage(), step);
    if (const QString problem = problemOf(place->stages); !problem.isEmpty())
        return failure(tr("Changing the stage"), before, problem, tr("Give it another name"));
    const QString title = before == place->stage().name ? tr("Changed the stage %1").arg(before) : tr("Renamed the stage %1 to %2").arg(before, place->stage().name);
    return act(connection, role, title, {}, [&] { return db::updateStage(connection, place->stage()); });
}

Result<Done> moveStage(db::Connection &connection, db::RoleId role, db::StageId id, int to)
{
    auto place = find(connection, role, id, tr("Moving the stage"));
    if (!place)
        return tl::unexpected(place.error());
    const qsizetype target = std::clamp<qsizetype>(to, 0, place->stages.size() - 1);
    const QString name = place->stage().name;
    if (target == place->at)
        return failure(tr("Moving the stage"), name, tr("it stands there already"));
    place->stages.move(place->at, target);
    return act(connection, role, tr("Moved the stage %1").arg(name), {}, [&] { return number(connection, place->stages); });
}

Result<Done> removeStage(db::Connection &connection, db::RoleId role, db::StageId id, db::StageId heir)
{
    auto place = find(connection, role, id, tr("Removing the stage"));
    if (!place)
        return tl::unexpected(place.error());
    const QString name = place->stage().name;
    if (place->stages.size() == 1)
        return failure(tr("Removing the stage"), name, tr("it is the only one, and applicants have to stand somewhere"), tr("Add another one first"));
    const auto counts = db::stageCounts(connection, role);
    if (!counts)
        return tl::unexpected(counts.error());
    const int standing = counts->value(id);
    const qsizetype to = placeOf(place->stages, heir);
    if (heir == id || (heir.isValid() && to == place->stages.size()))
        return failure(tr("Removing the stage"), name, tr("those in it cannot go there"), tr("Choose another stage of the role"));
    if (standing > 0 && !heir.isValid())
        return failure(tr("Removing the stage"), name, standing == 1 ? tr("an applicant stands in it") : tr("%n applicants stand in it", standing), tr("Say which stage they go to"));
    const QString detail = standing > 0 ? tr("%n applicants went to %1", standing).arg(place->stages.at(to).name) : QString();
    return act(connection, role, tr("Removed the stage %1").arg(name), detail, [&]() -> Outcome {
        // Without anybody in it an interview may still be held for it: that goes on without a stage, or to the heir.
        if (auto outcome = db::emptyStage(connection, id, heir); !outcome)
            return outcome;
        if (auto outcome = db::deleteStage(connection, id); !outcome)
            return outcome;
        place->stages.removeAt(place->at);
        return number(connection, place->stages);
    });
}

} // namespace rolecall::app
