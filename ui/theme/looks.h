// SPDX-License-Identifier: GPL-3.0-or-later
// How a button presents itself. The style reads these marks while it paints; no button class of our own is needed.
#pragma once

class QAbstractButton;
class QWidget;

namespace rolecall::ui {

enum class ButtonLook {
    Plain,   ///< outlined, for secondary actions
    Primary, ///< filled with the accent: at most one on a page
    Quiet,   ///< text alone in the accent colour, for actions inside a line
    Chip,    ///< a round-ended filter that can be on or off
    Caution, ///< text and outline in the colour of what is not met: what cannot be undone
};

void setLook(QAbstractButton *button, ButtonLook look);
ButtonLook lookOf(const QWidget *button);

inline void setPrimary(QAbstractButton *button) { setLook(button, ButtonLook::Primary); }

} // namespace rolecall::ui
