// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of unknown encoding to text; shared by everything that reads other people's text files.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace rolecall::app {

struct DecodedText
{
    QString encoding; ///< as IANA names it: "UTF-8", "UTF-16LE", "windows-1252"
    QString text;     ///< without a byte order mark, line ends as they are
    QStringList warnings;
    bool isBinary = false; ///< not a text at all; text is then empty
    qsizetype binaryAt = 0; ///< byte offset of what shows it
};

/// A byte order mark decides, then valid UTF-8, then the shape of UTF-16, then a guess from the letters' frequencies.
DecodedText decodeText(const QByteArray &bytes);

} // namespace rolecall::app
