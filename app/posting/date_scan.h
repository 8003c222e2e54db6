// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people write them, exact and approximate, in several languages.
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <optional>

namespace rolecall::app {

struct DateMention
{
    qsizetype start = 0; ///< in the text that was scanned
    qsizetype length = 0;
    int year = 0;  ///< 0 where the text does not say
    int month = 0; ///< 1 to 12
    int day = 0;   ///< 0 where the text does not say
    QString part;  ///< "early", "mid", "late" or empty
    bool week = false;
    bool ambiguous = false; ///< 3/4/2024: the order of day and month was assumed
    bool rangeStart = false; ///< another date follows after a dash or "to"

    std::optional<QDate> date() const;
    /// "2021-12-late", "2020-02", "2020-09-01", "week of 2012-01-16"; a year of 0 gives nothing.
    std::optional<QString> approx() const;
};

/// monthFirst: how to read 3/4/2024.
QList<DateMention> scanDates(const QString &text, bool monthFirst);

/// Whether the dates of a text put the month first: some date says so, or it is American by its other signs.
bool putsMonthFirst(const QString &text);

} // namespace rolecall::app
