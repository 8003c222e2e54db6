// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the stages of one role. Each act is one change; none of them loses an applicant.
#pragma once

#include "app/done.h"
#include "db/stage_templates.h"
#include "db/stages.h"

namespace rolecall::app {

/// At the end, or before the first stage of the kind "offer" or "hired" where there is one and it is neither itself.
Result<Done> addStage(db::Connection &connection, db::RoleId role, const db::StageStep &step);
/// Name, kind, target and condition. Refused where another stage has the name.
Result<Done> changeStage(db::Connection &connection, db::RoleId role, db::StageId stage, const db::StageStep &step);
/// To a place counted from 0; the others close up.
Result<Done> moveStage(db::Connection &connection, db::RoleId role, db::StageId stage, int place);
/// Who stands in it, and interviews held for it, go to `heir`: needed where anybody does. The last stage stays.
Result<Done> removeStage(db::Connection &connection, db::RoleId role, db::StageId stage, db::StageId heir = {});

} // namespace rolecall::app
