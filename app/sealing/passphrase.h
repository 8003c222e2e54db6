// SPDX-License-Identifier: GPL-3.0-or-later
// How hard a passphrase is to guess, roughly and on the safe side: a hint while it is typed, never a rule.
#pragma once

#include <QString>

namespace rolecall::app {

enum class PassphraseStrength { Empty, Weak, Fair, Good };
struct PassphraseHint
{
    PassphraseStrength strength = PassphraseStrength::Empty;
    QString words; ///< "Weak: somebody who tries for a day may find it"
};
PassphraseHint passphraseHint(const QString &passphrase);

/// As it goes into the key: composed (NFC), UTF-8, so that every keyboard types the same one.
QByteArray passphraseBytes(const QString &passphrase);

} // namespace rolecall::app
