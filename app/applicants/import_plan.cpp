// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/import_plan.h"

#include "app/applicants/remembered_columns.h"
#include "app/applicants/stage_words.h"
#include "db/bulk_load.h"
#include "db/connection.h"
#include "db/deadlines.h"
#include "db/reviewers.h"

#include <QCoreApplication>
#include <algorithm>

namespace rolecall::app {

namespace {

// A column with more different "stages" than this holds something else.
constexpr int mostNewStages = 20;

} // namespace

Result<ImportPlan> ImportPlan::make(db::Connection &connection, db::RoleId role, const QString &reviewerName)
{
    ImportPlan plan;
    plan.m_role = role;
    auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    plan.m_listed = std::move(*qualities);
    plan.m_rule = ruleOf(plan.m_listed);
    for (const db::Quality &quality : std::as_const(plan.m_listed)) {
        const auto place = std::find_if(plan.m_rule.begin(), plan.m_rule.end(), [&quality](const RuleQuality &r) { return r.quality == quality.id; });
        plan.m_places.push_back(size_t(place - plan.m_rule.begin()));
    }
    auto stages = db::stages(connection, role);
    if (!stages)
        return tl::unexpected(stages.error());
    if (stages->isEmpty())
        return failure(QCoreApplication::translate("ImportPlan", "Importing applicants"), {}, QCoreApplication::translate("ImportPlan", "the role has no stage they could enter"),
                       QCoreApplication::translate("ImportPlan", "Add a stage to the role"));
    plan.m_stages = std::move(*stages);
    const auto closing = db::closingDate(connection, role);
    if (!closing)
        return tl::unexpected(closing.error());
    if (*closing)
        plan.m_closing = (*closing)->toString(Qt::ISODate).toStdString(); // days of equal form compare as texts

    plan.m_reviewer = connection.reviewer();
    const QString name = reviewerName.simplified();
    if (!name.isEmpty()) {
        auto known = db::reviewerByName(connection, name);
        if (!known)
            return tl::unexpected(known.error());
        if (*known) {
            plan.m_reviewer = (*known)->id;
        } else {
            db::Reviewer reviewer;
            reviewer.name = name;
            auto added = db::insertReviewer(connection, reviewer);
            if (!added)
                return tl::unexpected(added.error());
            plan.m_reviewer = *added;
        }
        if (auto outcome = db::addToPanel(connection, role, plan.m_reviewer); !outcome)
            return tl::unexpected(outcome.error());
    }
    if (!plan.m_reviewer.isValid())
        return failure(QCoreApplication::translate("ImportPlan", "Importing applicants"), {}, QCoreApplication::translate("ImportPlan", "nobody is known as the reviewer whose ratings these are"),
                       QCoreApplication::translate("ImportPlan", "Say who you are in Settings, or name a reviewer"));
    return plan;
}

std::vector<db::QualityId> ImportPlan::qualityIds() const
{
    std::vector<db::QualityId> ids;
    for (const RuleQuality &quality : m_rule)
        ids.push_back(quality.quality);
    return ids;
}

Result<ImportPlan::Mapping> ImportPlan::mappingFor(db::Connection &connection, const TableStream &stream, const QStringList &columnMap) const
{
    QStringList texts;
    int necessary = 0;
    for (const db::Quality &quality : m_listed) {
        texts << quality.text;
        necessary += quality.tier == db::Tier::Necessary ? 1 : 0;
    }
    Mapping mapping;
    mapping.recognised = recognizeColumns(stream.header(), stream.sampleRows(), texts, necessary);
    mapping.chosen = mapping.recognised;
    if (auto outcome = applyRememberedColumns(connection, mapping.chosen, stream.header()); !outcome)
        return tl::unexpected(outcome.error());
    if (columnMap.isEmpty())
        return mapping;
    if (auto outcome = applyOverrides(mapping.chosen, stream.header(), columnMap); !outcome)
        return tl::unexpected(outcome.error());
    return mapping;
}

db::Standing ImportPlan::unratedStanding() const
{
    return standingOf(m_rule, std::vector<qint32>(m_rule.size(), db::unratedLevel));
}

Result<ImportPlan::StageChoice> ImportPlan::stageFor(db::Connection &connection, const std::string &name)
{
    if (name.empty())
        return StageChoice{m_stages.first().id};
    if (const auto known = m_stageByName.find(name); known != m_stageByName.end())
        return StageChoice{known->second};
    const QString wanted = QString::fromStdString(name).simplified();
    for (const db::Stage &stage : std::as_const(m_stages)) {
        if (stage.name.compare(wanted, Qt::CaseInsensitive) == 0) {
            m_stageByName.emplace(name, stage.id);
            return StageChoice{stage.id};
        }
    }
    if (meansFirstStage(wanted)) {
        m_stageByName.emplace(name, m_stages.first().id);
        return StageChoice{m_stages.first().id};
    }
    if (m_newStages >= mostNewStages)
        return StageChoice{m_stages.first().id, false, true};
    ++m_newStages;
    db::Stage stage;
    stage.name = wanted;
    stage.kind = stageKindOfWord(wanted);
    stage.position = m_stages.last().position + 1;
    auto id = db::insertStage(connection, m_role, stage);
    if (!id)
        return tl::unexpected(id.error());
    stage.id = *id;
    m_stages << stage;
    m_stageByName.emplace(name, *id);
    return StageChoice{*id, true};
}

Result<qint64> ImportPlan::tagKeyFor(db::Connection &connection, const std::string &name)
{
    if (const auto known = m_tagByName.find(name); known != m_tagByName.end())
        return known->second;
    const auto key = db::tagKey(connection, QString::fromStdString(name));
    if (key)
        m_tagByName.emplace(name, *key);
    return key;
}

} // namespace rolecall::app
