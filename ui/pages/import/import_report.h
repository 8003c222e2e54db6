// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a past import as the sheet shows them; in a blind role without whatever says who somebody is.
#pragma once

#include "db/import_reports.h"
#include "ui/models/import_models.h"

namespace rolecall::ui {

/// "inbox.mbox, 3"
QString importPlace(const QString &file, std::optional<qint64> row);

Result<QList<ImportRowShown>> reportRows(db::Connection &connection, const db::ImportReport &report, int most);

} // namespace rolecall::ui
