// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix itself: name, gate and score stand still at the left, the qualities move beside them, and both share head,
// foot and rows.
#pragma once

#include <QWidget>

class QScrollBar;
class QTableView;

namespace rolecall::ui {

class ColumnFoot;
class MatrixModel;
class QualityHeader;
class TextLabel;

class MatrixView : public QWidget
{
    Q_OBJECT
public:
    explicit MatrixView(MatrixModel *model, QWidget *parent = nullptr);

    /// The part with the levels: it has the focus and the selection.
    QTableView *cells() const { return m_cells; }
    QTableView *frozen() const { return m_frozen; }
    /// Columns and rows are as the model has them now; the order of the rule.
    void startAnew();

Q_SIGNALS:
    /// A quality's column is looked at; -1: none.
    void columnLookedAt(int column);
    void rowActivated(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeFrozen();
    void makeCells();
    void joinViews();
    void layOutColumns();

    MatrixModel *m_model;
    QTableView *m_frozen;
    QTableView *m_cells;
    QualityHeader *m_header;
    ColumnFoot *m_foot;
    TextLabel *m_footName;
    QScrollBar *m_across;
};

} // namespace rolecall::ui
