// SPDX-License-Identifier: GPL-3.0-or-later
// Pipelines to begin a role with, kept for the whole workspace. Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QString>
#include <optional>

namespace rolecall::db {

class Connection;

struct StageStep
{
    QString name;
    QString kind = QStringLiteral("review"); ///< review, test, interview, offer, hired
    std::optional<int> targetDays = {};
    bool throughGate = false;

    friend bool operator==(const StageStep &, const StageStep &) = default;
};

struct StageTemplate
{
    StageTemplateId id;
    QString uuid;
    QString name;
    bool isDefault = false; ///< what a new role takes: at most one
    QList<StageStep> steps;
};

/// By name; none where nobody has changed the built-in ones yet (app/pipeline/stage_templates.h).
Result<QList<StageTemplate>> storedStageTemplates(Connection &connection);
Result<StageTemplateId> insertStageTemplate(Connection &connection, const StageTemplate &made);
/// Name, mark and all steps, as given.
Outcome updateStageTemplate(Connection &connection, const StageTemplate &changed);
Outcome deleteStageTemplate(Connection &connection, StageTemplateId id);

} // namespace rolecall::db
