// SPDX-License-Identifier: GPL-3.0-or-later
// What Markdown, HTML and plain text have in common once their marks are gone: a flat run of blocks in the order of
// the file. Readers make them, block_shaping finds the headings nobody marked, section_reader sorts the lists.
#pragma once

#include "app/posting/posting_draft.h"

namespace rolecall::app {

/// One line of a paragraph, white space collapsed.
struct TextLine
{
    QString text;
    SourceRange source;
    qsizetype strongPrefix = 0; ///< how many characters at the start are strong
    bool strong = false;        ///< all of it
    bool emphasised = false;    ///< all of it
    bool hardBreak = false;     ///< the file asks for a new line after it
};

struct ListEntry
{
    QString text;
    QString footnote;
    SourceRange source;
    qsizetype strongPrefix = 0;
    QList<ListEntry> children = {};
};

enum class BlockKind {
    Heading,
    Paragraph,
    List,
    Table,
    Directive, ///< a MyST {role} directive; the text is the title it gives
    Reset      ///< the end of a part that stands by itself, such as front matter
};

/// Heading levels: 1 to 6 as marked; below them the ones that only look like headings.
inline constexpr int strongLineLevel = 7;
inline constexpr int emphasisedLineLevel = 8;
inline constexpr int plainLineLevel = 9;
inline constexpr int runInLevel = 10;

struct Block;
/// A table cell holds blocks of its own: HTML lays whole postings out in tables.
using Cell = QList<Block>;

struct Block
{
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;
    QString text; ///< of a heading or directive
    SourceRange source;
    QList<TextLine> lines;    ///< of a paragraph
    QList<ListEntry> entries; ///< of a list
    QList<QList<Cell>> rows;  ///< of a table
    bool preformatted = false; ///< from plain text: every line stands for itself
    bool fact = false;         ///< a row or line that names one thing ("Location: Berlin"), never an entry of a list
};

/// The text of a paragraph, its lines joined.
QString joinedText(const Block &paragraph);
/// The plain text of a table cell.
QString cellText(const Cell &cell);
Block headingBlock(int level, const QString &text, SourceRange source);
Block paragraphBlock(const QList<TextLine> &lines);
SourceRange united(SourceRange first, SourceRange second);

} // namespace rolecall::app
