// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sealing/sealed_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtEndian>
#include <array>
#include <sodium.h>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sealing", text);
}

const QByteArray magic = QByteArrayLiteral("RLSEALED");
constexpr char format = 1;
constexpr char derivation = 1;
constexpr qint64 chunkBytes = 65536;
constexpr qint64 sealedChunkBytes = chunkBytes + qint64(crypto_secretstream_xchacha20poly1305_ABYTES);
// A file may ask for no more work than this: it may come from anybody.
constexpr quint64 mostOperations = 16;
constexpr quint64 mostMemory = 1024ULL * 1024 * 1024;

constexpr qint64 parametersAt = 16;
constexpr qint64 saltAt = parametersAt + 16;
constexpr qint64 streamHeaderAt = saltAt + qint64(crypto_pwhash_SALTBYTES);
constexpr qint64 verifierAt = streamHeaderAt + qint64(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
constexpr qint64 verifierBytes = crypto_auth_BYTES;
constexpr qint64 sumAt = verifierAt + verifierBytes;
constexpr qint64 sumBytes = crypto_generichash_BYTES_MIN;
constexpr qint64 headerBytes = sumAt + sumBytes;

uchar *raw(QByteArray &bytes, qint64 at = 0)
{
    return reinterpret_cast<uchar *>(bytes.data()) + at;
}
const uchar *raw(const QByteArray &bytes, qint64 at = 0)
{
    return reinterpret_cast<const uchar *>(bytes.constData()) + at;
}

/// Two keys from one passphrase: for the stream, and for telling a wrong passphrase from damage. Gone from memory afterwards.
class Keys
{
public:
    Keys() { sodium_mlock(m_bytes.data(), m_bytes.size()); }
    ~Keys() { sodium_munlock(m_bytes.data(), m_bytes.size()); } // wipes them too
    Q_DISABLE_COPY_MOVE(Keys)

    bool derive(const QByteArray &passphrase, const QByteArray &header)
    {
        const auto operations = qFromLittleEndian<quint64>(header.constData() + parametersAt);
        const auto memory = qFromLittleEndian<quint64>(header.constData() + parametersAt + 8);
        return crypto_pwhash(m_bytes.data(), m_bytes.size(), passphrase.constData(), static_cast<unsigned long long>(passphrase.size()), raw(header, saltAt), operations, size_t(memory),
                             crypto_pwhash_ALG_ARGON2ID13)
            == 0;
    }
    const uchar *stream() const { return m_bytes.data(); }
    QByteArray verifier(const QByteArray &header) const
    {
        QByteArray made(verifierBytes, '\0');
        crypto_auth(raw(made), raw(header), quint64(verifierAt), m_bytes.data() + crypto_secretstream_xchacha20poly1305_KEYBYTES);
        return made;
    }

private:
    std::array<uchar, size_t(crypto_secretstream_xchacha20poly1305_KEYBYTES) + size_t(crypto_auth_KEYBYTES)> m_bytes{};
};

QByteArray sumOf(const QByteArray &header)
{
    QByteArray sum(sumBytes, '\0');
    crypto_generichash(raw(sum), size_t(sumBytes), raw(header), quint64(sumAt), nullptr, 0);
    return sum;
}

Error sealError(const QString &path, const QString &problem, const QString &remedy)
{
    return {tr("Encrypting"), QDir::toNativeSeparators(path), problem, remedy};
}

tl::unexpected<UnsealError> notUnsealed(UnsealProblem kind, const QString &path, const QString &problem, const QString &remedy)
{
    return tl::unexpected(UnsealError{kind, {tr("Decrypting"), QDir::toNativeSeparators(path), problem, remedy}});
}

tl::unexpected<UnsealError> damaged(const QString &path, const QString &problem)
{
    return notUnsealed(UnsealProblem::Damaged, path, problem, tr("Use another copy of it"));
}

bool isCancelled(Progress *progress, qint64 done, qint64 total)
{
    if (!progress)
        return false;
    progress->setTotal(total);
    progress->setDone(done);
    return progress->isCancelled();
}

/// Its parameters may be worked with.
bool isSound(const QByteArray &header)
{
    const auto operations = qFromLittleEndian<quint64>(header.constData() + parametersAt);
    const auto memory = qFromLittleEndian<quint64>(header.constData() + parametersAt + 8);
    return operations >= crypto_pwhash_OPSLIMIT_MIN && operations <= mostOperations && memory >= crypto_pwhash_MEMLIMIT_MIN && memory <= mostMemory;
}

} // namespace

SealCost usualSealCost()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

SealCost leastSealCost()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

bool isSealed(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(magic.size()) == magic;
}

Outcome sealFile(const QString &from, const QString &to, const QByteArray &passphrase, Progress *progress, const SealCost &cost)
{
    if (sodium_init() < 0)
        return tl::unexpected(sealError(to, tr("the encryption library cannot be used"), tr("Install libsodium again")));
    if (passphrase.isEmpty())
        return tl::unexpected(sealError(to, tr("there is no passphrase"), tr("Give one")));
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(sealError(from, source.errorString(), tr("Check the permissions of the file")));
    QByteArray header = magic + format + derivation;
    header.resize(headerBytes);
    std::fill(header.begin() + magic.size() + 2, header.end(), '\0');
    qToLittleEndian<quint64>(cost.operations, header.data() + parametersAt);
    qToLittleEndian<quint64>(cost.memory, header.data() + parametersAt + 8);
    randombytes_buf(raw(header, saltAt), crypto_pwhash_SALTBYTES);
    Keys keys;
    if (!keys.derive(passphrase, header))
        return tl::unexpected(sealError(to, tr("there is not enough memory for a safe key"), tr("Close other programs, then try again")));
    crypto_secretstream_xchacha20poly1305_state state;
    const auto wipe = qScopeGuard([&state] { sodium_memzero(&state, sizeof state); });
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(header, streamHeaderAt), keys.stream());
    header.replace(verifierAt, verifierBytes, keys.verifier(header));
    header.replace(sumAt, sumBytes, sumOf(header));

    QSaveFile target(to);
    target.setDirectWriteFallback(false);
    if (!target.open(QIODevice::WriteOnly))
        return tl::unexpected(sealError(to, target.errorString(), tr("Choose a folder that can be written to")));
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    bool written = target.write(header) == header.size();
    const qint64 total = source.size();
    QByteArray sealed(sealedChunkBytes, '\0');
    for (qint64 done = 0, last = 0; written && last == 0;) {
        const QByteArray chunk = source.read(chunkBytes);
        done += chunk.size();
        if (source.error() != QFileDevice::NoError)
            return tl::unexpected(sealError(from, source.errorString(), tr("Check the disk")));
        last = source.atEnd() ? 1 : 0;
        const bool isFirst = done == chunk.size();
        crypto_secretstream_xchacha20poly1305_push(&state, raw(sealed), nullptr, raw(chunk), quint64(chunk.size()), isFirst ? raw(header) : nullptr, isFirst ? quint64(headerBytes) : 0,
                                                   last != 0 ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        const qint64 bytes = chunk.size() + qint64(crypto_secretstream_xchacha20poly1305_ABYTES);
        written = target.write(sealed.constData(), bytes) == bytes;
        if (isCancelled(progress, done, total))
            return tl::unexpected(sealError(to, tr("it was cancelled; nothing was written"), {}));
    }
    if (!written || !target.commit())
        return tl::unexpected(sealError(to, target.errorString(), tr("Make room on the disk, or choose another place")));
    return {};
}

tl::expected<void, UnsealError> unsealFile(const QString &from, const QString &to, const QByteArray &passphrase, Progress *progress)
{
    if (sodium_init() < 0)
        return notUnsealed(UnsealProblem::Other, from, tr("the encryption library cannot be used"), tr("Install libsodium again"));
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return notUnsealed(UnsealProblem::Other, from, source.errorString(), tr("Check the permissions of the file"));
    const QByteArray header = source.read(headerBytes);
    if (!header.startsWith(magic))
        return notUnsealed(UnsealProblem::Other, from, tr("it is not an encrypted file of Rolecall"), tr("Choose another file"));
    if (header.size() < headerBytes)
        return damaged(from, tr("it is cut short"));
    if (sumOf(header) != header.mid(sumAt))
        return damaged(from, tr("its beginning is damaged"));
    if (header.at(magic.size()) != format || header.at(magic.size() + 1) != derivation || !isSound(header))
        return notUnsealed(UnsealProblem::Other, from, tr("it was encrypted in a way that this version of Rolecall does not know"), tr("Open it with a newer version"));
    Keys keys;
    if (!keys.derive(passphrase, header))
        return notUnsealed(UnsealProblem::Other, from, tr("there is not enough memory to make its key"), tr("Close other programs, then try again"));
    if (sodium_memcmp(keys.verifier(header).constData(), header.constData() + verifierAt, size_t(verifierBytes)) != 0)
        return notUnsealed(UnsealProblem::WrongPassphrase, from, tr("the passphrase is not the right one"), tr("Type it again"));
    crypto_secretstream_xchacha20poly1305_state state;
    const auto wipe = qScopeGuard([&state] { sodium_memzero(&state, sizeof state); });
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(header, streamHeaderAt), keys.stream()) != 0)
        return damaged(from, tr("its beginning is damaged"));

    QSaveFile target(to);
    target.setDirectWriteFallback(false);
    if (!target.open(QIODevice::WriteOnly))
        return notUnsealed(UnsealProblem::Other, to, target.errorString(), tr("Choose a folder that can be written to"));
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const qint64 total = source.size();
    QByteArray chunk(chunkBytes, '\0');
    uchar tag = 0;
    for (bool isFirst = true; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL; isFirst = false) {
        const QByteArray sealed = source.read(sealedChunkBytes);
        if (sealed.isEmpty())
            return damaged(from, tr("it is cut short"));
        unsigned long long bytes = 0;
        if (sealed.size() < qint64(crypto_secretstream_xchacha20poly1305_ABYTES)
            || crypto_secretstream_xchacha20poly1305_pull(&state, raw(chunk), &bytes, &tag, raw(sealed), quint64(sealed.size()), isFirst ? raw(header) : nullptr, isFirst ? quint64(headerBytes) : 0) != 0)
            return damaged(from, source.atEnd() ? tr("it is cut short or damaged") : tr("it is damaged"));
        if (target.write(chunk.constData(), qint64(bytes)) != qint64(bytes))
            return notUnsealed(UnsealProblem::Other, to, target.errorString(), tr("Make room on the disk, or choose another place"));
        if (isCancelled(progress, source.pos(), total))
            return notUnsealed(UnsealProblem::Other, from, tr("it was cancelled; nothing was written"), {});
    }
    if (!source.atEnd())
        return damaged(from, tr("something was added to it"));
    if (!target.commit())
        return notUnsealed(UnsealProblem::Other, to, target.errorString(), tr("Make room on the disk, or choose another place"));
    return {};
}

} // namespace rolecall::app
