// SPDX-License-Identifier: GPL-3.0-or-later
// A column of fields and text that scrolls up and down only: it is never narrower than what stands in it, so that
// nothing is cut at its side, whatever the size of the text.
#pragma once

#include <QScrollArea>

namespace rolecall::ui {

class ColumnScroll : public QScrollArea
{
    Q_OBJECT
public:
    /// Without a frame; its widget takes the width there is.
    explicit ColumnScroll(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace rolecall::ui
