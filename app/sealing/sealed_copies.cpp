// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sealing/sealed_copies.h"

#include "db/backup.h"
#include "db/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sealing", text);
}

/// In the workspace's folder, or the system's own where that one cannot be written to.
std::unique_ptr<QTemporaryDir> privateFolder(const QString &workspacePath)
{
    auto folder = std::make_unique<QTemporaryDir>(QFileInfo(workspacePath).absoluteDir().filePath(QStringLiteral(".rolecall-XXXXXX")));
    return folder->isValid() ? std::move(folder) : std::make_unique<QTemporaryDir>();
}

} // namespace

Outcome writeSealed(const QString &workspacePath, const QString &to, const QByteArray &passphrase, Progress *progress, const std::function<Outcome(const QString &path)> &write, const SealCost &cost)
{
    if (QFileInfo(to).isDir())
        return failure(tr("Encrypting"), QDir::toNativeSeparators(to), tr("it is a folder"), tr("Choose a file name"));
    if (QFileInfo::exists(to) && QFileInfo(to).canonicalFilePath() == QFileInfo(workspacePath).canonicalFilePath())
        return failure(tr("Encrypting"), QDir::toNativeSeparators(to), tr("this is the workspace itself"), tr("Choose another name"));
    const auto folder = privateFolder(workspacePath);
    if (!folder->isValid())
        return failure(tr("Encrypting"), QDir::toNativeSeparators(to), folder->errorString(), tr("Make room on the disk"));
    const QString plain = folder->filePath(QStringLiteral("plain.rolecall"));
    if (auto outcome = write(plain); !outcome)
        return outcome;
    return sealFile(plain, to, passphrase, progress, cost);
}

Outcome backUpSealed(db::Connection &connection, const QString &to, const QByteArray &passphrase, Progress *progress, const SealCost &cost)
{
    return writeSealed(connection.path(), to, passphrase, progress, [&](const QString &path) {
        return db::backUp(connection, path, [progress](qint64, qint64) { return !progress || !progress->isCancelled(); });
    }, cost);
}

Unsealed::Unsealed(std::unique_ptr<QTemporaryDir> folder)
    : m_folder(std::move(folder))
{}

Unsealed::~Unsealed() = default;

QString Unsealed::path() const
{
    return m_folder->filePath(QStringLiteral("plain.rolecall"));
}

tl::expected<std::unique_ptr<Unsealed>, UnsealError> Unsealed::open(const QString &sealed, const QString &workspacePath, const QByteArray &passphrase, Progress *progress)
{
    std::unique_ptr<Unsealed> unsealed(new Unsealed(privateFolder(workspacePath)));
    if (!unsealed->m_folder->isValid())
        return tl::unexpected(UnsealError{UnsealProblem::Other, {tr("Decrypting"), QDir::toNativeSeparators(sealed), unsealed->m_folder->errorString(), tr("Make room on the disk")}});
    if (auto outcome = unsealFile(sealed, unsealed->path(), passphrase, progress); !outcome)
        return tl::unexpected(outcome.error());
    return unsealed;
}

} // namespace rolecall::app
