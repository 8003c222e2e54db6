// SPDX-License-Identifier: GPL-3.0-or-later
// What month and week draw the same way: the heads of the days, their numbers, the events.
#pragma once

#include "ui/widgets/calendar_block.h"

#include <QFont>
#include <QPalette>

class QPainter;

namespace rolecall::ui {

int weekdayHeight(const QFont &font);
int blockHeight(const QFont &font); ///< of one line
void paintWeekday(QPainter &painter, const QRect &rect, const QString &name, const QPalette &palette, const QFont &font);
/// Today's stands on the accent; `quiet` is one outside the month.
void paintDayNumber(QPainter &painter, const QRect &rect, const QDate &day, bool today, bool quiet, const QPalette &palette, const QFont &font);
/// Softly filled by its mark, with an edge that says the same without colour: whole for a day, a bar for an appointment,
/// struck out where it is over. A second line is drawn where the height allows.
void paintBlock(QPainter &painter, const QRect &rect, const CalendarBlock &block, bool current, const QPalette &palette, const QFont &font);
void paintFocus(QPainter &painter, const QRect &rect, const QPalette &palette);

} // namespace rolecall::ui
