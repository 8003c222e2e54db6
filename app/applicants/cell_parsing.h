// SPDX-License-Identifier: GPL-3.0-or-later
// What single cells of an applicant's row say: dates, levels, tags, addresses.
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>

namespace rolecall::app {

/// Which of two numbers in 3/4/2026 is the day. Decided per column: one cell with a day over 12 settles all of them.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

struct DateColumn
{
    DateOrder order = DateOrder::Unknown; ///< Unknown where nothing in the column tells
    bool contradictory = false;           ///< some cells need the day first, others the month
};

/// Looks at the cells of a column for how its dates are written. Points part day and month the European way.
DateColumn dateColumn(const QStringList &cells);

struct ParsedDate
{
    QDate date;
    bool guessed = false; ///< day and month could be the other way round
};

/// ISO 8601 dates and times, 2.3.2026, 2/3/2026, 3/2/26, 2 March 2026, Mar 2nd 2026, 20260302, in several languages.
/// A time is dropped, with its zone: the day is the one that is written. Empty where the cell holds no date.
std::optional<ParsedDate> parseDate(const QString &cell, DateOrder order = DateOrder::Unknown);

struct ParsedLevel
{
    enum Kind { Unrated, Level, AskAtInterview, OffScale } kind = Unrated;
    int level = 0; ///< 0 to 3, of a Level
};

/// The scale's levels 0 to 3, also as "2.0" or "2 - meets", and by their standard labels; "?" or "ask" asks at interview;
/// nothing, a dash or "n/a" is unrated. Anything else is off the scale: to be reported and left out.
ParsedLevel parseLevel(QStringView cell);

/// A postal address it is not, but local@domain with nothing between that no mail program accepts; leaves room for
/// addresses in any script (RFC 6531). Takes "Ada <ada@example.org>" and "mailto:" apart. Empty where it is no address.
std::optional<QString> parseEmail(const QString &cell);

/// All addresses in a cell, parted by commas, semicolons or spaces.
QStringList parseEmails(const QString &cell);

/// Tags parted by semicolons, else by commas, else by bars; trimmed, each once, in their order.
QStringList parseTags(const QString &cell);

/// Given and family name as one: "Ada" and "Example" give "Ada Example". A single cell "Example, Ada" stays as it is.
QString joinedName(const QString &given, const QString &family);

} // namespace rolecall::app
