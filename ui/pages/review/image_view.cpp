// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/image_view.h"

#include "ui/theme/colours.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int margin = 16;
constexpr double step = 1.25;
constexpr double smallest = 0.05;
constexpr double largest = 8;

} // namespace

ImageView::ImageView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setCursor(Qt::OpenHandCursor);
    setToolTip(tr("Plus and minus change the size, Ctrl+0 fits it to the width"));
}

void ImageView::setImage(const QImage &image, const QString &name)
{
    setAccessibleName(tr("Picture: %1").arg(name));
    if (m_image.cacheKey() == image.cacheKey())
        return;
    m_image = image;
    m_shown = {};
    fit();
    verticalScrollBar()->setValue(0);
}

void ImageView::fit()
{
    m_fits = true;
    arrange();
}

void ImageView::zoom(double factor)
{
    // What is in the middle stays there.
    const double before = m_scale;
    const double x = (horizontalScrollBar()->value() + viewport()->width() / 2.0 - margin) / before;
    const double y = (verticalScrollBar()->value() + viewport()->height() / 2.0 - margin) / before;
    m_fits = false;
    m_scale = std::clamp(m_scale * factor, smallest, largest);
    arrange();
    horizontalScrollBar()->setValue(int(x * m_scale + margin - viewport()->width() / 2.0));
    verticalScrollBar()->setValue(int(y * m_scale + margin - viewport()->height() / 2.0));
}

void ImageView::arrange()
{
    if (m_image.isNull())
        return;
    if (m_fits)
        m_scale = std::clamp((viewport()->width() - 2.0 * margin) / m_image.width(), smallest, 1.0);
    const QSize size = m_image.size() * m_scale + QSize(2 * margin, 2 * margin);
    horizontalScrollBar()->setRange(0, std::max(0, size.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setRange(0, std::max(0, size.height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    for (QScrollBar *bar : {horizontalScrollBar(), verticalScrollBar()})
        bar->setSingleStep(40);
    viewport()->update();
}

void ImageView::scrollByPage(int direction)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + direction * (viewport()->height() - 40));
}

void ImageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Colours &colours = coloursOf(palette());
    painter.fillRect(viewport()->rect(), colours.window);
    if (m_image.isNull())
        return;
    const QSizeF size = QSizeF(m_image.size()) * m_scale;
    const double left = std::max((viewport()->width() - size.width()) / 2, double(margin - horizontalScrollBar()->value()));
    const QRectF place(QPointF(left, margin - verticalScrollBar()->value()), size);
    painter.fillRect(place, Qt::white); // where it is transparent, as on paper
    const QSize wanted = (size * devicePixelRatioF()).toSize();
    if (wanted.width() >= m_image.width())
        m_shown = m_image;
    else if (m_shown.size() != wanted)
        m_shown = m_image.scaled(wanted.expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(place, m_shown);
    painter.setPen(colours.line);
    painter.drawRect(place);
}

void ImageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void ImageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoom(event->angleDelta().y() > 0 ? step : 1 / step);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void ImageView::keyPressEvent(QKeyEvent *event)
{
    // The figures by themselves rate.
    if (event->key() == Qt::Key_0 && event->modifiers() & Qt::ControlModifier) {
        fit();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(step); return;
    case Qt::Key_Minus: zoom(1 / step); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void ImageView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
}

void ImageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPoint moved = event->position().toPoint() - m_pressed;
    m_pressed = event->position().toPoint();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
}

} // namespace rolecall::ui
