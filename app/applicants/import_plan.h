// SPDX-License-Identifier: GPL-3.0-or-later
// What an import needs to know of its role, looked up once: the rule, stages, tags, and whose ratings are coming.
#pragma once

#include "app/shortlist/rule.h"
#include "app/table/column_mapping.h"
#include "app/table/table_stream.h"
#include "db/stages.h"

#include <string>
#include <unordered_map>

namespace rolecall::app {

class ImportPlan
{
public:
    /// Makes the reviewer where the name is new; within the change of the import.
    static Result<ImportPlan> make(db::Connection &connection, db::RoleId role, const QString &reviewerName);

    db::ReviewerId reviewer() const { return m_reviewer; }
    const Rule &rule() const { return m_rule; }
    std::vector<db::QualityId> qualityIds() const;
    /// The quality at an index of the texts that columns are recognised by, and its place in the rule.
    db::QualityId qualityAt(int index) const { return m_listed.at(index).id; }
    size_t placeOf(int index) const { return m_places[size_t(index)]; }

    struct Mapping
    {
        ColumnMapping recognised; ///< by the columns alone
        ColumnMapping chosen;     ///< with what is remembered of the source, and what was said now
    };
    Result<Mapping> mappingFor(db::Connection &connection, const TableStream &stream, const QStringList &columnMap) const;
    /// A standing of somebody whom nobody has rated.
    db::Standing unratedStanding() const;
    db::StageId firstStage() const { return m_stages.first().id; }
    /// Whether somebody who applied on this day (YYYY-MM-DD; empty: not known) came after applications closed.
    bool isLate(const std::string &appliedOn) const { return !m_closing.empty() && appliedOn > m_closing; }
    /// The last day on which one could apply; empty: not known.
    const std::string &closing() const { return m_closing; }

    struct StageChoice
    {
        db::StageId stage;
        bool isNew = false;     ///< it was added just now
        bool isUnknown = false; ///< too many new ones: the first stage stands in
    };
    Result<StageChoice> stageFor(db::Connection &connection, const std::string &name);
    Result<qint64> tagKeyFor(db::Connection &connection, const std::string &name);

private:
    db::RoleId m_role;
    db::ReviewerId m_reviewer;
    QList<db::Quality> m_listed; ///< necessary first, as people see them
    Rule m_rule;                 ///< ordered by id
    std::vector<size_t> m_places;
    QList<db::Stage> m_stages;
    std::unordered_map<std::string, db::StageId> m_stageByName;
    std::unordered_map<std::string, qint64> m_tagByName;
    std::string m_closing;
    int m_newStages = 0;
};

} // namespace rolecall::app
