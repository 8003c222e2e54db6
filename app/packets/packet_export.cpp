// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packets/packet_export.h"

#include "app/packets/packet_writer.h"
#include "db/backup.h"
#include "db/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Packets", text);
}

tl::unexpected<Error> notWritten(const QString &path, const QString &problem, const QString &remedy)
{
    return failure(tr("Writing the packet"), QDir::toNativeSeparators(path), problem, remedy);
}

} // namespace

Result<PacketWritten> exportPacket(db::Connection &connection, db::RoleId role, const PacketOptions &options, const QString &path, Progress *progress)
{
    if (options.reviewerName.simplified().isEmpty())
        return notWritten(path, tr("it does not say whom it is for"), tr("Give the reviewer's name"));
    const QFileInfo target(path);
    if (target.exists() && target.canonicalFilePath() == QFileInfo(connection.path()).canonicalFilePath())
        return notWritten(path, tr("this is the workspace itself"), tr("Choose another name"));
    if (target.isDir())
        return notWritten(path, tr("it is a folder"), tr("Choose a file name"));
    if (target.exists() && db::Workspace::holder(path))
        return notWritten(path, tr("another program has this file open"), tr("Close it there, or choose another name"));
    // Beside its place, so that the last step is a renaming; nothing half made is ever seen under its name.
    QTemporaryDir workshop(target.absoluteDir().filePath(QStringLiteral(".rolecall-packet-XXXXXX")));
    if (!workshop.isValid())
        return notWritten(path, workshop.errorString(), tr("Choose a folder that can be written to"));
    auto packet = db::Workspace::create(workshop.filePath(QStringLiteral("packet.rolecall")));
    if (!packet)
        return tl::unexpected(packet.error());
    PacketWriter writer(connection, (*packet)->connection(), options, progress);
    auto written = writer.write(role);
    if (!written)
        return written;
    if (auto outcome = db::backUp((*packet)->connection(), target.absoluteFilePath()); !outcome)
        return notWritten(path, outcome.error().problem, outcome.error().remedy);
    written->done.message = written->applications == 1 ? tr("Wrote a packet with one applicant for %1").arg(options.reviewerName.simplified())
                                                       : tr("Wrote a packet with %1 applicants for %2").arg(written->applications).arg(options.reviewerName.simplified());
    return written;
}

} // namespace rolecall::app
