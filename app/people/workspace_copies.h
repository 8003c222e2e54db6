// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a workspace that stand beside it or among the backups, which an erasure does not reach, so that it must name them.
#pragma once

#include "db/applications.h"

#include <QStringList>

namespace rolecall::app {

struct CopiesFound
{
    QStringList holding; ///< paths of files that hold one of the people
    QStringList unread;  ///< copies that could not be looked into
};
/// Looks into every copy that stands in the workspace's folder, in a folder of backups there, among the person's own
/// backups, or in `backupFolder`, by its people's UUIDs. An encrypted one cannot be looked into.
CopiesFound copiesHolding(const QString &workspacePath, const QList<db::Candidate> &people, const QString &backupFolder);

} // namespace rolecall::app
