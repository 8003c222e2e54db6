// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/text_view.h"

#include "app/search/snippet.h"
#include "ui/theme/colours.h"

#include <QScrollBar>
#include <QTextBlock>
#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int mostMatches = 2000;
constexpr int readingColumns = 84; // longer lines tire the eye
constexpr int cellColumns = 21;

} // namespace

TextView::TextView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Text of the document"));
    setUndoRedoEnabled(false);
}

void TextView::setShownText(const QString &text)
{
    m_matches.clear();
    m_match = -1;
    setExtraSelections({});
    // Cells of a table are parted by tabs: wide enough for a few words, so that columns stand beneath each other.
    setTabStopDistance(fontMetrics().averageCharWidth() * cellColumns);
    setPlainText(text);
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
    setReadingWidth();
}

int TextView::search(const QString &words)
{
    m_matches.clear();
    m_match = -1;
    const QString text = toPlainText();
    QList<app::SnippetMark> places = app::findInText(text, words, app::WordsAs::Phrase, mostMatches);
    if (places.isEmpty())
        places = app::findInText(text, words, app::WordsAs::Separate, mostMatches);
    for (const app::SnippetMark &place : std::as_const(places)) {
        QTextCursor found(document());
        found.setPosition(int(place.start));
        found.setPosition(int(place.start + place.length), QTextCursor::KeepAnchor);
        m_matches << found;
    }
    m_match = m_matches.isEmpty() ? -1 : 0;
    showMarks();
    return int(m_matches.size());
}

int TextView::goToMatch(int step)
{
    if (m_matches.isEmpty())
        return -1;
    const int count = int(m_matches.size());
    m_match = (m_match + step + count) % count;
    showMarks();
    return m_match;
}

int TextView::goToMatchAt(qsizetype start)
{
    for (int i = 0; i < m_matches.size(); ++i) {
        if (m_matches.at(i).selectionStart() <= start && m_matches.at(i).selectionEnd() > start) {
            m_match = i;
            showMarks();
            return i;
        }
    }
    return -1;
}

void TextView::showMarks()
{
    const Colours &colours = coloursOf(palette());
    QList<QTextEdit::ExtraSelection> selections;
    for (int i = 0; i < m_matches.size(); ++i) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = m_matches.at(i);
        selection.format.setBackground(colours.partlySoft);
        selection.format.setForeground(colours.text);
        if (i == m_match) {
            selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            selection.format.setUnderlineColor(colours.partly);
            selection.format.setFontWeight(QFont::DemiBold);
        }
        selections << selection;
    }
    setExtraSelections(selections);
    if (m_match >= 0) {
        QTextCursor place(document());
        place.setPosition(m_matches.at(m_match).selectionStart());
        setTextCursor(place);
        centerCursor();
    }
}

void TextView::showRange(qsizetype start, qsizetype length)
{
    const int last = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(int(std::clamp<qsizetype>(start, 0, last)));
    cursor.setPosition(int(std::clamp<qsizetype>(start + length, 0, last)), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

void TextView::scrollByPage(int direction)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + direction * std::max(1, verticalScrollBar()->pageStep() - 2));
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    // Up and Down are the page's, so with Ctrl they move in the text; with Shift they select, as everywhere.
    if (event->modifiers() == Qt::ControlModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        moveCursor(event->key() == Qt::Key_Up ? QTextCursor::Up : QTextCursor::Down);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void TextView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    setReadingWidth();
}

void TextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_matches.isEmpty())
        showMarks();
    if (event->type() == QEvent::FontChange)
        setReadingWidth();
}

void TextView::setReadingWidth()
{
    const int wanted = fontMetrics().averageCharWidth() * readingColumns;
    const int free = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent) - 2 * 24;
    const int side = 24 + std::max(0, (free - wanted) / 4);
    setViewportMargins(side, 8, 24 + std::max(0, free - wanted - (side - 24)), 8);
}

} // namespace rolecall::ui
