// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/row_delegates.h"

#include "ui/delegates/gate_painter.h"
#include "ui/item_roles.h"
#include "ui/theme/colours.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace rolecall::ui {

namespace {

std::optional<GateMark> gateOf(const QModelIndex &index)
{
    const QVariant gate = index.data(GateRole);
    if (gate.isNull())
        return std::nullopt;
    return GateMark{static_cast<Gate>(gate.toInt()), index.data(GateCountRole).toInt()};
}

ScoreMark scoreOf(const QModelIndex &index)
{
    ScoreMark mark;
    if (const QVariant score = index.data(ScoreRole); !score.isNull())
        mark.score = score.toDouble();
    if (const QVariant coverage = index.data(CoverageRole); !coverage.isNull())
        mark.coverage = coverage.toDouble();
    return mark;
}

/// Two lines of text and what stands to their right; heights from the fonts, so it grows with the text setting.
struct TwoLines
{
    QFont first, second;
    int firstHeight, secondHeight, height;

    explicit TwoLines(const QFont &body, int padding)
        : first(body)
        , second(textFont(TextSize::Small, body))
        , firstHeight(QFontMetrics(body).height())
        , secondHeight(QFontMetrics(second).height())
        , height((firstHeight + 2 + secondHeight + 2 * padding + 3) / 4 * 4)
    {
        first.setWeight(QFont::Medium);
    }
    QRect firstLine(const QRect &rect) const { return {rect.left(), top(rect), rect.width(), firstHeight}; }
    QRect secondLine(const QRect &rect) const { return {rect.left(), top(rect) + firstHeight + 2, rect.width(), secondHeight}; }

private:
    int top(const QRect &rect) const { return rect.top() + (rect.height() - firstHeight - 2 - secondHeight) / 2; }
};

struct ApplicantLayout
{
    TwoLines lines;
    QRect rank, name, detail, gate, score;
    bool narrow = false;
    int height;

    ApplicantLayout(const QStyleOptionViewItem &option, const QModelIndex &index, bool detailMatters)
        : lines(option.font, 7)
        , height(lines.height)
    {
        QRect text = option.rect.adjusted(16, 0, -16, 0);
        if (!index.data(RankRole).isNull()) {
            const int width = static_cast<int>(tabularWidth(option.font, QStringLiteral("888"))) + 1;
            rank = QRect(text.left(), lines.firstLine(text).top(), width, lines.firstHeight);
            text.setLeft(text.left() + width + 12);
        }
        const auto mark = gateOf(index);
        const int scoreWidth = mark ? scoreSize(option.font).width() : 0;
        const int gateWidth = mark ? gateSize({Gate::Open, 88}, option.font).width() : 0;
        narrow = text.width() - scoreWidth - gateWidth < 200;
        if (mark) {
            score = QRect(text.right() - scoreWidth + 1, text.top(), scoreWidth, text.height());
            if (!narrow) {
                gate = QRect(score.left() - 24 - gateWidth, text.top(), gateWidth, text.height());
                text.setRight(gate.left() - 16);
            } else {
                score = lines.firstLine(score);
                gate = lines.secondLine(text);
            }
        }
        name = lines.firstLine(text);
        if (narrow && mark)
            name.setRight(score.left() - 12);
        detail = narrow && mark ? QRect() : lines.secondLine(text);
        if (narrow && mark && detailMatters) {
            const int more = lines.secondHeight + 2;
            height = lines.height + (more + 3) / 4 * 4;
            for (QRect *part : {&rank, &name, &gate, &score})
                part->translate(0, -more / 2);
            detail = gate.translated(0, more);
        }
    }
};

void drawLine(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour)
{
    if (rect.width() <= 0)
        return;
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(*painter, option);
    paintRow(*painter, option, index);
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(*painter, option.rect, option.palette, 4);
    painter->restore();
}

void RowDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const Colours &colours = coloursOf(option.palette);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colours.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, mixed(colours.surface, colours.text, 0.04));
    painter.fillRect(QRect(option.rect.left() + 16, option.rect.bottom(), option.rect.width() - 32, 1), mixed(colours.line, colours.surface, 0.4));
}

QSize ApplicantRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {240, ApplicantLayout(option, index, detailMatters(index)).height};
}

QRect ApplicantRowDelegate::scoreRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return ApplicantLayout(option, index, detailMatters(index)).score;
}

bool ApplicantRowDelegate::detailMatters(const QModelIndex &) const
{
    return false;
}

void ApplicantRowDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const ApplicantLayout layout(option, index, detailMatters(index));
    if (!layout.rank.isNull()) {
        painter.setFont(option.font);
        painter.setPen(colours.quietText);
        drawTabular(painter, layout.rank, Qt::AlignRight, index.data(RankRole).toString());
    }
    drawLine(painter, layout.name, index.data(Qt::DisplayRole).toString(), layout.lines.first, colours.text);
    drawLine(painter, layout.detail, index.data(DetailRole).toString(), layout.lines.second, colours.quietText);
    if (const auto gate = gateOf(index)) {
        paintGate(painter, layout.gate, *gate, option.palette, layout.narrow ? layout.lines.second : option.font);
        paintScore(painter, layout.score, scoreOf(index), option.palette, option.font);
    }
}

QSize AgendaRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {240, TwoLines(option.font, 7).height};
}

void AgendaRowDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const TwoLines lines(option.font, 7);
    QRect text = option.rect.adjusted(16, 0, -16, 0);
    const QString word = index.data(MarkTextRole).toString();
    if (!word.isEmpty()) {
        const auto mark = static_cast<Mark>(index.data(MarkRole).toInt());
        const int width = std::min(stateSize(mark, word, option.font).width(), text.width() / 2);
        const QRect state(text.right() - width + 1, text.top(), width, text.height());
        paintState(painter, state, mark, word, option.palette, option.font);
        text.setRight(state.left() - 16);
    }
    drawLine(painter, lines.firstLine(text), index.data(Qt::DisplayRole).toString(), lines.first, colours.text);
    drawLine(painter, lines.secondLine(text), index.data(DetailRole).toString(), lines.second, colours.quietText);
}

} // namespace rolecall::ui
