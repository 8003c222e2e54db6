// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs as underlined words, and the thin line that stands under them or between any two parts of a page.
#pragma once

#include <QTabBar>

namespace rolecall::ui {

class TabStrip : public QTabBar
{
    Q_OBJECT
public:
    explicit TabStrip(QWidget *parent = nullptr);

protected:
    /// Words stand closer together before they have to be scrolled.
    QSize tabSizeHint(int index) const override;
};

/// A line one pixel thin, lying or standing.
class Rule : public QWidget
{
    Q_OBJECT
public:
    explicit Rule(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace rolecall::ui
