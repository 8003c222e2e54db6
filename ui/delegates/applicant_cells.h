// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a table of applicants: text with room at its sides, the gate with its mark, the score with its bar.
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace rolecall::ui {

/// GateRole and ScoreRole decide what a cell is only where `kind` says so; all other cells are text.
class ApplicantCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Kind { Text, GateCell, ScoreCell };
    explicit ApplicantCellDelegate(Kind kind, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Kind m_kind;
};

/// The whole row under the mouse shows that it is one thing to click, not the cell alone. For tables with these cells.
void hoverRows(QTableView &table);

} // namespace rolecall::ui
