// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/file_replacement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

tl::unexpected<Error> notMoved(const QString &to)
{
    return failure(tr("Putting the file in its place"), QDir::toNativeSeparators(to), qt_error_string(errno), tr("Check the permissions of the folder"));
}

void syncFolder(const QString &path)
{
    const int folder = open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    fsync(folder); // a file system that cannot has nothing to be asked for
    close(folder);
}

} // namespace

Outcome moveInto(const QString &from, const QString &to)
{
    // rename(2) replaces what is there; Qt's own rename refuses to.
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return notMoved(to);
    syncFolder(to);
    return {};
}

Outcome replaceWorkspace(const QString &fresh, const QString &path, const QString &kept)
{
    // A second name for the old file first: the new one then takes the first name in one step. Where the file system has no
    // second names the old file is moved away, and is back at once should the second step fail.
    const bool linked = link(QFile::encodeName(path).constData(), QFile::encodeName(kept).constData()) == 0;
    if (!linked) {
        if (auto outcome = moveInto(path, kept); !outcome)
            return outcome;
    }
    // Its log belongs to the old content and goes with it.
    const QString log = QStringLiteral("-wal");
    const bool hadLog = QFileInfo::exists(path + log);
    if (hadLog) {
        if (auto outcome = moveInto(path + log, kept + log); !outcome) {
            if (linked)
                QFile::remove(kept);
            else
                std::rename(QFile::encodeName(kept).constData(), QFile::encodeName(path).constData());
            return outcome;
        }
    }
    QFile::remove(path + QStringLiteral("-shm"));
    if (auto outcome = moveInto(fresh, path); !outcome) {
        if (hadLog)
            std::rename(QFile::encodeName(kept + log).constData(), QFile::encodeName(path + log).constData());
        if (linked)
            QFile::remove(kept);
        else
            std::rename(QFile::encodeName(kept).constData(), QFile::encodeName(path).constData());
        return outcome;
    }
    return {};
}

} // namespace rolecall::db
