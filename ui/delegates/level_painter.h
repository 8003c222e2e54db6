// SPDX-License-Identifier: GPL-3.0-or-later
// A level as everybody sees it: its digit in a softly filled cell beside a disc that is empty, a third, two thirds
// or full. Readable in grey print and without telling colours apart.
#pragma once

#include <QFont>
#include <QPalette>
#include <QSize>
#include <QStyledItemDelegate>

#include <optional>

class QPainter;

namespace rolecall::ui {

struct LevelMark
{
    std::optional<double> level = {}; ///< 0 to 3; a mean such as 1.5 is shown with one decimal
    bool ask = false;
    bool disagreement = false;
    bool reconfirm = false;
    bool agreed = false; ///< settled by the panel
    double threshold = 2;        ///< from this level on a quality is met
};

LevelMark levelMarkOf(const QModelIndex &index);

/// "2", "1.5", "?", or empty: what is drawn, in the locale's writing.
QString levelText(const LevelMark &mark);
/// For screen readers and tool tips: "Level 2 of 3, meets", "Ask at interview", "Not rated".
QString levelDescription(const LevelMark &mark);

/// 44 x 32 at the ordinary font, larger with it.
QSize levelCellSize(const QFont &font);
void paintLevel(QPainter &painter, const QRect &cell, const LevelMark &mark, const QPalette &palette, const QFont &font);
/// The disc alone, filled in quarters from the top, clockwise.
void paintLevelDisc(QPainter &painter, const QRectF &square, double level, const QColor &colour);

/// A matrix cell: LevelRole, AskRole, DisagreementRole, ReconfirmRole, AgreedRole and ThresholdRole of the index.
class LevelDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace rolecall::ui
