// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/gate_painter.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rolecall::ui {

namespace {

constexpr int markWidth = 20, barWidth = 48, gap = 8;

void paintWord(QPainter &painter, const QRectF &rect, const QString &word, const QFont &font)
{
    painter.setFont(font);
    const QString shown = QFontMetrics(font).elidedText(word, Qt::ElideRight, static_cast<int>(rect.width()) + 1);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void paintRing(QPainter &painter, const QRectF &square, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    const QPointF centre(std::round(square.center().x()), std::round(square.center().y()));
    painter.drawEllipse(centre, 4.5, 4.5);
    painter.restore();
}

} // namespace

QString gateText(const GateMark &mark)
{
    switch (mark.gate) {
    case Gate::Through:
        return QCoreApplication::translate("Gate", "through");
    case Gate::Open:
        return mark.count > 0 ? QCoreApplication::translate("Gate", "open (%n to rate)", nullptr, mark.count)
                              : QCoreApplication::translate("Gate", "open");
    case Gate::Below:
        return mark.count > 0 ? QCoreApplication::translate("Gate", "below (%n)", nullptr, mark.count)
                              : QCoreApplication::translate("Gate", "below");
    }
    return {};
}

QString shortGateText(const GateMark &mark)
{
    return mark.gate == Gate::Open && mark.count > 0 ? QCoreApplication::translate("Gate", "open (%1)").arg(QLocale().toString(mark.count)) : gateText(mark);
}

QSize gateSize(const GateMark &mark, const QFont &font)
{
    const QFontMetrics metrics(font);
    return {markWidth + metrics.horizontalAdvance(gateText(mark)) + 2, metrics.height()};
}

void paintGate(QPainter &painter, const QRectF &rect, const GateMark &mark, const QPalette &palette, const QFont &font)
{
    const Colours &colours = coloursOf(palette);
    const QColor ink = mark.gate == Gate::Through ? colours.met : mark.gate == Gate::Below ? colours.notMet : colours.open;
    const QRectF square(rect.left(), rect.top(), 14, rect.height());
    if (mark.gate == Gate::Open)
        paintRing(painter, square, ink);
    else
        paintIcon(painter, square, mark.gate == Gate::Through ? Icon::Check : Icon::Close, ink, 14);
    painter.setPen(ink);
    const bool roomy = rect.width() + 1 >= gateSize(mark, font).width() - 2;
    paintWord(painter, rect.adjusted(markWidth, 0, 0, 0), roomy ? gateText(mark) : shortGateText(mark), font);
}

QString scoreText(const ScoreMark &mark)
{
    return mark.score ? QLocale().toString(std::round(*mark.score), 'f', 0) : QStringLiteral("–");
}

QSize scoreSize(const QFont &font)
{
    return {static_cast<int>(std::ceil(tabularWidth(font, QStringLiteral("100")))) + gap + barWidth, QFontMetrics(font).height()};
}

void paintScore(QPainter &painter, const QRectF &rect, const ScoreMark &mark, const QPalette &palette, const QFont &font)
{
    const Colours &colours = coloursOf(palette);
    const double number = std::ceil(tabularWidth(font, QStringLiteral("100")));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    painter.setPen(mark.score ? colours.text : colours.quietText);
    drawTabular(painter, QRectF(rect.left(), rect.top(), number, rect.height()), Qt::AlignRight, scoreText(mark));
    const double width = std::min<double>(barWidth, rect.width() - number - gap);
    if (width >= 8) {
        const QRectF bar(rect.left() + number + gap, std::round(rect.center().y()) - 2, width, 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(colours.openSoft, colours.text, 0.06));
        painter.drawRoundedRect(bar, 2, 2);
        const double coverage = std::clamp(mark.coverage.value_or(1.0), 0.0, 1.0);
        if (coverage < 1) { // what is rated at all, between the ground and the score
            painter.setBrush(mixed(colours.openSoft, colours.accent, 0.3));
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * coverage, 4), 2, 2);
        }
        if (mark.score && *mark.score > 0) {
            painter.setBrush(colours.accent);
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), std::max(4.0, bar.width() * std::min(*mark.score, 100.0) / 100), 4), 2, 2);
        }
    }
    painter.restore();
}

QSize stateSize(Mark mark, const QString &word, const QFont &font)
{
    const QFontMetrics metrics(font);
    const bool marked = mark == Mark::Good || mark == Mark::Attention || mark == Mark::Bad;
    return {word.isEmpty() ? 0 : metrics.horizontalAdvance(word) + (marked ? markWidth : 0) + 1, metrics.height()};
}

void paintState(QPainter &painter, const QRectF &rect, Mark mark, const QString &word, const QPalette &palette, const QFont &font)
{
    const Colours &colours = coloursOf(palette);
    const QColor ink = mark == Mark::Good ? colours.met : mark == Mark::Attention ? colours.partly : mark == Mark::Bad ? colours.notMet : colours.quietText;
    const Icon icon = mark == Mark::Good ? Icon::Check : mark == Mark::Attention ? Icon::Warning : mark == Mark::Bad ? Icon::Failure : Icon::None;
    paintIcon(painter, QRectF(rect.left(), rect.top(), 14, rect.height()), icon, ink, 14);
    painter.setPen(ink);
    paintWord(painter, rect.adjusted(icon == Icon::None ? 0 : markWidth, 0, 0, 0), word, font);
}

} // namespace rolecall::ui
