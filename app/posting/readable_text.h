// SPDX-License-Identifier: GPL-3.0-or-later
// A posting's source as people read it: marks of markup taken away, headings and lists told apart, and for every
// stretch of the source its place in what is read. Made for looking at, not for reading qualities: that is the reader's.
#pragma once

#include <QList>
#include <QString>

namespace rolecall::app {

/// A paragraph of ReadableText::text; paragraphs are separated by one \n.
struct ReadableBlock
{
    enum class Kind { Paragraph, Heading, Item, Aside }; ///< Aside: front matter, directives, footnotes

    Kind kind = Kind::Paragraph;
    int level = 0;            ///< of a heading 1 to 6; of an item its depth from 0
    qsizetype start = 0;      ///< in ReadableText::text, UTF-16
    qsizetype length = 0;
};

/// Words that stand out.
struct ReadableSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool strong = false;
    bool emphasised = false;
    bool raised = false; ///< a footnote's mark
};

struct ReadableText
{
    QString text;
    QList<ReadableBlock> blocks;
    QList<ReadableSpan> spans;
    /// For each UTF-16 unit of `text` its offset in the source; ascending. One more at the end.
    QList<qsizetype> sourceOf;

    /// The stretch of `text` that shows this stretch of the source; a length of 0 where nothing of it is shown.
    std::pair<qsizetype, qsizetype> shown(qsizetype sourceStart, qsizetype sourceLength) const;
};

/// Markdown (CommonMark with tables, footnotes, front matter and directives), HTML and plain text alike. Linear in the
/// length of the source; any text is accepted.
ReadableText readableText(const QString &source);

} // namespace rolecall::app
