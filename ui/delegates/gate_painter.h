// SPDX-License-Identifier: GPL-3.0-or-later
// The gate as a mark and a word, and the useful score as a number over a bar: for rows, cards and headers alike.
#pragma once

#include "ui/item_roles.h"

#include <QFont>
#include <QPalette>
#include <QSize>

#include <optional>

class QPainter;

namespace rolecall::ui {

struct GateMark
{
    Gate gate = Gate::Open;
    int count = 0; ///< necessary qualities that are open, or below
};

/// "through", "open (2 to rate)", "below (1)".
QString gateText(const GateMark &mark);
QSize gateSize(const GateMark &mark, const QFont &font);
/// "open (2)" where there is no room for "open (2 to rate)"; the others as gateText() has them.
QString shortGateText(const GateMark &mark);
/// Left-aligned in `rect`, vertically centred; the words are the short ones where there is no room for more.
void paintGate(QPainter &painter, const QRectF &rect, const GateMark &mark, const QPalette &palette, const QFont &font);

struct ScoreMark
{
    std::optional<double> score = {}; ///< 0 to 100
    std::optional<double> coverage = {}; ///< 0 to 1; below 1 the number is followed by a quiet "60% rated" where asked
};

/// "74", or a dash where there is none.
QString scoreText(const ScoreMark &mark);
/// The number right-aligned in its own column, the bar after it.
QSize scoreSize(const QFont &font);
void paintScore(QPainter &painter, const QRectF &rect, const ScoreMark &mark, const QPalette &palette, const QFont &font);

/// A mark with its word, such as "overdue": used at the end of agenda and import rows.
QSize stateSize(Mark mark, const QString &word, const QFont &font);
void paintState(QPainter &painter, const QRectF &rect, Mark mark, const QString &word, const QPalette &palette, const QFont &font);

} // namespace rolecall::ui
