// SPDX-License-Identifier: GPL-3.0-or-later
// Controls in a row that goes on in the next line where there is no room, as words do: a row of verbs is then no
// reason for a wide window, and none of them is cut.
#pragma once

#include <QList>
#include <QWidget>

namespace rolecall::ui {

class FlowRow : public QWidget
{
    Q_OBJECT
public:
    explicit FlowRow(int spacing = 8, QWidget *parent = nullptr);

    /// Takes it over; it is as large as it asks for. The Tab key walks in this order.
    void add(QWidget *widget);
    /// They are to stand elsewhere.
    void clear() { m_widgets.clear(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();

    QList<QWidget *> m_widgets;
    int m_spacing;
};

} // namespace rolecall::ui
