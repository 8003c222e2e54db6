// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_strip.h"

#include "ui/theme/colours.h"

#include <QPainter>

#include <algorithm>

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

QSize TabStrip::tabSizeHint(int index) const
{
    constexpr int closest = 12; // taken from each, of the 24 beside its word
    int all = 0;
    for (int at = 0; at < count(); ++at)
        all += isTabVisible(at) ? QTabBar::tabSizeHint(at).width() : 0;
    const int missing = all - width();
    const QSize usual = QTabBar::tabSizeHint(index);
    return missing <= 0 || width() <= 0 ? usual : QSize(usual.width() - std::min(closest, missing / std::max(1, count()) + 1), usual.height());
}

Rule::Rule(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Rule::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).line);
}

} // namespace rolecall::ui
