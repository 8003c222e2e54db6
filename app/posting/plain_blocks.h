// SPDX-License-Identifier: GPL-3.0-or-later
// Text without markup, as people lay it out: bullets of all kinds, capitals and underlines as headings, hard-wrapped lines.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

/// base: where the text begins in the source text, or -1 where places in it are not places in the source.
QList<Block> plainBlocks(const QString &text, qsizetype base);

/// How many characters of a line are its bullet with the space behind it; 0 where it has none.
qsizetype bulletLength(QStringView line, bool numbersToo);

} // namespace rolecall::app
