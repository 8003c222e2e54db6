// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as wide as the view or as large as it is, whichever is less; larger and smaller with the keyboard and the wheel.
#pragma once

#include <QAbstractScrollArea>
#include <QImage>

namespace rolecall::ui {

class ImageView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit ImageView(QWidget *parent = nullptr);

    void setImage(const QImage &image, const QString &name);
    /// Pixels of the screen for a pixel of the picture.
    double scale() const { return m_scale; }
    void zoom(double factor);
    /// The whole width again.
    void fit();
    void scrollByPage(int direction);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void arrange();

    QImage m_image;
    QImage m_shown; ///< made smaller once: painting at once would drop points
    double m_scale = 1;
    bool m_fits = true;
    QPoint m_pressed;
};

} // namespace rolecall::ui
