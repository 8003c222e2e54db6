// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs as underlined words over one line that runs the whole width.
#pragma once

#include <QTabBar>

namespace rolecall::ui {

class TabStrip : public QTabBar
{
    Q_OBJECT
public:
    explicit TabStrip(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace rolecall::ui
