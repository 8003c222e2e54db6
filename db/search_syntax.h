// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types in a search field, as an FTS5 expression.
#pragma once

#include <QString>

namespace rolecall::db {

/// Every word must be there, each as a prefix; "quoted words" must stand together. Anything else of FTS5's syntax is
/// text to be found, never an operator. Empty where there is nothing to look for.
QString searchExpression(const QString &typed);

} // namespace rolecall::db
