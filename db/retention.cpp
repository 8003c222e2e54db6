// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/retention.h"

#include "db/connection.h"
#include "db/raw_query.h"
#include "db/sql.h"

#include <QHash>
#include <algorithm>

namespace rolecall::db {

Result<QList<RetentionRule>> retentionRules(Connection &connection)
{
    auto query = run(connection, QStringLiteral("SELECT role_id, outcome, months FROM retention_rule ORDER BY role_id, id"));
    if (!query)
        return tl::unexpected(query.error());
    QList<RetentionRule> rules;
    while (query->next())
        rules << RetentionRule{RoleId(query->value(0).toLongLong()), query->value(1).toString(), query->value(2).toInt()};
    return rules;
}

Outcome setRetention(Connection &connection, RoleId role, const QString &outcome, std::optional<int> months)
{
    const QVariant key = role.isValid() ? QVariant(role.number()) : QVariant();
    if (auto removed = execute(connection, QStringLiteral("DELETE FROM retention_rule WHERE ifnull(role_id, 0) = ? AND outcome = ?"), {role.number(), outcome}); !removed)
        return removed;
    if (!months)
        return {};
    return execute(connection, QStringLiteral("INSERT INTO retention_rule (role_id, outcome, months) VALUES (?, ?, ?)"), {key, outcome, *months});
}

Result<QList<DuePerson>> duePeople(Connection &connection, const QDate &today, int limit)
{
    const auto rules = retentionRules(connection);
    if (!rules)
        return tl::unexpected(rules.error());
    QList<DuePerson> due;
    if (rules->isEmpty())
        return due;
    QHash<std::pair<qint64, QString>, int> months;
    for (const RetentionRule &rule : *rules)
        months.insert({rule.role.number(), rule.outcome}, rule.months);
    // One pass over the applications in the order of their people; months are of different lengths, so the days are counted here.
    auto query = RawQuery::prepare(connection, QStringLiteral("SELECT candidate_id, role_id, coalesce(outcome, 'undecided'), coalesce(outcome_at, max(stage_since, created_at)) FROM application ORDER BY candidate_id"));
    if (!query)
        return tl::unexpected(query.error());
    CandidateId person;
    QDate last;
    bool kept = true;
    const auto finish = [&] {
        if (person.isValid() && !kept && last <= today)
            due << DuePerson{person, last};
    };
    while (query->next()) {
        if (const CandidateId id(query->key(0)); id != person) {
            finish();
            person = id;
            last = {};
            kept = false;
        }
        if (kept)
            continue;
        const QString outcome = query->text(2);
        auto rule = months.constFind({query->key(1), outcome});
        if (rule == months.constEnd())
            rule = months.constFind({0, outcome});
        const QDate base = QDate::fromString(query->text(3).left(10), Qt::ISODate);
        kept = rule == months.constEnd() || !base.isValid();
        if (!kept)
            last = last.isValid() ? std::max(last, base.addMonths(*rule)) : base.addMonths(*rule);
    }
    if (auto outcome = query->outcome(); !outcome)
        return tl::unexpected(outcome.error());
    finish();
    std::stable_sort(due.begin(), due.end(), [](const DuePerson &a, const DuePerson &b) { return a.since < b.since; });
    if (limit >= 0 && due.size() > limit)
        due.resize(limit);
    return due;
}

} // namespace rolecall::db
