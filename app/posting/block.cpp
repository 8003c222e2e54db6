// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/block.h"

#include <algorithm>

namespace rolecall::app {

QString joinedText(const Block &paragraph)
{
    QString text;
    for (const TextLine &line : paragraph.lines)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + line.text;
    return text;
}

QString cellText(const Cell &cell)
{
    QStringList parts;
    for (const Block &block : cell) {
        if (block.kind == BlockKind::Paragraph)
            parts += joinedText(block);
        else if (block.kind == BlockKind::Heading)
            parts += block.text;
        for (const ListEntry &entry : block.entries)
            parts += entry.text;
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}

Block headingBlock(int level, const QString &text, SourceRange source)
{
    Block block;
    block.kind = BlockKind::Heading;
    block.level = level;
    block.text = text;
    block.source = source;
    return block;
}

SourceRange united(SourceRange first, SourceRange second)
{
    if (!first.isKnown())
        return second;
    if (!second.isKnown())
        return first;
    const qsizetype start = std::min(first.start, second.start);
    return {start, std::max(first.end(), second.end()) - start};
}

Block paragraphBlock(const QList<TextLine> &lines)
{
    Block block;
    block.lines = lines;
    for (const TextLine &line : lines)
        block.source = united(block.source, line.source);
    return block;
}

} // namespace rolecall::app
