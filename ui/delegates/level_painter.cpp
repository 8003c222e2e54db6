// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/level_painter.h"

#include "ui/item_roles.h"
#include "ui/theme/colours.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rolecall::ui {

namespace {

struct Inks
{
    QColor ink, ground;
};

Inks inksOf(const LevelMark &mark, const Colours &colours)
{
    if (mark.ask)
        return {colours.accent, colours.accentSoft};
    if (!mark.level)
        return {colours.quietText, QColor()};
    if (*mark.level >= mark.threshold)
        return {colours.met, colours.metSoft};
    if (*mark.level > 0.25)
        return {colours.partly, colours.partlySoft};
    return {colours.notMet, colours.notMetSoft};
}

} // namespace

LevelMark levelMarkOf(const QModelIndex &index)
{
    LevelMark mark;
    if (const QVariant level = index.data(LevelRole); !level.isNull())
        mark.level = level.toDouble();
    if (const QVariant threshold = index.data(ThresholdRole); !threshold.isNull())
        mark.threshold = threshold.toDouble();
    mark.ask = index.data(AskRole).toBool();
    mark.disagreement = index.data(DisagreementRole).toBool();
    mark.reconfirm = index.data(ReconfirmRole).toBool();
    mark.agreed = !index.data(AgreedRole).isNull();
    return mark;
}

QString levelText(const LevelMark &mark)
{
    if (mark.ask)
        return QStringLiteral("?");
    if (!mark.level)
        return {};
    const bool whole = std::abs(*mark.level - std::round(*mark.level)) < 0.05;
    return QLocale().toString(*mark.level, 'f', whole ? 0 : 1);
}

QString levelDescription(const LevelMark &mark)
{
    QString text = mark.ask ? QCoreApplication::translate("Level", "Ask at interview")
        : !mark.level       ? QCoreApplication::translate("Level", "Not rated")
        : *mark.level >= mark.threshold ? QCoreApplication::translate("Level", "Level %1 of 3, meets").arg(levelText(mark))
                                        : QCoreApplication::translate("Level", "Level %1 of 3, below").arg(levelText(mark));
    if (mark.disagreement)
        text += QCoreApplication::translate("Level", "; reviewers disagree");
    if (mark.agreed)
        text += QCoreApplication::translate("Level", "; agreed by the panel");
    if (mark.reconfirm)
        text += QCoreApplication::translate("Level", "; rated on an earlier wording, to confirm");
    return text;
}

QSize levelCellSize(const QFont &font)
{
    const int height = rowHeight(font);
    return {height * 44 / 32, height};
}

void paintLevelDisc(QPainter &painter, const QRectF &square, double level, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.2));
    painter.drawEllipse(square.adjusted(0.6, 0.6, -0.6, -0.6));
    if (level > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const int span = static_cast<int>(std::lround(std::clamp(level, 0.0, 3.0) / 3 * 360 * 16));
        if (span >= 360 * 16)
            painter.drawEllipse(square);
        else
            painter.drawPie(square, 90 * 16, -span);
    }
    painter.restore();
}

void paintLevel(QPainter &painter, const QRect &cell, const LevelMark &mark, const QPalette &palette, const QFont &font)
{
    const Colours &colours = coloursOf(palette);
    const Inks inks = inksOf(mark, colours);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(cell).adjusted(2, 2, -2, -2);
    if (inks.ground.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(inks.ground);
        painter.drawRoundedRect(body, 4, 4);
    }
    if (!mark.level && !mark.ask) {
        painter.setPen(QPen(colours.control, 1));
        const double y = std::floor(body.center().y()) + 0.5;
        painter.drawLine(QPointF(body.center().x() - 6, y), QPointF(body.center().x() + 6, y));
        painter.restore();
        return;
    }
    QFont digit(font);
    digit.setWeight(QFont::DemiBold);
    painter.setFont(digit);
    painter.setPen(inks.ink);
    const QString text = levelText(mark);
    if (mark.ask) {
        drawTabular(painter, body, Qt::AlignHCenter, text);
    } else {
        const bool mean = text.size() > 1;
        const double disc = std::round(body.height() * (mean ? 0.32 : 0.36)), gap = mean ? 3 : 5, width = tabularWidth(digit, text);
        const double left = std::round(body.center().x() - (width + gap + disc) / 2);
        drawTabular(painter, QRectF(left, body.top(), width + 1, body.height()), Qt::AlignLeft, text);
        paintLevelDisc(painter, QRectF(left + width + gap, std::round(body.center().y() - disc / 2), disc, disc), *mark.level, inks.ink);
    }
    if (mark.agreed) { // a tick in the corner where a dispute would be marked
        const QPointF corner = body.topRight() + QPointF(-8.5, 4.5);
        painter.setPen(QPen(inks.ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{corner, corner + QPointF(2.2, 2.2), corner + QPointF(6.4, -2.4)});
    }
    if (mark.disagreement || mark.reconfirm) { // a corner for differing reviewers, a foot line for an earlier wording
        painter.setPen(Qt::NoPen);
        painter.setBrush(inks.ink);
        if (mark.disagreement) {
            const QPointF corner = body.topRight() + QPointF(-1.5, 1.5);
            painter.drawPolygon(QPolygonF{corner, corner + QPointF(-7, 0), corner + QPointF(0, 7)});
        }
        if (mark.reconfirm) {
            painter.setPen(QPen(inks.ink, 1.4, Qt::DotLine));
            painter.drawLine(body.bottomLeft() + QPointF(6, -2), body.bottomRight() + QPointF(-6, -2));
        }
    }
    painter.restore();
}

void LevelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.accentSoft);
    const QSize size = levelCellSize(option.font);
    QRect cell(QPoint(), QSize(std::min(size.width(), option.rect.width()), std::min(size.height(), option.rect.height())));
    cell.moveCenter(option.rect.center());
    paintLevel(*painter, cell, levelMarkOf(index), option.palette, option.font);
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(*painter, option.rect, option.palette, 4);
}

QSize LevelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return levelCellSize(option.font);
}

} // namespace rolecall::ui
