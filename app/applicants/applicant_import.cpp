// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/applicant_import.h"

#include "app/applicants/import_run.h"
#include "db/connection.h"
#include "db/roles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rolecall::app {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("ApplicantImport", text, nullptr, n);
}

QString title(const ImportSummary &summary)
{
    QString words = tr("Imported %n applicant(s)", int(summary.applicants));
    if (summary.needsLook > 0)
        words += tr(", %1 need a look").arg(summary.needsLook);
    if (summary.refused > 0)
        words += tr(", %1 refused").arg(summary.refused);
    return words;
}

Result<RoleGuess> rolesToGuess(db::Connection &connection)
{
    const auto summaries = db::roleSummaries(connection);
    if (!summaries)
        return tl::unexpected(summaries.error());
    QList<RoleGuess::Title> titles;
    for (const db::RoleSummary &summary : *summaries) // closed ones too: who comes late is taken, and marked
        titles.append({summary.role.id, summary.role.title});
    return RoleGuess(titles);
}

} // namespace

QString rowStateName(RowState state)
{
    switch (state) {
    case RowState::Taken:
        return QStringLiteral("taken");
    case RowState::NeedsLook:
        return QStringLiteral("needs_look");
    case RowState::Refused:
        break;
    }
    return QStringLiteral("refused");
}

Result<ImportSummary> importApplicants(db::Connection &connection, const ImportRequest &request, Progress *progress)
{
    const auto archives = request.archives ? request.archives : std::make_shared<UnpackedArchives>();
    const ImportSources sources = findImportSources(request.files, *archives);
    if (sources.sources.isEmpty()) {
        if (!sources.refused.isEmpty())
            return tl::unexpected(sources.refused.first().error);
        return failure(tr("Importing applicants"), request.files.join(QStringLiteral(", ")), tr("there is no file in it"));
    }
    for (const RefusedSource &refused : sources.refused) {
        if (!request.skipUnreadableTables && !QFileInfo::exists(refused.path))
            return tl::unexpected(refused.error);
    }
    const db::BulkSettings settings(connection);
    auto scope = db::ChangeScope::begin(connection, {QStringLiteral("import"), tr("Imported applicants"), {}, request.role});
    if (!scope)
        return tl::unexpected(scope.error());
    auto plan = ImportPlan::make(connection, request.role, request.reviewerName);
    if (!plan)
        return tl::unexpected(plan.error());
    auto roles = rolesToGuess(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    auto load = db::BulkLoad::begin(connection, *scope, request.role, plan->reviewer(), plan->qualityIds());
    if (!load)
        return tl::unexpected(load.error());
    ImportRun run(connection, request, *plan, **load, std::move(*roles), progress);
    if (auto outcome = run.run(sources); !outcome)
        return tl::unexpected(outcome.error());
    ImportSummary summary = run.summary();
    if (request.dryRun)
        return summary; // everything was tried for real, and is rolled back
    if (!run.readAnything() && run.firstUnreadable())
        return tl::unexpected(*run.firstUnreadable());
    if (auto outcome = (*load)->finish(); !outcome)
        return tl::unexpected(outcome.error());
    const db::NewChange change{QStringLiteral("import"), title(summary), describeSources(sources), request.role};
    if (auto outcome = scope->describe(change); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = scope->commit(); !outcome)
        return tl::unexpected(outcome.error());
    summary.done = Done{change.title, Area::Applications | Area::Ratings | Area::Reviewers | Area::Documents, request.role, {}, scope->id()};
    return summary;
}

} // namespace rolecall::app
