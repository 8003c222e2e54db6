// SPDX-License-Identifier: GPL-3.0-or-later
// Files joined to an application: several at once are one change.
#pragma once

#include "app/done.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace rolecall::app {

struct FileToAttach
{
    QString name; ///< without a folder
    QByteArray bytes;
};

/// What the largest file may hold, in bytes: the bound of a value in a workspace.
constexpr qint64 largestDocument = 64LL * 1024 * 1024;

struct FilesRead
{
    QList<FileToAttach> files;
    QStringList refused; ///< one sentence per file that could not be taken, naming it
};
/// Reads files from disk; folders, empty and too large ones are refused with a reason.
FilesRead readFilesToAttach(const QStringList &paths);

struct Attached
{
    Done done;
    int taken = 0;
    QStringList alreadyThere; ///< names of files whose content the application has already
};
Result<Attached> attachDocuments(db::Connection &connection, db::ApplicationId application, const QList<FileToAttach> &files);

} // namespace rolecall::app
