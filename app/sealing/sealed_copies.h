// SPDX-License-Identifier: GPL-3.0-or-later
// Workspaces and packets that leave the computer encrypted. What has to be in the clear for a moment is in a folder of the
// workspace's own place, for nobody else to read, and gone afterwards: never where the encrypted file goes.
#pragma once

#include "app/sealing/sealed_file.h"

#include <functional>
#include <memory>

namespace rolecall::db {
class Connection;
}
class QTemporaryDir;

namespace rolecall::app {

/// Ends the names of encrypted workspaces and packets.
inline const QString sealedSuffix = QStringLiteral("rolecall-encrypted");

/// `write` makes the file in the clear at the path it is given; that is sealed as `to`.
Outcome writeSealed(const QString &workspacePath, const QString &to, const QByteArray &passphrase, Progress *progress, const std::function<Outcome(const QString &path)> &write,
                    const SealCost &cost = usualSealCost());
/// A whole copy of the open workspace.
Outcome backUpSealed(db::Connection &connection, const QString &to, const QByteArray &passphrase, Progress *progress, const SealCost &cost = usualSealCost());

/// A file in the clear for as long as this lives.
class Unsealed
{
public:
    static tl::expected<std::unique_ptr<Unsealed>, UnsealError> open(const QString &sealed, const QString &workspacePath, const QByteArray &passphrase, Progress *progress = nullptr);
    ~Unsealed();
    QString path() const;

private:
    explicit Unsealed(std::unique_ptr<QTemporaryDir> folder);
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace rolecall::app
