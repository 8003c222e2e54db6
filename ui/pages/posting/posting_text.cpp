// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/posting_text.h"

#include "ui/theme/colours.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextList>

namespace rolecall::ui {

namespace {

using Kind = app::ReadableBlock::Kind;

QTextBlockFormat blockFormat(const app::ReadableBlock &block, bool isFirst, bool followsItem)
{
    QTextBlockFormat format;
    format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    format.setBottomMargin(4);
    if (block.kind == Kind::Heading) {
        format.setTopMargin(isFirst ? 0 : 16);
        format.setHeadingLevel(block.level);
    } else if (block.kind == Kind::Paragraph) {
        format.setTopMargin(isFirst ? 0 : followsItem ? 8 : 4);
    }
    return format;
}

QTextCharFormat charFormat(const app::ReadableBlock &block, const QFont &body, const Colours &colours)
{
    QTextCharFormat format;
    format.setForeground(colours.text);
    if (block.kind == Kind::Heading)
        format.setFont(textFont(block.level <= 1 ? TextSize::Title : block.level == 2 ? TextSize::Heading : TextSize::Body, body));
    else if (block.kind == Kind::Aside)
        format.setFont(textFont(TextSize::Small, body));
    if (block.kind == Kind::Heading && block.level > 2)
        format.setFontWeight(QFont::DemiBold);
    if (block.kind == Kind::Aside)
        format.setForeground(colours.quietText);
    return format;
}

} // namespace

PostingText::PostingText(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setAcceptDrops(false);
    setAccessibleName(tr("The posting as published"));
}

void PostingText::setSource(const app::ReadableText &text, qsizetype partStart, qsizetype partLength)
{
    m_text = text;
    m_partStart = partStart;
    m_partLength = partLength;
    m_markStart = m_markLength = 0;
    build();
    verticalScrollBar()->setValue(0);
    if (partStart > 0) { // several roles in one file: begin at this one
        const auto [start, length] = m_text.shown(partStart, partLength > 0 ? partLength : m_text.sourceOf.last() - partStart);
        if (length > 0) {
            QTextCursor cursor(document());
            cursor.setPosition(int(start));
            setTextCursor(cursor);
            verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect().top() - 16);
        }
    }
}

void PostingText::clearSource()
{
    m_text = {};
    m_markStart = m_markLength = 0;
    clear();
}

void PostingText::build()
{
    const Colours &colours = coloursOf(palette());
    clear();
    document()->setDocumentMargin(24);
    document()->setDefaultFont(font());
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    Kind before = Kind::Heading;
    for (qsizetype i = 0; i < m_text.blocks.size(); ++i) {
        const app::ReadableBlock &block = m_text.blocks.at(i);
        const QTextBlockFormat paragraph = blockFormat(block, i == 0, before == Kind::Item);
        const QTextCharFormat characters = charFormat(block, font(), colours);
        if (i == 0) {
            cursor.setBlockFormat(paragraph);
            cursor.setBlockCharFormat(characters);
        } else {
            cursor.insertBlock(paragraph, characters);
        }
        if (block.kind == Kind::Item) {
            QTextListFormat list;
            list.setStyle(block.level % 2 == 0 ? QTextListFormat::ListDisc : QTextListFormat::ListCircle);
            list.setIndent(block.level + 1);
            cursor.createList(list);
        }
        cursor.insertText(m_text.text.mid(block.start, block.length), characters);
        before = block.kind;
    }
    for (const app::ReadableSpan &span : m_text.spans) {
        QTextCharFormat format;
        if (span.strong)
            format.setFontWeight(QFont::DemiBold);
        if (span.emphasised)
            format.setFontItalic(true);
        if (span.raised)
            format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        cursor.setPosition(int(span.start));
        cursor.setPosition(int(span.start + span.length), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
    if (m_partLength > 0 || m_partStart > 0) {
        QTextCharFormat other;
        other.setForeground(colours.quietText);
        const auto fade = [&](qsizetype from, qsizetype to) {
            const auto [start, length] = m_text.shown(from, to - from);
            if (length <= 0)
                return;
            cursor.setPosition(int(start));
            cursor.setPosition(int(start + length), QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(other);
        };
        fade(0, m_partStart);
        if (m_partLength > 0)
            fade(m_partStart + m_partLength, m_text.sourceOf.last());
    }
    cursor.endEditBlock();
    showMark();
}

bool PostingText::mark(qsizetype sourceStart, qsizetype sourceLength, const QString &words)
{
    std::tie(m_markStart, m_markLength) = m_text.shown(sourceStart, sourceLength);
    if (m_markLength == 0 && !words.isEmpty()) {
        // Read from an earlier revision, or written by hand: the same words may still stand here.
        const QString wanted = words.simplified();
        m_markStart = m_text.text.indexOf(wanted, 0, Qt::CaseInsensitive);
        m_markLength = m_markStart < 0 ? 0 : wanted.size();
    }
    showMark();
    if (m_markLength == 0)
        return false;
    QTextCursor cursor(document());
    cursor.setPosition(int(m_markStart + m_markLength));
    setTextCursor(cursor);
    const int below = cursorRect().bottom() + 24 - viewport()->height();
    if (below > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + below);
    cursor.setPosition(int(m_markStart));
    setTextCursor(cursor);
    if (cursorRect().top() < 24)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect().top() - 24);
    return true;
}

void PostingText::unmark()
{
    m_markStart = m_markLength = 0;
    showMark();
}

QString PostingText::markedText() const
{
    return m_text.text.mid(m_markStart, m_markLength);
}

void PostingText::showMark()
{
    if (m_markLength == 0) {
        setExtraSelections({});
        return;
    }
    ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(int(m_markStart));
    selection.cursor.setPosition(int(m_markStart + m_markLength), QTextCursor::KeepAnchor);
    const Colours &colours = coloursOf(palette());
    selection.format.setBackground(colours.accentSoft);
    selection.format.setForeground(colours.text);
    setExtraSelections({selection});
}

void PostingText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && !m_text.blocks.isEmpty()) {
        const int scroll = verticalScrollBar()->value();
        build();
        verticalScrollBar()->setValue(scroll);
    }
}

} // namespace rolecall::ui
