// SPDX-License-Identifier: GPL-3.0-or-later
// What imports took, changed and refused, kept so that it can be read again.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QStringList>
#include <optional>

namespace rolecall::db {

class Connection;

struct ImportReport
{
    ImportReportId id;
    RoleId role;
    QString fileName;
    qint64 taken = 0;
    qint64 needsLook = 0;
    qint64 refused = 0;
    QStringList messages; ///< about the file and its columns
    QString importedAt;
};

/// A row of a table that wants a person's eye or was refused; and each message, card or document, taken ones too.
struct ImportReportRow
{
    qint64 row = 0;  ///< its place in the report, from 1
    QString state;   ///< taken, needs_look, refused
    ApplicationId application;
    QString name;
    QString email;
    QStringList messages;
    QString fileName;
    std::optional<qint64> fileRow; ///< line of the table, number of the message or card, from 1
};

Result<ImportReportId> insertImportReport(Connection &connection, const ImportReport &report);
Outcome updateImportReport(Connection &connection, const ImportReport &report);
Outcome insertImportRow(Connection &connection, ImportReportId report, const ImportReportRow &row);
/// Newest first.
Result<QList<ImportReport>> importReports(Connection &connection, RoleId role);
Result<QList<ImportReportRow>> importReportRows(Connection &connection, ImportReportId report, int limit, qint64 afterRow = 0);

} // namespace rolecall::db
