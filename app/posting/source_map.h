// SPDX-License-Identifier: GPL-3.0-or-later
// The parsers count in UTF-8 bytes, the source text in UTF-16 units.
#pragma once

#include "app/posting/posting_draft.h"

#include <QByteArray>

namespace rolecall::app {

class SourceMap
{
public:
    /// base: where the parsed bytes begin in the source text, in UTF-16 units.
    SourceMap(const QByteArray &utf8, qsizetype base);

    /// The place of a byte offset, clamped to the text.
    qsizetype offset(qsizetype byte) const;
    /// The byte offset of a line and column, both counted from 1, as CommonMark counts.
    qsizetype byteOf(int line, int column) const;
    /// The byte offset behind the last character of a line.
    qsizetype byteAtEndOf(int line) const;
    SourceRange range(qsizetype firstByte, qsizetype endByte) const;

private:
    const QByteArray m_utf8;
    qsizetype m_base;
    QList<qsizetype> m_lines;  // byte offset of each line's start
    QList<qsizetype> m_stations; // UTF-16 offset of every 64th byte
};

} // namespace rolecall::app
