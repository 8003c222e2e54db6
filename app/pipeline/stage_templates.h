// SPDX-License-Identifier: GPL-3.0-or-later
// The pipelines a role can begin with. Rolecall comes with a few; they are stored with the first change to any of them,
// so that a workspace nobody has changed them in has none of its own.
#pragma once

#include "app/done.h"
#include "db/stage_templates.h"
#include "db/stages.h"

namespace rolecall::app {

/// Those of the workspace, by name; the built-in ones while none are stored.
Result<QList<db::StageTemplate>> stageTemplates(db::Connection &connection);
/// What a new role begins with: the default template's steps, or those of the first.
Result<QList<db::Stage>> stagesOfNewRole(db::Connection &connection);

/// Adds it, or replaces the one with its UUID. Refused without a name or a step, or where two of either have one name.
Result<Done> saveStageTemplate(db::Connection &connection, const db::StageTemplate &changed);
/// One has to stay.
Result<Done> removeStageTemplate(db::Connection &connection, const db::StageTemplate &gone);
/// Under a name; a template that has it is replaced.
Result<Done> saveStagesAsTemplate(db::Connection &connection, db::RoleId role, const QString &name);
/// The role has these stages from now on. One of the same name stays the same stage, with everybody in it; one that is not in
/// the template goes if nobody stands in it, and else stays where it was in the order.
Result<Done> applyStageTemplate(db::Connection &connection, db::RoleId role, const db::StageTemplate &chosen);

/// What is wrong with these steps, in words; empty: nothing. No step, one without a name, two of one name.
QString stepsProblem(const QList<db::StageStep> &steps);
db::StageStep stepOf(const db::Stage &stage);
/// Puts a step's name, kind, target and condition into a stage.
void takeStep(db::Stage &stage, const db::StageStep &step);

} // namespace rolecall::app
