// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does with people's data beyond showing them: handing them out, and erasing them.
#include "ui/pages/people/people_page.h"

#include "app/mail/mail_reader.h"
#include "app/people/person_export.h"
#include "db/applications.h"
#include "ui/pages/people/erase_dialog.h"
#include "ui/session/backup_keeper.h"
#include "ui/shell/file_choice.h"

#include <QDir>
#include <QStandardPaths>

namespace rolecall::ui {

void PeoplePage::askToExport(db::CandidateId person)
{
    const auto who = db::candidate(m_session.connection(), person);
    if (!who) {
        m_session.apply(Outcome(tl::unexpected(who.error())));
        return;
    }
    const QString name = app::safeFileName(who->name, tr("Person")) + QStringLiteral(".zip");
    const QString suggestion = QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
    chooseNewFile(window(), tr("Export one person's data"), tr("Zip files (*.zip)"), suggestion, QStringLiteral("zip"), [this, person](const QString &path) { exportTo(person, path); });
}

void PeoplePage::exportTo(db::CandidateId person, const QString &path)
{
    m_session.reader().ask<app::WrittenExport>(
        this, [person, path](db::Connection &connection) { return app::exportPerson(connection, person, path); },
        [this](Result<app::WrittenExport> written) {
            if (!written)
                m_session.apply(Outcome(tl::unexpected(written.error())));
            else
                m_session.apply(Result<app::Done>(app::Done{tr("Wrote %1 files to %2; what is left out is said in them").arg(written->files).arg(QDir::toNativeSeparators(written->path)), {}, {}, {}, {}}));
        });
}

void PeoplePage::askToErase(const QList<db::CandidateId> &people)
{
    auto plan = std::make_shared<app::ErasurePlan>();
    m_session.run(
        tr("Looking for what goes"),
        [people, plan, backups = rememberedBackupRule(m_settings).folder](db::Connection &connection, app::Progress &progress) -> Result<app::Done> {
            auto made = app::planErasure(connection, people, backups, &progress);
            if (!made)
                return tl::unexpected(made.error());
            *plan = std::move(*made);
            return app::Done{};
        },
        [this, plan](const Result<app::Done> &done) {
            if (done)
                decideErasure(*plan);
        });
}

void PeoplePage::decideErasure(const app::ErasurePlan &plan)
{
    const bool allDue = std::all_of(plan.people.cbegin(), plan.people.cend(), [this](db::CandidateId person) { return m_duePeople.contains(person); });
    auto *dialog = new EraseDialog(plan, allDue ? app::ErasureReason::Retention : app::ErasureReason::Asked, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_session.run(tr("Erasing"), [plan = dialog->plan(), reason = dialog->reason()](db::Connection &connection, app::Progress &progress) { return app::erase(connection, plan, reason, &progress); });
    });
    dialog->open();
    Q_EMIT erasureAsked();
}

} // namespace rolecall::ui
