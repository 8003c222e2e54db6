// SPDX-License-Identifier: GPL-3.0-or-later
// A file that only a passphrase opens: key by Argon2id (RFC 9106), content by XChaCha20-Poly1305 in a stream of chunks, both
// from libsodium. What was changed, cut, or put in another order is found; what is written is there whole or not at all.
//
// The file: 8 bytes "RLSEALED"; format 1 and derivation 1 (Argon2id 1.3), a byte each; 6 zero bytes; operations and memory in
// bytes, 8 bytes each, little-endian; 16 bytes of salt; the 24 bytes of the stream's header; 32 bytes that the passphrase's
// second key makes of all before them; 16 bytes of a plain hash of all before them. Then chunks of 65,536 bytes (the last one
// shorter, and marked as last), each 17 bytes longer than what is in it. The header is authenticated with the first chunk.
#pragma once

#include "app/progress.h"
#include "db/result.h"

#include <QByteArray>
#include <QString>

namespace rolecall::app {

/// How dear a guess is made. The usual cost takes 256 MiB and about a second.
struct SealCost
{
    quint64 operations;
    quint64 memory; ///< bytes
};
SealCost usualSealCost();
/// The least that libsodium allows: for tests.
SealCost leastSealCost();

/// Whether the file begins as a sealed one does.
bool isSealed(const QString &path);

/// Writes `to`, readable by its owner only. A file that is in the way is replaced at the end.
Outcome sealFile(const QString &from, const QString &to, const QByteArray &passphrase, Progress *progress = nullptr, const SealCost &cost = usualSealCost());

enum class UnsealProblem { WrongPassphrase, Damaged, Other };
struct UnsealError
{
    UnsealProblem problem = UnsealProblem::Other;
    Error error;
};
/// Writes `to`, readable by its owner only, once all of `from` was found genuine. Nothing half stays behind.
tl::expected<void, UnsealError> unsealFile(const QString &from, const QString &to, const QByteArray &passphrase, Progress *progress = nullptr);

} // namespace rolecall::app
