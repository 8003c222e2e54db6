// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell looks like, without knowing what its column is called.
#pragma once

#include <QStringView>

namespace rolecall::app {

enum class CellShape { Empty, Number, Date, Email, Phone, Link, Text };

CellShape cellShape(QStringView cell);

} // namespace rolecall::app
