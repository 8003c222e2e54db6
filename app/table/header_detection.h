// SPDX-License-Identifier: GPL-3.0-or-later
// Which record names the columns, and which lines above it are a title.
#pragma once

#include <QList>
#include <QStringList>
#include <optional>

namespace rolecall::app {

struct HeaderVerdict
{
    std::optional<int> header; ///< index of the header among the records
    int width = 0;             ///< columns of the table
};

/// `records` are the first of a table, without blank lines.
HeaderVerdict detectHeader(const QList<QStringList> &records);

} // namespace rolecall::app
