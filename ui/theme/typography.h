// SPDX-License-Identifier: GPL-3.0-or-later
// Four text sizes relative to the desktop's own font, and numbers whose digits stand in columns.
#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRectF;

namespace rolecall::ui {

enum class TextSize { Small, Body, Heading, Title };

/// The application's font (or `body`) at this size: 0.87, 1, 1.25 (medium weight) and 1.65 (semi-bold) of it.
QFont textFont(TextSize size);
QFont textFont(TextSize size, const QFont &body);

/// The font made larger or smaller, whether it is measured in points or in pixels.
QFont scaledFont(const QFont &font, double factor);

/// Height in pixels of one row of text in a table or list: 32, more where the font needs it.
int rowHeight(const QFont &font);

/// Width of a number when every digit takes the widest digit's width, in pixels.
double tabularWidth(const QFont &font, const QString &number);

/// Draws a number in the painter's font and pen, each digit as wide as the widest, so that columns of numbers
/// line up in fonts whose digits differ in width. Vertically centred; `alignment` says left, centre or right.
void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &number);

} // namespace rolecall::ui
