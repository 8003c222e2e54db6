// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/search/search_delegate.h"

#include "ui/item_roles.h"
#include "ui/models/search_model.h"
#include "ui/pages/search/search_places.h"
#include "ui/theme/colours.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

/// From this width on a snippet fits on one line.
constexpr int wideEnough = 1100;
constexpr int iconSide = 16;

struct SearchLayout
{
    QFont first, second;
    int height = 0;
    int snippetLines = 2;
    QRect icon, title, detail, snippet;

    /// The title has what it needs, at least two fifths; where it is found has the rest.
    explicit SearchLayout(const QStyleOptionViewItem &option, const QString &titleText = {})
        : first(option.font)
        , second(textFont(TextSize::Small, option.font))
    {
        first.setWeight(QFont::Medium);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget); view && view->viewport()->width() >= wideEnough)
            snippetLines = 1;
        const int firstHeight = QFontMetrics(first).height();
        const int snippetHeight = snippetLines * (QFontMetrics(second).height() + 1);
        height = (8 + firstHeight + 4 + snippetHeight + 8 + 3) / 4 * 4;
        QRect text = option.rect.adjusted(16, 8, -16, -8);
        icon = QRect(text.left(), text.top() + (firstHeight - iconSide) / 2, iconSide, iconSide);
        text.setLeft(icon.right() + 13);
        const int titleWidth = std::clamp(QFontMetrics(first).horizontalAdvance(titleText) + 16, text.width() * 2 / 5, text.width() * 2 / 3);
        const int detailWidth = text.width() - titleWidth - 16;
        detail = QRect(text.right() - detailWidth + 1, text.top(), detailWidth, firstHeight);
        title = QRect(text.left(), text.top(), titleWidth, firstHeight);
        snippet = QRect(text.left(), text.top() + firstHeight + 4, text.width(), snippetHeight);
    }
};

/// At most so many lines; the last one ends in an ellipsis where the text goes on.
void drawMarked(QPainter &painter, const QRect &rect, QString text, const QList<app::SnippetMark> &marks, const QFont &font, const QColor &colour, const Colours &colours, int lines)
{
    QTextCharFormat format;
    format.setFontWeight(QFont::DemiBold);
    format.setForeground(colours.text);
    format.setBackground(colours.partlySoft);
    QList<QTextLayout::FormatRange> ranges;
    for (const app::SnippetMark &mark : marks)
        ranges << QTextLayout::FormatRange{int(mark.start), int(mark.length), format};
    QTextLayout layout(text, font);
    layout.setFormats(ranges);
    const auto layOut = [&] {
        qreal y = 0, last = 0;
        int begins = 0;
        layout.beginLayout();
        for (int i = 0; i < lines; ++i) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(i + 1 < lines ? rect.width() : 1e6);
            line.setPosition({0, y});
            y += line.height() + 1;
            last = line.naturalTextWidth();
            begins = line.textStart();
        }
        layout.endLayout();
        return std::pair(last, begins);
    };
    if (const auto [last, begins] = layOut(); last > rect.width()) {
        QFont bold = font;
        bold.setWeight(QFont::DemiBold); // marked words are wider
        layout.setText(text.left(begins) + QFontMetrics(bold).elidedText(text.mid(begins), Qt::ElideRight, rect.width()));
        layout.setFormats(ranges);
        layOut();
    }
    painter.save();
    painter.setClipRect(rect);
    painter.setPen(colour);
    layout.draw(&painter, rect.topLeft());
    painter.restore();
}

} // namespace

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {240, SearchLayout(option).height};
}

void SearchDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *row = static_cast<const SearchRow *>(index.data(SearchModel::FindingRow).value<const void *>());
    if (!row)
        return;
    const Colours &colours = coloursOf(option.palette);
    const SearchLayout layout(option, row->finding.hit.title);
    paintIcon(painter, layout.icon, iconOf(row->finding), colours.quietText, iconSide);
    drawMarked(painter, layout.title, row->finding.hit.title, row->titleMarks, layout.first, colours.text, colours, 1);
    painter.setFont(layout.second);
    painter.setPen(colours.quietText);
    painter.drawText(layout.detail, int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetrics(layout.second).elidedText(index.data(DetailRole).toString(), Qt::ElideRight, layout.detail.width()));
    drawMarked(painter, layout.snippet, row->finding.snippet.text, row->finding.snippet.marks, layout.second, colours.quietText, colours, layout.snippetLines);
}

} // namespace rolecall::ui
