// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP archives of applications, unpacked into folders that go when the import is over. An archive that could do harm or
// cannot be taken whole is refused whole: a name that leaves the folder, a link, a password, more than it is fair to unpack.
#pragma once

#include "db/result.h"

#include <QHash>
#include <QString>
#include <memory>
#include <mutex>

class QTemporaryDir;

namespace rolecall::app {

/// What an archive may hold; bytes are unpacked ones.
struct ArchiveLimits
{
    qint64 members = 20'000;
    qint64 bytes = 4096LL * 1024 * 1024;
    /// Text packs to a twentieth, a bomb to a thousandth. Small archives may do as they like.
    qint64 ratio = 200;
    qint64 bytesWithoutRatio = 64LL * 1024 * 1024;
};

class UnpackedArchives
{
public:
    explicit UnpackedArchives(ArchiveLimits limits = {});
    ~UnpackedArchives();
    Q_DISABLE_COPY_MOVE(UnpackedArchives)

    /// The folder that holds what the archive does; the same one when asked again, so that what was said about a file in
    /// it still holds. From any thread. The folder lives as long as this object.
    Result<QString> folderOf(const QString &archive);

private:
    struct Unpacked
    {
        QString stamp; ///< size and time of the archive: a newer one is unpacked anew
        std::shared_ptr<QTemporaryDir> folder;
    };
    const ArchiveLimits m_limits;
    std::mutex m_mutex;
    QHash<QString, Unpacked> m_unpacked;
};

/// Whether it is an archive of files, rather than a document or table that happens to be packed as one.
bool isArchiveOfFiles(const QString &path);

} // namespace rolecall::app
