// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/safety/recovery.h"

#include "app/done.h"
#include "app/shortlist/standing_updates.h"
#include "db/backup.h"
#include "db/roles.h"
#include "db/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Recovery", text);
}

tl::unexpected<Error> notRecovered(const QString &path, const QString &problem, const QString &remedy)
{
    return failure(tr("Recovering the workspace"), QDir::toNativeSeparators(path), problem, remedy);
}

/// Standings follow from the ratings that are left; the history begins anew with this.
Outcome finish(db::Connection &connection)
{
    const auto roles = db::roleSummaries(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    const auto done = perform(connection, {QStringLiteral("workspace"), tr("Recovered the workspace from a damaged file"), {}}, {}, [&]() -> Outcome {
        for (const db::RoleSummary &role : *roles) {
            if (auto outcome = refreshStandings(connection, role.role.id); !outcome)
                return outcome;
        }
        return {};
    });
    return done ? Outcome() : Outcome(tl::unexpected(done.error()));
}

} // namespace

QStringList Recovered::sentences() const
{
    QStringList lines{tr("Recovered: %1 roles, %2 applicants, %3 reviews, %4 documents.").arg(roles).arg(applicants).arg(reviews).arg(documents)};
    qint64 refused = 0;
    for (const db::SalvageReport::Table &table : report.tables)
        refused += table.refused;
    if (!report.lostSomething()) {
        lines << tr("Every row could be read; history and undo are as they were.");
        return lines;
    }
    if (report.unreadablePages > 0)
        lines << tr("%1 of %2 pages of the file could not be read.").arg(report.unreadablePages).arg(report.pages);
    if (report.strayPages > 0)
        lines << tr("%1 pages were found astray and put back where their rows belong.").arg(report.strayPages);
    if (refused > 0)
        lines << tr("%1 rows were read, but are not what they were.").arg(refused);
    if (report.damagedDocuments > 0)
        lines << tr("%1 documents are damaged and were left out.").arg(report.damagedDocuments);
    if (report.inventedRows > 0)
        lines << tr("%1 names, roles or qualities are lost; “Lost …” stands in their place.").arg(report.inventedRows);
    if (report.removedRows > 0)
        lines << tr("%1 rows referred to what is lost, and went with it.").arg(report.removedRows);
    lines << tr("The history can be read; what is in it cannot be undone.");
    return lines;
}

QString recoveredName(const QString &damagedPath)
{
    const QFileInfo file(damagedPath);
    for (int i = 1;; ++i) {
        const QString name = i == 1 ? tr("%1 recovered").arg(file.completeBaseName()) : tr("%1 recovered %2").arg(file.completeBaseName()).arg(i);
        const QString path = file.absoluteDir().filePath(name + QStringLiteral(".rolecall"));
        if (!QFileInfo::exists(path))
            return path;
    }
}

Result<Recovered> recoverWorkspace(const QString &damagedPath, const QString &target, Progress *progress)
{
    if (!QFileInfo(damagedPath).isFile())
        return notRecovered(damagedPath, tr("there is no such file"), tr("Choose another file"));
    if (QFileInfo::exists(target))
        return notRecovered(damagedPath, tr("%1 is there already").arg(QDir::toNativeSeparators(target)), tr("Choose another name"));
    // Named after the workspace, so that what a crash leaves behind is known as a copy of it.
    const QString name = QFileInfo(damagedPath).completeBaseName();
    QTemporaryDir workshop(QFileInfo(target).absoluteDir().filePath(QStringLiteral(".%1 recovery-XXXXXX").arg(name)));
    if (!workshop.isValid())
        return notRecovered(damagedPath, workshop.errorString(), tr("Choose a folder that can be written to"));
    auto fresh = db::Workspace::create(workshop.filePath(name + QStringLiteral(".rolecall")));
    if (!fresh)
        return tl::unexpected(fresh.error());
    db::Connection &connection = (*fresh)->connection();
    const auto report = db::salvage(damagedPath, connection, [progress](qint64 done, qint64 total) {
        if (!progress)
            return true;
        progress->setTotal(total);
        progress->setDone(done);
        return !progress->isCancelled();
    });
    if (!report)
        return notRecovered(damagedPath, report.error().problem, report.error().remedy);
    Recovered recovered{*report, report->taken(QStringLiteral("role")), report->taken(QStringLiteral("application")), report->taken(QStringLiteral("review")), report->taken(QStringLiteral("document"))};
    if (recovered.roles == 0 && recovered.applicants == 0)
        return notRecovered(damagedPath, tr("nothing of a workspace can be read in it"), tr("Restore a backup"));
    if (auto outcome = finish(connection); !outcome)
        return notRecovered(damagedPath, outcome.error().problem, outcome.error().remedy);
    if (auto outcome = db::backUp(connection, target); !outcome) // which is checked, too
        return notRecovered(damagedPath, outcome.error().problem, outcome.error().remedy);
    return recovered;
}

} // namespace rolecall::app
