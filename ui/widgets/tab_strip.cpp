// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_strip.h"

#include "ui/theme/colours.h"

#include <QPainter>

namespace rolecall::ui {

TabStrip::TabStrip(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TabStrip::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), coloursOf(palette()).line);
    }
    QTabBar::paintEvent(event);
}

} // namespace rolecall::ui
