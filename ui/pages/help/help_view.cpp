// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/help/help_view.h"

#include "ui/theme/colours.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QImage>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>
#include <algorithm>

namespace rolecall::ui {

namespace {

/// What a line of text can be read at without losing its beginning: about ninety letters.
constexpr int readingWidth = 760;
constexpr int margin = 24;

/// Calls `act` for each block with a cursor that has it selected.
template<class Act> void eachBlock(QTextDocument &document, Act act)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        act(block, cursor);
    }
}

/// Keys and commands are written as code; each stands on a quiet ground.
void markCode(QTextDocument &document, const Colours &colours)
{
    QList<std::pair<int, int>> places; // a change of format takes the fragments that are gone through away
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().fontFixedPitch())
                places.append({it.fragment().position(), it.fragment().length()});
        }
    }
    for (const auto &[position, length] : std::as_const(places)) {
        QTextCursor part(&document);
        part.setPosition(position);
        part.setPosition(position + length, QTextCursor::KeepAnchor);
        QTextCharFormat words;
        words.setBackground(colours.openSoft);
        part.mergeCharFormat(words);
    }
}

void shapeTable(QTextTable &table, const Colours &colours)
{
    QTextTableFormat format = table.format();
    format.setBorder(0);
    format.setCellPadding(6);
    format.setCellSpacing(0);
    format.setTopMargin(8);
    format.setBottomMargin(8);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    table.setFormat(format);
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            QTextTableCellFormat cell = table.cellAt(row, column).format().toTableCellFormat();
            cell.setBottomBorder(1);
            cell.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            cell.setBottomBorderBrush(colours.line);
            table.cellAt(row, column).setFormat(cell);
        }
    }
}

} // namespace

HelpView::HelpView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(true);
    setOpenExternalLinks(false);
    setAcceptDrops(false);
    setAccessibleName(tr("The guide"));
}

void HelpView::setTopic(const QString &markdown)
{
    m_markdown = markdown;
    build();
}

void HelpView::build()
{
    const Colours &colours = coloursOf(palette());
    // Made aside and then shown: changing the formats of a table that is laid out already is more than Qt 6.4 bears.
    auto *text = new QTextDocument(this);
    text->setDefaultFont(font());
    text->setDocumentMargin(margin);
    text->setMarkdown(m_markdown, QTextDocument::MarkdownDialectGitHub);
    eachBlock(*text, [&](const QTextBlock &block, QTextCursor &cursor) {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const bool isPicture = block.text().contains(QChar::ObjectReplacementCharacter);
        if (!isPicture) // whose line is as high as itself
            format.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(level > 0 ? (block.blockNumber() == 0 ? 0 : 24) : block.textList() ? 2 : 8);
        format.setBottomMargin(isPicture ? 16 : level > 0 ? 4 : 2);
        cursor.setBlockFormat(format);
        if (level > 0) {
            QTextCharFormat words;
            words.setFont(textFont(level == 1 ? TextSize::Title : level == 2 ? TextSize::Heading : TextSize::Body, font()));
            words.setForeground(colours.text);
            cursor.setCharFormat(words);
        }
    });
    markCode(*text, colours);
    for (QTextFrame *frame : text->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            shapeTable(*table, colours);
    }
    if (document()->parent() == this) // the browser's own first one goes by itself
        document()->deleteLater();
    setDocument(text);
    moveCursor(QTextCursor::Start);
}

QVariant HelpView::loadResource(int type, const QUrl &name)
{
    static const QRegularExpression allowed(QStringLiteral("^[a-z-]+\\.png$"));
    if (type != QTextDocument::ImageResource || !allowed.match(name.path()).hasMatch())
        return {};
    const bool isDark = palette().color(QPalette::Base).lightness() < 128;
    const QString file = name.path().chopped(4) + (isDark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"));
    QImage picture(QStringLiteral(":/help/pictures/") + file);
    if (picture.isNull())
        return {};
    const double ratio = devicePixelRatioF();
    const int room = std::min(readingWidth, viewport()->width()) - 2 * margin;
    if (picture.width() > int(room * ratio)) {
        picture = picture.scaledToWidth(std::max(1, int(room * ratio)), Qt::SmoothTransformation);
        picture.setDevicePixelRatio(ratio);
    }
    return picture;
}

void HelpView::doSetSource(const QUrl &name, QTextDocument::ResourceType)
{
    const QString path = name.path();
    if (name.scheme().isEmpty() && path.endsWith(QLatin1String(".md")))
        Q_EMIT topicWanted(path.chopped(3));
}

void HelpView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        const int before = verticalScrollBar()->value();
        build();
        verticalScrollBar()->setValue(before);
    }
}

void HelpView::resizeEvent(QResizeEvent *event)
{
    // The text keeps to a width that can be read, at the left, where all pages begin.
    setViewportMargins(0, 0, std::max(0, width() - verticalScrollBar()->sizeHint().width() - readingWidth), 0);
    QTextBrowser::resizeEvent(event);
    if (event->oldSize().width() != event->size().width() && !m_markdown.isEmpty())
        build();
}

} // namespace rolecall::ui
