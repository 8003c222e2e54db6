// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow_row.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace rolecall::ui {

namespace {

/// As a layout would have it.
QSize wanted(const QWidget *widget)
{
    return widget->sizeHint().expandedTo(widget->minimumSize()).boundedTo(widget->maximumSize());
}

} // namespace

FlowRow::FlowRow(int spacing, QWidget *parent)
    : QWidget(parent)
    , m_spacing(spacing)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FlowRow::add(QWidget *widget)
{
    const bool hidden = widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide);
    widget->setParent(this); // which hides it
    widget->setVisible(!hidden);
    m_widgets << widget;
    updateGeometry();
}

QSize FlowRow::sizeHint() const
{
    int width = -m_spacing, height = 0;
    for (const QWidget *widget : m_widgets) {
        if (widget->isHidden())
            continue;
        width += wanted(widget).width() + m_spacing;
        height = std::max(height, wanted(widget).height());
    }
    return {std::max(0, width), std::max(height, minimumHeight())};
}

QSize FlowRow::minimumSizeHint() const
{
    int width = 0;
    for (const QWidget *widget : m_widgets)
        width = std::max(width, widget->isHidden() ? 0 : wanted(widget).width());
    return {width, minimumHeight()};
}

void FlowRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool FlowRow::event(QEvent *event)
{
    // A hidden one is not told that its controls have grown.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void FlowRow::arrange()
{
    int x = 0, y = 0, line = 0;
    QList<std::pair<QWidget *, QRect>> places;
    for (QWidget *widget : std::as_const(m_widgets)) {
        if (widget->isHidden())
            continue;
        const QSize size = wanted(widget);
        if (x > 0 && x + size.width() > width()) {
            x = 0;
            y += line + m_spacing;
            line = 0;
        }
        line = std::max(line, size.height());
        places.append({widget, QRect(QPoint(x, y), size)});
        x += size.width() + m_spacing;
    }
    // Those of one line stand on its middle.
    for (qsizetype from = 0; from < places.size();) {
        qsizetype to = from;
        int high = 0;
        for (; to < places.size() && places.at(to).second.top() == places.at(from).second.top(); ++to)
            high = std::max(high, places.at(to).second.height());
        for (qsizetype at = from; at < to; ++at) {
            QRect &place = places[at].second;
            place.translate(0, (high - place.height()) / 2);
            places.at(at).first->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        }
        from = to;
    }
    if (const int needed = y + line; needed != minimumHeight() || needed != maximumHeight())
        setFixedHeight(needed);
}

} // namespace rolecall::ui
