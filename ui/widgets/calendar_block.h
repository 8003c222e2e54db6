// SPDX-License-Identifier: GPL-3.0-or-later
// What a month or a week draws of an event; it knows no record.
#pragma once

#include "ui/item_roles.h"

#include <QDate>
#include <QString>

namespace rolecall::ui {

struct CalendarBlock
{
    qint64 key = 0;
    QDate day;
    int startMinute = -1; ///< of the day; -1: the whole day
    int minutes = 0;
    QString text;
    QString shortText; ///< where there is no room for `text`; may be empty
    QString hint; ///< tool tip and what a screen reader says
    Mark mark = Mark::None;
    bool over = false;    ///< done or cancelled: drawn quietly
    bool movable = false;
};

} // namespace rolecall::ui
