// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_report.h"

#include "app/applicants/applicant_import.h"
#include "app/blind/identity.h"
#include "db/applications.h"
#include "db/roles.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

namespace rolecall::ui {

namespace {

app::RowState stateOf(const QString &name)
{
    for (const app::RowState state : {app::RowState::Taken, app::RowState::NeedsLook}) {
        if (name == app::rowStateName(state))
            return state;
    }
    return app::RowState::Refused;
}

/// A file is often named after its sender, and a reason may quote their address.
void hideWho(db::Connection &connection, const db::ImportReportRow &row, ImportRowShown &line)
{
    const bool isStored = row.application.isValid();
    const auto identity = isStored ? app::identity(connection, row.application) : Result<app::Identity>();
    if (isStored && identity && !identity->hidden)
        return;
    line.place = row.fileRow ? ImportRowsModel::tr("Number %1").arg(*row.fileRow) : ImportRowsModel::tr("A file");
    line.person = isStored && identity ? identity->code : ImportRowsModel::tr("Hidden");
    // A likeness is told without a name; other reasons may quote whatever stood in the row.
    QStringList plain;
    std::copy_if(row.messages.cbegin(), row.messages.cend(), std::back_inserter(plain), &app::tellsOfLikeness);
    if (!plain.isEmpty())
        line.why = plain.join(QStringLiteral("; "));
    else if (!line.why.isEmpty())
        line.why = ImportRowsModel::tr("Hidden while the role is read blind");
    line.mayBeTwice = {};
}

} // namespace

QString importPlace(const QString &file, std::optional<qint64> row)
{
    return row ? QStringLiteral("%1, %2").arg(file, QLocale().toString(*row)) : file;
}

Result<QList<ImportRowShown>> reportRows(db::Connection &connection, const db::ImportReport &report, int most)
{
    const auto rows = db::importReportRows(connection, report.id, most);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto role = db::role(connection, report.role);
    if (!role)
        return tl::unexpected(role.error());
    QList<ImportRowShown> shown;
    for (const db::ImportReportRow &row : *rows) {
        ImportRowShown line;
        line.place = importPlace(row.fileName, row.fileRow);
        line.state = stateOf(row.state);
        line.person = app::IntakePerson{row.name, row.email}.text();
        line.why = row.messages.join(QStringLiteral("; "));
        if (row.application.isValid() && std::any_of(row.messages.cbegin(), row.messages.cend(), &app::tellsOfLikeness)) {
            if (const auto application = db::application(connection, row.application)) // it may have been undone or erased since
                line.mayBeTwice = application->candidate;
        }
        if (role->blind)
            hideWho(connection, row, line);
        shown << line;
    }
    return shown;
}

} // namespace rolecall::ui
