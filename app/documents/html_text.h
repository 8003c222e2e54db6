// SPDX-License-Identifier: GPL-3.0-or-later
// HTML reduced to the text a reader would see. Scripts, styles and everything remote are dropped, never run or fetched.
#pragma once

#include <QByteArray>
#include <QString>

namespace rolecall::app {

/// `utf8` may be a fragment. Blocks end in line breaks, cells are parted by tabs, list items begin with "- ".
QString htmlToText(const QByteArray &utf8);

/// The character set an HTML file declares for itself, empty where it does not.
QByteArray htmlDeclaredCharset(const QByteArray &bytes);

} // namespace rolecall::app
