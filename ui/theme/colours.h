// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that knows a colour. Everything that paints asks here, so light and dark stay one decision.
#pragma once

#include <QColor>
#include <QPalette>

namespace rolecall::ui {

/// One scheme's colours by meaning. Every text colour has a contrast of at least 4.5:1 (WCAG 2.1, 1.4.3)
/// on the grounds it is used on; tests/ui/tst_theme.cpp computes all pairs.
struct Colours
{
    QColor window;     ///< behind everything: side bar, page headers
    QColor surface;    ///< what is read: lists, fields, cards
    QColor line;       ///< separators and quiet outlines
    QColor text;
    QColor quietText;  ///< second lines, units, headers
    QColor accent;     ///< where to act next, focus, links
    QColor accentSoft; ///< selection
    QColor onAccent;   ///< text on an accent ground
    QColor met, metSoft;
    QColor partly, partlySoft;
    QColor notMet, notMetSoft;
    QColor open, openSoft;
    QColor control;    ///< outline of fields and boxes: 3:1 on surface and window (WCAG 2.1, 1.4.11)
};

const Colours &lightColours();
const Colours &darkColours();

/// The colours that belong to a widget's or option's palette: what a delegate or paintEvent uses.
const Colours &coloursOf(const QPalette &palette);

/// The Qt palette made of these colours.
QPalette paletteOf(const Colours &colours);

/// A colour between two, 0 the first, 1 the second: hover and pressed grounds.
QColor mixed(const QColor &from, const QColor &to, double share);

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1).
double contrastRatio(const QColor &one, const QColor &other);

} // namespace rolecall::ui
