// SPDX-License-Identifier: GPL-3.0-or-later
// Text in the character set that a mail or a card declares, or in the one it is really written in: both are often not
// the same.
#pragma once

#include <QByteArray>
#include <QString>

namespace rolecall::app {

struct DeclaredText
{
    QString text;
    bool declaredWrongly = false; ///< the declared set does not fit the bytes; another was used
    bool damaged = false;         ///< some bytes mean nothing and are shown as U+FFFD
};

/// `declared` may be empty. Order: a fitting declared set, UTF-8, the set that the letters suggest, Windows-1252.
DeclaredText decodedDeclaredText(const QByteArray &bytes, const QByteArray &declared);

} // namespace rolecall::app
