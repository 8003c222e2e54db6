// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/role_removal.h"

#include "db/change_capture.h"
#include "db/connection.h"
#include "db/search_index.h"
#include "db/sql.h"

namespace rolecall::db {

namespace {

// As many as the images of an undone import hold.
constexpr int rowsPerImage = 2000;

/// Keeps the rows of the present change before they go.
Outcome keepImages(Connection &connection, const RoleTable &part, RoleId role)
{
    const auto table = loggedTable(connection, part.table);
    if (!table)
        return tl::unexpected(table.error());
    const QString columns = table->columns.join(QStringLiteral(", "));
    return execute(connection,
                   QStringLiteral("INSERT INTO change_bulk_image (change_id, table_name, columns, rows) SELECT (SELECT change_id FROM temp.capture), ?, ?, json_group_array(json_array(%1)) "
                                  "FROM (SELECT %1, (row_number() OVER () - 1) / %2 AS image_number FROM %3 WHERE %4) AS kept GROUP BY image_number HAVING count(*) > 0")
                       .arg(columns)
                       .arg(rowsPerImage)
                       .arg(part.table, part.condition),
                   {part.table, columns, role.number()});
}

} // namespace

const QList<RoleTable> &roleTables()
{
    static const QList<RoleTable> tables = [] {
        const QString ofRole = QStringLiteral("role_id = ?");
        const QString ofApplication = QStringLiteral("application_id IN (SELECT id FROM application WHERE role_id = ?)");
        const QString ofReview = QStringLiteral("review_id IN (SELECT v.id FROM application a CROSS JOIN review v ON v.application_id = a.id WHERE a.role_id = ?)");
        const QString ofInterview = QStringLiteral("interview_id IN (SELECT i.id FROM application a CROSS JOIN interview i ON i.application_id = a.id WHERE a.role_id = ?)");
        QList<RoleTable> list;
        const auto add = [&list](const char *names, const QString &condition) {
            for (const QString &name : QString::fromLatin1(names).split(u' '))
                list.append({name, condition});
        };
        add("interview_assessment interview_member", ofInterview);
        add("question quality_pass", ofRole);
        add("interview", ofApplication);
        add("evidence rating", ofReview);
        add("review agreed_level hand_placement application_tag note document stage_visit group_answer", ofApplication);
        list.append({QStringLiteral("shortlist_entry"), QStringLiteral("shortlist_id IN (SELECT id FROM shortlist WHERE role_id = ?)")});
        list.append({QStringLiteral("import_row"), QStringLiteral("report_id IN (SELECT id FROM import_report WHERE role_id = ?)")});
        add("shortlist import_report deadline retention_rule application stage contact duty quality posting panel_member", ofRole);
        list.append({QStringLiteral("role"), QStringLiteral("id = ?")});
        return list;
    }();
    return tables;
}

Outcome deleteRole(Connection &connection, RoleId id)
{
    // References may point nowhere for a moment; the commit checks them all.
    if (auto outcome = runScript(connection, "PRAGMA defer_foreign_keys = ON"); !outcome)
        return outcome;
    if (auto outcome = suspendCapture(connection); !outcome)
        return outcome;
    if (auto outcome = execute(connection, QStringLiteral("DELETE FROM standing WHERE role_id = ?"), {id.number()}); !outcome)
        return outcome;
    for (const RoleTable &part : roleTables()) {
        if (auto outcome = keepImages(connection, part, id); !outcome)
            return outcome;
        if (auto outcome = unindexRows(connection, part.table, part.condition, {id.number()}); !outcome)
            return outcome;
        if (auto outcome = execute(connection, QStringLiteral("DELETE FROM %1 WHERE %2").arg(part.table, part.condition), {id.number()}); !outcome)
            return outcome;
    }
    return resumeCapture(connection);
}

} // namespace rolecall::db
