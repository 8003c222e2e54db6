// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of XLSX and ODS files as records.
#pragma once

#include "app/table/record_source.h"

#include <QIODevice>
#include <memory>

namespace rolecall::app {

/// Whether the device begins like an XLSX or ODS file. Does not move it.
bool isSpreadsheet(QIODevice &device);

/// The first visible sheet. Cells are as a person reads them: dates as ISO 8601 text, numbers without a trailing ".0".
Result<std::unique_ptr<RecordSource>> openSpreadsheet(std::unique_ptr<QIODevice> device, const QString &fileName);

} // namespace rolecall::app
