// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sealing/passphrase.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sealing", text);
}

constexpr double bitsOfWord = 11; // one of about two thousand that come to mind
constexpr double fairBits = 40;
constexpr double goodBits = 60;

double bitsOf(const QString &passphrase)
{
    QSet<QChar> different;
    int alphabet = 0;
    bool lower = false, upper = false, digit = false, other = false;
    for (const QChar c : passphrase) {
        different.insert(c);
        (c.isLower() ? lower : c.isUpper() ? upper : c.isDigit() ? digit : other) = true;
    }
    alphabet = (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 20 : 0);
    // Repeated characters and keyboard runs are worth little.
    int steps = 0;
    for (qsizetype i = 1; i < passphrase.size(); ++i)
        steps += std::abs(passphrase.at(i).unicode() - passphrase.at(i - 1).unicode()) <= 1 ? 1 : 0;
    const double characters = double(std::min<qsizetype>(passphrase.size() - steps, different.size() * 2));
    const double byCharacter = std::max(characters, 0.0) * std::log2(std::max(alphabet, 2));
    // Words are guessed as words.
    const QStringList words = passphrase.split(u' ', Qt::SkipEmptyParts);
    const QSet<QString> distinct(words.begin(), words.end());
    const bool onlyLetters = std::all_of(passphrase.begin(), passphrase.end(), [](QChar c) { return c.isLetter() || c == u' '; });
    const double byWord = double(distinct.size()) * bitsOfWord;
    return onlyLetters ? std::min(byCharacter, byWord) : byCharacter;
}

} // namespace

PassphraseHint passphraseHint(const QString &passphrase)
{
    if (passphrase.isEmpty())
        return {PassphraseStrength::Empty, tr("Six words that have nothing to do with each other are easy to keep and hard to guess")};
    const double bits = bitsOf(passphrase);
    if (bits < fairBits)
        return {PassphraseStrength::Weak, tr("Weak: somebody who has the file and tries will find it. Add words")};
    if (bits < goodBits)
        return {PassphraseStrength::Fair, tr("Fair: it holds for a while. One or two words more make it good")};
    return {PassphraseStrength::Good, tr("Good. Nobody can open the file without it, you neither: keep it safe")};
}

QByteArray passphraseBytes(const QString &passphrase)
{
    return passphrase.normalized(QString::NormalizationForm_C).toUtf8();
}

} // namespace rolecall::app
