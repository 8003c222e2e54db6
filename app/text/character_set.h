// SPDX-License-Identifier: GPL-3.0-or-later
// Which character set a file of unknown origin is written in. Exports rarely say; a wrong guess damages every name.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>

namespace rolecall::app {

struct CharacterSet
{
    QByteArray converter = "UTF-8"; ///< name that ICU opens
    QString label = QStringLiteral("UTF-8"); ///< name to show: "Windows-1252", "UTF-8 with byte order mark"
    int markLength = 0;             ///< bytes of the byte order mark to skip
    bool utf8 = true;
    bool damaged = false; ///< UTF-8 all in all, but with bytes that are not
    bool guessed = false; ///< decided by how the text reads, not by a mark or by validity
};

/// Decides from a byte order mark, from validity, else from how well the text reads in each likely set.
/// `truncated`: the sample ends where it was cut, so a sequence open at its end is no fault.
CharacterSet detectCharacterSet(QByteArrayView sample, bool truncated);

/// How many bytes from the start are whole, valid UTF-8 (RFC 3629); `sequences` counts those of more than one byte.
qsizetype validUtf8Prefix(const char *text, qsizetype size, qint64 *sequences = nullptr);

/// Whether the bytes at `text` could be the beginning of a UTF-8 sequence that was cut off.
bool isCutUtf8(const char *text, qsizetype size);

enum class ConversionFaults { Refused, Replaced };
/// The text in a set that ICU knows by this name. Nothing where it knows none, and where a byte means nothing and faults are refused.
std::optional<QString> convertedText(QByteArrayView bytes, const QByteArray &converter, ConversionFaults faults);

/// The whole text, decoded. Bytes that mean nothing become U+FFFD.
QString decodedText(QByteArrayView bytes, const CharacterSet &set);

} // namespace rolecall::app
