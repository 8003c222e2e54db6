// SPDX-License-Identifier: GPL-3.0-or-later
// A deadline that is no day, in the words a person would use for it.
#pragma once

#include <QLocale>
#include <QString>

namespace rolecall::app {

/// "2027-01-early" becomes "early January 2027", "2020-02" "February 2020", "week of 2012-01-16" "week of 16 January
/// 2012", "asap" "as soon as possible". What is none of the forms of PostedDeadline::approx, such as a person's own
/// words, comes back as it is. Names of months are the locale's.
QString approximateDateInWords(const QString &approx, const QLocale &locale = QLocale());

} // namespace rolecall::app
