// SPDX-License-Identifier: GPL-3.0-or-later
// Headers that a strict parser would misread, brought into order before parsing.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace rolecall::app {

/// Blanks before a colon are taken away (obsolete syntax, RFC 5322, 4.5), a second Content-Type is dropped (the one with
/// parts wins, else the first), and a last boundary at the very end gets its line end. Bodies stay byte for byte.
QByteArray withRepairedHeader(const QByteArray &message, QStringList &warnings);

} // namespace rolecall::app
