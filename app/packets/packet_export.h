// SPDX-License-Identifier: GPL-3.0-or-later
// One role as a file for a colleague on another machine: a workspace that Rolecall opens, which holds what is needed to
// review and nothing else. No rating of anybody else, no history; blind, nobody's identity.
#pragma once

#include "app/done.h"
#include "app/progress.h"

#include <QList>

namespace rolecall::app {

struct PacketOptions
{
    QList<db::ApplicationId> applications; ///< none: all of the role
    bool blind = false;                    ///< a blind role makes blind packets in any case
    bool documents = true;
    QString reviewerName; ///< whom it is for; their own reviews so far go along
};

struct PacketWritten
{
    Done done;
    QString uuid; ///< of the packet
    bool blind = false;
    int applications = 0;
    int documents = 0;
};
/// Writes only the file at `path`, whole or not at all; the connection may be a reading one.
Result<PacketWritten> exportPacket(db::Connection &connection, db::RoleId role, const PacketOptions &options, const QString &path, Progress *progress = nullptr);

} // namespace rolecall::app
