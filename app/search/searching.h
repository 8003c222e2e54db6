// SPDX-License-Identifier: GPL-3.0-or-later
// Search as one reader may see it.
#pragma once

#include "db/search.h"

namespace rolecall::app {

/// Best first. Applicants of a blind role who are not revealed are found by the words of their notes and documents alone,
/// and told by their code; what their text says is masked.
Result<QList<db::SearchHit>> search(db::Connection &connection, const QString &typed, int limit);

} // namespace rolecall::app
