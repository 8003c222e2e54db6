// SPDX-License-Identifier: GPL-3.0-or-later
// Panels beside a list have a width of their own; with larger text they need more of it.
#pragma once

class QFont;
class QWidget;

namespace rolecall::ui {

enum class Room { Fixed, Least, Most };

/// `pixels` for text of the usual size, and as much more as this font is larger.
int roomFor(int pixels, const QFont &font);

/// Keeps the widget's fixed, least or greatest width at `pixels` for text of the usual size and at as much more as the text is
/// larger, also when its size is changed later.
void keepRoom(QWidget &widget, int pixels, Room room);

} // namespace rolecall::ui
