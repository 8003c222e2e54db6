// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_room.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QLayout>
#include <QWidget>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr double usualHeight = 20; ///< of a line of the text that the widths were chosen with, in pixels

class RoomKeeper : public QObject
{
public:
    RoomKeeper(QWidget &widget, int pixels, Room room)
        : QObject(&widget)
        , m_widget(widget)
        , m_pixels(pixels)
        , m_room(room)
    {
        widget.installEventFilter(this);
        keep();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutRequest)
            keep();
        return QObject::eventFilter(watched, event);
    }

private:
    void keep()
    {
        // Never less than what stands in it.
        const int width = std::max(roomFor(m_pixels, m_widget.font()), m_widget.layout() ? m_widget.layout()->minimumSize().width() : 0);
        if (m_room != Room::Least)
            m_widget.setMaximumWidth(width);
        if (m_room != Room::Most)
            m_widget.setMinimumWidth(width);
    }

    QWidget &m_widget;
    int m_pixels;
    Room m_room;
};

} // namespace

int roomFor(int pixels, const QFont &font)
{
    return qRound(pixels * std::max(1.0, QFontMetricsF(font).height() / usualHeight));
}

void keepRoom(QWidget &widget, int pixels, Room room)
{
    new RoomKeeper(widget, pixels, room);
}

} // namespace rolecall::ui
