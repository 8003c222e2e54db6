// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_room.h"

#include <QEvent>
#include <QFontMetricsF>
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
        if (event->type() == QEvent::FontChange)
            keep();
        return QObject::eventFilter(watched, event);
    }

private:
    void keep()
    {
        const double larger = std::max(1.0, QFontMetricsF(m_widget.font()).height() / usualHeight);
        const int width = qRound(m_pixels * larger);
        if (m_room == Room::Fixed)
            m_widget.setFixedWidth(width);
        else
            m_widget.setMinimumWidth(width);
    }

    QWidget &m_widget;
    int m_pixels;
    Room m_room;
};

} // namespace

void keepRoom(QWidget &widget, int pixels, Room room)
{
    new RoomKeeper(widget, pixels, room);
}

} // namespace rolecall::ui
