// SPDX-License-Identifier: GPL-3.0-or-later
// Each icon is a path on a grid of 16 by 16, stroked 1.4 wide with round ends.
#include "ui/theme/icons.h"

#include "ui/theme/colours.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace rolecall::ui {

namespace {

void lines(QPainterPath &path, std::initializer_list<QPointF> points)
{
    bool first = true;
    for (const QPointF &point : points) {
        first ? path.moveTo(point) : path.lineTo(point);
        first = false;
    }
}

void circle(QPainterPath &path, double x, double y, double radius)
{
    path.addEllipse(QPointF(x, y), radius, radius);
}

void gear(QPainterPath &path)
{
    circle(path, 8, 8, 2.2);
    circle(path, 8, 8, 4.4);
    for (int i = 0; i < 8; ++i) {
        const double angle = i * M_PI / 4;
        lines(path, {{8 + 4.4 * std::cos(angle), 8 + 4.4 * std::sin(angle)}, {8 + 6.4 * std::cos(angle), 8 + 6.4 * std::sin(angle)}});
    }
}

void star(QPainterPath &path)
{
    for (int i = 0; i <= 10; ++i) {
        const double radius = i % 2 == 0 ? 6 : 2.6, angle = i * M_PI / 5 - M_PI / 2;
        const QPointF point(8 + radius * std::cos(angle), 8.4 + radius * std::sin(angle));
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
}

void eye(QPainterPath &path)
{
    path.moveTo(1.5, 8);
    path.quadTo(8, -0.5, 14.5, 8);
    path.quadTo(8, 16.5, 1.5, 8);
    circle(path, 8, 8, 2);
}

void addWorkspaceIcon(QPainterPath &path, Icon icon)
{
    switch (icon) {
    case Icon::Today:
        path.addRoundedRect(QRectF(2, 3, 12, 11), 2, 2);
        lines(path, {{5, 9.5}, {7.2, 11.5}, {11, 7.3}});
        lines(path, {{5, 1.5}, {5, 4}});
        lines(path, {{11, 1.5}, {11, 4}});
        break;
    case Icon::Roles:
        path.addRoundedRect(QRectF(1.8, 5, 12.4, 8.8), 1.6, 1.6);
        lines(path, {{5.6, 5}, {5.6, 2.6}, {10.4, 2.6}, {10.4, 5}});
        lines(path, {{2, 9}, {14, 9}});
        break;
    case Icon::People:
        circle(path, 6, 5.2, 2.6);
        path.moveTo(1.4, 13.6);
        path.cubicTo(1.6, 8.8, 10.4, 8.8, 10.6, 13.6);
        path.moveTo(10.4, 2.9);
        path.cubicTo(13.2, 3.2, 13.2, 7.2, 10.4, 7.5);
        path.moveTo(11.8, 9.8);
        path.cubicTo(13.6, 10.4, 14.4, 11.6, 14.6, 13.6);
        break;
    case Icon::Calendar:
        path.addRoundedRect(QRectF(2, 3, 12, 11), 2, 2);
        lines(path, {{2, 6.6}, {14, 6.6}});
        lines(path, {{5, 1.5}, {5, 4}});
        lines(path, {{11, 1.5}, {11, 4}});
        break;
    case Icon::Reports:
        lines(path, {{2, 14}, {14, 14}});
        lines(path, {{4, 11.4}, {4, 8}});
        lines(path, {{8, 11.4}, {8, 3}});
        lines(path, {{12, 11.4}, {12, 6}});
        break;
    case Icon::Import:
    case Icon::Drop:
        lines(path, {{8, 1.8}, {8, 9.8}});
        lines(path, {{4.8, 6.8}, {8, 10}, {11.2, 6.8}});
        lines(path, {{2, 10.6}, {2, 14}, {14, 14}, {14, 10.6}});
        break;
    case Icon::Export:
        lines(path, {{8, 10}, {8, 2}});
        lines(path, {{4.8, 5}, {8, 1.8}, {11.2, 5}});
        lines(path, {{2, 10.6}, {2, 14}, {14, 14}, {14, 10.6}});
        break;
    case Icon::History:
        circle(path, 8, 8, 6);
        lines(path, {{8, 4.4}, {8, 8}, {10.6, 9.6}});
        break;
    case Icon::Settings:
        gear(path);
        break;
    case Icon::Document:
        lines(path, {{3.2, 1.8}, {9.4, 1.8}, {12.8, 5.2}, {12.8, 14.2}, {3.2, 14.2}, {3.2, 1.8}});
        lines(path, {{9.2, 2}, {9.2, 5.4}, {12.6, 5.4}});
        break;
    case Icon::Mail:
        path.addRoundedRect(QRectF(1.8, 3.2, 12.4, 9.6), 1.4, 1.4);
        lines(path, {{2.2, 4.4}, {8, 9}, {13.8, 4.4}});
        break;
    case Icon::Columns:
    case Icon::Board:
        path.addRoundedRect(QRectF(2, 2.5, 3.2, 11), 0.8, 0.8);
        path.addRoundedRect(QRectF(6.4, 2.5, 3.2, 7.5), 0.8, 0.8);
        path.addRoundedRect(QRectF(10.8, 2.5, 3.2, 9.5), 0.8, 0.8);
        break;
    case Icon::Table:
        path.addRoundedRect(QRectF(2, 2.5, 12, 11), 1.4, 1.4);
        lines(path, {{2, 6.2}, {14, 6.2}});
        lines(path, {{2, 9.9}, {14, 9.9}});
        lines(path, {{6.4, 6.2}, {6.4, 13.5}});
        break;
    default:
        break;
    }
}

void addActionIcon(QPainterPath &path, Icon icon)
{
    switch (icon) {
    case Icon::Search:
        circle(path, 7, 7, 4.4);
        lines(path, {{10.4, 10.4}, {14, 14}});
        break;
    case Icon::Close:
        lines(path, {{4, 4}, {12, 12}});
        lines(path, {{12, 4}, {4, 12}});
        break;
    case Icon::Info:
        circle(path, 8, 8, 6.2);
        lines(path, {{8, 7.4}, {8, 11.2}});
        lines(path, {{8, 4.9}, {8, 5}});
        break;
    case Icon::Help:
        circle(path, 8, 8, 6.2);
        path.moveTo(6.1, 6.3);
        path.cubicTo(6.2, 3.6, 10, 3.9, 9.8, 6.3);
        path.cubicTo(9.7, 7.6, 8, 7.7, 8, 9.2);
        lines(path, {{8, 11.4}, {8, 11.5}});
        break;
    case Icon::Check:
        lines(path, {{2.8, 8.6}, {6.4, 12}, {13.2, 4.4}});
        break;
    case Icon::Warning:
        lines(path, {{8, 2}, {14.4, 13.6}, {1.6, 13.6}, {8, 2}});
        lines(path, {{8, 6.4}, {8, 9.4}});
        lines(path, {{8, 11.4}, {8, 11.5}});
        break;
    case Icon::Failure:
        circle(path, 8, 8, 6.2);
        lines(path, {{5.8, 5.8}, {10.2, 10.2}});
        lines(path, {{10.2, 5.8}, {5.8, 10.2}});
        break;
    case Icon::Undo:
        lines(path, {{5.4, 2.4}, {2.2, 5.6}, {5.4, 8.8}});
        path.moveTo(2.4, 5.6);
        path.lineTo(9.4, 5.6);
        path.cubicTo(15, 5.6, 15, 13.4, 9.4, 13.4);
        path.lineTo(6, 13.4);
        break;
    case Icon::Redo:
        lines(path, {{10.6, 2.4}, {13.8, 5.6}, {10.6, 8.8}});
        path.moveTo(13.6, 5.6);
        path.lineTo(6.6, 5.6);
        path.cubicTo(1, 5.6, 1, 13.4, 6.6, 13.4);
        path.lineTo(10, 13.4);
        break;
    case Icon::Add:
        lines(path, {{8, 3}, {8, 13}});
        lines(path, {{3, 8}, {13, 8}});
        break;
    case Icon::Remove:
        lines(path, {{3, 8}, {13, 8}});
        break;
    case Icon::Edit:
        lines(path, {{2.4, 13.6}, {3, 10.4}, {10.8, 2.6}, {13.4, 5.2}, {5.6, 13}, {2.4, 13.6}});
        break;
    case Icon::More:
        for (const double x : {3.2, 8.0, 12.8})
            circle(path, x, 8, 0.5);
        break;
    case Icon::Filter:
        lines(path, {{2, 4.2}, {14, 4.2}});
        lines(path, {{4.4, 8}, {11.6, 8}});
        lines(path, {{6.8, 11.8}, {9.2, 11.8}});
        break;
    case Icon::Back:
        lines(path, {{13.6, 8}, {2.6, 8}});
        lines(path, {{7, 3.4}, {2.4, 8}, {7, 12.6}});
        break;
    case Icon::Forward:
        lines(path, {{2.4, 8}, {13.4, 8}});
        lines(path, {{9, 3.4}, {13.6, 8}, {9, 12.6}});
        break;
    case Icon::ChevronDown:
        lines(path, {{4, 6.2}, {8, 10.2}, {12, 6.2}});
        break;
    case Icon::ChevronUp:
        lines(path, {{4, 9.8}, {8, 5.8}, {12, 9.8}});
        break;
    case Icon::ChevronRight:
        lines(path, {{6.2, 4}, {10.2, 8}, {6.2, 12}});
        break;
    case Icon::ChevronLeft:
        lines(path, {{9.8, 4}, {5.8, 8}, {9.8, 12}});
        break;
    case Icon::Lock:
        path.addRoundedRect(QRectF(3, 7, 10, 7), 1.4, 1.4);
        path.moveTo(5.2, 7);
        path.cubicTo(5.2, 0.8, 10.8, 0.8, 10.8, 7);
        break;
    case Icon::Eye:
        eye(path);
        break;
    case Icon::EyeOff:
        eye(path);
        lines(path, {{2.6, 13.4}, {13.4, 2.6}});
        break;
    case Icon::Star:
        star(path);
        break;
    default:
        break;
    }
}

class LineIconEngine : public QIconEngine
{
public:
    explicit LineIconEngine(Icon icon)
        : m_icon(icon)
    {
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Colours &colours = coloursOf(QGuiApplication::palette());
        const QColor colour = mode == QIcon::Disabled ? mixed(colours.quietText, colours.surface, 0.4)
            : mode == QIcon::Normal                   ? colours.quietText
                                                      : colours.text;
        paintIcon(*painter, rect, m_icon, colour, std::min(rect.width(), rect.height()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new LineIconEngine(m_icon); }

private:
    Icon m_icon;
};

} // namespace

void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &colour, double side)
{
    if (icon == Icon::None)
        return;
    QPainterPath path;
    addWorkspaceIcon(path, icon);
    addActionIcon(path, icon);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Whole pixels for the corner keep the strokes alike wherever the icon stands.
    painter.translate(std::round(rect.center().x() - side / 2), std::round(rect.center().y() - side / 2));
    painter.scale(side / 16, side / 16);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.restore();
}

QIcon lineIcon(Icon icon)
{
    return QIcon(new LineIconEngine(icon));
}

} // namespace rolecall::ui
