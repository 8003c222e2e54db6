// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/import_reports.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Result<ImportReportId> insertImportReport(Connection &connection, const ImportReport &report)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO import_report (role_id, file_name, taken, needs_look, refused, messages, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                           {report.role.number(), report.fileName, report.taken, report.needsLook, report.refused, jsonArray(report.messages), connection.now()});
    if (!query)
        return tl::unexpected(query.error());
    return ImportReportId(query->lastInsertId().toLongLong());
}

Outcome updateImportReport(Connection &connection, const ImportReport &report)
{
    return execute(connection, QStringLiteral("UPDATE import_report SET file_name = ?, taken = ?, needs_look = ?, refused = ?, messages = ? WHERE id = ?"),
                   {report.fileName, report.taken, report.needsLook, report.refused, jsonArray(report.messages), report.id.number()});
}

Outcome insertImportRow(Connection &connection, ImportReportId report, const ImportReportRow &row)
{
    return execute(connection, QStringLiteral("INSERT INTO import_row (report_id, row, state, application_id, name, email, messages, file_name, file_row) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                   {report.number(), row.row, row.state, row.application.isValid() ? QVariant(row.application.number()) : QVariant(), row.name, row.email,
                    jsonArray(row.messages), row.fileName, nullable(row.fileRow)});
}

Result<QList<ImportReport>> importReports(Connection &connection, RoleId role)
{
    auto query = run(connection, QStringLiteral("SELECT id, file_name, taken, needs_look, refused, messages, imported_at FROM import_report WHERE role_id = ? ORDER BY id DESC"), {role.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<ImportReport> list;
    while (query->next())
        list << ImportReport{ImportReportId(query->value(0).toLongLong()), role, query->value(1).toString(), query->value(2).toLongLong(), query->value(3).toLongLong(),
                             query->value(4).toLongLong(), textsOfJson(query->value(5).toString()), query->value(6).toString()};
    return list;
}

Result<QList<ImportReportRow>> importReportRows(Connection &connection, ImportReportId report, int limit, qint64 afterRow)
{
    auto query = run(connection, QStringLiteral("SELECT row, state, application_id, name, email, messages, file_name, file_row FROM import_row WHERE report_id = ? AND row > ? ORDER BY row LIMIT ?"),
                     {report.number(), afterRow, limit});
    if (!query)
        return tl::unexpected(query.error());
    QList<ImportReportRow> list;
    while (query->next())
        list << ImportReportRow{query->value(0).toLongLong(), query->value(1).toString(), ApplicationId(query->value(2).toLongLong()), query->value(3).toString(),
                                query->value(4).toString(), textsOfJson(query->value(5).toString()), query->value(6).toString(),
                                query->value(7).isNull() ? std::nullopt : std::optional(query->value(7).toLongLong())};
    return list;
}

} // namespace rolecall::db
