// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typography.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace rolecall::ui {

namespace {

/// What is remembered of a font; no font object, which would outlive the application in thread storage.
struct Digits
{
    QString key;
    double widest = 0;
    bool even = true;

    double width(const QFontMetricsF &metrics, const QString &number) const
    {
        double sum = 0;
        for (const QChar character : number)
            sum += character.isDigit() ? widest : metrics.horizontalAdvance(character);
        return sum;
    }
};

Digits measured(const QFont &font, const QString &key)
{
    const QFontMetricsF metrics(font);
    double narrowest = 1e9, widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        const double width = metrics.horizontalAdvance(QChar(digit));
        widest = std::max(widest, width);
        narrowest = std::min(narrowest, width);
    }
    return {key, widest, widest - narrowest < 0.01};
}

/// Measuring ten digits for every cell of a matrix would show; a view paints with one or two fonts.
const Digits &digitsOf(const QFont &font)
{
    thread_local Digits recent[4];
    thread_local unsigned next = 0;
    const QString key = font.key();
    for (const Digits &known : recent) {
        if (known.key == key)
            return known;
    }
    next = (next + 1) % 4;
    return recent[next] = measured(font, key);
}

} // namespace

QFont textFont(TextSize size)
{
    return textFont(size, QApplication::font());
}

QFont textFont(TextSize size, const QFont &body)
{
    switch (size) {
    case TextSize::Small:
        return scaledFont(body, 0.87);
    case TextSize::Body:
        return body;
    case TextSize::Heading: {
        QFont font = scaledFont(body, 1.25);
        font.setWeight(QFont::Medium);
        return font;
    }
    case TextSize::Title: {
        QFont font = scaledFont(body, 1.65);
        font.setWeight(QFont::DemiBold);
        return font;
    }
    }
    return body;
}

QFont scaledFont(const QFont &font, double factor)
{
    QFont scaled = font;
    if (font.pointSizeF() > 0)
        scaled.setPointSizeF(font.pointSizeF() * factor);
    else
        scaled.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    return scaled;
}

int rowHeight(const QFont &font)
{
    const int needed = QFontMetrics(font).height() + 12;
    return std::max(32, (needed + 3) / 4 * 4);
}

double tabularWidth(const QFont &font, const QString &number)
{
    return digitsOf(font).width(QFontMetricsF(font), number);
}

void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &number)
{
    const Digits &digits = digitsOf(painter.font());
    if (digits.even) {
        painter.drawText(rect, static_cast<int>((alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter) | Qt::TextSingleLine, number);
        return;
    }
    const QFontMetricsF metrics(painter.font());
    const double width = digits.width(metrics, number);
    double x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    const double base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar character : number) {
        const double own = metrics.horizontalAdvance(character);
        const double advance = character.isDigit() ? digits.widest : own;
        painter.drawText(QPointF(x + (advance - own) / 2, base), character);
        x += advance;
    }
}

} // namespace rolecall::ui
