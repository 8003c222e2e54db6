// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/file_check.h"

#include "db/backup.h"
#include "db/opening_check.h"
#include "ui/session/session.h"

#include <QFileInfo>
#include <QTimer>

namespace rolecall::ui {

FileCheck::FileCheck(const Session &session, QObject *parent)
    : QObject(parent)
    , m_path(session.path())
    , m_worker(session.path(), db::Access::ReadOnly)
{}

void FileCheck::schedule()
{
    constexpr int momentMilliseconds = 3000;
    if (QFileInfo(m_path).size() <= largestBytes)
        QTimer::singleShot(momentMilliseconds, this, &FileCheck::checkNow);
}

void FileCheck::checkNow()
{
    m_worker.ask<QStringList>(
        this, [](db::Connection &connection) { return db::damage(connection); },
        [this](const Result<QStringList> &found) {
            // A file that is gone, or that another program holds, could not be looked through; that is no damage.
            if (!found && db::fileState(m_path) == db::FileState::Damaged)
                Q_EMIT damageFound({found.error().problem});
            else if (found && !found->isEmpty())
                Q_EMIT damageFound(*found);
        });
}

} // namespace rolecall::ui
