// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix' head: a band for each tier, beneath it each quality's text on its side, its number and the mark of the order.
#pragma once

#include <QHeaderView>

namespace rolecall::ui {

class MatrixModel;

class QualityHeader : public QHeaderView
{
    Q_OBJECT
public:
    QualityHeader(MatrixModel *model, QWidget *parent);
    /// How high it may be, in pixels: it makes itself lower than it would like where that is little.
    void setRoom(int room) { m_room = room; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// The pointer is over this section; -1: over none.
    void hovered(int section);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    bool viewportEvent(QEvent *event) override;

private:
    void paintBand(QPainter &painter, const QRect &rect, int section) const;
    MatrixModel *m_model;
    int m_room = 1000;
    int m_hovered = -1;
};

/// Beneath the columns: how many applications meet each quality.
class ColumnFoot : public QWidget
{
    Q_OBJECT
public:
    ColumnFoot(MatrixModel *model, QHeaderView *header, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    MatrixModel *m_model;
    QHeaderView *m_header;
};

} // namespace rolecall::ui
