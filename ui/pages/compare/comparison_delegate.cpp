// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/comparison_delegate.h"

#include "ui/delegates/gate_painter.h"
#include "ui/delegates/level_painter.h"
#include "ui/item_roles.h"
#include "ui/models/comparison_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace rolecall::ui {

namespace {

constexpr int side = 8, above = 8, gap = 4;
constexpr int mostLines = 14; ///< of evidence; the rest is in the tool tip and in the copy

/// Lines of plain text within a width; drawn where a painter is given. Returns the height.
int layOut(const QString &text, const QFont &font, int width, int lines, QPainter *painter, QPointF at)
{
    const QFontMetrics metrics(font);
    int drawn = 0;
    const QStringList paragraphs = text.split(u'\n');
    double y = 0;
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font);
        QTextOption wrap;
        wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(wrap);
        layout.beginLayout();
        while (drawn < lines) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(width);
            const bool cut = drawn + 1 == lines && line.textStart() + line.textLength() < paragraph.size();
            if (painter) {
                const QString words = cut ? metrics.elidedText(paragraph.mid(line.textStart()), Qt::ElideRight, width) : paragraph.mid(line.textStart(), line.textLength());
                painter->drawText(QPointF(at.x(), at.y() + y + metrics.ascent()), words);
            }
            y += metrics.lineSpacing();
            ++drawn;
        }
        layout.endLayout();
        if (drawn >= lines)
            break;
    }
    return int(std::ceil(y));
}

struct Parts
{
    QFont first, second;
    int firstHeight = 0; ///< of the head: level, gate or the quality's text
    int secondHeight = 0;

    Parts(const QStyleOptionViewItem &option, const QModelIndex &index)
        : first(option.font)
        , second(textFont(TextSize::Small, option.font))
    {
        const int width = std::max(40, option.rect.width() - 2 * side);
        if (index.column() == ComparisonModel::QualityColumn)
            firstHeight = layOut(index.data().toString(), first, width, 8, nullptr, {});
        else
            firstHeight = index.row() == ComparisonModel::StandingRow ? QFontMetrics(first).height() + 4 : levelCellSize(option.font).height();
        if (const QString detail = index.data(DetailRole).toString(); !detail.isEmpty())
            secondHeight = layOut(detail, second, width, mostLines, nullptr, {}) + gap;
    }
};

} // namespace

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Parts parts(option, index);
    return {option.rect.width(), 2 * above + parts.firstHeight + parts.secondHeight};
}

void ComparisonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.accentSoft);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), mixed(colours.line, colours.surface, 0.4));
    const Parts parts(option, index);
    const QRect inner = option.rect.adjusted(side, above, -side, -above);
    const QRect head(inner.left(), inner.top(), inner.width(), parts.firstHeight);
    painter->setFont(parts.first);
    painter->setPen(colours.text);
    if (index.column() == ComparisonModel::QualityColumn) {
        layOut(index.data().toString(), parts.first, inner.width(), 8, painter, inner.topLeft());
    } else if (index.data(HiddenRole).toBool()) {
        paintIcon(*painter, QRect(head.left(), head.top(), 16, head.height()), Icon::EyeOff, colours.quietText, 14);
        painter->setPen(colours.quietText);
        const QString words = index.row() == ComparisonModel::StandingRow ? index.data().toString() : QString();
        painter->drawText(head.adjusted(22, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, option.fontMetrics.elidedText(words, Qt::ElideRight, head.width() - 22));
    } else if (index.row() == ComparisonModel::StandingRow) {
        paintGate(*painter, head, {Gate(index.data(GateRole).toInt()), index.data(GateCountRole).toInt()}, option.palette, option.font);
    } else {
        paintLevel(*painter, QRect(head.topLeft(), levelCellSize(option.font)), levelMarkOf(index), option.palette, option.font);
    }
    if (const QString detail = index.data(DetailRole).toString(); !detail.isEmpty()) {
        painter->setFont(parts.second);
        painter->setPen(index.row() == ComparisonModel::StandingRow ? colours.text : colours.quietText);
        layOut(detail, parts.second, std::max(40, inner.width()), mostLines, painter, QPointF(inner.left(), inner.top() + parts.firstHeight + gap));
    }
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(*painter, option.rect, option.palette, 4);
    painter->restore();
}

} // namespace rolecall::ui
